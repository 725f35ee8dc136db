import Quantities

extension InitialState {
  /// `initial state:`: `InitialState(patients: [InitialPatient("car-t", referred: "2026-11-02")])`.
  public init(
    asOf: Written<CivilInstant>? = nil, patients: [InitialPatient] = [], lots: [InitialLot] = [],
    stocks: [InitialShelf] = [], people: [InitialRole] = []
  ) {
    self.init()
    self.asOf = asOf?.quantity
    self.patients = patients
    self.lots = lots
    self.stocks = stocks
    self.people = people
  }
}

extension InitialPatient {
  /// A patient: `InitialPatient("car-t", id: "P-012", referred: "2026-10-20", collected: "2026-11-12")`.
  public init(
    _ product: String, id: String? = nil, referred: Written<CivilInstant>,
    collected: Written<CivilInstant>? = nil, severity: Double? = nil, booked: CivilDate? = nil
  ) {
    self.init(product: product, referred: referred.quantity)
    self.id = id
    self.collected = collected?.quantity
    self.severity = severity
    self.booked = booked
  }

  /// `in:` a step, since an instant; several calls stand for several steps side by side.
  public func at(_ step: String, since: Written<CivilInstant>) -> InitialPatient {
    var copy = self
    copy.steps.append(InitialStep(step, since: since.quantity))
    return copy
  }

  /// `waits for:` an entry of the route, since an instant or since the referral.
  public func waiting(for entry: String, since: Written<CivilInstant>? = nil) -> InitialPatient {
    var copy = self
    copy.waitsFor = entry
    copy.since = since?.quantity
    return copy
  }
}

extension InitialLot {
  /// A lot: `InitialLot("vector").at("produce", since: "2026-11-16")`.
  public init(_ product: String, id: String? = nil, countsFor units: Int? = nil) {
    self.init(product: product)
    self.id = id
    self.units = units
  }

  /// `in:` a step, since an instant; several calls stand for several steps side by side.
  public func at(_ step: String, since: Written<CivilInstant>) -> InitialLot {
    var copy = self
    copy.steps.append(InitialStep(step, since: since.quantity))
    return copy
  }
}
