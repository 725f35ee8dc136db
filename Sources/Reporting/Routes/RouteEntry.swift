/// One entry of a route as a person would draw it: what happens, where, how long, by whom, and what can go wrong.
public struct RouteEntry: Hashable, Sendable {
  /// What it looks like.
  public enum Shape: String, Hashable, Sendable {
    /// Work, a culture, a test, a delay.
    case work
    /// The infusion.
    case infusion
    /// A limit on a time that begins here.
    case hold
    /// A booking, or a step that is counted back from a booked one.
    case booking
    /// A batch begins.
    case batch
    /// All branches start together and all must end.
    case parallel
    /// One of several arms, or none.
    case choice
    /// What was made is looked at; the branches are its stages.
    case release
    /// Into a stock.
    case store
    /// The way ends.
    case end
  }
  /// In whose hands it is.
  public enum Lane: Int, Hashable, Sendable, CaseIterable {
    /// The patient and the ward, or the donor.
    case patient
    /// Rooms and devices.
    case production
    /// Tests.
    case quality
    /// Records, review, certification.
    case release
  }
  /// What may go wrong, and what follows.
  public struct Failure: Hashable, Sendable {
    /// In words.
    public var words: String
    /// Where it leads.
    public var target: Target
  }
  /// Where a failure leads.
  public enum Target: Hashable, Sendable {
    /// Nowhere: it is counted.
    case nowhere
    /// The step again.
    case itself
    /// A named step.
    case entry(String)
    /// The place where batches begin.
    case batch
    /// The step that marks the collection.
    case collection
    /// Out, with a reason.
    case exit
  }
  /// A limit that begins here and ends with a later entry.
  public struct Span: Hashable, Sendable {
    /// In words: `at most 48 h`.
    public var words: String
    /// The entry whose start ends it; nil for the next, `infusion` for the one that marks the infusion.
    public var until: String?
  }
  /// A part of the route within the entry.
  public struct Branch: Hashable, Sendable {
    /// Its name.
    public var title: String
    /// Its entries.
    public var entries: [RouteEntry]
    /// Whether it goes on beside what follows and is not waited for here.
    public var isBeside: Bool
  }

  /// What it looks like.
  public var shape: Shape
  /// In whose hands it is.
  public var lane: Lane
  /// What kind of entry: `culture`, `assay`; empty for plain steps.
  public var word: String
  /// Its name.
  public var name: String
  /// The day it is booked for; empty where it has none.
  public var date = ""
  /// How long, in full.
  public var takes = ""
  /// How long, in few words.
  public var briefly = ""
  /// Who and what it uses.
  public var needs = ""
  /// What else happens: kept, freed, consumed, repeated.
  public var remarks: [String] = []
  /// Limits on times.
  public var limits: [String] = []
  /// A limit that begins here.
  public var span: Span?
  /// The event that it is counted back from.
  public var countsTo: String?
  /// What may go wrong.
  public var failures: [Failure] = []
  /// Parts of the route within it.
  public var branches: [Branch] = []
  /// The instant that its end marks, such as `collection`.
  public var marks: String?

  init(_ shape: Shape, _ lane: Lane, _ word: String, _ name: String) {
    self.shape = shape
    self.lane = lane
    self.word = word
    self.name = name
  }
}
