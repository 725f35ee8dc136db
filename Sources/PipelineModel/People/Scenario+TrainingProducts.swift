extension Scenario {
  /// The products whose routes persons go through: those of `through:` and of `qualified by:` of roles and of entries into them.
  ///
  /// Their entities are runs, ordered one for each person; they need no `runs:` of their own.
  public var trainingProducts: Set<String> {
    var names = training.compactMap(\.through) + training.flatMap(\.becomes).compactMap(\.qualifiedBy)
    for facility in facilities { names += facility.resources.compactMap { $0.turnover?.qualifiedBy } }
    return Set(names)
  }
}
