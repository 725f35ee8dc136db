/// Every measure that a run can report, with its unit, scope keys and definition. Names are stable.
public enum MeasureCatalogue {
  /// All measures, in the order in which they are printed.
  public static let all: [Measure] =
    patients + fairness + runs + times + slots + batches + identities + resources + stocks + people + careers
    + wants
    + costs
    + milestones + trials
    + lines

  /// The measure of a name.
  public static func measure(_ name: String) -> Measure? { all.first { $0.name == name } }

  static let byProduct: [[Scope.Key]] = [
    [.product, .facility, .year], [.product, .year], [.facility, .year], [.year], [.product, .facility],
    [.product], [.facility], [],
  ]
  static let byProductKeys: [Scope.Key] = [.product, .facility, .year]

  static func count(_ name: String, _ unit: String, _ definition: String) -> Measure {
    Measure(
      name, unit: unit, keys: byProductKeys, groupings: byProduct, combination: .count,
      definition: definition)
  }

  static let patients: [Measure] = [
    count("patients.referred", "patients", "Patients who were referred, in the year of the referral."),
    count(
      "patients.collected", "patients",
      "Collections of starting material (ends of the step that marks collection), in their year."),
    count("patients.treated", "patients", "Patients who came to the end of their route, in that year."),
    Measure(
      "patients.lost", unit: "patients", keys: [.product, .facility, .reason, .year],
      groupings: byProduct + [[.product, .reason], [.reason], [.product, .reason, .year]],
      combination: .count,
      definition: "Patients who left without treatment, in the year in which they left, by reason."),
    count(
      "patients.at-start", "patients",
      "Patients of the initial state: referred before the start, and neither treated nor lost by then."),
    Measure(
      "patients.in-progress", unit: "patients", keys: byProductKeys, groupings: byProduct,
      combination: .standing,
      definition: "Patients referred and neither treated nor lost, at the end of the year or of the run."),
    count(
      "patients.conditioned-without-product", "patients",
      "Patients whose conditioning had begun and who were lost or remade before an infusion."),
    count(
      "patients.positive-after-infusion", "patients",
      "Patients for whom final testing found a positive after the infusion."),
  ]

  private static func duration(_ name: String, _ definition: String) -> Measure {
    Measure(
      name, unit: "d", keys: byProductKeys, groupings: byProduct, combination: .samples,
      definition: definition)
  }

  static let times: [Measure] = [
    duration("time.vein-to-vein", "Infusion minus collection, in the year of the collection."),
    duration("time.door-to-door", "Infusion minus referral, in the year of the referral."),
    duration(
      "time.turnaround",
      "Release (certification that allows infusion) minus collection, in the year of the collection."),
    Measure(
      "time.in-system", unit: "h", keys: [.product], groupings: [[.product]], combination: .samples,
      definition: "From arrival to the end of the route, of those who came to its end after the warm-up."),
  ]

  static let slots: [Measure] = [
    count(
      "slots.offered", "slots",
      "Starts of the weekly grid on dates on which every dated touch can be staffed."),
    count("slots.booked", "slots", "Bookings made, in the year of the slot."),
    count("slots.used", "slots", "Slots whose start took place for the patient who held it."),
    count("slots.backfilled", "slots", "Slots left by a lost patient and taken by another."),
    count("slots.wasted", "slots", "Slots left by a lost patient and taken by nobody."),
    count(
      "bookings.broken", "bookings",
      "Bookings of which work without a booking, of a higher class, took a room or a device on the date of the promise."
    ),
  ]

  static let batches: [Measure] = [
    count("batches.started", "batches", "Batches and lots begun."),
    count("batches.failed", "batches", "Batches that failed in manufacture, by the year of the failure."),
    count("batches.aborted", "batches", "Batches given up because their patient was lost."),
    count(
      "batches.out-of-specification", "batches", "Batches whose release tests were out of specification."),
    count("batches.released", "batches", "Batches released for infusion or to stock, also on request."),
  ]

  private static func level(_ name: String, _ unit: String, people: Bool, _ definition: String) -> Measure {
    let key: Scope.Key = people ? .role : .resource
    return Measure(
      name, unit: unit, keys: [.facility, key, .year],
      groupings: [[.facility, key, .year], [.facility, key], [.facility, .year], [.facility]],
      combination: .ratio(isProbability: false), definition: definition)
  }

  static let resources: [Measure] = [
    level("room.utilisation", "1", people: false, "Busy room time over open room time."),
    level("device.utilisation", "1", people: false, "Busy device time over available device time."),
    level("staff.utilisation", "1", people: true, "Busy time over time present on shift."),
    level(
      "resource.shortage", "claims", people: false,
      "Mean number of claims that wait and find this resource short (the first that is short, in the order of the step)."
    ),
    Measure(
      "product.shortage", unit: "claims", keys: [.product, .facility, .resource, .stock],
      groupings: [[.product, .facility, .resource], [.product, .stock]],
      combination: .ratio(isProbability: false),
      definition:
        "Mean number of claims of the product that wait and find this resource or stock short (the first that is short)."
    ),
    Measure(
      "room.excursions", unit: "excursions", keys: [.facility, .resource, .year],
      groupings: [[.facility, .resource, .year], [.facility, .resource], [.facility, .year], [.facility]],
      combination: .count,
      definition:
        "Sessions whose plates were read and showed growth above the limits, in the year of the reading."),
    level("room.on-hold", "rooms", people: false, "Mean number of rooms out of service after an excursion."),
    level(
      "process.qualified", "1", people: false,
      "Share of the time in which the process is qualified and its facility licensed."),
    process("process.stopped", "Media fills that failed and stopped the process, in their year."),
    process("process.lapsed", "Times that the qualification lapsed for want of a media fill."),
    level("resource.down", "units", people: false, "Mean number of units that are broken down."),
  ]

  private static func process(_ name: String, _ definition: String) -> Measure {
    Measure(
      name, unit: "times", keys: [.facility, .resource, .year],
      groupings: [[.facility, .resource, .year], [.facility, .resource], [.facility, .year], [.facility]],
      combination: .count, definition: definition)
  }

  private static func stock(
    _ name: String, _ unit: String, _ combination: Measure.Combination, _ definition: String
  )
    -> Measure
  {
    Measure(
      name, unit: unit, keys: [.stock, .year], groupings: [[.stock, .year], [.stock]],
      combination: combination,
      definition: definition)
  }

  static let stocks: [Measure] = [
    stock("stock.on-hand", "units", .ratio(isProbability: false), "Mean number of units on the shelf."),
    stock(
      "stock.backorders", "units", .ratio(isProbability: false),
      "Mean number of units asked for by claims that wait."),
    stock(
      "stock.fill-rate", "1", .ratio(isProbability: true),
      "Share of the claims that found enough units on the shelf when they were made."),
    stock(
      "stock.stock-outs", "times", .count,
      "Times that the stock fell to nothing, or was asked for more than it held."),
    stock("stock.received", "units", .count, "Units that came in."),
    stock("stock.issued", "units", .count, "Units issued."),
    stock("stock.expired", "units", .count, "Units discarded at the end of their shelf life."),
  ]

  private static func certificate(
    _ name: String, _ unit: String, _ combination: Measure.Combination, _ definition: String
  ) -> Measure {
    Measure(
      name, unit: unit, keys: [.facility, .role, .certificate, .year],
      groupings: [[.facility, .role, .certificate, .year], [.facility, .role, .certificate]],
      combination: combination, definition: definition)
  }

  static let people: [Measure] = [
    level("staff.headcount", "persons", people: true, "Mean number of persons employed in the role."),
    level(
      "staff.qualified", "persons", people: true, "Mean number of persons who work independently in the role."
    ),
    level(
      "staff.away", "persons", people: true,
      "Mean number of persons who work independently in the role and are away in a spell of absence."),
    certificate(
      "staff.certified", "persons", .ratio(isProbability: false),
      "Mean number of persons who work independently in the role and hold the certificate."),
    certificate("certificates.renewed", "times", .count, "Renewals passed, and runs passed by taking part."),
    certificate(
      "certificates.lapsed", "times", .count, "Certificates that expired before they were renewed."),
    certificate(
      "certificates.failed", "times", .count,
      "Renewals not passed, and certificates taken by a run that failed."),
    certificate("certificates.hours", "h", .amount, "Hours of work of those who were assessed."),
    Measure(
      "staff.covered", unit: "h", keys: [.facility, .role, .year],
      groupings: [[.facility, .role, .year], [.facility, .role]], combination: .amount,
      definition:
        "Hours of work that others did in place of this role, in the year in which the stretch of work ended."
    ),
    hours("staff.overtime", "outside the calendars of the role"),
    hours("staff.night-hours", "from 22:00 to 06:00"),
    hours("staff.weekend-hours", "on Saturdays and Sundays"),
    Measure(
      "staff.calls", unit: "persons", keys: [.facility, .role, .year],
      groupings: [[.facility, .role, .year], [.facility, .role]], combination: .count,
      definition: "Persons called to work, of a role on call; once where they go on with what comes next."),
    level(
      "staff.resting", "persons", people: true,
      "Mean number of persons who rest after a call, or after work that ended outside their hours."),
    Measure(
      "staff.left", unit: "persons", keys: [.facility, .role, .year],
      groupings: [[.facility, .role, .year], [.facility, .role]], combination: .count,
      definition: "Persons who left the role."),
    Measure(
      "staff.hired", unit: "persons", keys: [.facility, .role, .year],
      groupings: [[.facility, .role, .year], [.facility, .role]], combination: .count,
      definition: "Persons who entered the role, from the market or from training."),
    Measure(
      "staff.not-qualified", unit: "persons", keys: [.facility, .role, .year],
      groupings: [[.facility, .role, .year], [.facility, .role]], combination: .count,
      definition:
        "Persons who were lost on the route that was to qualify them, and left the role; of those in staff.left. Where `qualified by` is used."
    ),
    Measure(
      "training.students", unit: "persons", keys: [.programme, .year],
      groupings: [[.programme, .year], [.programme]], combination: .ratio(isProbability: false),
      definition: "Mean number of persons in the programme."),
    training("training.entered", "Persons who took a seat."),
    training("training.completed", "Persons who completed the programme."),
    training("training.dropped", "Persons who left it without completing."),
    training("training.in-role", "Graduates who took up a role at a partner site."),
    training(
      "training.turned-away", "Applicants who found no seat and left at once, where `when full` says so."),
    Measure(
      "training.waiting", unit: "persons", keys: [.programme, .year],
      groupings: [[.programme, .year], [.programme]], combination: .ratio(isProbability: false),
      definition:
        "Mean number of applicants who wait for a seat, where seats are limited and `through` or `when full: wait` is used."
    ),
  ]

  private static func hours(_ name: String, _ when: String) -> Measure {
    Measure(
      name, unit: "h", keys: [.facility, .role, .year],
      groupings: [[.facility, .role, .year], [.facility, .role]], combination: .amount,
      definition:
        "Hours of work \(when), in the year in which the stretch of work ended; of roles that rest, are on call, or have a price for such hours."
    )
  }

  private static func training(_ name: String, _ definition: String) -> Measure {
    Measure(
      name, unit: "persons", keys: [.programme, .year], groupings: [[.programme, .year], [.programme]],
      combination: .count, definition: definition)
  }

  static let milestoneNames = [
    "opened", "licensed", "staffed", "first-patient", "tenth-patient", "fiftieth-patient",
  ]

  static let milestones: [Measure] = milestoneNames.map {
    Measure(
      "milestone.\($0)", unit: "d", keys: [.facility], groupings: [[.facility]], combination: .milestone,
      definition:
        "Days from the start until the facility is \($0.hasSuffix("patient") ? "through its \($0)" : $0).")
  }

  private static func line(
    _ name: String, _ unit: String, _ combination: Measure.Combination, _ definition: String
  ) -> Measure {
    Measure(
      name, unit: unit, keys: [.product, .step], groupings: [[.product, .step]], combination: combination,
      definition: definition)
  }

  static let lines: [Measure] = [
    line("line.length", "entities", .ratio(isProbability: false), "Mean number waiting for the step."),
    line("line.wait", "h", .samples, "Time waited in the line, of those whose step started."),
    line(
      "line.probability-of-waiting", "1", .ratio(isProbability: true),
      "Share, of those whose step started, who waited longer than no time at all."),
    line(
      "station.number", "entities", .ratio(isProbability: false),
      "Mean number at the step, waiting or in work."),
    line(
      "station.sojourn", "h", .ratio(isProbability: false), "Mean time from coming to the step to its end."),
    line("station.throughput", "1 / h", .ratio(isProbability: false), "Ends of the step in one hour."),
    line(
      "station.passes", "visits", .ratio(isProbability: false),
      "Visits of the step for each entity that visits it."),
    line(
      "probability.blocked", "1", .ratio(isProbability: true),
      "Share of those who came to the step and were turned away because the line was full."),
    line(
      "probability.abandoned", "1", .ratio(isProbability: true),
      "Share of those who came to the step and left the line because their patience ended."),
    line(
      "line.kept-apart", "1", .ratio(isProbability: true),
      "Share of the time in which the first in the line was kept out by a product that is never together with its own."
    ),
    Measure(
      "system.number", unit: "entities", keys: [.product], groupings: [[.product]],
      combination: .ratio(isProbability: false),
      definition: "Mean number of entities of the product in the system."),
    Measure(
      "number.by-hour", unit: "entities", keys: [.product, .hour], groupings: [[.product, .hour]],
      combination: .ratio(isProbability: false),
      definition:
        "Mean number of entities of the product in the system during each civil hour of the day, where demand varies."
    ),
    Measure(
      "number.distribution", unit: "1", keys: [.product, .number], groupings: [[.product, .number]],
      combination: .ratio(isProbability: true),
      definition:
        "Share of the time with exactly so many entities of the product in the system; the last is so many or more."
    ),
  ]
}
