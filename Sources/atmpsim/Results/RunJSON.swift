import Experiments
import OutputAnalysis
import PipelineSimulation

/// The document `atmpsim.run/1` that `--json` prints and `estimates.json` holds.
enum RunJSON {
  static func text(of summary: RunSummary) -> String {
    var writer = JSONWriter()
    let header = summary.header
    writer.object { writer in
      writer.key("schema", onNewLine: true)
      writer.string("atmpsim.run/1")
      writer.key("scenario", onNewLine: true)
      writer.object { writer in
        writer.member("title", header.title)
        writer.member("file", header.file)
        writer.member("sha256", header.sha256)
      }
      writer.key("seed", onNewLine: true)
      writer.whole(header.seed)
      writer.key("replications", onNewLine: true)
      writer.whole(UInt64(summary.table.replications))
      let texts = [
        ("start", header.start), ("horizon", header.horizon), ("warmUp", header.warmUp),
        ("version", header.version), ("outcome", summary.outcome), ("command", header.command),
      ]
      for (name, value) in texts {
        writer.key(name, onNewLine: true)
        writer.string(value)
      }
      writer.key("warnings", onNewLine: true)
      writer.array { writer in
        for warning in summary.warnings {
          writer.element()
          writer.string(warning)
        }
      }
      writer.key("estimates", onNewLine: true)
      writer.array { writer in
        for row in summary.table.rows {
          writer.element()
          writer.row(row)
        }
      }
    }
    return writer.text + "\n"
  }
}

extension JSONWriter {
  /// Writes a row of estimates with the keys of the contract.
  mutating func row(_ row: EstimateRow) {
    object { writer in
      writer.member("measure", row.measure)
      writer.member("statistic", row.statistic.rawValue)
      writer.key("scope")
      writer.scope(row.scope)
      writer.member("unit", row.unit)
      writer.members(of: row.estimate)
    }
  }

  /// Writes a scope as an object.
  mutating func scope(_ scope: Scope) {
    object { writer in
      for entry in scope.entries {
        switch entry.value {
        case .name(let name): writer.member(entry.key.rawValue, name)
        case .number(let number): writer.member(entry.key.rawValue, number)
        }
      }
    }
  }

  /// Writes the figures of an estimate as members.
  mutating func members(of estimate: Estimate) {
    member("mean", estimate.value)
    member("low", estimate.interval?.low)
    member("high", estimate.interval?.high)
    member("level", estimate.interval?.level)
    member("method", estimate.interval?.method.rawValue)
    member("replications", estimate.replicationsUsed)
    member("p10", estimate.p10)
    member("p50", estimate.p50)
    member("p90", estimate.p90)
  }
}
