extension FindingWording {
  /// Findings about people.
  static func peopleSentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .periodWithoutTime: "this period is over before it begins: 'until' must be later than 'from'"
    case .alwaysAbsent:
      "a share of 1 leaves nobody to come back: give a smaller one, or leave the role out"
    case .coversItself(let role): "'\(role)' cannot stand in for itself; name another role, or leave it out"
    case .coverByNobody: "this says when others stand in, but not who: add 'covered by:'"
    case .noMean(let law):
      "the law \(law) has no mean, so no share of the time can be kept; bound it with 'truncated'"
    default: moneySentence(for: problem)
    }
  }
}
