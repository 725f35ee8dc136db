import PipelineModel
import Quantities

/// A scenario in words: what there is, who comes, and by which route.
struct ScenarioDescription {
  /// A heading with the lines below it.
  struct Part {
    var title: String
    var lines: [String]
  }

  private let loaded: LoadedScenario
  let parts: [Part]

  init(_ loaded: LoadedScenario) {
    self.loaded = loaded
    let scenario = loaded.scenario
    var parts: [Part] = []
    for facility in scenario.facilities {
      let place = facility.site.map { " at \($0)" } ?? ""
      parts.append(
        Part(title: "Facility: \(facility.title)\(place)", lines: facility.resources.map(Self.line)))
    }
    for stock in scenario.stocks { parts.append(Part(title: "Stock: \(stock.name)", lines: [])) }
    for product in scenario.products {
      let made = product.madeAt.isEmpty ? "" : ", made at \(product.madeAt.joined(separator: ", "))"
      parts.append(Part(title: "Product: \(product.title)\(made)", lines: product.route.map(Self.line)))
    }
    for programme in scenario.training { parts.append(Part(title: "Training: \(programme.name)", lines: [])) }
    self.parts = parts
  }

  var text: String {
    let scenario = loaded.scenario
    var text = "\(scenario.title)\n"
    if !scenario.about.isEmpty { text += "\(scenario.about)\n" }
    text += "From \(QuantityPrinting.instant(scenario.start)) to \(loaded.horizon)"
    if scenario.warmUp.amount > 0 {
      text += ", of which \(QuantityPrinting.timeLength(scenario.warmUp)) warm-up"
    }
    text += "\nScenario \(loaded.sha256)\n"
    for part in parts {
      text += "\n\(part.title)\n"
      for line in part.lines { text += "  \(line)\n" }
    }
    return text
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "atmpsim.describe/1")
      writer.member("title", loaded.scenario.title)
      writer.member("file", loaded.file)
      writer.member("sha256", loaded.sha256)
      writer.member("start", QuantityPrinting.instant(loaded.scenario.start))
      writer.member("horizon", loaded.horizon)
      writer.key("parts")
      writer.array { writer in
        for part in parts {
          writer.element()
          writer.object { writer in
            writer.member("title", part.title)
            writer.key("lines")
            writer.array { writer in
              for line in part.lines {
                writer.element()
                writer.string(line)
              }
            }
          }
        }
      }
    }
    return writer.text + "\n"
  }

  private static func line(_ resource: Resource) -> String {
    let amount =
      switch resource.capacity {
      case .count(let count): "\(count)"
      case .timetable(let changes): "\(changes.map { String($0.count) }.joined(separator: ", then "))"
      case .fullTimeEquivalents(let number, _): "\(QuantityPrinting.number(number)) full-time equivalents of"
      }
    let when = resource.calendars.isEmpty ? "" : " (\(resource.calendars.joined(separator: ", ")))"
    return "\(amount) \(resource.name)\(when)"
  }

  private static func line(_ part: RoutePart) -> String {
    switch part {
    case .step(let step): line(step)
    case .hold(let hold): "hold: \(hold.name)"
    case .book: "book a slot"
    case .makeBatch: "make a batch"
    case .choose(let choice): "choose: \(choice.name)"
    case .parallel(let branches): "in parallel: \(branches.name)"
    case .countdown(let countdown): "countdown: \(countdown.name)"
    case .gather(let gathering): "gather: \(gathering.name)"
    case .separate(let name): "separate: \(name)"
    case .split(let splitting): "split: \(splitting.name)"
    case .ship(let shipment): "ship: \(shipment.name)"
    case .release(let release): "release: \(release.name)"
    case .store(let storing): "store in \(storing.stock)"
    case .leave(let name): "leave: \(name)"
    }
  }

  private static func line(_ step: Step) -> String {
    var text = "\(step.kind.rawValue): \(step.name)"
    if let law = step.takes {
      text += ", takes \(law.law)" + (law.measure == .workingDays ? " working days" : " s")
    }
    let used = (step.uses + step.keeps).map(\.name)
    if !used.isEmpty { text += ", uses \(used.joined(separator: ", "))" }
    if !step.consumes.isEmpty {
      text += ", consumes \(step.consumes.map(\.name).joined(separator: ", "))"
    }
    return text
  }
}
