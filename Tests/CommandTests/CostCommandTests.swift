import Foundation
import Testing

@Suite struct CostCommandTests {
  private static let clinic = """
    title: A clinic with prices
    start: 2025-01-01
    horizon: 2026-01-01
    costs: { currency: SEK, exchange: { EUR: 11 SEK } }
    facilities:
      clinic:
        rooms: { clean-room: { count: 1, costs: { year: 100k EUR, assumption: a guess } } }
    products:
      graft:
        made at: clinic
        patients: { arrive: { poisson: 40 / y } }
        route:
          - make: batch
          - { step: grow, takes: 3 d, uses: clean-room, costs: { reagents: 9k SEK, source: the price list }, fails: { probability: 0.1, then: remake } }
          - { release: release, stage 1: [ { assay: sterility, takes: 7 d, costs: 4k SEK } ] }

    """

  private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try BuiltProgram.inFolder { folder in
      try Self.clinic.write(
        to: folder.appendingPathComponent("clinic.yaml"), atomically: true, encoding: .utf8)
      return try body(folder)
    }
  }

  private func mean(_ measure: String, _ scope: [String: String], in output: String) throws -> Double? {
    let estimates = try #require(BuiltProgram.object(output)["estimates"] as? [[String: Any]])
    let row = estimates.first {
      $0["measure"] as? String == measure && $0["scope"] as? [String: String] == scope
    }
    return row?["mean"] as? Double
  }

  @Test("A run tells what it costs on the terminal, in the files and in the report")
  func run() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(["run", "clinic.yaml", "--replications", "20", "-o", "out"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("Costs, in thousand SEK"))
      #expect(run.output.contains("a patient treated"))
      let csv = try String(contentsOf: folder.appendingPathComponent("out/estimates.csv"), encoding: .utf8)
      for words in ["cost.total,", "cost.per-patient-treated,", "cost.failed,", ",SEK,", ",reagents,"] {
        #expect(csv.contains(words), "\(words)")
      }
      let page = try String(contentsOf: folder.appendingPathComponent("out/report.html"), encoding: .utf8)
      for words in ["What it costs", "idle", "for each patient treated", "a guess", "the price list"] {
        #expect(page.contains(words), "\(words)")
      }
    }
  }

  @Test("The parts add up to the whole, and fixed costs are what the year costs")
  func addsUp() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(
        ["run", "clinic.yaml", "--replications", "20", "--json", "-q"], in: folder)
      let whole = try #require(try mean("cost.total", [:], in: run.output))
      let parts = try ["rooms", "reagents", "tests"].map {
        try mean("cost.total", ["category": $0], in: run.output) ?? .nan
      }
      #expect(abs(parts.reduce(0, +) - whole) < 0.01)
      #expect(abs(parts[0] - 1_100_000) < 0.01)
      let products = try ["graft", "idle"].map {
        try mean("cost.total", ["product": $0], in: run.output) ?? .nan
      }
      #expect(abs(products.reduce(0, +) - whole) < 0.01)
      let failed = try #require(try mean("cost.failed", [:], in: run.output))
      #expect(failed > 0 && failed < parts[1])
    }
  }

  @Test("A price is changed on the command line, and a comparison says what the change costs")
  func compare() throws {
    try inFolder { folder in
      try
        "extends: clinic.yaml\ntitle: Dear\nproducts: { graft: { route: [ { step: grow, costs: { reagents: 10k SEK, source: a dearer list } } ] } }\n"
        .write(to: folder.appendingPathComponent("dear.yaml"), atomically: true, encoding: .utf8)
      let plain = try BuiltProgram.run(
        ["run", "clinic.yaml", "--replications", "5", "--json", "-q"], in: folder)
      let set = try BuiltProgram.run(
        [
          "run", "clinic.yaml", "--replications", "5", "--json", "-q", "--set",
          "products.graft.route.grow.costs.reagents=18k SEK",
        ], in: folder)
      #expect(set.status == 0, "\(set.errors)")
      let before = try #require(try mean("cost.total", ["category": "reagents"], in: plain.output))
      let after = try #require(try mean("cost.total", ["category": "reagents"], in: set.output))
      #expect(abs(after - 2 * before) < 0.01)
      let compared = try BuiltProgram.run(
        ["compare", "clinic.yaml", "dear.yaml", "--replications", "10", "-o", "beside"], in: folder)
      #expect(compared.status == 0, "\(compared.errors)")
      #expect(compared.output.contains("What it costs"))
      #expect(compared.output.contains("SEK spent"))
    }
  }
}
