/// What people call the names of a scenario.
struct NameText: Sendable {
  private let known: [String: String]

  /// The labels of an input; products and facilities come before other labels.
  init(_ input: ReportInput) {
    var known = input.labels
    for name in input.products + input.facilities where !name.label.isEmpty { known[name.name] = name.label }
    self.known = known
  }

  /// The label of a name, or the name with spaces in place of hyphens.
  func callAsFunction(_ name: String?) -> String {
    guard let name else { return "" }
    if let label = known[name] { return label }
    return name.split(separator: "-", omittingEmptySubsequences: false)
      .map { Self.abbreviations.contains(String($0)) ? $0.uppercased() : String($0) }.joined(separator: " ")
  }

  /// Words of the field that are written in capitals.
  private static let abbreviations: Set<String> = [
    "atmp", "car", "gmp", "hsc", "msc", "nk", "qa", "qc", "qp", "til",
  ]

  /// A whole scope in words: `CAR-T, cryopreserved · NecstGen · 2026`.
  func scope(_ scope: ReportScope) -> String {
    scope.entries.map { self($0.value) }.joined(separator: " · ")
  }
}
