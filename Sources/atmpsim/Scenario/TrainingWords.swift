import PipelineModel
import Quantities
import Reporting

/// What a description says of a training programme.
enum TrainingWords {
  /// How they come in, what they go through, and what becomes of them.
  static func of(_ programme: TrainingProgramme, intake: String) -> [String] {
    var first = programme.seats.map { "\($0) seats, " } ?? ""
    if programme.whenFull == .leave { first += "who finds none leaves, " }
    first += intake
    if let law = programme.takes { first += ", takes \(SpanWords.of(law))" }
    if let product = programme.through { first += ", each through the route of \(product)" }
    let complete =
      programme.through == nil
      ? "\(SpanWords.share(programme.completes)) complete, \(SpanWords.share(programme.stays)) of them stay"
      : "who comes to its end has completed, \(SpanWords.share(programme.stays)) of them stay"
    let roles = programme.becomes.map { entry in
      "\(SpanWords.share(entry.probability)) \(entry.role)"
        + (entry.qualifiedBy.map { " (qualified by \($0))" } ?? "")
    }
    return [first, complete + (roles.isEmpty ? "" : "; of these \(roles.joined(separator: ", "))")]
  }
}
