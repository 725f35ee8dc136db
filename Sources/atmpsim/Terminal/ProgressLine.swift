/// One line on the terminal that says how far a run is and how long it will take; nothing where there is no terminal.
struct ProgressLine {
  private let terminal: Terminal
  private let what: String
  private let total: Int
  private let alreadyDone: Int
  private let began = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var width = 0

  /// A line for `total` replications of which some are done already.
  init(_ what: String, total: Int, alreadyDone: Int = 0, on terminal: Terminal) {
    self.what = what
    self.total = total
    self.alreadyDone = alreadyDone
    self.terminal = terminal
  }

  /// Shows that so many are done, at most ten times a second.
  mutating func show(_ done: Int) {
    guard terminal.isInteractive, !terminal.isQuiet else { return }
    let now = ContinuousClock.now
    guard now - shown > .milliseconds(100) || done == total else { return }
    shown = now
    let cells = 24
    let full = total == 0 ? cells : cells * done / total
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
    let text = "\(what) \(bar) \(done) of \(total)\(timeLeft(done, elapsed: now - began))"
    terminal.raw("\r" + text + String(repeating: " ", count: max(0, width - text.count)))
    width = text.count
  }

  /// Takes the line away.
  mutating func end() {
    guard width > 0 else { return }
    terminal.raw("\r" + String(repeating: " ", count: width) + "\r")
    width = 0
  }

  private func timeLeft(_ done: Int, elapsed: Duration) -> String {
    let fresh = done - alreadyDone
    guard fresh > 0, done < total else { return "" }
    let seconds = (Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
    return ", \(Self.words(seconds / Double(fresh) * Double(total - done))) left"
  }

  /// A length of real time in words: `12 s`, `3 min`, `2 h 5 min`.
  static func words(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 100 { return "\(whole) s" }
    let minutes = (whole + 30) / 60
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
