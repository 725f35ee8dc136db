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
      "say with 'count:' how many are on call; who leaves, falls ill, goes on leave or holds certificates is a matter of '\(role)'"
    case .moreOnCallThanThere(let count, let role, let most):
      "\(count) are on call, and there are never more than \(most) of '\(role)': have fewer on call"
    case .restWithoutHours:
      "without 'calendars:' there is no work outside the hours after which to rest: add them, or leave 'rest:' out"
    case .neverCalled(let role):
      "'\(role)' is never called, so nothing is due: add 'on call from:', or price hours instead"
    case .notOneWayOfTraining(let programme):
      "'\(programme)' needs one of 'takes:', the time from entry to the end, and 'through:', a product whose route each entrant goes through"
    case .twoWaysOfLearning:
      "newcomers work alone either after a time ('independent after:') or at the end of a route ('qualified by:'); leave one of them out"
    case .notATrainingRun(let product):
      "'\(product)' is no training of persons: give it 'purpose: training run' and no 'patients:'"
    case .qualifiedWhereThereIsADate(let product, let facility):
      "'\(product)' is booked, at whichever of its facilities has the earliest date; make a product for '\(facility)' alone, so that its people are qualified there"
    case .neverFull: "there is always a seat: add 'seats:', or leave 'when full:' out"
    case .qualifiedByNobody(let role, let product, let missing):
      "nobody can ever be qualified as '\(role)': the route of '\(product)' needs '\(missing)', of whom nobody is there at the opening; say 'starts with:', or let somebody else train"
    case .noMean(let law):
      "the law \(law) has no mean, so no share of the time can be kept; bound it with 'truncated'"
    default: certificateSentence(for: problem)
    }
  }

  private static func certificateSentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .notHeld(let certificate, let role):
      "nobody of '\(role)' holds '\(certificate)': name it in the 'certificates:' of the role, or do not ask for it"
    case .tooFewCertified(let role, let certificates, let claimed, let most):
      "\(claimed) of '\(role)' with \(list(certificates)) can never be had, because no more than \(most) can hold \(certificates.count == 1 ? "it" : "them")"
    case .tooManyProfiles(let role, let count, let limit):
      "'\(role)' is asked for \(count) different sets of certificates; at most \(limit) can be told apart: ask for the same ones, or make a role of its own"
    case .certifiedThings(let name):
      "'\(name)' is no role; only people hold certificates: leave out 'certified:'"
    case .certifiedOutsideUses: "certificates are asked for in 'uses:' only; leave out 'certified:' here"
    case .neverRenewed(let certificate):
      "'\(certificate)' lapses and is never renewed: who has lost it has lost it for good; give 'renewal:' or 'by taking part in:'"
    case .renewedForGood: "a renewal is never due of what is held for good; give 'lasts:'"
    case .aheadOfItself(let ahead, let lasts):
      "a renewal \(ahead) ahead is due before a certificate of \(lasts) is given; 'ahead' must be shorter than 'lasts'"
    case .nobodyPasses: "nobody ever passes: give a probability greater than 0"
    case .earnedWithoutRuns(let product):
      "'\(product)' has no 'runs:' in which anybody could take part; name the product of the media fills"
    case .nobodyTakesPart(let role, let product):
      "nobody of '\(role)' takes part in runs of '\(product)': no step of it that is not closed uses the role there"
    case .earnsItself(let certificate, let product):
      "runs of '\(product)' give '\(certificate)' and cannot ask for it: who has lost it would never get it back"
    case .calledOnce(let role):
      "without 'calendars:' the same persons of '\(role)' are always the ones who are present, and only their certificates count; give the role its shifts"
    case .nobodyYet(let facility):
      "nobody works at '\(facility)' at the start, because it opens later: leave them out, or let it be open"
    case .shareOfNobody: "a share of 0 is nobody; leave the certificate out"
    case .measuredTwice(let group): "'\(group)' is asked for already; name it once"
    case .tooManyMonths(let years):
      "people are counted by month over at most \(years) years; shorten the horizon, or leave 'people by month' out"
    case .nobodyToMeasure(let what): "this scenario has no \(what) to measure; leave this out"
    case .programmeOfMarket:
      "results call those 'market' who come from no programme; give the programme 'market' another name"
    default: moneySentence(for: problem)
    }
  }
}
