import PipelineModel
import Quantities

/// The state at the start in words: one line for each patient, lot and shelf.
enum StateWords {
  static func lines(_ state: InitialState) -> [String] {
    state.patients.map(line) + state.lots.map(line) + state.stocks.map(line)
      + CertificateWords.lines(state.people)
  }

  private static func line(_ patient: InitialPatient) -> String {
    var words = ["referred \(QuantityPrinting.instant(patient.referred))"]
    if let booked = patient.booked { words.append("booked for \(QuantityPrinting.date(booked))") }
    if let collected = patient.collected { words.append("collected \(QuantityPrinting.instant(collected))") }
    if patient.attempt > 1 { words.append("batch \(patient.attempt)") }
    words += work(patient.steps, patient.since)
    if let entry = patient.waitsFor {
      words.append(
        "waits for '\(entry)' since \(QuantityPrinting.instant(patient.since ?? patient.referred))")
    }
    return name(patient.id, patient.product) + ": " + words.joined(separator: ", ")
  }

  private static func line(_ lot: InitialLot) -> String {
    name(lot.id, "lot of \(lot.product)") + ": " + work(lot.steps, lot.since).joined(separator: ", ")
  }

  private static func line(_ shelf: InitialShelf) -> String {
    let lots = shelf.lots.map { lot in
      "\(lot.units)" + (lot.expires.map { " until \(QuantityPrinting.instant($0))" } ?? "")
    }
    return "\(shelf.stock): \(lots.isEmpty ? "none" : lots.joined(separator: ", "))"
  }

  private static func name(_ id: String?, _ product: String) -> String {
    id.map { "\($0), \(product)" } ?? product
  }

  private static func work(_ steps: [InitialStep], _ since: CivilInstant?) -> [String] {
    steps.map { step in
      let began = (step.since ?? since).map { " since \(QuantityPrinting.instant($0))" } ?? ""
      return "in '\(step.name)'\(began)"
    }
  }
}
