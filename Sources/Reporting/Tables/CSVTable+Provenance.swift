extension CSVTable {
  /// Adds constant columns at the right that say how the numbers were made: a row then keeps its origin when it is
  /// copied, filtered or joined to others, and every reader of CSV files takes them for what they are.
  ///
  /// A head of comment lines would be shorter, but spreadsheets show it as data and readers have to be told to skip it.
  mutating func append(_ columns: KeyValuePairs<String, Field>) {
    header += columns.map(\.key)
    constants += columns.map(\.value)
  }
}

extension ReportRun {
  /// What every row of a file of comma-separated values says of its run.
  func columns(command: String) -> KeyValuePairs<String, CSVTable.Field> {
    [
      "start": .text(start.description), "horizon": .text(horizon.description),
      "warm-up [d]": .number(warmUpDays), "seed": .text(String(seed)), "scenario sha256": .text(scenarioHash),
      "version": .text(version), "command": .text(command),
    ]
  }
}
