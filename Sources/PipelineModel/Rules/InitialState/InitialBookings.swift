import Quantities

/// Bookings made before the start are on days of the grid, no more on any than it offers.
///
/// Whether there are the people, rooms and devices that a booking needs is looked at when the scenario is compiled.
enum InitialBookings: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let products = Dictionary(view.products.map { ($0.product.name, $0) }) { first, _ in first }
    let start = view.scenario.start.date
    var findings: [Finding] = []
    var booked: [BookedDay: Int] = [:]
    for (index, patient) in view.scenario.initialState.patients.enumerated() {
      guard let product = products[patient.product] else { continue }
      let path = "initial state/patients/\(index + 1)"
      guard let day = patient.booked else {
        if isBehindBooking(patient, product) {
          findings.append(Finding(path, .notBooked(product: patient.product)))
        }
        continue
      }
      guard let slots = product.product.slots, product.bookIndex != nil else {
        findings.append(Finding("\(path)/booked", .bookedWithoutSlots(product: patient.product)))
        continue
      }
      if day < start.adding(years: -InitialEntities.oldest) {
        findings.append(Finding("\(path)/booked", .tooLongAgo(years: InitialEntities.oldest)))
        continue
      }
      if day < start, patient.steps.isEmpty, patient.waitsFor == nil {
        findings.append(Finding("\(path)/booked", .bookedInThePast(day)))
      }
      let offered = slots.weekly.filter { $0.day == day.weekday }.reduce(0) { $0 + $1.count }
      let place = BookedDay(
        product: patient.product, facility: patient.madeAt ?? product.facilities.first ?? nil, day: day)
      booked[place, default: 0] += 1
      if offered <= 0 {
        findings.append(Finding("\(path)/booked", .noSlotOn(day)))
      } else if booked[place] ?? 0 > offered {
        findings.append(
          Finding(
            "\(path)/booked", .tooManyBooked(day, booked: booked[place] ?? 0, offered: offered)))
      }
    }
    return findings
  }

  private struct BookedDay: Hashable {
    var product: String
    var facility: String?
    var day: CivilDate
  }

  /// Whether all that a patient stands at comes after the booking.
  private static func isBehindBooking(_ patient: InitialPatient, _ product: ProductView) -> Bool {
    guard let book = product.bookIndex, product.product.slots != nil else { return false }
    let names = patient.steps.map(\.name) + (patient.waitsFor.map { [$0] } ?? [])
    return names.contains { name in product.index(ofStep: name).map { $0 > book } ?? false }
  }
}
