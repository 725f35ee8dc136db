/// A tornado of characters: a bar from the scenario's value to each end, and in words what it rests on.
struct TextTornado {
  let numbers: [SensitivityNumber]
  let figure: Int
  /// Characters at either side of the middle.
  var side = 18

  /// The bars below one another, widest first, as they come.
  func text(width: Int) -> String {
    let longest = numbers.flatMap { number in ends(number).map { abs($0.mean) } }.max() ?? 0
    let rows = numbers.map { number in
      [number.title, bar(number, longest: longest), number.label]
    }
    let table = AlignedTable(
      title: "",
      columns: [.init("number"), .init("less ◂ the scenario ▸ more", isNumber: true), .init("rests on")],
      rows: rows
    ).text(width: width)
    return table + "(▒ at the smaller value, █ at the greater)\n"
  }

  private func ends(_ number: SensitivityNumber) -> [(mean: Double, mark: Character)] {
    [(number.low, Character("▒")), (number.high, Character("█"))].compactMap { end, mark in
      end.difference(of: figure)?.mean.map { ($0, mark) }
    }
  }

  /// `·····▒▒▒│████·`: the low end light, the high end dark; where both lie on one side, the nearer covers the farther.
  private func bar(_ number: SensitivityNumber, longest: Double) -> String {
    var cells = [Character](repeating: "·", count: 2 * side + 1)
    cells[side] = "│"
    guard longest > 0 else { return String(cells) }
    for end in ends(number).sorted(by: { abs($0.mean) > abs($1.mean) }) {
      let length = min(side, Int((abs(end.mean) / longest * Double(side)).rounded()))
      for step in 0..<length { cells[end.mean < 0 ? side - 1 - step : side + 1 + step] = end.mark }
    }
    return String(cells)
  }
}
