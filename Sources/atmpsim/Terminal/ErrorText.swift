import Experiments
import Foundation
import PipelineSimulation
import ResultStore
import Verification

/// The only place that turns faults of commands into sentences.
enum ErrorText {
  static func sentence(for error: any Error) -> String {
    switch error {
    case let fault as CommandFault: sentence(for: fault)
    case let fault as RunFileFault: sentence(for: fault)
    case let fault as StudyFigureFault: sentence(for: fault)
    case let fault as CompileFault: "\(fault.path): \(fault.message)"
    case let fault as Verifier.Unreadable: fault.description
    default: (error as NSError).localizedDescription
    }
  }

  private static func sentence(for fault: CommandFault) -> String {
    switch fault {
    case .scenarioErrors(let file): "\(file) cannot be run as it stands"
    case .unreadableLibrary(let file): "\(file) cannot be described as it stands"
    case .pageInTheWay(let path): "\(path) is in the way; --force replaces it"
    case .otherFileInTheWay(let path):
      "\(path) is no HTML page and stays as it is; choose another name for the page"
    case .notWritten(let path, let reason): "\(path) cannot be written: \(reason)"
    case .inTheWay(let path): "\(path) is in the way; --force replaces it, --output writes elsewhere"
    case .noSuchReplication(let number, let replications):
      "there is no replication \(number); they count from 0 to \(replications - 1)"
    case .notComparable(let reason): reason
    case .nothingToVary(let file, let only):
      only.isEmpty
        ? "no number of \(file) has a range; write 'range: [low, high]' beside one"
        : "no number of \(file) at or below \(only.map { "'\($0)'" }.joined(separator: ", ")) has a range"
    case .nothingToLookAt(let file):
      "\(file) treats no patients and trains nobody; say which figure to look at with '--measure', such as '--measure runs.completed'"
    case .unfinishedRun(let path):
      "\(path) holds no estimates yet; the command that made it goes on with it when it is typed again"
    case .noScenariosToVerify:
      "there is no folder Scenarios/verification here or above; --scenarios says where it is"
    }
  }

  private static func sentence(for fault: StudyFigureFault) -> String {
    func list(_ names: [String]) -> String {
      names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    }
    switch fault {
    case .noSuchMeasure(let name, let known):
      return
        "the scenario reports no measure '\(name)'; it reports \(list(known)); 'atmpsim measures' explains them"
    case .noSuchStatistic(let measure, let statistic, let known):
      return
        "'\(measure)' has no '\(statistic.rawValue)' that can be compared; it has \(list(known.map(\.rawValue)))"
    case .noSuchValue(let measure, let key, let known):
      return known.isEmpty
        ? "'\(measure)' is not reported by \(key.rawValue)"
        : "'\(measure)' is not reported for that \(key.rawValue); it is for \(list(known.map(\.text)))"
    case .noSuchScope(let measure, let groupings):
      let kinds = groupings.map { $0.isEmpty ? "everything" : $0.map(\.rawValue).joined(separator: " and ") }
      return
        "'\(measure)' is not reported for these keys together; it is by \(kinds.joined(separator: ", by "))"
    }
  }

  private static func sentence(for fault: RunFileFault) -> String {
    switch fault {
    case .foreign(let path):
      "\(path) is in the way and was not made by atmpsim; --force replaces it, --output writes elsewhere"
    case .otherRun(let path, let differences):
      "\(path) holds another run (\(differences.joined(separator: ", "))); --force replaces it, "
        + "--output writes elsewhere"
    case .busy(let path): "\(path) is being written by another atmpsim"
    case .missing(let path): "there is no run at \(path)"
    case .damaged(let path, let what): "\(path) is damaged (\(what)); --force starts again"
    case .database(let path, let message): "\(path): \(message)"
    }
  }
}
