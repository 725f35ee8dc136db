import Foundation
import PipelineModel
import Quantities
import Reporting

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
        Part(
          title: "Facility \(facility.title)\(place)",
          lines: Self.dates(facility) + facility.resources.map(Self.line)
            + facility.processes.map(RunWords.of)
            + facility.shutdowns.map { "closed: \($0.what)" }))
    }
    if !scenario.certificates.isEmpty {
      parts.append(Part(title: "Certificates", lines: scenario.certificates.map(CertificateWords.of)))
    }
    for stock in scenario.stocks {
      parts.append(Part(title: "Stock \(stock.name)", lines: [Self.line(stock)]))
    }
    if !scenario.initialState.isEmpty {
      parts.append(Part(title: "State at the start", lines: StateWords.lines(scenario.initialState)))
    }
    for product in scenario.products {
      let made = product.madeAt.isEmpty ? "" : ", made at \(product.madeAt.joined(separator: ", "))"
      parts.append(
        Part(
          title: "Product \(product.title)\(made)",
          lines: RoomWords.traits(product) + RunWords.purpose(product) + RunWords.trial(product)
            + Self.demand(product, sent: scenario.trainingProducts)
            + RouteText.lines(product.route)))
    }
    parts += RoomWords.apart(scenario.incompatible)
    for programme in scenario.training {
      parts.append(
        Part(
          title: "Training \(programme.title)",
          lines: TrainingWords.of(programme, intake: Self.words(programme.intake))
            + AskedWords.costs(programme.costs)))
    }
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
    if let asked = AskedWords.measures(scenario) { text += asked + "\n" }
    for part in parts {
      text += "\n\(part.title)\n"
      for line in part.lines { text += "  \(line)\n" }
    }
    return text
  }

  /// The page of `--html`: a picture of the route of each product.
  var page: RoutePage {
    let scenario = loaded.scenario
    return RoutePage(
      title: scenario.title, about: scenario.about,
      facts: [
        "from \(QuantityPrinting.instant(scenario.start)) to \(loaded.horizon)", loaded.file,
        "scenario \(loaded.sha256.prefix(8))", "atmpsim \(Version.text)",
      ],
      routes: scenario.products.map { product in
        let made = product.madeAt.isEmpty ? [] : ["Made at \(product.madeAt.joined(separator: ", "))."]
        let demand = Self.demand(product, sent: scenario.trainingProducts).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        return RoutePage.Route(
          name: product.name, title: product.title,
          lines: made + (demand.isEmpty ? [] : ["Who comes: " + demand.joined(separator: "; ") + "."]),
          parts: product.route)
      },
      listings: [
        RoutePage.Listing(
          id: "around", title: "What stands around the routes", columns: ["where", "what"],
          rows: parts.filter { part in
            !scenario.products.contains { part.title.hasPrefix("Product \($0.title)") }
          }
          .map { [$0.title, $0.lines.joined(separator: "; ")] })
      ])
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
      case .fullTimeEquivalentPlan(let changes, _): StaffWords.plan(changes)
      }
    let when = resource.calendars.isEmpty ? "" : " (\(resource.calendars.joined(separator: ", ")))"
    return "\(amount) \(resource.name)\(when)\(RoomWords.of(resource))\(StaffWords.of(resource))"
  }

  private static func dates(_ facility: Facility) -> [String] {
    var lines: [String] = []
    if let opening = facility.opens {
      lines.append(
        "opens \(QuantityPrinting.date(opening.planned.date))"
          + (opening.slips.map { ", later by \(SpanWords.of($0))" } ?? ""))
    }
    switch facility.licensed {
    case .date(let instant): lines.append("licensed \(QuantityPrinting.date(instant.date))")
    case .afterOpening(let law): lines.append("licensed \(SpanWords.of(law)) after opening")
    case nil: break
    }
    return lines
  }

  private static func line(_ stock: Stock) -> String {
    var text = "\(stock.initial) \(stock.unitName) at the start"
    if let life = stock.shelfLife { text += ", shelf life \(QuantityPrinting.timeLength(life))" }
    if let reorder = stock.reorder {
      text += ", ordered at \(reorder.at)"
      if let brings = reorder.lotBrings { text += ", in lots that count for \(brings)" }
      switch reorder.supply {
      case .leadTime(let law): text += ", comes after \(SpanWords.of(law))"
      case .product(let name): text += ", made by \(name)"
      }
    }
    return text
  }

  private static func demand(_ product: Product, sent: Set<String>) -> [String] {
    if let runs = product.runs { return RunWords.of(runs, arrivals: words) }
    if sent.contains(product.name) { return ["one run for each person who is sent through it"] }
    guard let demand = product.patients else { return [] }
    let clocks = demand.clocks.map { clock in
      switch clock.risk {
      case .hazard(let rate):
        "  at risk of \(clock.name): \(QuantityPrinting.rate(rate))\(SeverityWords.course(of: clock))"
      case .after(let law): "  at risk of \(clock.name) after \(SpanWords.of(law))"
      }
    }
    let place = demand.at.map { " at \($0)" } ?? ""
    return ["patients\(place): \(words(demand.arrivals))"] + clocks + SeverityWords.of(demand)
  }

  static func words(_ arrivals: Arrivals) -> String {
    switch arrivals {
    case .poisson(let rate): "Poisson \(QuantityPrinting.rate(rate))"
    case .every(let interval, _): "every \(QuantityPrinting.timeLength(interval))"
    case .renewal(let law): "intervals \(SpanWords.of(law))"
    case .scheduled(let moments): "\(moments.count) at written times"
    case .cohort(let count, _): "\(count) at once"
    case .varying(let rate): "Poisson \(QuantityPrinting.rate(rate.base)), varying in time"
    }
  }
}
