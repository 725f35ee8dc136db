/// Gives every number of a record its place while a scenario is compiled.
struct LayoutBuilder {
  private var measures: [Measure] = MeasureCatalogue.all
  private var slots: [RecordLayout.Slot] = []
  private(set) var valueCount = 0
  private(set) var sampleCount = 0
  private let years: [Int]
  private let partialYears: Set<Int>
  private let indexOfName: [String: Int]

  init(years: [Int], partialYears: Set<Int>) {
    self.years = years
    self.partialYears = partialYears
    indexOfName = Dictionary(
      uniqueKeysWithValues: MeasureCatalogue.all.enumerated().map { ($0.element.name, $0.offset) })
  }

  func finished() -> RecordLayout {
    RecordLayout(
      measures: measures, slots: slots, valueCount: valueCount, sampleCount: sampleCount,
      partialYears: partialYears)
  }

  /// From now on amounts of money are in this currency.
  mutating func count(in currency: String) {
    for index in measures.indices where measures[index].unit == "currency" { measures[index].unit = currency }
  }

  /// One number for each year (counts), or two (ratios); returns the place of the first year's.
  mutating func yearly(_ name: String, _ scope: [Scope.Key: Scope.Value]) -> Int32 {
    let start = valueCount
    let width = isRatio(name) ? 2 : 1
    for year in years {
      add(name, scope.merging([.year: .number(year)]) { $1 }, at: valueCount)
      valueCount += width
    }
    return Int32(start)
  }

  /// One number for each month, or two; returns the place of the first month's.
  mutating func monthly(_ name: String, _ scope: [Scope.Key: Scope.Value], _ months: [String]) -> Int32 {
    let start = valueCount
    let width = isRatio(name) ? 2 : 1
    for month in months {
      add(name, scope.merging([.month: .name(month)]) { $1 }, at: valueCount)
      valueCount += width
    }
    return Int32(start)
  }

  /// One number, or two, for the whole run.
  mutating func once(_ name: String, _ scope: [Scope.Key: Scope.Value]) -> Int32 {
    let start = valueCount
    add(name, scope, at: start)
    valueCount += isRatio(name) ? 2 : 1
    return Int32(start)
  }

  /// A sum and a sketch for each year.
  mutating func yearlySamples(_ name: String, _ scope: [Scope.Key: Scope.Value]) -> SampleCounter {
    let counter = SampleCounter(sum: Int32(valueCount), sketch: Int32(sampleCount))
    for year in years { addSample(name, scope.merging([.year: .number(year)]) { $1 }) }
    return counter
  }

  /// A sum and a sketch for the whole run.
  mutating func samples(_ name: String, _ scope: [Scope.Key: Scope.Value]) -> SampleCounter {
    let counter = SampleCounter(sum: Int32(valueCount), sketch: Int32(sampleCount))
    addSample(name, scope)
    return counter
  }

  private mutating func addSample(_ name: String, _ scope: [Scope.Key: Scope.Value]) {
    add(name, scope, at: valueCount, sample: sampleCount)
    valueCount += 1
    sampleCount += 1
  }

  private func isRatio(_ name: String) -> Bool {
    if case .ratio = measures[index(name)].combination { true } else { false }
  }

  private func index(_ name: String) -> Int {
    guard let index = indexOfName[name] else { preconditionFailure("no measure is called \(name)") }
    return index
  }

  private mutating func add(
    _ name: String, _ scope: [Scope.Key: Scope.Value], at offset: Int, sample: Int = -1
  ) {
    slots.append(
      RecordLayout.Slot(measure: index(name), scope: Scope(scope), offset: offset, sampleOffset: sample))
  }
}
