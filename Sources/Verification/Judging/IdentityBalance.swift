/// The two sides of an identity, in whole ticks or units.
public struct IdentityBalance: Sendable, Hashable {
  /// What it is about, in words.
  public var what: String
  /// What the trace adds up to.
  public var traced: Double
  /// What the replication reports.
  public var reported: Double
}

/// Adds up a trace, and lays what the replication reports beside it.
///
/// Means are quotients of two whole numbers, so that both sides are equal to the last bit.
public struct IdentitySums {
  /// What a replication reports: the sum of a measure over every scope that holds these keys and values.
  public typealias Report = (_ measure: String, _ scope: [String: String]) -> Double

  private let one: IdentityCase
  private let trace: TraceTable
  private let report: Report

  /// The sums of a case.
  public init(_ one: IdentityCase, _ trace: TraceTable, report: @escaping Report) {
    self.one = one
    self.trace = trace
    self.report = report
  }

  /// Every identity of the case.
  public var balances: [IdentityBalance] {
    systems + (one.next.isEmpty ? [] : stations) + (one.hasStock ? shelf : [])
  }

  private func ticks(_ hours: Double) -> Int64 { Int64((hours * 3_600_000).rounded()) }
  private var horizon: Int64 { ticks(Double(IdentityCase.hours)) }
  private func mean(_ sum: Int64) -> Double { Double(sum) / Double(horizon) }

  /// The number in the system, and patients: referred = treated + lost + in progress.
  private var systems: [IdentityBalance] {
    var sojourns = Sojourns()
    for entry in trace.entries {
      switch entry.event {
      case "arrives": sojourns.enter(entry.entity, at: "system", ticks(entry.hours))
      case "leaves", "is lost": sojourns.leave(entry.entity, ticks(entry.hours))
      default: break
      }
    }
    let inProgress = sojourns.inProgress
    sojourns.end(at: horizon)
    var balances = [
      balance("patients referred", Double(sojourns.entered), "patients.referred"),
      balance("patients in progress", Double(inProgress), "patients.in-progress"),
      IdentityBalance(
        what: "treated + lost", traced: Double(sojourns.left),
        reported: report("patients.treated", [:]) + report("patients.lost", [:])),
    ]
    for (place, sum) in sojourns.present.sorted(by: { $0.key.product < $1.key.product }) {
      balances.append(
        balance("in system, \(place.product)", mean(sum), "system.number", ["product": place.product]))
    }
    return balances
  }

  /// The numbers in each line and at each station.
  private var stations: [IdentityBalance] {
    var sojourns = Sojourns()
    for entry in trace.entries {
      let (name, now) = (entry.entity, ticks(entry.hours))
      switch entry.event {
      case "arrives": sojourns.enter(name, at: one.next["arrives"] ?? "", now)
      case "starts", "goes on": sojourns.start(name, now)
      case "is stopped", "pauses": sojourns.interrupt(name, now)
      case "ends", "fails":
        guard let step = one.next["\(entry.event) \(entry.place)"] else { continue }
        sojourns.leave(name, now)
        sojourns.enter(name, at: step, now)
      case "leaves", "is lost": sojourns.leave(name, now)
      default: break
      }
    }
    sojourns.end(at: horizon)
    return sojourns.present.sorted { ($0.key.product, $0.key.step) < ($1.key.product, $1.key.step) }
      .flatMap { place, sum in
        let scope = ["product": place.product, "step": place.step]
        let waited = sojourns.waiting[place] ?? 0
        return [
          balance("at \(place.step), \(place.product)", mean(sum), "station.number", scope),
          balance("in line at \(place.step), \(place.product)", mean(waited), "line.length", scope),
        ]
      }
  }

  /// Units received = issued + expired + on the shelf, and the mean shelf; the oldest units go first.
  private var shelf: [IdentityBalance] {
    guard let stock = trace.entries.first(where: { $0.event == "is received" })?.place else { return [] }
    var (shelf, sum, first) = ([Int64](), Int64(0), 0)
    var counts: [String: Int] = [:]
    for entry in trace.entries where entry.entity == stock {
      let (units, now) = (Int(entry.detail) ?? 0, ticks(entry.hours))
      counts[entry.event, default: 0] += units
      switch entry.event {
      case "is received": shelf += Array(repeating: now, count: units)
      case "is issued", "expires":
        let last = min(first + units, shelf.count)
        sum += shelf[first..<last].reduce(0) { $0 + now - $1 }
        first += units
      default: break
      }
    }
    sum += shelf.dropFirst(first).reduce(0) { $0 + horizon - $1 }
    let (issued, expired) = (counts["is issued"] ?? 0, counts["expires"] ?? 0)
    return [
      IdentityBalance(
        what: "received = issued + expired + on the shelf", traced: Double(counts["is received"] ?? 0),
        reported: Double(issued + expired + max(0, shelf.count - first))),
      balance("units issued", Double(issued), "stock.issued", ["stock": stock]),
      balance("units expired", Double(expired), "stock.expired", ["stock": stock]),
      balance("on the shelf", mean(sum), "stock.on-hand", ["stock": stock]),
    ]
  }

  private func balance(
    _ what: String, _ traced: Double, _ measure: String, _ scope: [String: String] = [:]
  ) -> IdentityBalance {
    IdentityBalance(what: what, traced: traced, reported: report(measure, scope))
  }
}
