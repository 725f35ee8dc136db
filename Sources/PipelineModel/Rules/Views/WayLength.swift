/// The least, or the median, time from one entry of a route to the start of another.
///
/// Waiting counts as nothing; of the arms of a choice the shortest counts, or the likeliest when medians are asked for;
/// of parallel branches the longest. Working days count the hours of a working day only.
struct WayLength {
  enum Measure { case least, median }

  let view: ScenarioView
  let facility: String?
  let measure: Measure
  /// Where the time starts: the path of a step (its end) or of a hold.
  let from: String
  let isEnd: (RoutePart) -> Bool

  /// Where a walk has come to.
  private struct Walk {
    /// Seconds since the start; nil before it.
    var elapsed: Double?
    /// When what goes on beside the steps has ended.
    var beside = 0.0
    /// The time to the end, once it has been reached.
    var found: Double?
  }

  /// Seconds from the start to the end; nil where the end does not follow.
  func seconds(in product: ProductView) -> Double? {
    var walk = Walk()
    follow(product.product.route, under: "\(product.path)/route", &walk)
    return walk.found
  }

  private func follow(_ route: [RoutePart], under path: String, _ walk: inout Walk) {
    for part in route {
      if walk.found != nil { return }
      let here = "\(path)/\(part.name)"
      guard var elapsed = walk.elapsed else {
        if here == from {
          walk.elapsed = 0
        } else {
          for inner in part.innerRoutes { follow(inner.route, under: "\(here)/\(inner.key)", &walk) }
        }
        continue
      }
      if part.waitsForWhatGoesOnBeside { elapsed = max(elapsed, walk.beside) }
      if isEnd(part) {
        walk.found = elapsed
        return
      }
      walk.elapsed = elapsed
      add(part, at: here, &walk)
    }
  }

  private func add(_ part: RoutePart, at path: String, _ walk: inout Walk) {
    let start = walk.elapsed ?? 0
    func inner(_ key: String, _ route: [RoutePart]) -> Walk {
      var branch = walk
      follow(route, under: "\(path)/\(key)", &branch)
      return branch
    }
    switch part {
    case .step(let step):
      if !step.meanwhile.isEmpty {
        walk.beside = max(walk.beside, inner("meanwhile", step.meanwhile).elapsed ?? start)
      }
      walk.elapsed = start + length(of: step)
    case .ship(let shipment):
      let name = shipment.by.link(from: facility)
      let link = view.scenario.transport.first { $0.name == name }
      walk.elapsed = name == nil ? start : start + length(link?.takes, uses: [])
    case .choose(let choice):
      let rest = 1 - choice.arms.reduce(0) { $0 + $1.probability }
      var ways = choice.arms.filter { $0.probability > 0 }.map { arm in
        (probability: arm.probability, walk: inner("arms/\(arm.name)/route", arm.route))
      }
      if rest > 1e-9 || ways.isEmpty { ways.append((rest, walk)) }
      let best = ways.min { left, right in
        measure == .least
          ? (left.walk.found ?? left.walk.elapsed ?? 0) < (right.walk.found ?? right.walk.elapsed ?? 0)
          : left.probability > right.probability
      }
      if let best { walk = best.walk }
    case .parallel(let parallel):
      let ends = parallel.branches.map { inner("branches/\($0.name)", $0.route).elapsed ?? start }
      walk.elapsed = ends.max() ?? start
    case .release(let release): walk = inner("stage 1", release.stage1)
    default: break
    }
  }

  private func length(of step: Step) -> Double {
    max(length(step.takes, uses: step.uses), length(step.handsOn, uses: step.uses))
  }

  private func length(_ law: SpanLaw?, uses: [Claim]) -> Double {
    guard let law else { return 0 }
    let value = max(0, measure == .least ? law.law.minimum : law.law.median)
    guard law.measure == .workingDays else { return value }
    return value * (view.workingDay(of: uses, from: facility) ?? 86_400)
  }
}

extension RoutePart {
  /// Whether everything that goes on meanwhile must have ended before it.
  var waitsForWhatGoesOnBeside: Bool {
    switch self {
    case .release: true
    case .step(let step): step.kind == .infuse || step.kind == .certify
    default: false
    }
  }
}
