/// A scenario whose answer theory knows.
public struct ClosedFormCase: Sendable, CustomStringConvertible {
  /// The name in the list of cases, such as `T1`.
  public var name: String
  /// The scenario's file without folder and ending.
  public var file: String
  /// What theory says.
  public var figures: [Figure]
  /// The options `--set` that make the deliberately wrong model.
  public var wrongModel: [String]
  /// How many independent replications.
  public var replications = 30

  /// Name and file.
  public var description: String { "\(name) \(file)" }

  /// All of them, in the order of their names.
  public static let all =
    StationCases.all + NetworkCases.all + FurtherCases.all + FurtherQueues.all
    + TrainingCases.all
}

/// The option that sets what a step takes.
func takes(_ law: String, step: String = "serve", product: String = "customer") -> String {
  "products.\(product).route.\(step).takes=\(law)"
}
