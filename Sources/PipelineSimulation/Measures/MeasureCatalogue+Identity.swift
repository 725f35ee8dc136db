extension MeasureCatalogue {
  /// What became of identities that were mixed up; reported where a route can mix them up, or checks them.
  static let identities: [Measure] = [
    count(
      "identity.errors", "mix-ups",
      "Times that what was at hand for a patient was given another's name, in their year."),
    count("identity.found", "mix-ups", "Mix-ups that an identity check found, in the year of the check."),
    count(
      "identity.missed", "infusions",
      "Infusions of what was not the patient's own, because no check had found it, or what it found was only recorded, in their year."
    ),
    Measure(
      "identity.infused", unit: "1", keys: byProductKeys, groupings: byProduct,
      combination: .ratio(isProbability: true),
      definition: "Share of the infusions in which a patient was given what was not its own."),
  ]
}
