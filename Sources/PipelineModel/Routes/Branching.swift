import Quantities
import Randomness

/// `choose: …` with `arms: [ { probability: 0.3, route: […] }, … ]`; who takes no arm goes straight on.
public struct Choice: Hashable, Sendable {
  /// One arm.
  public struct Arm: Hashable, Sendable {
    /// `name:`.
    public var name: String
    /// `probability:`.
    public var probability: Double
    /// `route:`; after it the entity goes on behind the choice.
    public var route: [RoutePart]

    /// An arm.
    public init(name: String, probability: Double, route: [RoutePart]) {
      self.name = name
      self.probability = probability
      self.route = route
    }
  }
  /// Its name.
  public var name: String
  /// The arms, in order; probabilities add up to at most 1.
  public var arms: [Arm]

  /// A choice.
  public init(_ name: String, arms: [Arm]) {
    self.name = name
    self.arms = arms
  }
}

/// `parallel: …` with `branches: { a: […], b: […] }`: all start now, and the route goes on when all have ended.
public struct ParallelBranches: Hashable, Sendable {
  /// One branch.
  public struct Branch: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its parts.
    public var route: [RoutePart]

    /// A branch.
    public init(name: String, route: [RoutePart]) {
      self.name = name
      self.route = route
    }
  }
  /// Its name.
  public var name: String
  /// The branches.
  public var branches: [Branch]

  /// Parallel branches.
  public init(_ name: String, branches: [Branch]) {
    self.name = name
    self.branches = branches
  }
}

/// `gather: …` with `of: 4` and, where wanted, `or after: 10 h`: from the first member's arrival.
public struct Gathering: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `of:` how many make a batch.
  public var size: Int
  /// `or after:` a smaller batch goes on after so long.
  public var orAfter: TimeLength?

  /// A gathering.
  public init(_ name: String, of size: Int, orAfter: TimeLength? = nil) {
    self.name = name
    self.size = size
    self.orAfter = orAfter
  }
}

/// `split: vials` with `into: 6` (or a count law): the children go on singly, the parent ends.
public struct Splitting: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `into:` how many children.
  public var into: Law

  /// A split.
  public init(_ name: String, into: Law) {
    self.name = name
    self.into = into
  }
}

/// `ship: …` with `by: link`.
public struct Shipment: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `by:` the link, or one for each facility that makes the product.
  public var by: LinkChoice
  /// `if lost:`; lost when absent.
  public var ifLost: Consequence = .lose(reason: "lost in transport")

  /// A shipment.
  public init(_ name: String, by link: String) {
    self.name = name
    by = LinkChoice(link)
  }
}

/// `release: …` with `stage 1:`, `stage 2:`, `out of specification:`, `positive after infusion:`.
public struct Release: Hashable, Sendable {
  /// Out of specification is a result, not a failure.
  public struct OutOfSpecification: Hashable, Sendable {
    /// `probability:`.
    public var probability: Double
    /// `released on request:` the probability that it is infused all the same.
    public var releasedOnRequest: Double
    /// `else:`; remake when absent.
    public var otherwise: Consequence

    /// An out-of-specification rule.
    public init(probability: Double, releasedOnRequest: Double = 0, otherwise: Consequence = .remake) {
      self.probability = probability
      self.releasedOnRequest = releasedOnRequest
      self.otherwise = otherwise
    }
  }
  /// Its name.
  public var name: String
  /// `stage 1:` the parts before infusion is allowed. They run one after the other; put `parallel:` for tests side by side.
  public var stage1: [RoutePart]
  /// `stage 2:` the parts that end in final certification and go on beside the patient's way.
  public var stage2: [RoutePart] = []
  /// `out of specification:`.
  public var outOfSpecification: OutOfSpecification?
  /// `positive after infusion: 0.005`: probability that stage 2 finds a positive; counted, and recorded for the patient.
  public var positiveAfterInfusion: Double = 0

  /// A release.
  public init(_ name: String, stage1: [RoutePart], stage2: [RoutePart] = []) {
    self.name = name
    self.stage1 = stage1
    self.stage2 = stage2
  }
}

/// `store: msc-bag` with `yields:` a count or a count law.
public struct Storing: Hashable, Sendable {
  /// The stock.
  public var stock: String
  /// `yields:` how many units come in; one when absent.
  public var yields: Law

  /// Puts into a stock.
  public init(stock: String, yields: Law) {
    self.stock = stock
    self.yields = yields
  }
}
