import Quantities

/// A product none of whose offered starts can be booked, not even in an empty building: which rule forbids them.
public struct UnbookableStart: Hashable, Sendable {
  /// The product.
  public let product: String
  /// The facility that offers the starts; nil where the product belongs to none.
  public let facility: String?
  /// How many dates before the horizon were looked at.
  public let dates: Int
  /// What forbids most of them, and how many: words without a full stop, such as `on 120 of 148 dates 'infusion' would begin
  /// later than 6 h after 'harvest'`.
  public let reason: String
}

extension Program {
  /// Products whose route fits behind no date that they offer, laid out at its medians with nothing else promised.
  ///
  /// Known calendars, holidays, closures, planned numbers of people, holds and shelf lives are looked at; who is ill, or what
  /// is booked already, is not. At most one layout for each date offered, and one in all where the first fits. The same for
  /// every seed.
  public func unbookableStarts() -> [UnbookableStart] {
    var run = PipelineRun(program: self, replication: 0, seed: 0, options: ReplicationOptions(), watcher: nil)
    return tables.variants.indices.compactMap { run.unbookableStart(of: $0, from: .zero) }
  }
}
