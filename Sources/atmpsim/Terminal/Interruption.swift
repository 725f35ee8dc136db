import Dispatch
import Foundation
import Synchronization

/// Ctrl-C (and a polite kill): the first cancels the work so that what is complete is kept, the second stops at once.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// Watches until the value is given up.
  init(cancelling work: Task<some Sendable, any Error>, on terminal: Terminal) {
    let presses = Presses()
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: DispatchQueue.global())
      source.setEventHandler {
        guard presses.next() == 1 else { _exit(ExitStatus.interrupted.rawValue) }
        terminal.note("\nFinishing the replications that run; once more stops at once.")
        work.cancel()
      }
      source.resume()
      return source
    }
  }

  /// Stops watching.
  func end() { for source in sources { source.cancel() } }

  /// Counts how often the user pressed; shared by the handlers of both signals.
  private final class Presses: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }
}
