/// A point in time given either as a date or as a length from the start: what `horizon:` says.
public enum DateOrLength: Hashable, Sendable {
  /// The start of a date.
  case date(CivilDate)
  /// A length after the start instant.
  case length(TimeLength)
}

extension DateOrLength: CustomStringConvertible {
  /// As a scenario writes it.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .length(let length): length.description
    }
  }
}
