/// A part of a scenario as the builder writes it: a value of the model, and notes on where its numbers come from.
///
/// Values such as `Site` and `Step` are parts without notes. Every modifier returns a copy that can carry notes, so that
/// modifiers follow one another in any order.
public protocol ScenarioPart<Part>: Sendable {
  /// The value of the model.
  associatedtype Part: Hashable & Sendable
  /// The value with its notes.
  var noted: Noted<Part> { get }
}

/// A value of the model with the notes on the numbers inside it.
public struct Noted<Part: Hashable & Sendable>: ScenarioPart, Hashable {
  /// The value.
  public var part: Part
  /// Notes that modifiers made, by the path from the value on.
  var own: [ProvenanceNote] = []
  /// Notes of the parts in the braces behind the value, by the path from the value on.
  var inner: [ProvenanceNote] = []

  /// A value without notes.
  public init(_ part: Part) { self.part = part }

  /// Itself.
  public var noted: Noted<Part> { self }

  /// All notes, by the path from the value on: those of the value before those of the parts in its braces.
  public var notes: [ProvenanceNote] { own + inner }
}

extension ScenarioPart {
  /// A copy with a changed value.
  func changed(_ change: (inout Part) -> Void) -> Noted<Part> {
    var result = noted
    change(&result.part)
    return result
  }

  /// A copy with another value of one property.
  func setting<Value>(_ property: WritableKeyPath<Part, Value>, _ value: Value) -> Noted<Part> {
    changed { $0[keyPath: property] = value }
  }
}
