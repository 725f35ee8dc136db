import Foundation
import GRDB
import PipelineSimulation

/// A replication as one row of the run file, ready to be written.
struct StoredReplication {
  let number: Int
  private let outcome: OutcomeText
  private let size: RunSize
  private let bytes: Data
  /// Its schedule; nil where there is none.
  let schedule: Data?

  init(_ record: ReplicationRecord) {
    number = record.replication
    outcome = OutcomeText(record.outcome, trouble: record.trouble)
    size = record.size
    bytes = Data(RecordBytes.encode(values: record.values, samples: record.samples))
    schedule = record.schedule.isEmpty ? nil : Data(ScheduleBytes.encode(record.schedule))
  }

  /// The columns in the order of the table.
  var arguments: StatementArguments {
    [
      number, outcome.what, outcome.atSeconds, outcome.detail, Int64(clamping: size.events), size.patients,
      size.batches, bytes,
    ]
  }
}
