import PipelineSimulation

/// One place of a result, such as patients treated of one product in one year, and the slots of a record that are
/// summed into it.
struct ReportedCell: Hashable, Sendable {
  /// Index into the layout's measures.
  var measure: Int
  /// What it is about.
  var scope: Scope
  /// Indices into the layout's slots, ascending.
  var slots: [Int]

  /// The cells that a layout reports: by measure, grouping and scope.
  ///
  /// A slot that lacks a key of a grouping does not count there. Groupings of the same keys are reported once.
  static func all(of layout: RecordLayout) -> [ReportedCell] {
    var slotsOfMeasure = [[Int]](repeating: [], count: layout.measures.count)
    for (index, slot) in layout.slots.enumerated() { slotsOfMeasure[slot.measure].append(index) }
    var cells: [ReportedCell] = []
    for (measure, slots) in slotsOfMeasure.enumerated() {
      var seen: Set<Set<Scope.Key>> = []
      for grouping in layout.measures[measure].groupings {
        let keys = Set(grouping)
        guard seen.insert(keys).inserted else { continue }
        var slotsOfScope: [Scope: [Int]] = [:]
        // A level at the end of a year is not summed over years: the last year stands for the run.
        let takesLastYear = layout.measures[measure].combination == .standing && !keys.contains(.year)
        let lastYear = takesLastYear ? slots.compactMap { layout.slots[$0].scope[.year] }.max() : nil
        for slot in slots {
          if let lastYear, layout.slots[slot].scope[.year] != lastYear { continue }
          let scope = layout.slots[slot].scope.keeping(keys)
          if scope.entries.count == keys.count { slotsOfScope[scope, default: []].append(slot) }
        }
        for scope in slotsOfScope.keys.sorted() {
          cells.append(ReportedCell(measure: measure, scope: scope, slots: slotsOfScope[scope] ?? []))
        }
      }
    }
    return cells
  }
}
