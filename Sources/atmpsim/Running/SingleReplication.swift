import Foundation
import PipelineSimulation
import Quantities

/// One replication by itself: what happened in it, or what it reported.
struct SingleReplication {
  let request: RunRequest
  let number: Int
  let isTraced: Bool

  /// Runs it and prints the trace, or the numbers that are not zero.
  func run(asJSON: Bool, on terminal: Terminal) throws {
    let program = request.loaded.program
    if !isTraced {
      let record = program.replicate(number, seed: request.seed, options: request.options)
      terminal.result(asJSON ? recordJSON(record) : recordText(record))
      return
    }
    if asJSON {
      var entries: [TraceEntry] = []
      let record = program.trace(number, seed: request.seed, options: request.options) { entries.append($0) }
      terminal.result(traceJSON(entries, record))
      return
    }
    var lines = ""
    let record = program.trace(number, seed: request.seed, options: request.options) { entry in
      lines += line(entry)
      if lines.utf8.count > 1 << 16 {
        terminal.result(lines)
        lines = ""
      }
    }
    terminal.result(lines)
    terminal.note("\(OutcomeWords.words(record, program.clock)); \(record.size.events) events")
  }

  /// `2025-03-01 08:00:00  12.5 h  job 3  starts  serve  detail  chain of identity`, with tabs between.
  private func line(_ entry: TraceEntry) -> String {
    [
      instant(entry.at), "\(QuantityPrinting.number(hours(entry.at))) h", entry.entity, entry.event,
      entry.place, entry.detail, entry.identity,
    ]
    .joined(separator: "\t") + "\n"
  }

  private func instant(_ time: SimulationTime) -> String {
    QuantityPrinting.instant(request.loaded.program.clock.civil(at: time))
  }

  private func hours(_ time: SimulationTime) -> Double {
    Double(time.ticks) / Double(request.loaded.program.clock.tick.ticksPerSecond) / 3_600
  }

  private func head(_ writer: inout JSONWriter, _ schema: String, _ record: ReplicationRecord) {
    writer.member("schema", schema)
    writer.key("scenario")
    writer.object { writer in
      writer.member("title", request.loaded.scenario.title)
      writer.member("file", request.loaded.file)
      writer.member("sha256", request.loaded.sha256)
    }
    writer.key("seed")
    writer.whole(request.seed)
    writer.member("replication", number)
    writer.member("version", Version.text)
    writer.member("outcome", OutcomeWords.words(record, request.loaded.program.clock))
    writer.key("events")
    writer.whole(record.size.events)
    writer.member("patients", record.size.patients)
    writer.member("batches", record.size.batches)
  }

  private func traceJSON(_ entries: [TraceEntry], _ record: ReplicationRecord) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      head(&writer, "atmpsim.trace/1", record)
      writer.key("entries")
      writer.array { writer in
        for entry in entries {
          writer.element()
          writer.object { writer in
            writer.member("at", instant(entry.at))
            writer.member("hours", hours(entry.at))
            writer.member("entity", entry.entity)
            writer.member("event", entry.event)
            writer.member("place", entry.place)
            writer.member("detail", entry.detail)
            writer.member("identity", entry.identity)
          }
        }
      }
    }
    return writer.text + "\n"
  }

  private func recordJSON(_ record: ReplicationRecord) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      head(&writer, "atmpsim.replication/1", record)
      writer.key("values")
      writer.array { writer in
        for value in ReportedValue.all(of: record, request.loaded.program.layout) {
          writer.element()
          writer.object { writer in
            writer.member("measure", value.measure)
            writer.key("scope")
            writer.scope(value.scope)
            writer.member("unit", value.unit)
            writer.member("value", value.value)
            writer.member("count", value.count)
          }
        }
      }
    }
    return writer.text + "\n"
  }

  private func recordText(_ record: ReplicationRecord) -> String {
    var text = ""
    for value in ReportedValue.all(of: record, request.loaded.program.layout) where value.value ?? 0 != 0 {
      let scope = value.scope.entries.map { "\($0.key.rawValue) \($0.value.text)" }.joined(separator: ", ")
      let number = value.value.map(QuantityPrinting.number) ?? "–"
      text += "\(value.measure)\t\(scope)\t\(number)\t\(value.unit)\n"
    }
    return text
      + "\(OutcomeWords.words(record, request.loaded.program.clock)); \(record.size.events) events\n"
  }
}
