import OutputAnalysis
import Quantities

/// The persons of a role, beyond how many there are.
struct StaffState: Sendable {
  /// The head count that is planned now, and what each is of a full-time equivalent.
  var planned: Int32 = 0
  var equivalent = 1.0
  /// How many levels of a dated plan have begun.
  var levelsBegun = 0
  /// Who is employed, by number; only where they are known one by one.
  var rows: [PersonRow] = []
  /// Persons are called in turn, shift by shift: with whom the shift at hand began, and who was called last.
  var turn: Int32 = 0
  var lastCalled: Int32 = 0
  var wasOnShift = false
  /// How many of those who work independently are away.
  var away: Int32 = 0
  var awayArea = LevelIntegral()
  /// How many rest after work outside the hours, and how many are with a team on call, at work or at rest.
  var resting: Int32 = 0
  var called: Int32 = 0
  /// How many of a team itself are called, at work or at rest.
  var calledOut: Int32 = 0
  var restArea = LevelIntegral()
  /// Who came back from such work in this instant, and from which token, which alone may go on with them; -1 where work was
  /// broken off and anybody may.
  var lingering: [(token: Int32, count: Int32)] = []
  /// Ticks of full-time equivalents since the last year's end, up to the last change of the plan, and the head count's
  /// area until then.
  var paid: Int128 = 0
  var paidUpTo: Int128 = 0

  /// Where a person stands among the rows; nil for who has left.
  func row(of person: Int32) -> Int? {
    let place = place(for: person)
    return place < rows.count && rows[place].number == person ? place : nil
  }

  mutating func add(_ person: Int32) { rows.insert(PersonRow(number: person), at: place(for: person)) }

  private func place(for person: Int32) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < person { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// One person of a role.
struct PersonRow: Sendable, BitwiseCopyable {
  var number: Int32
  /// Spells of absence that have begun.
  var spells: Int32 = 0
  var isAway = false
  /// Which certificates of the role are valid, by their bits, and the first row of those that the person holds or will.
  var valid: UInt32 = 0
  var certificates: Int32 = -1
}
