import Quantities

extension Finding {
  /// Everything that the rules can find, as data. `FindingWording` makes sentences of it.
  public enum Problem: Hashable, Sendable {
    // Names
    /// Nothing of the kind has the name; `known` are those that do.
    case unknownName(NameKind, name: String, known: [String])
    /// A second thing of the kind has the name.
    case duplicateName(NameKind, name: String)
    /// Two failure rules of one step have one name and would be drawn as one.
    case duplicateFailure(what: String)
    /// Nothing uses it.
    case unused(NameKind, name: String, known: [String] = [])
    /// Several facilities have such a resource and none is named.
    case ambiguousResource(name: String, facilities: [String])
    /// The facility lacks what its route needs; others have it.
    case lacksResource(facility: String, name: String, others: [String])
    /// The facility has rooms of the grade that a name speaks of, under other names.
    case gradeUnderOtherName(facility: String, name: String, grade: String, rooms: [String])
    /// A stock where a resource is needed.
    case stockUsed(name: String)
    /// A resource where a stock is needed.
    case resourceConsumed(name: String)
    /// A room or a device where a role is needed.
    case notARole(name: String)

    // Capacity
    /// More is claimed than there can ever be.
    case claimTooLarge(name: String, claimed: Int, most: Int)
    /// More is claimed than is left beside what an earlier step keeps.
    case claimBesideKept(name: String, claimed: Int, kept: Int, most: Int)
    /// More resources than one step may claim.
    case tooManyClaims(limit: Int)
    /// More names in one list than a scenario may have.
    case tooManyNames(limit: Int)

    // Numbers
    /// Probabilities that add up to more than 1.
    case probabilitiesAboveOne(of: String, sum: Double)
    /// A probability, or a fraction, outside 0 … 1.
    case fractionOutOfRange(Double)
    /// A count outside its limits.
    case countOutOfRange(Int, ClosedRange<Int>)
    /// A number that must be greater than zero.
    case notPositive(Double)
    /// A rate of nothing.
    case rateOfZero
    /// Arrivals that follow each other within less than the clock can tell apart.
    case rateTooHigh(perSecond: Double, tick: TickLength)
    /// Values of this law can be negative.
    case negativeValues(law: String, isTime: Bool)
    /// The law's mean is too short for the clock.
    case meanBelowTicks(seconds: Double, limit: Int, tick: TickLength)
    /// GSL cannot compute the law.
    case lawNotDrawable(law: String)

    // Time
    /// A length in working days where calendar time is needed.
    case workingDays(TimeLength)
    /// A length, or an instant, that the clock cannot hold.
    case lengthOutOfRange(TimeLength)
    /// A length of no time.
    case noTime
    /// Working days of resources without a calendar.
    case workingDaysWithoutCalendar
    /// The horizon is not after the start.
    case horizonNotAfterStart
    /// The horizon is too far away.
    case horizonTooFar(years: Int, withCalendars: Bool)
    /// The warm-up is not shorter than the horizon.
    case warmUpTooLong
    /// It happens only after the run has ended.
    case afterHorizon(what: String)
    /// It lies before the start of the run.
    case beforeStart
    /// The resources of a step are never on shift at the same time.
    case neverTogether(step: String, resources: [String])
    /// A step that must fit into a shift, and fits into none.
    case fitsNoShift(step: String, policy: ShiftEndPolicy, shortest: Double, longestShift: Double)
    /// A limit that even the shortest way passes.
    case limitBelowShortest(what: String, limit: TimeLength, until: String, shortest: Double)
    /// A limit that the median way passes.
    case limitBelowMedian(what: String, limit: TimeLength, until: String, median: Double)
    /// A shelf life that no infusion ends.
    case shelfLifeWithoutInfusion

    // Routes
    /// A product without a route.
    case noRoute(product: String)
    /// A route that is too long.
    case tooManyParts(limit: Int)
    /// What is kept is not freed.
    case notFreed(name: String)
    /// What is freed was not kept.
    case notKept(name: String)
    /// A part that a route can have only once.
    case secondPart(word: String)
    /// `book` without `slots`.
    case bookWithoutSlots
    /// `slots` without `book`.
    case slotsWithoutBook
    /// A grid of slots that offers none.
    case noSlots
    /// A shipment that has a link for other facilities that make the product, and none for this one.
    case makerWithoutLink(facility: String)
    /// Starts that go over to other facilities, and there is no other.
    case overflowToNobody
    /// Starts that would go over to others only beyond the time in which any start can be booked.
    case overflowNever(after: TimeLength, ahead: TimeLength)
    /// A dated step without an earlier booking.
    case datedWithoutBook(step: String)
    /// A step dated before a step that comes before it.
    case datedTooEarly(step: String, earlier: String)
    /// A countdown without an earlier booking.
    case countdownWithoutBook
    /// A countdown to a step that does not come later.
    case countdownToEarlier(event: String)
    /// A countdown to the infusion of a route that has none.
    case countdownWithoutInfusion
    /// A remake where no batch has been begun.
    case remakeWithoutMake
    /// A new collection where none is marked.
    case collectAgainWithoutCollection
    /// Once here, always here; `takesTime` where time passes on every turn, as in a closed network.
    case endless(step: String, takesTime: Bool)
    /// Nothing ever comes here.
    case neverReached(part: String)

    // Rooms
    /// Open work in no room of grade A or B.
    case openWorkInWrongGrade(step: String, rooms: [String], isGradeC: Bool)
    /// Open work without a second person.
    case openWorkAlone(step: String, people: Int)
    /// Closed work without a closed system.
    case closedWorkWithoutDevice(step: String)
    /// A culture in open vessels that has neither a room nor a device.
    case openVesselsNowhere(culture: String)
    /// A reason for an exception where nothing is open.
    case exceptionalWithoutOpenWork
    /// A product in a clean room that is not licensed for it.
    case roomNotLicensed(room: String, trait: String, product: String)
    /// More people than may be inside.
    case tooManyInRoom(people: Int, most: Int)
    /// More traits than rules can tell apart.
    case tooManyTraits(limit: Int)
    /// A changeover rule behind one that covers it.
    case changeoverNeverFits(earlier: Int)
    /// A pair that is not two different traits.
    case notTwoTraits
    /// A product with both traits of a pair.
    case apartFromItself(product: String, one: String, other: String)
    /// Products that are kept apart by air, where no room says whose air it has.
    case noAir
    /// A process whose media fills are no runs.
    case qualifiedWithoutRuns(process: String, product: String)
    /// A process whose media fills are made elsewhere.
    case qualifiedElsewhere(process: String, product: String, facility: String)
    /// A media fill that waits for the process that it qualifies.
    case qualifiesItself(process: String, product: String)
    /// A trial in which nobody can be enrolled.
    case trialWithoutPatients(product: String)
    /// Patients of a trial who are there at the start.
    case trialUnderWay(product: String)
    /// An enrolment that is not passed by all, or that stands behind the booking.
    case enrolledTooLate(step: String)
    /// No infusion, and so no follow-up, behind the enrolment.
    case trialWithoutInfusion(step: String)
    /// An identity of what no patient waits for.
    case identityOfALot(product: String)
    /// A mix-up or a check at the end of an infusion.
    case identityAtInfusion(step: String)
    /// Fewer people at a step than are to check.
    case identityCheckedByNobody(step: String, persons: Int, people: Int)
    /// What is required need not have happened.
    case notBehind(step: String, required: String)

    // Demand and supply
    /// A scenario in which nothing happens.
    case nothingToDo
    /// A product for which nobody asks.
    case noDemand(product: String)
    /// Runs of a product whose purpose is patients.
    case runsForPatients(ProductPurpose)
    /// Patients of a product whose purpose is runs.
    case patientsOfRuns(ProductPurpose)
    /// A product with patients and with runs.
    case patientsAndRuns(product: String)
    /// A key that says what severity does, of patients without one.
    case needsSeverity(key: String)
    /// Numbers that have to grow from one to the next, or none at all.
    case notAscending(what: String)
    /// A law that is to change in time as a hazard does.
    case courseOfALaw(clock: String)
    /// A line ordered by something that is not given.
    case orderWithoutKey(order: LineOrder, key: String)
    /// A stock that is used up and never filled.
    case runsOut(stock: String, initial: Int)
    /// A stock that is ordered up to a level at or below the reorder point.
    case orderNotAbove(upTo: Int, at: Int)
    /// What a lot brings is said where no lots are started up to a level, or is nothing.
    case lotBringsNothing
    /// A reorder rule without a quantity.
    case orderWithoutQuantity
    /// A product that is to fill a stock and does not store into it.
    case notStored(product: String, stock: String)
    /// People leave and nothing says how long a vacancy lasts.
    case attritionWithoutHiring
    /// A product under hospital exemption that leaves its country.
    case crossesBorder(product: String, made: String, treated: String)
    /// A product for patients, made where none is made.
    case notGMP(product: String, facility: String)

    // People
    /// A period that is over before it begins.
    case periodWithoutTime
    /// A share of absence that leaves nobody.
    case alwaysAbsent
    /// A role that stands in for itself.
    case coversItself(role: String)
    /// A wait for a cover, where nobody covers.
    case coverByNobody
    /// A role that is on call from itself, or from one that is itself on call.
    case onCallFromItself(role: String)
    case onCallFromOnCall(role: String)
    /// People on call whose number is not simply stated.
    case onCallWithoutCount(role: String)
    /// More people on call than there are.
    case moreOnCallThanThere(count: Int, role: String, most: Int)
    /// A rest after work outside of hours that are not stated.
    case restWithoutHours
    /// The price of a call, of people who are not called.
    case neverCalled(role: String)
    /// A certificate that nobody of the role holds.
    case notHeld(certificate: String, role: String)
    /// More people with certificates than the role can have.
    case tooFewCertified(role: String, certificates: [String], claimed: Int, most: Int)
    /// More sets of certificates than can be told apart.
    case tooManyProfiles(role: String, count: Int, limit: Int)
    /// Certificates of what is no role.
    case certifiedThings(name: String)
    /// Certificates are asked for where a claim does not borrow people for a step.
    case certifiedOutsideUses
    /// A certificate that lapses and is not renewed.
    case neverRenewed(certificate: String)
    /// A renewal of what never expires.
    case renewedForGood
    /// A renewal that is due before the certificate is given.
    case aheadOfItself(ahead: TimeLength, lasts: TimeLength)
    /// Nobody ever passes.
    case nobodyPasses
    /// A certificate by runs of a product that has none.
    case earnedWithoutRuns(product: String)
    /// Runs in which nobody of the role takes part.
    case nobodyTakesPart(role: String, product: String)
    /// A run that asks for the certificate that it gives.
    case earnsItself(certificate: String, product: String)
    /// Persons of full-time equivalents who are called once and for all.
    case calledOnce(role: String)
    /// Persons at the start of a facility that opens later.
    case nobodyYet(facility: String)
    /// Nobody of the share.
    case shareOfNobody
    /// A programme that takes no time and has no route, or has both.
    case notOneWayOfTraining(programme: String)
    /// Newcomers who come to work alone in two ways.
    case twoWaysOfLearning
    /// Persons are sent through the route of what is no training run.
    case notATrainingRun(product: String)
    /// Newcomers whose booking may be at another facility than theirs.
    case qualifiedWhereThereIsADate(product: String, facility: String)
    /// A rule for who finds no seat, where there is always one.
    case neverFull
    /// Newcomers who would have to be trained by people who are not there before them.
    case qualifiedByNobody(role: String, product: String, missing: String)
    /// A law without a mean, where a share of the time is asked for.
    case noMean(law: String)
    /// Measures that are asked for a second time.
    case measuredTwice(group: String)
    /// Months of more years than a result can hold.
    case tooManyMonths(years: Int)
    /// Nobody of those whom a measure is about.
    case nobodyToMeasure(what: String)
    /// A programme called as results call those who came from none.
    case programmeOfMarket
    // The state at the start
    /// The state speaks of another day than the start.
    case stateOfAnotherDay(CivilInstant)
    /// It lies after the start, so it is no part of the state.
    case afterStart(CivilInstant)
    /// It lies too long before the start.
    case tooLongAgo(years: Int)
    /// An instant before another one that it follows.
    case beforeEarlier(what: String, earlier: String)
    /// Patients of a product for which nobody is referred.
    case patientsOfNoDemand(product: String)
    /// Lots of a product that fills no stock.
    case lotsOfNoStock(product: String)
    /// Work under way without the instant at which it began.
    case sinceWhen(step: String)
    /// Nothing is said about what is done with a lot.
    case lotNowhere
    /// The product is not made there.
    case notMadeAt(product: String, facility: String)
    /// A booking of a product that is not booked.
    case bookedWithoutSlots(product: String)
    /// Someone behind the booking without a booked day.
    case notBooked(product: String)
    /// A booking on a day without slots.
    case noSlotOn(CivilDate)
    /// More bookings on a day than slots.
    case tooManyBooked(CivilDate, booked: Int, offered: Int)
    /// A booking in the past of somebody who has not begun.
    case bookedInThePast(CivilDate)
    /// Two entities of one name.
    case secondOfName(String)
    /// Units that have expired.
    case hasExpired
    /// Units that live longer than their shelf life.
    case outlivesShelfLife(TimeLength)
    /// An expiry of what does not expire.
    case neverExpires(stock: String)

    // Money
    /// A price in a currency of which nothing says what it is worth.
    case noExchange(of: Currency, into: Currency)
    /// An exchange rate into another currency than that of the scenario, or of that currency itself.
    case exchangeInto(Currency, of: Currency, currency: Currency)
    /// A price of units whose making is counted already.
    case priceOfOwnLots(stock: String, product: String)
    /// A product called as results call what no product caused.
    case nameOfIdleCosts
    /// A price of changeovers where there are none.
    case changeoverNeverCharged(resource: String)
  }
}

extension Finding.Problem {
  /// Whether the scenario can be run all the same.
  var isWarning: Bool {
    switch self {
    case .endless(_, let takesTime): takesTime
    case .overflowNever, .unused, .workingDaysWithoutCalendar, .afterHorizon, .limitBelowMedian,
      .shelfLifeWithoutInfusion,
      .exceptionalWithoutOpenWork, .changeoverNeverFits, .noAir, .noRoute, .notFreed, .slotsWithoutBook,
      .neverReached, .noDemand, .orderWithoutKey, .runsOut,
      .attritionWithoutHiring, .changeoverNeverCharged, .neverRenewed, .renewedForGood, .calledOnce,
      .nobodyTakesPart, .neverFull, .nobodyToMeasure:
      true
    default: false
    }
  }
}
