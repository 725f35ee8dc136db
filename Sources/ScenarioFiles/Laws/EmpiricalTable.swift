import PipelineModel
import Quantities

/// A column of a CSV file as the values of an empirical law.
struct EmpiricalTable: Equatable, Sendable {
  var csv = ""
  var column = ""
  var unit: TimeUnit?

  private static func map(isTime: Bool) -> MapForm<EmpiricalTable> {
    var fields: [Field<EmpiricalTable>] = [
      Field(
        "csv", \.csv, .text, "The file, relative to the file in which this stands.", example: "takes.csv"),
      Field("column", \.column, .text, "The heading of the column.", example: "hours"),
    ]
    if isTime {
      fields.append(Field("unit", \.unit, .word, "The unit of the numbers in the column.", example: "h"))
    }
    return MapForm(
      isTime ? "column of times" : "column of numbers", "a column of a file",
      "Observed values from a CSV file with headings.", hasProvenance: false,
      fields)
  }

  /// Listed values, or a column of a file.
  static func form<Quantity: LawQuantity>(_ quantity: Quantity.Type) -> Form<[Quantity]> {
    let list = Form<[Quantity]>.list(Quantity.form)
    let table = map(isTime: Quantity.isTime)
    return Form(
      .either([list.kind, .map(table.declaration)]),
      read: { node, reading in
        guard let entries = node.map else {
          if let items = node.list, items.isEmpty {
            reading.report(.tooFew(expected: "at least one value", found: 0), at: node.mark)
          }
          return list.read(node, reading)
        }
        let table = table.read(entries, of: node, over: EmpiricalTable(), reading)
        guard !table.csv.isEmpty, !table.column.isEmpty else { return nil }
        return table.values(quantity, askedAt: node, reading)
      }, write: list.write)
  }

  private func values<Quantity: LawQuantity>(
    _ quantity: Quantity.Type, askedAt node: FileNode, _ reading: Reading
  ) -> [Quantity]? {
    let path = SourceFiles.resolve(csv, from: node.mark.file)
    let (source, diagnostics) = SourceText.load(
      path, from: reading.files, askedAt: node["csv"]?.mark ?? node.mark)
    for diagnostic in diagnostics where diagnostic.severity == .error {
      reading.report(diagnostic.problem, at: diagnostic.mark)
    }
    guard let source else { return nil }
    switch ColumnReader.column(column, of: source.text) {
    case .failure(let problem):
      reading.report(problem, at: node["column"]?.mark ?? node.mark)
      return nil
    case .success(let cells):
      var result: [Quantity] = []
      for (row, cell) in cells {
        guard let number = try? QuantityGrammar.number(cell), !Quantity.isTime || number >= 0 else {
          let place = SourceMark(file: path, line: row, column: 1)
          reading.report(.expected(what: "a number in the column '\(column)'", found: "'\(cell)'"), at: place)
          return nil
        }
        if Quantity.isTime, let unit {
          let length = TimeLength(number, unit)
          result.append(Quantity(lawValue: length.lawValue, measure: length.lawMeasure))
        } else {
          result.append(Quantity(lawValue: number, measure: .seconds))
        }
      }
      if result.isEmpty { reading.report(.tooFew(expected: "at least one value", found: 0), at: node.mark) }
      return result
    }
  }
}
