/// What a step requires lies behind everybody who comes to it, whatever way they took.
///
/// The entry must be passed on every way from the start of the route to the step: it dominates the step in the graph of the
/// route (Lowry and Medlock, 1969, DOI 10.1145/362835.362838). What goes on beside is behind only when it has been waited
/// for: a branch after its `parallel`, `meanwhile` after the next release, certification or infusion; stage 2 of a release never.
///
/// - Complexity: O(requirements × entries) for each product.
enum Requirements: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product -> [Finding] in
      guard product.steps.contains(where: { !$0.step.requires.isEmpty }) else { return [] }
      let graph = RouteGraph(product)
      return product.steps.flatMap { step, path, index in
        step.requires.enumerated().compactMap { number, name in
          guard let required = product.parts.firstIndex(where: { $0.name == name }) else { return nil }
          let isBehind =
            required != index && !graph.reached(without: required).contains(index)
            && product.isWaitedFor(required, before: index)
          if isBehind { return nil }
          return Finding(
            item("\(path)/requires", number, of: step.requires.count),
            .notBehind(step: step.name, required: name))
        }
      }
    }
  }
}

extension ProductView {
  /// Whether an entry that goes on beside others has ended before another begins.
  fileprivate func isWaitedFor(_ required: Int, before index: Int) -> Bool {
    var container = 0
    while container < required {
      let inside = container + 1..<container + parts[container].part.count
      guard inside.contains(required) else {
        container += max(1, parts[container].part.count)
        continue
      }
      if !isWaitedFor(required, in: container, before: index) { return false }
      container += 1
    }
    return true
  }

  private func isWaitedFor(_ required: Int, in container: Int, before index: Int) -> Bool {
    var start = container + 1
    for (number, inner) in parts[container].part.innerRoutes.enumerated() {
      let range = start..<start + inner.route.reduce(0) { $0 + $1.count }
      start = range.upperBound
      guard range.contains(required) else { continue }
      if range.contains(index) { return true }
      let end = container + parts[container].part.count
      switch parts[container].part {
      case .parallel: return index >= end
      case .step: return index >= end && (end...index).contains { parts[$0].part.waitsForWhatGoesOnBeside }
      case .release: return number == 0
      default: return true
      }
    }
    return true
  }
}
