extension MeasureCatalogue {
  /// What things cost; reported where a scenario has prices, in its own currency.
  static let costs: [Measure] = [
    Measure(
      "cost.total", unit: "currency", keys: [.product, .facility, .category, .year],
      groupings: [
        [.product, .facility, .category], [.product, .category], [.facility, .category], [.category],
        [.category, .year], [.product, .facility, .year], [.product, .year], [.facility, .year], [.year],
        [.product, .facility], [.product], [.facility], [],
      ], combination: .amount,
      definition:
        "Money spent, in the year in which it was caused: by the product and the facility that makes it, failed batches included; under 'idle', with the facility that pays, what no product caused."
    ),
    Measure(
      "cost.failed", unit: "currency", keys: [.product, .facility, .year],
      groupings: [
        [.product, .facility, .year], [.product, .year], [.facility, .year], [.year], [.product, .facility],
        [.product], [.facility], [],
      ], combination: .amount,
      definition:
        "Money spent on batches that failed, expired or were given up, without shares of yearly costs; a part of 'cost.total'."
    ),
    Measure(
      "cost.per-dose-released", unit: "currency", keys: [.product, .facility, .year],
      groupings: [[.product, .facility, .year], [.product, .year], [.product, .facility], [.product]],
      combination: .ratio(isProbability: false),
      definition:
        "Money spent on a product over its doses: batches released for patients, or units put into a stock."
    ),
    Measure(
      "cost.per-patient-treated", unit: "currency", keys: [.product, .facility, .year],
      groupings: [
        [.product, .facility, .year], [.product, .year], [.facility, .year], [.year], [.product, .facility],
        [.product], [.facility], [],
      ], combination: .ratio(isProbability: false),
      definition:
        "Money spent over patients treated; of a product what it caused, of a facility or of all also what is idle and what lots for stocks cost."
    ),
    Measure(
      "cost.training", unit: "currency", keys: [.programme, .year],
      groupings: [[.programme, .year], [.programme], [.year], []], combination: .amount,
      definition:
        "Money spent on training, in the year in which it was caused; a part of 'cost.total', where it stands under 'idle'."
    ),
    Measure(
      "cost.per-qualified", unit: "currency", keys: [.programme, .year],
      groupings: [[.programme, .year], [.programme]], combination: .ratio(isProbability: false),
      definition:
        "Money spent on a programme over its graduates who became independent in the role that they took up, whenever they began."
    ),
  ]
}
