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
  /// A slot that lacks a key of a grouping does not count there. Groupings of the same keys are reported once. Levels at
  /// the end of a year are not added over years: a grouping without the year takes those of the last one.
  static func all(of layout: RecordLayout) -> [ReportedCell] {
    var slotsOfMeasure = [[Int]](repeating: [], count: layout.measures.count)
    for (index, slot) in layout.slots.enumerated() { slotsOfMeasure[slot.measure].append(index) }
    var cells: [ReportedCell] = []
    for (measure, slots) in slotsOfMeasure.enumerated() {
      var seen: Set<Set<Scope.Key>> = []
      let isStanding = layout.measures[measure].combination == .standing
      for grouping in layout.measures[measure].groupings {
        let keys = Set(grouping)
        guard seen.insert(keys).inserted else { continue }
        var slotsOfScope: [Scope: [Int]] = [:]
        for slot in isStanding && !keys.contains(.year) ? lastYear(of: slots, layout) : slots {
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

  private static func lastYear(of slots: [Int], _ layout: RecordLayout) -> [Int] {
    let last = slots.compactMap { layout.slots[$0].scope[.year] }.max()
    return slots.filter { layout.slots[$0].scope[.year] == last }
  }
}
