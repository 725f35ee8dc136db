extension MeasureCatalogue {
  /// People by month and what becomes of graduates; reported where a scenario asks for them by `also measure:`.
  static let careers: [Measure] = [
    monthly(
      "staff.qualified-by-month", .amount,
      "Mean number of persons who work independently in the role, in the month."),
    monthly(
      "staff.planned-by-month", .amount,
      "Mean number of posts of the role, in the month, from its opening on."),
    monthly(
      "staff.needed-by-month", .amount,
      "Persons who are needed in the role: as many as are, less absence, leave and other duties, present on shift in the smallest number that covers what is asked for in 95 % of the role's time on shift in the month, and one where anything is asked for at all. Asked for are units in use, those that claims wait for which lack nothing else, and one start of each product whose patients are refused a booking for want of the role; desk work asks for one at a time."
    ),
    monthly(
      "staff.gap-by-month", .amount, "Persons needed less persons who work independently, not below none."),
    monthly(
      "staff.gap-closed", .ratio(isProbability: true),
      "Share of the replications in which no fewer work independently in the role, in the month, than are needed.",
      unit: "1"),
    Measure(
      "staff.qualified-from", unit: "persons", keys: [.facility, .role, .programme, .year],
      groupings: [
        [.facility, .role, .programme, .year], [.facility, .role, .programme], [.programme, .year],
        [.programme],
      ], combination: .standing,
      definition:
        "Persons who work independently in the role at the end of the year, by the programme that they came from; under 'market' those who came from none."
    ),
    Measure(
      "training.qualified", unit: "persons", keys: [.programme, .year],
      groupings: [[.programme, .year], [.programme]], combination: .count,
      definition: "Graduates who became independent in the role that they took up, in that year."),
    Measure(
      "training.in-role-after", unit: "1", keys: [.programme, .number, .year],
      groupings: [[.programme, .number, .year], [.programme, .number], [.number]],
      combination: .ratio(isProbability: true),
      definition:
        "Share of the graduates who took up a role and are still in it after so many years, by the year in which they took it up; of those alone whose years end within the run."
    ),
  ]

  private static func monthly(
    _ name: String, _ combination: Measure.Combination, _ definition: String, unit: String = "persons"
  ) -> Measure {
    Measure(
      name, unit: unit, keys: [.facility, .role, .month], groupings: [[.facility, .role, .month]],
      combination: combination, definition: definition)
  }

  /// Patients and starts that are lost to the want of people and to their training; where a scenario asks for them.
  static let wants: [Measure] = [
    Measure(
      "patients.lost-for-people", unit: "patients", keys: [.product, .facility, .role, .year],
      groupings: byProduct + [[.product, .role], [.role], [.role, .year]], combination: .count,
      definition:
        "Patients who were lost while they waited for a role before anything else: in a line, or for a booking that was refused for want of it."
    ),
    count(
      "slots.lost-to-training",
      "slots",
      "Starts of the weekly grid, by product and date, that were refused to patients only because of what training runs have reserved; in the year of the start."
    ),
    count(
      "slots.lost-to-media-fills", "slots",
      "Starts of the weekly grid, by product and date, that were refused to patients only because of what media fills have reserved; in the year of the start."
    ),
  ]
}
