/// A system that changes at instants: it says what happens first, and what each event does.
///
/// A model is a value that one `Simulation` owns. It keeps its own state, and it reaches the future only
/// through the agenda that it is handed. An event is a small trivial value, usually an enumeration of integer
/// identifiers; it is stored in the event list itself, so that scheduling allocates nothing.
///
/// Determinism: a model that draws on nothing but its own state and the agenda gives the same run every time.
public protocol EventModel: ~Copyable {
  /// What can happen: a trivial value of at most 16 bytes.
  associatedtype Event: BitwiseCopyable

  /// Schedules the first events; called once, when the simulation is made.
  mutating func start(_ agenda: inout Agenda<Event>)

  /// Lets one event happen; `agenda.now` is its instant.
  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>)
}
