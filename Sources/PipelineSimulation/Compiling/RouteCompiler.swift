import PipelineModel
import Quantities
import Randomness

/// Compiles the route of one product at one facility into instructions.
struct RouteCompiler {
  let variant: Int32
  let product: Product
  let facility: String?
  let path: String
  private(set) var localOf: [String: Int32] = [:]
  private(set) var marks: [String: Int32] = ["referral": Marks.referral]
  var placeOfStep: [Int32] = []
  var stepCount: Int32 { Int32(placeOfStep.count) }
  var bookPlace: Int32 = -1
  var bookingPatience: DrawPlan?
  var bookingReason: Int32 = -1
  var makePlace: Int32 = -1
  var collectPlace: Int32 = -1
  /// Between `make:` and the infusion, draws are the batch's.
  var isInBatch = false
  /// Forks started by `meanwhile:` and countdowns that have to be joined later on.
  var openForks: [Int32] = []
  var countdownForks: [String: [Int32]] = [:]
  var openHold = false
  /// Something can be mixed up on the route, or is checked.
  var hasIdentities = false
  /// What everybody passes, for the booking plan.
  var mainLine = MainLine()

  init(variant: Int32, product: Product, facility: String?, path: String) {
    self.variant = variant
    self.product = product
    self.facility = facility
    self.path = path
  }

  /// The number of a mark, nil when no step marks it.
  func mark(_ name: String) -> Int32? { marks[name] }

  mutating func compile(into compiler: inout ScenarioCompiler) throws(CompileFault) {
    number(product.route)
    try emit(product.route, &compiler)
    compiler.tables.instructions.append(.endOfRoute)
  }

  /// Gives every step and mark its number before anything refers to it.
  private mutating func number(_ parts: [RoutePart]) {
    for part in parts {
      switch part {
      case .step(let step):
        localOf[step.name] = Int32(placeOfStep.count)
        placeOfStep.append(-1)
        if let mark = step.marks ?? (step.kind == .infuse ? "infusion" : nil) { addMark(mark) }
        number(step.meanwhile)
      case .choose(let choice): for arm in choice.arms { number(arm.route) }
      case .parallel(let parallel): for branch in parallel.branches { number(branch.route) }
      case .release(let release):
        number(release.stage1)
        number(release.stage2)
      default: break
      }
    }
  }

  private mutating func addMark(_ name: String) {
    if marks[name] != nil { return }
    switch name {
    case "collection": marks[name] = Marks.collection
    case "infusion": marks[name] = Marks.infusion
    default: marks[name] = Marks.firstOther + Int32(marks.count)
    }
  }

  /// Emits what not everybody passes, or nobody waits for: no part of the main line.
  mutating func emitAside(_ parts: [RoutePart], _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    let before = mainLine
    try emit(parts, &compiler)
    mainLine = before
  }

  /// A further step that has no name in the file (a repeated touch, hands on): its number.
  mutating func newLocal() -> Int32 {
    placeOfStep.append(-1)
    return Int32(placeOfStep.count - 1)
  }

  mutating func emit(_ parts: [RoutePart], _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    for part in parts {
      switch part {
      case .step(let step): try emit(step, &compiler)
      case .hold(let hold): try emit(hold, &compiler)
      case .book(let booking):
        if let patience = booking.patience {
          bookingPatience = try compiler.draw(patience, for: "\(path)/\(booking.name)/patience")
          bookingReason = reason("no slot found", &compiler)
        }
        bookPlace = here(compiler)
        mainLine.bookedFrom = mainLine.steps.count
        compiler.tables.instructions.append(.book(variant))
      case .makeBatch(let make): try emit(make, &compiler)
      case .choose(let choice): try emit(choice, &compiler)
      case .parallel(let parallel): try emit(parallel, &compiler)
      case .countdown(let countdown): try emit(countdown, &compiler)
      case .gather(let gathering): try emit(gathering, &compiler)
      case .separate: compiler.tables.instructions.append(.separate)
      case .split(let splitting): try emit(splitting, &compiler)
      case .ship(let shipment): try emit(shipment, &compiler)
      case .release(let release): try emit(release, &compiler)
      case .store(let storing): try emit(storing, &compiler)
      case .leave(let name):
        if name == "treated" {
          compiler.tables.instructions.append(.endOfRoute)
        } else {
          compiler.tables.instructions.append(.leave(reason(name, &compiler)))
        }
      }
    }
  }

  func here(_ compiler: ScenarioCompiler) -> Int32 { Int32(compiler.tables.instructions.count) }

  func reason(_ name: String, _ compiler: inout ScenarioCompiler) -> Int32 {
    let index = compiler.reason(name)
    compiler.reasonsOfVariant[Int(variant)].insert(index)
    return index
  }

  /// What a consequence means here; `own` is the step that it belongs to, `fallback` the reason of a loss without one.
  func consequence(
    _ consequence: Consequence, own: Int32, fallback: String, _ compiler: inout ScenarioCompiler
  ) throws(CompileFault) -> ConsequencePlan {
    switch consequence {
    case .repeatStep: return .goTo(own)
    case .againFrom(let name), .goTo(let name):
      guard let local = localOf[name] else {
        throw CompileFault("\(path)/route", "There is no step called '\(name)' to go to.")
      }
      return .goTo(local)
    case .remake: return .remake
    case .collectAgain: return .collectAgain
    case .lose(let reason): return .lose(reason: self.reason(reason ?? fallback, &compiler))
    case .record: return .record
    }
  }
}
