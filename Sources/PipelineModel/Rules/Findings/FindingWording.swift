import Quantities

/// The one place where findings become sentences: what is wrong, why, and what to do about it.
enum FindingWording {
  static func sentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .unknownName(let kind, let name, _): unknown(kind, name)
    case .duplicateName(.processOf, let name):
      "the facility has something else called '\(name)'; give the process a name of its own"
    case .duplicateName(let kind, let name):
      "there is a second \(word(kind)) called '\(name)'; give each a name of its own"
    case .duplicateFailure(let what):
      "two failures of this step are called '\(what)' and would always strike together; name them with 'what:'"
    case .unused(let kind, let name, _): "nothing uses the \(word(kind)) '\(name)'"
    case .ambiguousResource(let name, let facilities):
      "\(list(facilities)) each have a '\(name)'; say which with \(alternatives(facilities.map { "\($0)/\(name)" }))"
    case .lacksResource(let facility, let name, let others):
      "'\(facility)' has no '\(name)'; write \(alternatives(others.map { "\($0)/\(name)" })) where that one is meant"
    case .gradeUnderOtherName(let facility, let name, let grade, let rooms):
      "'\(facility)' has no room '\(name)'; its rooms of grade \(grade) are called \(list(rooms))"
    case .stockUsed(let name): "'\(name)' is a stock; take from it with 'consumes:'"
    case .resourceConsumed(let name): "'\(name)' is not a stock but a resource; claim it with 'uses:'"
    case .notARole(let name):
      "'\(name)' is not a role; only the roles under 'people:' stand for people"
    case .claimTooLarge(let name, let claimed, 0):
      "\(claimed) of '\(name)' can never be had, because there is none: its count is 0"
    case .claimTooLarge(let name, let claimed, let most):
      "\(claimed) of '\(name)' can never be had, because there are at most \(most)"
    case .claimBesideKept(let name, let claimed, let kept, let most):
      "\(claimed) of '\(name)' can never be had beside the \(kept) that an earlier step keeps, because there are at most \(most); a step need not claim what is kept for it"
    case .tooManyClaims(let limit): "a step can claim at most \(limit) resources and stocks"
    case .tooManyNames(let limit): "there can be at most \(limit) of these in one scenario"
    case .probabilitiesAboveOne(let things, let sum):
      "the probabilities of the \(things) add up to \(rounded(sum)), which is more than 1"
    case .fractionOutOfRange(let value): "\(rounded(value)) must lie between 0 and 1"
    case .countOutOfRange(let value, let range):
      "\(value) is out of range: it must be \(range.lowerBound) to \(range.upperBound)"
    case .notPositive(let value): "\(rounded(value)) must be greater than 0"
    case .rateOfZero: "a rate of 0 means never; leave it out instead"
    case .rateTooHigh(let rate, let tick):
      "\(rounded(rate)) a second is more than a clock with ticks of \(tick) can tell apart\(finer(tick))"
    case .negativeValues(let law, let isTime):
      "the law \(law) can give values below 0; keep them out with '{ truncated: { law: …, at least: \(isTime ? "0 h" : "0") } }'"
    case .meanBelowTicks(let seconds, let limit, let tick):
      "a mean of \(QuantityPrinting.number(seconds)) s is less than \(limit) ticks of \(tick)\(finer(tick))"
    case .lawNotDrawable(let law): "the law \(law) cannot be computed with these numbers"
    default: timeSentence(for: problem)
    }
  }

  private static func timeSentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .workingDays(let length):
      "'\(length)' counts working days, but this runs in calendar time; use 'h' or 'd'"
    case .lengthOutOfRange(let length): "'\(length)' is longer than the simulated clock can count"
    case .noTime: "this must be longer than no time"
    case .workingDaysWithoutCalendar:
      "working days are counted, but nothing that the step uses has a calendar: every day then counts as one"
    case .horizonNotAfterStart: "the horizon must be later than the start"
    case .horizonTooFar(let years, let withCalendars):
      "the horizon may be at most \(years) years after the start\(withCalendars ? " where calendars are used" : "")"
    case .warmUpTooLong: "the warm-up must be shorter than the time from the start to the horizon"
    case .afterHorizon(let what): "\(what) is not before the horizon and so plays no part in the run"
    case .beforeStart: "this is before the start of the scenario; nothing can happen then"
    case .neverTogether(let step, let resources):
      "'\(step)' can never start: \(list(resources)) are never on shift at the same time"
    case .fitsNoShift(let step, let policy, let shortest, let longest):
      "'\(step)' takes at least \(elapsed(shortest)), but the longest shift of what it uses is \(elapsed(longest)): with '\(policy.rawValue)' it never ends; lengthen the shift or use 'finish' or 'suspend'"
    case .limitBelowShortest(let what, let limit, let until, let shortest):
      "\(what) of \(limit) always runs out: the way to '\(until)' takes at least \(elapsed(shortest))"
    case .limitBelowMedian(let what, let limit, let until, let median):
      "\(what) of \(limit) runs out more often than not: the way to '\(until)' takes \(elapsed(median)) when every duration is at its median"
    case .shelfLifeWithoutInfusion: "a shelf life ends with the infusion, but no 'infuse' follows this step"
    default: routeSentence(for: problem)
    }
  }

  private static func routeSentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .noRoute(let product): "'\(product)' has no route: its patients leave as they come"
    case .tooManyParts(let limit): "a route can have at most \(limit) entries, those inside others included"
    case .notFreed(let name):
      "'\(name)' is kept, but no later step frees it: it stays taken until the route ends"
    case .notKept(let name): "'\(name)' is freed here, but no step keeps it"
    case .secondPart(let word): "a route can have only one '\(word)'"
    case .bookWithoutSlots: "there is nothing to book: the product has no 'slots:'"
    case .slotsWithoutBook: "slots are offered, but no entry 'book' of the route takes them"
    case .noSlots: "no weekday offers a start"
    case .makerWithoutLink(let facility):
      "no link is given for '\(facility)', which makes the product; name one, or 'none' where nothing travels"
    case .overflowToNobody:
      "'overflow after' goes over to the facilities behind the first of 'made at', and there is none; name a second one there"
    case .overflowNever(let after, let ahead):
      "starts are booked \(QuantityPrinting.timeLength(ahead)) ahead, so nobody who finds one waits for \(QuantityPrinting.timeLength(after)): the other facilities are asked only when the first has no start at all; give a shorter 'overflow after'"
    case .datedWithoutBook(let step): "'\(step)' waits for a booked day, but no 'book' comes before it"
    case .datedTooEarly(let step, let earlier):
      "'\(step)' is dated before '\(earlier)', which comes before it in the route"
    case .countdownWithoutBook: "a countdown needs a booked event, but no 'book' comes before it"
    case .countdownToEarlier(let event):
      "a countdown can only lead to a later step, and '\(event)' comes earlier"
    case .countdownWithoutInfusion: "the countdown leads to the infusion, but no 'infuse' comes after it"
    case .remakeWithoutMake: "there is no batch to make again: no entry 'make' comes before this"
    case .collectAgainWithoutCollection:
      "there is nothing to go back to: no step has 'marks: collection' and no entry is a 'book'"
    case .endless(let step, true):
      "whoever comes to '\(step)' stays in a loop until the horizon; give 'attempts:' where that is not meant"
    case .endless(let step, false):
      "whoever comes to '\(step)' never gets out of a loop: change a probability that is 0 or 1, or give 'attempts:'"
    case .neverReached(let part): "nothing ever comes to '\(part)'"
    default: supplySentence(for: problem)
    }
  }

  private static func supplySentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .nothingToDo:
      "there is nothing to do: the scenario has no products, no training and no staff that changes"
    case .noDemand(let product):
      "nobody asks for '\(product)': it has no 'patients:', and no stock is 'made by' it"
    case .needsSeverity(let key):
      "'\(key):' depends on how sick a patient is; give the patients a 'severity:'"
    case .notAscending(let what): "\(what) have to grow from one to the next; write them in order"
    case .courseOfALaw(let clock):
      "only a hazard can change in time or with severity: give '\(clock)' a 'hazard:' instead of 'after:', or put the change into the law"
    case .runsForPatients(let purpose):
      "runs are no patients: '\(purpose.rawValue)' needs 'patients:'; say 'purpose:' engineering run, training run, media fill or donor where runs are meant"
    case .patientsOfRuns(let purpose):
      "'\(purpose.rawValue)' is no purpose of patients: write 'runs:' instead, so that they do not count as patients"
    case .patientsAndRuns(let product):
      "'\(product)' has both 'patients:' and 'runs:'; make two products of it"
    case .orderWithoutKey(let order, let key):
      "the order '\(order.rawValue)' needs '\(key):' of the patients; without it all are alike"
    case .runsOut(let stock, 0): "'\(stock)' is empty, and nothing fills it: whoever needs it waits for ever"
    case .runsOut(let stock, let initial):
      "nothing fills '\(stock)': who comes after its \(initial) are used up waits for ever; give it a 'reorder:'"
    case .lotBringsNothing:
      "'a lot brings' says how many units one lot counts for: at least one, and only beside 'up to' and 'made by'"
    case .orderNotAbove(let upTo, let at):
      "orders up to \(upTo) bring nothing when the stock is ordered at \(at); 'up to' must be greater than 'at'"
    case .orderWithoutQuantity: "an order needs a quantity greater than 0"
    case .notStored(let product, let stock):
      "'\(product)' makes the lots of '\(stock)', but its route has no entry 'store: \(stock)'"
    case .attritionWithoutHiring:
      "people leave, but nothing says how long a vacancy lasts; give 'hire after:' or 'hire: never'"
    case .crossesBorder(let product, let made, let treated):
      "'\(product)' is under hospital exemption and made in \(made): it may not be taken to \(treated); treat its patients in \(made), or make it under another regime"
    case .notGMP(let product, let facility):
      "'\(product)' is for patients, but '\(facility)' makes no patient batches ('gmp: false')"
    default: roomSentence(for: problem)
    }
  }

  private static func roomSentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .openWorkInWrongGrade(let step, let rooms, let isGradeC):
      "'\(step)' is open work\(rooms.isEmpty ? " without a room" : " in \(list(rooms))"): it needs a room of grade A or B\(isGradeC ? ", or 'exceptional:' with the reason why grade C will do" : "")"
    case .openWorkAlone(let step, let people):
      "'\(step)' is open work with \(people == 0 ? "nobody" : "one person") at it: it needs two, one of whom verifies"
    case .closedWorkWithoutDevice(let step):
      "'\(step)' is closed work, but it has no device: name the closed system under 'uses:', or keep it from an earlier step"
    case .openVesselsNowhere(let culture):
      "the open vessels of '\(culture)' stand nowhere: let it use or keep a room or a device, such as an incubator"
    case .exceptionalWithoutOpenWork:
      "there is no exception to give a reason for: the step does not say 'work: open'"
    case .tooManyTraits(let limit):
      "changeovers and incompatible pairs tell more than \(limit) traits apart, which is the most they can; use fewer"
    case .changeoverNeverFits(let earlier):
      "rule \(earlier) fits wherever this one does, and the first that fits decides: put this one before it"
    case .roomNotLicensed(let room, let trait, let product):
      "'\(product)' has the trait '\(trait)', for which '\(room)' is not licensed: use a room that is, or add the licence with 'licensed for:'"
    case .tooManyInRoom(let people, let most):
      "\(people) people work here and at most \(most) may be inside: let fewer work at a time, or allow more with 'occupancy:'"
    case .notTwoTraits: "two different traits are needed here, such as '[viral vector, cells]'"
    case .apartFromItself(let product, let one, let other):
      "'\(product)' has both '\(one)' and '\(other)', which are never together: it could never be made"
    case .noAir:
      "no room says which air-handling unit it has, so nothing is kept apart; give rooms 'air:', or write 'same room'"
    case .trialWithoutPatients(let product):
      "a trial enrols patients, and '\(product)' has none: give it 'patients:', or leave 'trial:' out"
    case .trialUnderWay(let product):
      "the trial of '\(product)' begins in the run, with its first cohort: patients of it cannot be there at the start; leave them out, or plan it without 'trial:'"
    case .enrolledTooLate(let step):
      "patients are enrolled at '\(step)', which stands inside another entry or behind 'book': name a step of the route itself before the booking, so that nobody holds a start while waiting for a place"
    case .trialWithoutInfusion(let step):
      "no 'infuse' stands behind the enrolment at '\(step)', and the follow-up begins with it: nobody would ever be followed"
    case .identityOfALot(let product):
      "the lots of '\(product)' are no patient's own, so that nobody's name can be mixed up; say this of the steps of a product with 'patients:'"
    case .identityAtInfusion(let step):
      "'\(step)' is over when this happens, and the infusion with it: put it at a step before"
    case .identityCheckedByNobody(let step, let persons, let people):
      "\(persons) check the identity at '\(step)', which uses \(people == 0 ? "nobody" : people == 1 ? "one person" : "\(people) people"); claim them under 'uses:', or say 'persons:'"
    case .notBehind(let step, let required):
      "'\(step)' requires '\(required)', but can be come to without it: put it on every way that leads here, and let it end before"
    case .qualifiedWithoutRuns(let process, let product):
      "'\(process)' is qualified by '\(product)', which has no 'runs:': give it some, so that there are media fills"
    case .qualifiedElsewhere(let process, let product, let facility):
      "'\(process)' is qualified by '\(product)', which has to be made at '\(facility)' and nowhere else: a media fill says nothing of another facility"
    case .qualifiesItself(let process, let product):
      "the runs of '\(product)' qualify '\(process)' and cannot wait for it: leave out 'process:' here"
    default: peopleSentence(for: problem)
    }
  }

  // Words

  private static func unknown(_ kind: Finding.NameKind, _ name: String) -> String {
    switch kind {
    case .resource: "no facility has a room, device or role '\(name)'"
    case .resourceOf(let facility): "'\(facility)' has no room, device or role '\(name)'"
    case .processOf(let facility): "'\(facility)' has no process '\(name)'"
    case .part: "the route has no entry '\(name)'"
    case .mark: "no step of the route has 'marks: \(name)'"
    case .trait: "no product has the trait '\(name)'"
    case .citation:
      "there is no '\(name)' under 'sources:'; add it there, or write the citation out in words"
    default: "there is no \(word(kind)) '\(name)'"
    }
  }

  private static func word(_ kind: Finding.NameKind) -> String {
    switch kind {
    case .site: "site"
    case .calendar: "calendar"
    case .leave: "leave period"
    case .facility: "facility"
    case .facilityOrSite: "facility or site"
    case .resource, .resourceOf: "room, device or role"
    case .processOf: "process"
    case .link: "transport link"
    case .stock: "stock"
    case .product: "product"
    case .certificate: "certificate"
    case .programme: "training programme"
    case .citation: "source"
    case .part: "entry of the route"
    case .mark: "mark"
    case .trait: "trait"
    }
  }

  static func list(_ names: [String]) -> String { joined(names, "and") }
  private static func alternatives(_ names: [String]) -> String { joined(names, "or") }

  private static func joined(_ names: [String], _ last: String) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let final = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " \(last) " + final
  }

  private static func finer(_ tick: TickLength) -> String {
    tick == .millisecond ? "; write 'tick: 1 us' at the top" : ""
  }

  private static func rounded(_ value: Double) -> String {
    QuantityPrinting.number((value * 1e6).rounded() / 1e6)
  }

  private static func elapsed(_ seconds: Double) -> String { QuantityPrinting.elapsed(seconds: seconds) }
}
