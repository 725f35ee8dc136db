import Quantities

extension Form {
  /// A text read by a grammar.
  static func scalar(
    _ kind: ScalarKind, _ parse: @escaping @Sendable (String) -> Result<Value, Problem>,
    write: @escaping @Sendable (Value) -> String
  ) -> Form<Value> {
    Form(
      .scalar(kind),
      read: { node, reading in
        if kind.isNumber, let entries = node.map, let number = node.notedNumber {
          let form = Form.scalar(kind, parse, write: write)
          return reading.covered(by: ProvenanceKeys.read(in: entries, reading)) { form.read(number, reading) }
        }
        guard let scalar = node.scalar, !node.isEmpty else {
          reading.report(.expected(what: kind.expectation, found: node.description), at: node.mark)
          return nil
        }
        if kind.isNumber { reading.noteNumber(in: node) }
        switch parse(scalar.text) {
        case .success(let value): return value
        case .failure(let problem):
          reading.report(problem, at: node.mark)
          return nil
        }
      },
      write: { .written(write($0)) })
  }

  /// A quantity of the grammar, and what is allowed of it.
  static func quantity(
    _ kind: ScalarKind, _ parse: @escaping @Sendable (String) throws(QuantityFault) -> Value,
    where isAllowed: @escaping @Sendable (Value) -> Bool = { _ in true },
    write: @escaping @Sendable (Value) -> String
  ) -> Form<Value> {
    scalar(
      kind,
      { text in
        do throws(QuantityFault) {
          let value = try parse(text)
          return isAllowed(value)
            ? .success(value) : .failure(.outOfRange(found: "'\(text)'", range: kind.range))
        } catch {
          return .failure(.quantity(error))
        }
      }, write: write)
  }
}

extension Problem: Error {}

extension FileNode {
  /// The number of `{ fixed: 4, source: … }`: any number can be written so, with a note of its own.
  var notedNumber: FileNode? {
    guard let number = self["fixed"], number.scalar != nil,
      map?.allSatisfy({ $0.key == "fixed" || ProvenanceKeys.names.contains($0.key) }) == true
    else { return nil }
    return number
  }
}

extension Form where Value == String {
  static let text = Form.scalar(.text, { .success($0) }, write: { $0 })
  /// A name, or a qualified name such as `lund-sus/operator`.
  static let name = Form.scalar(
    .name,
    { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      return parts.count <= 2 && parts.allSatisfy(NamedEntries.isName)
        ? .success(text) : .failure(.notAName(text))
    }, write: { $0 })
  static let bound = Form.scalar(
    .bound,
    { text in
      let isQuantity =
        (try? QuantityGrammar.number(text)) != nil || (try? QuantityGrammar.probability(text)) != nil
        || (try? QuantityGrammar.timeLength(text)) != nil || (try? QuantityGrammar.rate(text)) != nil
        || (try? QuantityGrammar.countedThings(text)) != nil
        || (try? QuantityGrammar.dateOrLength(text)) != nil || (try? QuantityGrammar.money(text)) != nil
      return isQuantity
        ? .success(text) : .failure(.expected(what: ScalarKind.bound.expectation, found: "'\(text)'"))
    }, write: { $0 })
}

extension Form where Value == Bool {
  static let boolean = Form.scalar(
    .boolean,
    { text in
      switch text {
      case "true": .success(true)
      case "false": .success(false)
      default: .failure(.expected(what: ScalarKind.boolean.expectation, found: "'\(text)'"))
      }
    }, write: { $0 ? "true" : "false" })
}

extension Form where Value == Int {
  /// A whole number in a range.
  static func whole(_ range: ClosedRange<Int>) -> Form {
    .quantity(.whole(range), QuantityGrammar.count, where: range.contains, write: { "\($0)" })
  }
  static func whole(_ range: PartialRangeFrom<Int>) -> Form {
    whole(range.lowerBound...ScalarKind.largestCount)
  }
}

extension Form where Value == UInt64 {
  static let seed = Form.scalar(
    .whole(0...Int.max),
    { text in
      UInt64(text).map { .success($0) }
        ?? .failure(.expected(what: "a whole number, 0 or more", found: "'\(text)'"))
    }, write: { "\($0)" })
}

extension Form where Value == Double {
  static let number = Form.quantity(.number, QuantityGrammar.number, write: QuantityPrinting.number)
  static let positiveNumber = Form.quantity(
    .positiveNumber, QuantityGrammar.number, where: { $0 > 0 }, write: QuantityPrinting.number)
  static let amount = Form.quantity(
    .amount, QuantityGrammar.number, where: { $0 >= 0 }, write: QuantityPrinting.number)
  static let probability = Form.quantity(
    .probability, QuantityGrammar.probability, write: QuantityPrinting.number)
}

extension Form where Value == TimeLength {
  /// A duration in calendar units.
  static let calendarDuration = Form.quantity(
    .calendarDuration, calendarLength, write: QuantityPrinting.timeLength)
  /// A duration in calendar units, longer than nothing.
  static let positiveDuration: Form = {
    var kind = ScalarKind.calendarDuration
    kind.range = "longer than 0"
    return .quantity(kind, calendarLength, where: { $0.amount > 0 }, write: QuantityPrinting.timeLength)
  }()

  @Sendable private static func calendarLength(_ text: String) throws(QuantityFault) -> TimeLength {
    let length = try QuantityGrammar.timeLength(text)
    if length.seconds == nil {
      throw QuantityFault(.unitNotAllowed(length.unit.symbol), in: text, expected: .duration)
    }
    return length
  }

  /// A duration in calendar units or working days.
  static let duration = Form.quantity(
    .duration, QuantityGrammar.timeLength, write: QuantityPrinting.timeLength)
}

extension Form where Value == Rate {
  static let rate = Form.quantity(.rate, QuantityGrammar.rate, write: QuantityPrinting.rate)
  static let hazard = Form.quantity(.hazard, QuantityGrammar.hazard, write: QuantityPrinting.rate)
}

extension Form where Value == MonthDay {
  static let monthDay = Form.quantity(.monthDay, QuantityGrammar.monthDay, write: QuantityPrinting.monthDay)
}

extension Form where Value == TimeOfDayRange {
  static let hours = Form.quantity(.hours, QuantityGrammar.timeOfDayRange, write: { "\($0)" })
}

extension Form where Value == WeekdaySet {
  static let weekdays = Form.quantity(.weekdays, QuantityGrammar.weekdays, write: QuantityPrinting.weekdays)
}

extension Form where Value == TickLength {
  static let tick = Form.quantity(.tick, QuantityGrammar.tick, write: { "\($0)" })
}

extension Form where Value: CaseIterable & RawRepresentable & Equatable, Value.RawValue == String {
  /// One of the words of an enumeration.
  static var word: Form {
    let words = Value.allCases.map(\.rawValue)
    return .scalar(
      .word(words),
      { text in
        if let value = Value(rawValue: text) { return .success(value) }
        return .failure(.unknownWord(word: text, allowed: words, near: NearNames.near(text, among: words)))
      }, write: \.rawValue)
  }
}

extension Form where Value: Equatable {
  /// Words with a meaning each.
  static func words(_ words: KeyValuePairs<String, Value>) -> Form where Value: Sendable {
    let table = words.map { (word: $0.key, value: $0.value) }
    let names = table.map(\.word)
    return .scalar(
      .word(names),
      { text in
        if let entry = table.first(where: { $0.word == text }) { return .success(entry.value) }
        return .failure(.unknownWord(word: text, allowed: names, near: NearNames.near(text, among: names)))
      }, write: { value in table.first { $0.value == value }?.word ?? "" })
  }
}
