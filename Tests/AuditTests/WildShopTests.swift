#if RUN_CHECKS
  import ScenarioFiles
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits of random scenarios") struct WildShopTests {
    @Test("Whatever meets in a shop, no identity is broken", arguments: 0..<10)
    func wild(block: UInt64) throws {
      var (ran, sent) = (0, 0)
      for seed in block * 30..<(block + 1) * 30 {
        var shop = WildShop(seed: seed)
        let text = "title: shop \(seed)\nstart: 2024-01-01\nhorizon: 21 d\n" + shop.scenario()
        let check = ScenarioCheck.check(file: "shop.yaml", files: .memory(["shop.yaml": text]))
        guard let scenario = check.scenario, let program = try? Program(compiling: scenario) else { continue }
        var options = ReplicationOptions()
        options.maximumEvents = 20_000
        _ = program.replicate(0, seed: seed, options: options)
        ran += 1
        if text.contains("through: learn") { sent += 1 }
      }
      #expect(ran > 3, "only \(ran) got past the rules")
      #expect(sent > 1, "only \(sent) of them send persons through routes")
    }
  }
#endif
