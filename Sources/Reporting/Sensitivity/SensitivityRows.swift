/// The numbers of a study in the order in which they are shown, and their cells in words.
struct SensitivityRows {
  let input: SensitivityInput

  /// What has to stand above every picture and table.
  var caution: String {
    let assumed = input.numbers.filter { $0.kind != .fact }.count
    let share =
      assumed == input.numbers.count
      ? "all of them" : "\(NumberText.count(assumed)) of \(NumberText.count(input.numbers.count))"
    return
      "This shows what follows from the ranges that the scenario gives, \(share) assumed; it is no finding."
  }

  /// How to read it.
  var method: String {
    "Each number is put at the ends of its range, one at a time, while all others stay; both ends meet the same "
      + "\(DateText.counted(input.scenario.run.replications, "simulated future")) as the scenario itself, and "
      + "differences are paired, future by future, with their \(level) intervals."
  }

  /// The level of the intervals, such as `95 %`.
  var level: String {
    let level = input.figures.lazy.compactMap(\.base.level).first ?? 0.95
    return NumberText.percentage(level, decimals: 0)
  }

  /// The numbers that could be tried at an end, widest swing first; equal ones in the order of the scenario.
  func sorted(by figure: Int) -> [SensitivityNumber] {
    input.numbers.enumerated()
      .compactMap { place, number in number.swing(of: figure).map { (place, number, $0) } }
      .sorted { $0.2 == $1.2 ? $0.0 < $1.0 : $0.2 > $1.2 }.map(\.1)
  }

  /// Numbers of which an end could not be tried, with the reason.
  var refused: [(number: SensitivityNumber, end: SensitivityEnd)] {
    input.numbers.flatMap { number in
      [number.low, number.high].filter { $0.refusal != nil }.map { (number, $0) }
    }
  }

  /// A figure with its value: `patients treated: 713 (710 – 716) patients`.
  func heading(_ figure: Int) -> String {
    let base = input.figures[figure].base
    let unit =
      switch QuantityText.reading(of: base) {
      case .percentage: ""
      case .plain(let unit): unit.isEmpty || input.figures[figure].title.hasPrefix(unit) ? "" : " \(unit)"
      }
    return "\(input.figures[figure].title): \(QuantityText.interval(base))\(unit)"
  }

  /// The columns of the table.
  static let columns: [AlignedTable.Column] = [
    .init("number"), .init("low", isNumber: true), .init("value", isNumber: true),
    .init("high", isNumber: true), .init("at low", isNumber: true), .init("at high", isNumber: true),
    .init("rests on"),
  ]

  /// One line of the table.
  func cells(_ number: SensitivityNumber, _ figure: Int) -> [String] {
    let ends = [number.low, number.high].map { end in
      end.refusal == nil ? Self.difference(end, figure) : "cannot be run"
    }
    return [
      title(of: number), number.low.value, number.base,
      number.high.value, ends[0], ends[1], number.label,
    ]
  }

  /// A number with what its bounds are of, where that is not the number itself.
  func title(of number: SensitivityNumber) -> String {
    number.title + (number.meaning == "value" ? "" : " (\(number.meaning))")
  }

  /// What the interval says at an end, in the words of the measure.
  static func verdict(_ end: SensitivityEnd, _ figure: Int) -> String {
    guard end.refusal == nil, figure < end.verdicts.count else { return "cannot be run" }
    let measure = end.difference(of: figure)?.measure ?? ""
    return ComparisonRows.words(end.verdicts[figure], for: measure)
  }

  /// A difference with its interval, and what there is to say where none is seen.
  static func difference(_ end: SensitivityEnd, _ figure: Int) -> String {
    guard let difference = end.difference(of: figure), difference.mean != nil else {
      return NumberText.missing
    }
    if end.verdicts[figure] == "the same" { return "0" }
    let text = ComparisonRows.signed(difference)
    return ["more", "fewer"].contains(end.verdicts[figure]) ? text : "none seen: " + text
  }
}
