import Testing

/// A scenario whose answer theory knows.
struct ClosedFormCase: Sendable, CustomTestStringConvertible {
  /// The name in the list of cases, such as `T1`.
  var name: String
  /// The scenario's file without folder and ending.
  var file: String
  /// What theory says.
  var figures: [Figure]
  /// The options that make the deliberately wrong model.
  var wrongModel: [String]
  /// How many independent replications.
  var replications = 30

  /// The scenario's path.
  var path: String { "\(Gate.scenarios)/\(file).yaml" }

  var testDescription: String { "\(name) \(file)" }
}

/// The option that sets what a step takes.
func takes(_ law: String, step: String = "serve", product: String = "customer") -> String {
  "products.\(product).route.\(step).takes=\(law)"
}
