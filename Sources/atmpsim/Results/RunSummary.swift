import Experiments
import ResultStore

/// What a finished, or interrupted, run has to say: every output is made from this.
struct RunSummary: Sendable {
  var header: RunHeader
  /// How the replications ended, in words.
  var outcome: String
  /// Sentences that a reader has to see before trusting a number.
  var warnings: [String]
  var table: EstimateTable
}
