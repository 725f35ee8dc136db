import Quantities

extension Scenario {
  /// A scenario in Swift: the same value as a scenario file that says the same.
  ///
  /// Parts stand in the order of a file; the notes on where numbers come from are in the order of their paths, as the
  /// reader gives them.
  /// Names, references and numbers are checked by the same rules as those of a file, when the scenario is checked.
  ///
  /// - Precondition: literals spell what they stand for, and the parameters of laws make laws. Numbers that a program
  ///   computes go through the throwing factories of `Law` instead.
  public init(
    _ title: String, start: Written<CivilInstant>, horizon: Moment, about: String = "",
    warmUp: TimeLength = .hours(0), tick: TickLength = .millisecond, run: RunDefaults = RunDefaults(),
    alsoMeasures: [MeasureGroup] = [],
    @ScenarioBuilder _ parts: () -> [ScenarioEntry]
  ) {
    self.init(title: title, start: start.quantity, horizon: horizon)
    self.about = about
    self.warmUp = warmUp
    self.tick = tick
    self.run = run
    self.alsoMeasures = alsoMeasures
    for entry in parts() { add(entry.content) }
    provenance.sort { $0.path < $1.path }
  }

  private mutating func add(_ content: ScenarioEntry.Content) {
    switch content {
    case .citation(let citation): citations.append(citation)
    case .incompatible(let pair): incompatible.append(pair)
    case .initialState(let state): initialState = state
    case .certificate(let noted): add(noted, to: \.certificates, "certificates", noted.part.name)
    case .site(let noted): add(noted, to: \.sites, "sites", noted.part.name)
    case .plan(let noted): add(noted, to: \.calendars, "calendars", noted.part.name)
    case .leave(let noted): add(noted, to: \.leave, "leave", noted.part.name)
    case .facility(let noted): add(noted, to: \.facilities, "facilities", noted.part.name)
    case .link(let noted): add(noted, to: \.transport, "transport", noted.part.name)
    case .stock(let noted): add(noted, to: \.stocks, "stocks", noted.part.name)
    case .product(let noted): add(noted, to: \.products, "products", noted.part.name)
    case .programme(let noted): add(noted, to: \.training, "training", noted.part.name)
    }
  }

  private mutating func add<Part>(
    _ noted: Noted<Part>, to list: WritableKeyPath<Scenario, [Part]>, _ key: String, _ name: String
  ) {
    self[keyPath: list].append(noted.part)
    provenance += noted.notes.under("\(key)/\(name)")
  }

  /// A copy in which `source:` covers the numbers at a path from the top, such as `facilities` or `stocks/vector-dose`.
  public func source(_ words: String, on path: String) -> Scenario {
    var result = self
    result.provenance.note(at: path, .source(words), range: nil)
    result.provenance.sort { $0.path < $1.path }
    return result
  }

  /// A copy in which `assumption:` covers the numbers at a path from the top.
  public func assumption(_ words: String, on path: String) -> Scenario {
    var result = self
    result.provenance.note(at: path, .assumption(words), range: nil)
    result.provenance.sort { $0.path < $1.path }
    return result
  }

  /// A copy with the `range:` that sensitivity studies may give the number at a path from the top, as a file writes it.
  public func range(_ least: String, _ greatest: String, on path: String) -> Scenario {
    var result = self
    result.provenance.note(at: path, nil, range: [least, greatest])
    result.provenance.sort { $0.path < $1.path }
    return result
  }
}

extension Citation {
  /// An entry of `sources:`: `Citation("skane-gmp", "Region Skåne, description of the clean rooms")`.
  public init(_ name: String, _ text: String) { self.init(name: name, text: text) }
}
