extension FindingWording {
  /// Findings about people.
  static func peopleSentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .periodWithoutTime: "this period is over before it begins: 'until' must be later than 'from'"
    case .alwaysAbsent:
      "a share of 1 leaves nobody to come back: give a smaller one, or leave the role out"
    case .coversItself(let role): "'\(role)' cannot stand in for itself; name another role, or leave it out"
    case .coverByNobody: "this says when others stand in, but not who: add 'covered by:'"
    case .onCallFromItself(let role):
      "'\(role)' cannot be on call from itself; name the role whose people are called"
    case .onCallFromOnCall(let role):
      "'\(role)' is itself on call; name the role whose people are called in the end"
    case .onCallWithoutCount(let role):
      "say with 'count:' how many are on call; who leaves, falls ill or goes on leave is a matter of '\(role)'"
    case .moreOnCallThanThere(let count, let role, let most):
      "\(count) are on call, and there are never more than \(most) of '\(role)': have fewer on call"
    case .restWithoutHours:
      "without 'calendars:' there is no work outside the hours after which to rest: add them, or leave 'rest:' out"
    case .neverCalled(let role):
      "'\(role)' is never called, so nothing is due: add 'on call from:', or price hours instead"
    case .noMean(let law):
      "the law \(law) has no mean, so no share of the time can be kept; bound it with 'truncated'"
    default: moneySentence(for: problem)
    }
  }
}
