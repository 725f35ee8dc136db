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
    case .unfinishedRun(let path):
      "\(path) holds no estimates yet; the command that made it goes on with it when it is typed again"
    case .noScenariosToVerify:
      "there is no folder Scenarios/verification here or above; --scenarios says where it is"
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
