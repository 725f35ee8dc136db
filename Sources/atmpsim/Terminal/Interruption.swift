import Dispatch
import Foundation
import Synchronization

/// Ctrl-C (and a polite kill): the first cancels the work so that what is complete is kept, the second stops at once.
///
/// A replication that takes long is not waited for without end: twenty seconds after the first the program stops, as after the
/// second. What a run had complete by then is in its file.
struct Interruption {
  /// How long replications that run may take to end, in seconds.
  private static let grace = 20

  private let sources: [any DispatchSourceSignal]
  private let watch = Watch()

  /// Watches until the value is given up; `keeps` says whether complete replications are in a file by then.
  init(cancelling work: Task<some Sendable, any Error>, keeps: Bool = true, on terminal: Terminal) {
    let (presses, watch) = (Presses(), watch)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: DispatchQueue.global())
      source.setEventHandler {
        guard presses.next() == 1 else { _exit(ExitStatus.interrupted.rawValue) }
        terminal.note(
          "\nFinishing the replications that run, for \(Self.grace) s at most; once more stops at once.")
        work.cancel()
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.grace)) {
          if watch.isOver { return }
          terminal.note(
            keeps
              ? "Stopped; what is complete is kept, and the same command goes on."
              : "Stopped; nothing is written.")
          _exit(ExitStatus.interrupted.rawValue)
        }
      }
      source.resume()
      return source
    }
  }

  /// Stops watching.
  func end() {
    watch.end()
    for source in sources { source.cancel() }
  }

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

  /// Whether the work has come to its end by itself.
  private final class Watch: Sendable {
    private let state = Mutex(false)

    var isOver: Bool { state.withLock { $0 } }

    func end() { state.withLock { $0 = true } }
  }
}
