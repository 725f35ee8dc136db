import Quantities

/// What a product is made for; it says in which class its work is served where no `priority:` does.
public enum ProductPurpose: String, Hashable, Sendable, CaseIterable {
  /// Treatment as a service.
  case care
  /// A clinical trial.
  case trial
  /// A run that tries out a process; nobody is treated with it.
  case engineeringRun = "engineering run"
  /// A run in which people learn.
  case trainingRun = "training run"
  /// An aseptic process simulation: broth instead of cells.
  case mediaFill = "media fill"
  /// Starting material of a donor who is no patient of the line.
  case donor

  /// The class in lines, 1 first: organs wait for nobody, a media fill keeps a process in use, patients come before
  /// trials and those before exercises. 5 stands for products that say nothing.
  public var priority: Int {
    switch self {
    case .donor: 1
    case .mediaFill: 2
    case .care: 3
    case .trial: 4
    case .engineeringRun: 7
    case .trainingRun: 8
    }
  }

  /// Whether it is made for patients, and not in runs.
  public var isForPatients: Bool { self == .care || self == .trial }
}

/// Runs that are no patients: media fills, engineering and training runs, donors.
///
/// They go through a route, book and claim as patients do, and are counted as runs and nowhere among patients.
public struct Runs: Hashable, Sendable {
  /// `every: 6 mo` after the first; calendar steps where it counts months or years. Once only when absent.
  public var every: TimeLength?
  /// `initially: 3` at once at the beginning; one when absent.
  public var initially: Int?
  /// `arrive:` in any other way, instead of `every:` and `initially:`.
  public var arrivals: Arrivals?
  /// `from:` when the first begin; `licensed` or `opened` of the making facility, a date, or the start when absent.
  public var from: DemandStart = .start
  /// `until:` none begin from then on; the horizon when absent.
  public var until: Moment?
  /// `at most:` so many in all, those that a process orders not counted.
  public var atMost: Int?

  /// So many at the beginning, and one every so long.
  public init(every: TimeLength? = nil, initially: Int? = nil) {
    self.every = every
    self.initially = initially
  }

  /// Runs that arrive so.
  public init(_ arrivals: Arrivals) { self.arrivals = arrivals }
}
