import PipelineModel
import ScenarioFiles
import Testing

/// A product of one facility whose route a test spoils.
enum CheckedRoute {
  /// What is found about a route, each as `entry/key: sentence`; warnings as well, unless nothing uses a resource.
  static func findings(_ route: String, facility: String = lab, product: String = "priority: 5") throws
    -> [String]
  {
    let text = """
      title: Checked
      start: 2025-01-06
      horizon: 1 y
      facilities: { lab: \(facility) }
      products:
        cells:
          \(product)
          patients: { arrive: { poisson: 18 / y } }
          route:
      \(route.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n"))
      """
    let result = ScenarioReader.read(text: text)
    let scenario = try #require(result.scenario, "\(result.report().text())")
    return ScenarioRules.findings(in: scenario).compactMap { finding in
      if case .unused = finding.problem { return nil }
      return "\(finding.path.split(separator: "/").dropFirst(3).joined(separator: "/")): \(finding.sentence)"
    }
  }

  static let lab = """
    { rooms: { b: { count: 1, grade: B }, c: { count: 1, grade: C }, plain: { count: 1 } }, devices: { incubator: { count: 1 }, bioreactor: { count: 1 } }, people: { operator: { count: 3 }, verifier: { count: 1 } } }
    """
}
