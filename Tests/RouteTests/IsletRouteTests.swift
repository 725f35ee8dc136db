import Testing

/// (h) Islets: donors at any hour, twelve hours in the cold, one graft or two.
@Suite("Islets: any hour, ischaemia, grafts") struct IsletRouteTests {
  private func donors(_ with: String = "", more: String = "", perYear: Int = 150) throws -> LibraryLine {
    try LibraryLine(
      stocks: "islet-graft: { initial: 0 grafts, shelf life: 48 h }",
      """
      donor:
        purpose: donor
        runs: { arrive: { poisson: \(perYear) / y } }
        route: [ { include: { file: islet-donor.yaml\(with) } } ]
      \(more)
      """)
  }

  @Test("Isolations begin at any hour of any day, within twelve hours of the acceptance")
  func anyHour() throws {
    let line = try donors()
    let isolations = line.all("starts", "isolation")
    #expect(isolations.count > 150)
    #expect(Set(isolations.map(\.date.date.weekday)).count == 7)
    let night = isolations.count {
      $0.hours.truncatingRemainder(dividingBy: 24) >= 20 || $0.hours.truncatingRemainder(dividingBy: 24) < 6
    }
    #expect(Double(night) / Double(isolations.count) > 0.3)
    let cold = line.hours(from: ("ends", "offer"), to: ("starts", "isolation"))
    #expect(cold.allSatisfy { $0 <= 12 })
    // Six to eight hours, behind the clearing of the room.
    let length = line.hours(from: ("starts", "isolation"), to: ("ends", "isolation"))
    #expect(length.allSatisfy { (6...14).contains($0) })
  }

  @Test("A pancreas that is too long in the cold is lost, as soon as its time is over")
  func ischaemia() throws {
    let line = try donors(
      ", with: { cold ischaemia: 3 h, transport: { fixed: 2 h }, accepted: 1 }", perYear: 4000)
    let late = line.lines.filter { $0.event == "is too late" }
    #expect(!late.isEmpty)
    #expect(line.sum("runs.failed", [.reason: .name("too long in the cold")]) == Double(late.count))
    #expect(line.hours(from: ("ends", "offer"), to: ("starts", "isolation")).allSatisfy { $0 <= 3 })
    let far = try donors(", with: { transport: { uniform: [10 h, 16 h] }, accepted: 1 }", perYear: 100)
    let cold = far.hours(from: ("ends", "offer"), to: ("starts", "isolation"))
    #expect(cold.count > 30 && cold.allSatisfy { (10...12).contains($0) })
    // Two thirds of the transports take longer than the ten or twelve hours that the law leaves them.
    #expect(far.sum("runs.failed", [.reason: .name("too long in the cold")]) > Double(cold.count))
  }

  @Test("Donors are served before a batch that was planned in the same room")
  func first() throws {
    // Six rooms, all of which want to be used by batches of a lower class all day long.
    let line = try donors(
      more: """
        busy:
          patients: { arrive: { every: 2 h } }
          route: [ { step: session, takes: 10 h, uses: { grade-b: 1 } } ]
        """)
    let cold = line.hours(from: ("ends", "transport"), to: ("starts", "isolation"))
    #expect(cold.count > 100 && !line.lines.filter { $0.event == "starts" && $0.place == "session" }.isEmpty)
    // A pancreas waits for a room that comes free, never behind the line for it.
    #expect(cold.allSatisfy { $0 <= 10 })
    let waiting = line.hours(from: ("arrives", ""), to: ("starts", "session"))
    #expect(waiting.isEmpty || waiting.max() ?? 0 > 100)
  }

  @Test(
    "A recipient gets one graft or two, six of ten the second one, each from another donor, none older than three days"
  )
  func grafts() throws {
    let line = try LibraryLine(
      stocks: "islet-graft: { initial: 0 grafts, shelf life: 48 h }",
      """
      donor:
        purpose: donor
        runs: { arrive: { poisson: 400 / y } }
        route: [ { include: { file: islet-donor.yaml } } ]
      islets:
        patients: { arrive: { poisson: 30 / y } }
        route: [ { include: { file: islet-recipient.yaml } } ]
      """, replications: 3)
    let infusions = line.byPatient("ends", "infusion")
    let treated = Set(
      line.lines.filter { $0.event == "leaves" && $0.entity.hasPrefix("islets") }.map(\.patient))
    let grafts = infusions.filter { treated.contains($0.key) }.map(\.value.count)
    #expect(grafts.count > 150 && Set(grafts) == [1, 2])
    let second = Double(grafts.count { $0 == 2 })
    let expected = 0.63 * Double(grafts.count)
    #expect(abs(second - expected) < 4.5 * (expected * 0.37).squareRoot())
    #expect(
      line.sum("stock.issued", [.stock: .name("islet-graft")]) == Double(line.all("starts", "infusion").count)
    )
    #expect(line.sum("stock.expired", [.stock: .name("islet-graft")]) > 0)
  }
}
