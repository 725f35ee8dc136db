import Foundation
import Quantities
import Reporting
import Testing

@Suite struct HTMLReportTests {
  @Test("A full report is well-formed, self-contained, and the same every time")
  func fullReport() throws {
    let page = HTMLReport.page(SyntheticLine().input)
    let parsed = WellFormed(page)
    #expect(parsed.complaint == nil)
    #expect(page == HTMLReport.page(SyntheticLine().input))
    let fetched = parsed.attributes.filter { ["src", "href", "data", "action"].contains($0.name) }
    #expect(!fetched.isEmpty)
    #expect(fetched.allSatisfy { $0.value.hasPrefix("#") })
    #expect(!page.contains("@import") && !page.contains("url("))
    try Self.keepForLooking(page, "report.html")
  }

  @Test("Every chart has a title and a description, and ids are unique")
  func accessible() {
    let parsed = WellFormed(HTMLReport.page(SyntheticLine().input))
    let charts = parsed.elements.filter { $0 == "svg" }.count
    #expect(charts > 10)
    #expect(parsed.elements.filter { $0 == "desc" }.count == charts)
    #expect(parsed.elements.filter { $0 == "title" }.count == charts + 1)
    let ids = parsed.attributes.filter { $0.name == "id" }.map(\.value)
    #expect(Set(ids).count == ids.count)
    let links = parsed.attributes.filter { $0.name == "href" }.map { String($0.value.dropFirst()) }
    #expect(Set(links) == Set(ids))
  }

  @Test("The report says both kinds of uncertainty, part years, warnings, notes and provenance")
  func says() {
    let text = WellFormed(HTMLReport.page(SyntheticLine().input)).text
    for words in [
      "Interval of the mean", "8 of 10 futures", "(part)", "Fewer than ten events", "2 facts with a source",
      "3 mo to 12 mo", "Scenarios/leiden-lund.yaml", "--seed 1", "2032-06-01",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("Sections without data are left out, and an empty result is still a page")
  func empty() {
    var input = SyntheticLine().input
    input.estimates = []
    input.notes = []
    input.warnings = []
    input.definitions = [:]
    let parsed = WellFormed(HTMLReport.page(input))
    #expect(parsed.complaint == nil)
    let sections = parsed.attributes.filter { $0.element == "section" && $0.name == "id" }.map(\.value)
    #expect(sections == ["summary", "meaning", "provenance"])
    #expect(!parsed.elements.contains("svg"))
  }

  @Test("Rows without any defined number give a page without them")
  func undefinedNumbers() {
    var input = SyntheticLine().input
    input.estimates = input.estimates.map { row in
      var row = row
      (row.mean, row.low, row.high, row.p10, row.p50, row.p90) = (nil, nil, nil, nil, nil, nil)
      return row
    }
    let page = HTMLReport.page(input)
    let parsed = WellFormed(page)
    #expect(parsed.complaint == nil)
    let words = Set(page.lowercased().split { !$0.isLetter })
    #expect(words.isDisjoint(with: ["nan", "inf", "infinity", "nil"]))
  }

  @Test("A name of the scenario cannot change the page")
  func hostileNames() {
    let hostile = "\"\u{301}><script>alert(1)</script>{{{x}}} & \u{0}\u{202E}'"
    var input = SyntheticLine().input
    let elements = WellFormed(HTMLReport.page(input)).elements
    input.title = hostile
    input.about = hostile
    input.products = input.products.map { ReportName(name: $0.name, label: hostile) }
    input.facilities = input.facilities.map { ReportName(name: $0.name, label: hostile) }
    input.labels = ["qp": hostile, "operator": hostile, "death": hostile]
    input.notes = input.notes.map {
      ReportNote(path: hostile, kind: $0.kind, text: hostile, range: [hostile])
    }
    input.warnings = input.warnings.map { _ in hostile }
    input.run.command = hostile
    let page = HTMLReport.page(input)
    let parsed = WellFormed(page)
    #expect(parsed.complaint == nil)
    #expect(parsed.elements.filter { $0 == "script" }.count == 1)
    #expect(parsed.elements.filter { $0 == "td" }.count == elements.filter { $0 == "td" }.count)
    #expect(parsed.text.contains("{{{x}}}"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }

  /// Writes a page where a person can look at it, when the environment says where.
  static func keepForLooking(_ page: String, _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["REPORT_PAGES"] else { return }
    try Data(page.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
  }
}
