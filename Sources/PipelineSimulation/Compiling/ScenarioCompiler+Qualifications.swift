import PipelineModel
import Randomness

/// Runs that persons go through: trainees of a programme, and newcomers of a role.
extension ScenarioCompiler {
  /// The products that persons go through; their entities are runs.
  var personalProducts: Set<String> { scenario.trainingProducts }

  /// Roles whose newcomers are qualified by runs.
  mutating func compileQualifications() throws(CompileFault) {
    for facility in scenario.facilities {
      for resource in facility.resources {
        guard let product = resource.turnover?.qualifiedBy, resource.kind == .people,
          let pool = poolOf["\(facility.name)/\(resource.name)"]
        else { continue }
        tables.pools[Int(pool)].qualification = try newcomerSource(
          of: product, in: pool, path: "facilities/\(facility.name)/people/\(resource.name)/qualified by")
        tables.pools[Int(pool)].sendsAllNewcomers = tables.training.flatMap(\.entries).allSatisfy { entry in
          if entry.pool == pool, case .after? = entry.learning { false } else { true }
        }
      }
    }
  }

  /// How graduates come to work alone, where their programme says so.
  mutating func learning(
    of entry: RoleEntry, in pool: Int32, path: String
  ) throws(CompileFault) -> LearningPlan? {
    if let product = entry.qualifiedBy {
      let place = "\(path)/becomes/\(entry.role)/qualified by"
      return .through(source: try newcomerSource(of: product, in: pool, path: place))
    }
    return try entry.independentAfter.map { law throws(CompileFault) in
      .after(try draw(law, for: "\(path)/\(entry.role)/independent"))
    }
  }

  /// The source of the runs of newcomers of a role, one for each product.
  private mutating func newcomerSource(
    of product: String, in pool: Int32, path: String
  ) throws(CompileFault) -> Int32 {
    for source in tables.sources.indices {
      if case .newcomers(pool) = tables.sources[source].sends, tables.sources[source].name == product {
        return Int32(source)
      }
    }
    tables.pools[Int(pool)].sendsNewcomers = true
    return try personalSource(
      of: product, at: tables.pools[Int(pool)].facility, for: .newcomers(pool: pool),
      origin: tables.pools[Int(pool)].origin, path: path)
  }

  /// A source without arrivals of its own, by the facility given where there is one. Its runs are numbered as the
  /// persons are, and their origin is that of the programme or role, so that a person's luck does not depend on who else is sent.
  mutating func personalSource(
    of name: String, at facility: Int32?, for persons: SentPersons, origin: UInt64, path: String
  ) throws(CompileFault) -> Int32 {
    guard let index = scenario.products.firstIndex(where: { $0.name == name }) else {
      throw CompileFault(path, "There is no product called '\(name)'.")
    }
    let product = scenario.products[index]
    let variants = tables.variants.indices.filter { place in
      let variant = tables.variants[place]
      return variant.product == Int32(index)
        && (facility == nil || variant.facility == facility || variant.facility < 0)
    }
    guard !variants.isEmpty else { throw CompileFault(path, "'\(name)' is not made at the facility.") }
    var plan = try source(
      Demand(arrivals: .scheduled([])), of: product, index: Int32(index), variants: variants.map(Int32.init),
      path: "products/\(name)")
    (plan.isRun, plan.sends, plan.origin) = (true, persons, origin)
    if case .newcomers = persons {
      plan.leftReason = reason(SentPersons.left)
      for variant in variants { reasonsOfVariant[variant].insert(plan.leftReason) }
    }
    tables.sources.append(plan)
    return Int32(tables.sources.count) - 1
  }
}

extension SentPersons {
  /// The reason of a run that ends because its person has left.
  static var left: String { "left" }
}
