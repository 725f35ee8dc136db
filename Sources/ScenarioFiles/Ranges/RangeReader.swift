import PipelineModel

/// Finds the number that each `range:` of a scenario is of.
///
/// Candidates are the numbers of the range's map that have no nearer note, are not later than the range (a number that
/// another file or `--set` changed is no longer the one that was bounded), and are of the kind of the bounds. Of a map of
/// names the sum is meant; else the one candidate that lies between the bounds. Where there is none, or more than one,
/// that is said, and a run is not affected.
struct RangeReader {
  /// The numbers, in the order of the scenario.
  private(set) var numbers: [RangedNumber] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The paths, as notes have them, of ranges whose number somebody changed since.
  private(set) var outdated: Set<String> = []
  /// The place in `numbers` of each range, by where it stands.
  private var known: [SourceMark: Int] = [:]

  /// Looks at a resolved scenario.
  ///
  /// - Complexity: O(values × depth).
  init(_ root: FileNode) {
    visit(LanguagePlace(root, as: .map(ScenarioText.map.declaration), at: []), under: .unstated)
  }

  private mutating func visit(_ place: LanguagePlace, under kind: ProvenanceNote.Kind) {
    let own = Self.statement(of: place) ?? kind
    if let range = place.note("range") { resolve(range, of: place, beside: own) }
    for child in place.below { visit(child, under: own) }
  }

  /// What the map says last about where its numbers come from.
  private static func statement(of place: LanguagePlace) -> ProvenanceNote.Kind? {
    let notes = ["source", "assumption"].compactMap(place.note)
    guard let last = notes.max(by: { $0.value.layer < $1.value.layer }), let words = last.value.scalar?.text
    else { return nil }
    return last.key == "source" ? .source(words) : .assumption(words)
  }

  private mutating func resolve(
    _ range: FileNode.Entry, of place: LanguagePlace, beside kind: ProvenanceNote.Kind
  ) {
    let bounds = (range.value.list ?? []).compactMap { $0.scalar?.text }
    // Bounds that are no quantities were reported when they were read.
    guard bounds.count == 2, let low = Magnitude(bounds[0]), let high = Magnitude(bounds[1]) else { return }
    guard low.dimension == high.dimension, low.value < high.value else {
      report(.bounds(low: bounds[0], high: bounds[1]), at: range)
      return
    }
    if let law = RangedLaw(place.node, as: place.kind), law.magnitude == nil {
      report(.law(word: law.word, median: bounds[0]), at: range)
      return
    }
    let all = BoundedNumber.candidates(of: place).filter { $0.magnitude.dimension == low.dimension }
    let alike = all.filter { $0.layer <= range.value.layer }
    var number = RangedNumber(
      places: [], words: "", meaning: .value, base: "", low: bounds[0], high: bounds[1], kind: kind,
      mark: range.keyMark)
    if case .named = place.kind, all.count > 1 {
      if alike.count < all.count { return leave(place) }
      guard spread(alike, of: place, to: &number, between: low, and: high, at: range) else { return }
    } else {
      let fitting = alike.filter { low.value...high.value ~= $0.magnitude.value }
      if fitting.isEmpty, alike.count < all.count { return leave(place) }
      guard let one = fitting.first, fitting.count == 1 else {
        report(
          fitting.isEmpty
            ? .noNumber(low: bounds[0], high: bounds[1])
            : .severalNumbers(
              low: bounds[0], high: bounds[1], keys: fitting.map { $0.key(below: place) },
              example: fitting[0].base(like: bounds[0])),
          at: range)
        return
      }
      guard let lowText = one.text(at: bounds[0]), let highText = one.text(at: bounds[1]) else {
        let isLow = one.text(at: bounds[0]) == nil
        report(.law(word: one.law?.word ?? "", median: bounds[isLow ? 0 : 1]), at: range)
        return
      }
      number.meaning = one.law.map { $0.word == "fixed" ? .value : .median } ?? .value
      number.base = one.base(like: bounds[0])
      number.words = one.words
      number.places = [one.place(low: lowText, high: highText)]
    }
    add(number)
  }

  /// Takes note that the number which was bounded is another one now.
  private mutating func leave(_ place: LanguagePlace) {
    outdated.insert(place.path.map(\.text).joined(separator: "/"))
  }

  /// The numbers of a map of names, which change alike so that their sum is a bound.
  private mutating func spread(
    _ numbers: [BoundedNumber], of place: LanguagePlace, to result: inout RangedNumber,
    between low: Magnitude, and high: Magnitude, at range: FileNode.Entry
  ) -> Bool {
    let sum = numbers.reduce(0) { $0 + $1.magnitude.value }
    let isOneEach = Set(numbers.map { $0.name(below: place) }).count == numbers.count
    guard isOneEach else {
      report(
        .severalNumbers(
          low: result.low, high: result.high, keys: numbers.map { $0.key(below: place) },
          example: numbers[0].text),
        at: range)
      return false
    }
    let base = numbers[0].written(sum: sum)
    guard sum > 0, Magnitude.rounded(low.value)...Magnitude.rounded(high.value) ~= Magnitude.rounded(sum)
    else {
      report(.sum(base, low: result.low, high: result.high), at: range)
      return false
    }
    let texts = numbers.map { number in
      [low, high].compactMap { Magnitude.scaled(number.text, by: $0.value / sum) }
    }
    guard numbers.allSatisfy({ $0.law == nil }), texts.allSatisfy({ $0.count == 2 }) else {
      report(.noNumber(low: result.low, high: result.high), at: range)
      return false
    }
    result.meaning = .sum
    result.base = base
    result.words = BoundedNumber.words(of: place.path)
    result.places = [
      RangedNumber.Place(
        path: place.written, names: place.path.filter(\.isName).map(\.text),
        low: zip(numbers, texts).map { "\($0.path)=\($1[0])" },
        high: zip(numbers, texts).map { "\($0.path)=\($1[1])" })
    ]
    return true
  }

  /// A range that stands once in a file is one number, however many places it came to.
  private mutating func add(_ number: RangedNumber) {
    if let index = known[number.mark] {
      numbers[index].places += number.places
    } else {
      known[number.mark] = numbers.count
      numbers.append(number)
    }
  }

  private mutating func report(_ fault: RangeFault, at range: FileNode.Entry) {
    let finding = Diagnostic(.range(fault), at: range.keyMark)
    // A range that came to several places is told once.
    if diagnostics.count < 1_000, !diagnostics.contains(finding) { diagnostics.append(finding) }
  }
}
