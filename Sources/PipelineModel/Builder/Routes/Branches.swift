/// `choose:` in a route: `Choose("bridging") { Arm(0.3) { Step("bridge", takes: .days(7)) } }`.
public typealias Choose = Choice
/// `parallel:` in a route: `Parallel("tests") { Branch("sterility") { … } }`.
public typealias Parallel = ParallelBranches

/// One arm of a choice.
public struct Arm: ScenarioPart, Hashable {
  /// The arm; its name is empty until the choice numbers it.
  public var noted: Noted<Choice.Arm>

  /// An arm that is taken with a probability; its number is its name when it has none.
  public init(
    _ probability: Double, name: String = "", @RouteBuilder route parts: () -> [Noted<RoutePart>] = { [] }
  ) {
    let route = Route(parts)
    noted = Noted(Choice.Arm(name: name, probability: probability, route: route.parts))
    noted.inner = route.notes.under("route")
  }
}

/// The braces behind a choice.
@resultBuilder public enum ArmsBuilder: PartListBuilder {
  /// An arm.
  public typealias Entry = Noted<Choice.Arm>

  /// One arm.
  public static func buildExpression(_ part: some ScenarioPart<Choice.Arm>) -> [Noted<Choice.Arm>] {
    [part.noted]
  }
}

extension Choice: RouteEntry, ScenarioPart {
  /// A choice whose arms follow in braces.
  public init(_ name: String) { self.init(name, arms: []) }

  /// The choice in a route.
  public var routePart: RoutePart { .choose(self) }
  /// The choice without notes.
  public var noted: Noted<Choice> { Noted(self) }
}

extension Choice.Arm: ScenarioPart {
  /// The arm without notes.
  public var noted: Noted<Choice.Arm> { Noted(self) }
}

extension ScenarioPart where Part == Choice {
  /// The arms, in order, in braces behind the choice; who takes none goes straight on.
  public func callAsFunction(@ArmsBuilder _ arms: () -> [Noted<Choice.Arm>]) -> Noted<Choice> {
    var result = noted
    for arm in arms() {
      var named = arm.part
      if named.name.isEmpty { named.name = "\(result.part.arms.count + 1)" }
      result.part.arms.append(named)
      result.inner += arm.notes.under("arms/\(named.name)")
    }
    return result
  }
}

/// One branch of parallel branches.
public struct Branch: Hashable, Sendable {
  let name: String
  let route: Route

  /// A branch with its parts.
  public init(_ name: String, @RouteBuilder _ parts: () -> [Noted<RoutePart>]) {
    self.name = name
    route = Route(parts)
  }
}

/// The braces behind parallel branches.
@resultBuilder public enum BranchesBuilder: PartListBuilder {
  /// A branch.
  public typealias Entry = Branch

  /// One branch.
  public static func buildExpression(_ branch: Branch) -> [Branch] { [branch] }
}

extension ParallelBranches: RouteEntry, ScenarioPart {
  /// Branches that follow in braces.
  public init(_ name: String) { self.init(name, branches: []) }

  /// The branches in a route.
  public var routePart: RoutePart { .parallel(self) }
  /// The branches without notes.
  public var noted: Noted<ParallelBranches> { Noted(self) }
}

extension ScenarioPart where Part == ParallelBranches {
  /// The branches, in braces; all start together, and the route goes on when all have ended.
  public func callAsFunction(@BranchesBuilder _ branches: () -> [Branch]) -> Noted<ParallelBranches> {
    var result = noted
    for branch in branches() {
      result.part.branches.append(ParallelBranches.Branch(name: branch.name, route: branch.route.parts))
      result.inner += branch.route.notes.under("branches/\(branch.name)")
    }
    return result
  }
}
