import Reporting
import Testing

@Suite struct TableTests {
  @Test("CSV quotes what RFC 4180 says, doubles quotation marks, and defuses formulas")
  func csv() {
    let table = CSVTable(
      header: ["name", "time [d]"],
      rows: [
        [.text("plain"), .number(1.5)], [.text("a, \"b\""), .number(nil)],
        [.text("two\r\nlines"), .number(.nan)],
        [.text("=1+1"), .count(1000)], [.text("\"\u{301}"), .number(1000)],
      ])
    let bytes = Array(
      ("name,time [d]\r\nplain,1.5\r\n\"a, \"\"b\"\"\",\r\n\"two\r\nlines\",\r\n'=1+1,1000\r\n\"\"\"\u{301}\",1000\r\n")
        .utf8)
    #expect(Array(table.text.utf8) == bytes)
  }

  @Test("The estimates of a run fill one row each, with a column for every scope key")
  func estimates() {
    let input = SyntheticLine().input
    let lines = CSVTable.estimates(input).text.split(separator: "\r\n")
    #expect(lines.count == input.estimates.count + 1)
    #expect(
      lines[0].hasPrefix("measure,statistic,facility,product,programme,reason,resource,role,stock,year,unit,")
    )
    #expect(
      lines.contains {
        $0.hasPrefix("patients.treated,mean,,car-t-cryo,,,,,,2032,patients,") && $0.contains(",part,")
      })
    let end = ",start,horizon,warm-up [d],seed,scenario sha256,version,command"
    #expect(lines[0].hasSuffix(end))
    let run = input.run
    #expect(
      lines.dropFirst().allSatisfy {
        $0.hasSuffix(",1,\(run.scenarioHash),\(run.version),\(run.command)") && $0.contains(",2032-06-01,0,")
      })
  }

  @Test("A terminal table aligns numbers at the right and wraps long names, to the byte")
  func aligned() {
    let table = AlignedTable(
      title: "Patients", columns: [.init("product"), .init("treated", isNumber: true)],
      rows: [["mesenchymal stromal cells", "12.3 (11.9 – 12.8)"], ["b\u{1B}[2J", "4"]])
    #expect(
      table.text(width: 36) == """
        Patients
        product                      treated
        ────────────────  ──────────────────
        mesenchymal       12.3 (11.9 – 12.8)
        stromal cells
        b [2J                              4

        """)
    #expect(AlignedTable(title: "", columns: [], rows: []).text() == "\n")
  }

  @Test(
    "Milestones are dates, with the share of futures that reach them where it is not all, and fit 100 columns"
  )
  func milestones() throws {
    let input = SyntheticLine().input
    let table = try #require(MilestoneDates.table(input))
    #expect(table.columns.map(\.title).contains("50th patient"))
    #expect(table.rows.count == Set(table.rows.map { $0[0] }).count)
    #expect(
      table.rows.contains { row in row.dropFirst().contains { $0.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil } })
    #expect(table.text(width: 100).split(separator: "\n").allSatisfy { $0.count <= 100 })
    var empty = input
    empty.estimates = []
    #expect(MilestoneDates.table(empty) == nil)
  }

  @Test("A queueing model without patients shows its lines on the page")
  func lines() {
    var input = SyntheticLine().input
    input.products = []
    input.estimates = [
      ReportEstimate(
        measure: "line.wait", scope: ReportScope(["step": "serve"]), unit: "h", mean: 4, low: 3.9, high: 4.1)
    ]
    #expect(WellFormed(HTMLReport.page(input)).text.contains("4.00 (3.90 – 4.10)"))
  }
}
