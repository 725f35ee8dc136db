#if RUN_CHECKS
  import Foundation
  import ScenarioFiles
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits of random scenarios") struct WildShopTests {
    @Test("Whatever meets in a shop, no identity is broken", arguments: 0..<10)
    func wild(block: UInt64) throws {
      let perBlock = UInt64(ProcessInfo.processInfo.environment["WILD"] ?? "") ?? 30
      var ran = 0
      for seed in block * perBlock..<(block + 1) * perBlock {
        var shop = WildShop(seed: seed)
        let text = "title: shop \(seed)\nstart: 2024-01-01\nhorizon: 21 d\n" + shop.scenario()
        if let folder = ProcessInfo.processInfo.environment["WILDDIR"] {
          try text.write(toFile: "\(folder)/\(seed).yaml", atomically: false, encoding: .utf8); continue
        }
        let check = ScenarioCheck.check(file: "shop.yaml", files: .memory(["shop.yaml": text]))
        guard let scenario = check.scenario, let program = try? Program(compiling: scenario) else {
          if ProcessInfo.processInfo.environment["WILDWHY"] != nil {
            print(
              "WHY",
              check.report.diagnostics.filter { "\($0)".contains("error") }.first.map { "\($0.sentence)" }
                ?? "?")
          }
          continue
        }
        var options = ReplicationOptions()
        options.maximumEvents = 20_000
        if ProcessInfo.processInfo.environment["WILD"] != nil {
          try text.write(toFile: "/tmp/wild\(block).yaml", atomically: false, encoding: .utf8)
        }
        _ = program.replicate(0, seed: seed, options: options)
        ran += 1
      }
      if ProcessInfo.processInfo.environment["WILD"] != nil { print("RAN", ran) }
      #expect(ran > 3, "only \(ran) got past the rules")
    }
  }
#endif
