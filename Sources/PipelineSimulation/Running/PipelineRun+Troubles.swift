import Quantities

/// Lines that were not served, or grew, though the horizon was reached.
///
/// Looked for once, when all is over, from who still waits: nothing is watched during the run. In a line that is served in
/// order and gets ρ times what it can serve, the first has waited for (ρ - 1)/ρ of the whole time at the end; in a line that
/// keeps up, for next to nothing of it.
extension PipelineRun {
  /// A line is overloaded when so many wait, …
  private static let fewestInTrouble = 20
  /// … at least this part of all who came, the first for at least this part of the run.
  private static let shareInTrouble = 12
  /// Whoever has waited for this part of the run, with hardly anybody served, was starved.
  private static let shareStarved = 2

  /// What those who wait at the end have in common: a step, or the list for slots of a product.
  struct LineAtEnd {
    enum Place { case step(Int), slots(product: Int32), gathering(Int) }
    var place: Place
    /// Who has waited the longest.
    var first: Int
    var waiting = 0
    /// How many came and were served since counting began.
    var came: Int64 = 0
    var served: Int64 = 0
    var since = SimulationTime.never
    /// What forbids every start of a product, whoever else waits; nil where some fit.
    var forbidden: String?
  }

  /// The worst line at the end; a circle of waiting that is found only now ends the run as a deadlock.
  mutating func troubleAtHorizon(_ end: SimulationTime) -> LineTrouble? {
    func hasLasted(_ line: LineAtEnd, _ part: Int) -> Bool {
      end.ticks - line.since.ticks >= end.ticks / Int64(part)
    }
    let lines = linesAtEnd.filter { hasLasted($0, PipelineRun.shareInTrouble) }
    if lines.isEmpty { return nil }
    let stuck = stuckTokens()
    let circle = firstCircle(among: stuck)
    if !circle.isEmpty {
      outcome = .deadlock(atSeconds: seconds(end), circle: circle)
      return nil
    }
    let starved = lines.filter { line in
      let isHardlyServed = line.served * 10 <= line.came || line.served == 0
      return (hasLasted(line, PipelineRun.shareStarved) && isHardlyServed)
        || stuck.contains(Int32(line.first))
    }
    if var worst = starved.min(by: { $0.since < $1.since }) {
      worst.forbidden = forbidden(in: worst)
      return LineTrouble(.starvation, words(for: worst, others: starved.count - 1, end, isStarved: true))
    }
    // Whether a line grew is not known where it was there at the start.
    if !tables.initial.isEmpty { return nil }
    let grown = lines.filter { line in
      line.waiting >= PipelineRun.fewestInTrouble
        && Int64(line.waiting * PipelineRun.shareInTrouble) >= line.came
    }
    guard var worst = grown.max(by: { $0.waiting < $1.waiting }) else { return nil }
    worst.forbidden = forbidden(in: worst)
    return LineTrouble(.overload, words(for: worst, others: grown.count - 1, end, isStarved: false))
  }

  private mutating func forbidden(in line: LineAtEnd) -> String? {
    guard case .slots(let product) = line.place else { return nil }
    var reason: String?
    for variant in tables.variants.indices
    where tables.variants[variant].product == product && tables.variants[variant].booking >= 0 {
      guard let start = unbookableStart(of: variant, from: line.since) else { return nil }
      reason = reason ?? start.reason
    }
    return reason
  }

  /// All lines in which somebody waits at the end.
  private var linesAtEnd: [LineAtEnd] {
    var found = lines.indices.compactMap { lineAtEnd($0) }
    for product in tables.products.indices {
      let waiting = ledger.waiting.filter {
        tables.variants[Int(tokens[$0].variant)].product == Int32(product)
      }
      if let list = line(.slots(product: Int32(product)), of: waiting) { found.append(list) }
    }
    for gather in gathers.indices {
      if let members = line(.gathering(gather), of: gathers[gather].waiting) { found.append(members) }
    }
    return found
  }

  /// A line of a step in which somebody waits.
  func lineAtEnd(_ step: Int) -> LineAtEnd? {
    var waiting: [Int32] = []
    var token = lines[step].head
    while token >= 0 {
      waiting.append(token)
      token = tokens[token].lineNext
    }
    return line(.step(step), of: waiting)
  }

  private func line(_ place: LineAtEnd.Place, of waiting: [Int32]) -> LineAtEnd? {
    guard let first = waiting.min(by: { tokens[$0].enteredStep < tokens[$1].enteredStep }) else { return nil }
    var line = LineAtEnd(place: place, first: Int(first), waiting: waiting.count)
    line.since = max(.zero, tokens[first].enteredStep)
    switch place {
    case .step(let step): (line.came, line.served) = counts(of: step)
    case .gathering(let gather): (line.came, line.served) = counts(of: Int(tables.gathers[gather].line))
    case .slots(let product):
      line.came = ledger.asked[product] ?? 0
      line.served = ledger.booked[product] ?? 0
    }
    return line
  }

  /// How many came to a step, and how many were served there, since counting began.
  private func counts(of step: Int) -> (came: Int64, served: Int64) {
    (lines[step].tally.arrivals, lines[step].tally.starts)
  }
}
