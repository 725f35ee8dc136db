import Foundation
import Testing

/// T19: what holds in every run, in whole ticks, as the built program tells it.
///
/// The program's means are quotients of two whole numbers, so that they equal the sums of the trace to the last bit.
@Suite("T19: identities, from the program's own trace") struct IdentityTests {
  private static let hours = 2_000
  /// A run so short that every measure has one year.
  private static let options = ["--set", "horizon=\(hours) h", "--set", "warm up=0 h"]

  private func ticks(_ hours: Double) -> Int64 { Int64((hours * 3_600_000).rounded()) }

  private func mean(_ sum: Int64) -> Double { Double(sum) / Double(ticks(Double(Self.hours))) }

  @Test(
    "The integral of the number in each line, at each station and in the system is the sum of the times spent there",
    arguments: [
      ("t01-mm1", ["arrives": "serve"]), ("t06-priorities", ["arrives": "serve"]),
      ("t07-preemption", ["arrives": "serve"]), ("t17-dm1", ["arrives": "serve"]),
      ("t09-rework", ["arrives": "A", "ends A": "QC", "fails QC": "A"]),
      ("t12-impatience", ["arrives": "serve"]), ("t11-breakdown-use", ["arrives": "serve"]),
      ("t15-base-stock-exponential", ["arrives": "collect"]),
    ])
  func queues(file: String, next: [String: String]) throws {
    let values = try PrintedValues(file, Self.options)
    var sojourns = Sojourns()
    for entry in try ProgramTrace(file, Self.options).entries {
      let (name, now) = (entry.entity, ticks(entry.hours))
      switch entry.event {
      case "arrives": sojourns.enter(name, at: try #require(next["arrives"]), now)
      case "starts", "goes on": sojourns.start(name, now)
      case "is stopped", "pauses": sojourns.interrupt(name, now)
      case "ends", "fails":
        guard let step = next["\(entry.event) \(entry.place)"] else { continue }
        sojourns.leave(name, now)
        sojourns.enter(name, at: step, now)
      case "leaves", "is lost": sojourns.leave(name, now)
      default: break
      }
    }
    sojourns.end(at: ticks(Double(Self.hours)))
    #expect(sojourns.entered == sojourns.left + sojourns.inProgress)
    #expect(sojourns.left > 500)
    for (place, sum) in sojourns.present {
      let scope = ["product": place.product, "step": place.step]
      let waited = sojourns.waiting[place] ?? 0
      #expect(try values.value("station.number", scope) == mean(sum), "\(place)")
      #expect(try values.value("line.length", scope) == mean(waited), "\(place)")
    }
    for (product, places) in Dictionary(grouping: sojourns.present, by: \.key.product) {
      let sum = places.reduce(0) { $0 + $1.value }
      #expect(try values.value("system.number", ["product": product]) == mean(sum), "\(product)")
    }
  }

  @Test(
    "Every product: referred = treated + lost + in progress, and the number in the system is the times' sum",
    arguments: ["t19-identity", "t01-mm1", "t03-loss-c5-fixed", "t12-impatience", "t13-batch-former"])
  func patients(file: String) throws {
    let values = try PrintedValues(file, Self.options)
    var sojourns = Sojourns()
    for entry in try ProgramTrace(file, Self.options).entries {
      switch entry.event {
      case "arrives": sojourns.enter(entry.entity, at: "system", ticks(entry.hours))
      case "leaves", "is lost": sojourns.leave(entry.entity, ticks(entry.hours))
      default: break
      }
    }
    sojourns.end(at: ticks(Double(Self.hours)))
    for (place, sum) in sojourns.present {
      let scope = ["product": place.product]
      #expect(try values.value("system.number", scope) == mean(sum), "\(place)")
      let gone = values.sum("patients.treated", scope) + values.sum("patients.lost", scope)
      #expect(
        values.sum("patients.referred", scope) == gone + values.sum("patients.in-progress", scope), "\(place)"
      )
    }
    #expect(values.sum("patients.referred") == Double(sojourns.entered))
    #expect(values.sum("patients.in-progress") == Double(sojourns.inProgress))
  }

  @Test(
    "Every stock: received = issued + expired + on the shelf, and the mean shelf is the sum of the units' times",
    arguments: ["t19-identity", "t15-base-stock-fixed", "t15-base-stock-exponential"])
  func stocks(file: String) throws {
    let values = try PrintedValues(file, Self.options)
    let entries = try ProgramTrace(file, Self.options).entries
    let stock = try #require(entries.first { $0.event == "is received" }).place
    var (shelf, sum) = ([Int64](), Int64(0))
    var counts: [String: Int] = [:]
    for entry in entries where entry.entity == stock {
      let (units, now) = (try #require(Int(entry.detail)), ticks(entry.hours))
      counts[entry.event, default: 0] += units
      switch entry.event {
      case "is received": shelf += Array(repeating: now, count: units)
      case "is issued", "expires":
        try #require(units <= shelf.count, "more units leave the shelf than lie there")
        // The oldest units go first.
        sum += shelf.prefix(units).reduce(0) { $0 + now - $1 }
        shelf.removeFirst(units)
      default: break
      }
    }
    sum += shelf.reduce(0) { $0 + ticks(Double(Self.hours)) - $1 }
    let issued = counts["is issued"] ?? 0
    #expect(issued > 100)
    #expect(counts["is received"] == issued + (counts["expires"] ?? 0) + shelf.count)
    #expect(values.sum("stock.issued") == Double(issued))
    #expect(values.sum("stock.expired") == Double(counts["expires"] ?? 0))
    #expect(try values.value("stock.on-hand", ["stock": stock]) == mean(sum))
  }
}
