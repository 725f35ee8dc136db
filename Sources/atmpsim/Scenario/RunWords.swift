import PipelineModel
import Quantities
import Reporting

/// What a description says of runs that are no patients, and of processes that have to be qualified.
enum RunWords {
  /// What a product is made for.
  static func purpose(_ product: Product) -> [String] {
    product.purpose.map { ["purpose: \($0.rawValue); class \(product.servedPriority) in lines"] } ?? []
  }

  /// Cohorts of a trial.
  static func trial(_ product: Product) -> [String] {
    guard let trial = product.trial else { return [] }
    var words = [
      "trial: cohorts of \(trial.cohort), each followed for \(QuantityPrinting.timeLength(trial.followUp)) after the infusion"
    ]
    if let count = trial.atMost { words.append("\(count) patients in all") }
    if let law = trial.startsAfter { words.append("assessed for \(SpanWords.of(law)) first") }
    if let step = product.enrolment { words.append("enrolled at \(step)") }
    words.append("who is lost before the infusion is \(trial.lost.rawValue)")
    return [words.joined(separator: "; ")]
  }

  /// How runs come.
  static func of(_ runs: Runs, arrivals: (Arrivals) -> String) -> [String] {
    if let plan = runs.arrivals { return ["runs that are no patients: \(arrivals(plan))"] }
    let first = runs.initially.map { "\($0) at the beginning" } ?? "at the beginning"
    let next = runs.every.map { ", then one every \(QuantityPrinting.timeLength($0))" } ?? ""
    return ["runs that are no patients: \(first)\(next)"]
  }

  /// A process of a facility.
  static func of(_ process: QualifiedProcess) -> String {
    var words = ["process \(process.name), qualified by \(process.qualifiedBy)"]
    if process.qualifiedUntil == nil { words.append("used once \(process.initially) have passed") }
    if let length = process.lapsesAfter {
      words.append("lapses \(QuantityPrinting.timeLength(length)) after the last that passed")
    }
    if let law = process.failedStops { words.append("one that failed stops it for \(SpanWords.of(law))") }
    words.append("needed again after that: \(process.again)")
    return words.joined(separator: "; ")
  }
}
