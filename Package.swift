// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house and the doors between them. The check in Scripts/check-arrows says the same; a target that is
// not in its neighbour's list of dependencies may not be imported there.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "atmpsim",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/onevcat/Rainbow", exact: "4.2.2"),
  ],
  targets: [
    // Layer 0
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev", "pkg-config"])]),
    .target(name: "Quantities", swiftSettings: strict),
    // Layer 1
    .target(name: "CStreams", dependencies: ["CGSL"]),
    .target(name: "Randomness", dependencies: ["CGSL", "CStreams"], swiftSettings: strict),
    .target(
      name: "EventKernel", dependencies: ["Quantities"],
      swiftSettings: strict + [.define("KERNEL_CHECKS", .when(configuration: .debug))]),
    .target(name: "OutputAnalysis", dependencies: ["CGSL"], swiftSettings: strict),
    // Layer 2
    .target(name: "PipelineModel", dependencies: ["Quantities", "Randomness"], swiftSettings: strict),
    // Layer 3
    .target(
      name: "PipelineSimulation",
      dependencies: ["PipelineModel", "EventKernel", "Randomness", "OutputAnalysis", "Quantities"],
      swiftSettings: strict + [.define("RUN_CHECKS", .when(configuration: .debug))]),
    // Layer 4
    .target(
      name: "Experiments",
      dependencies: ["PipelineSimulation", "PipelineModel", "OutputAnalysis", "Quantities"],
      swiftSettings: strict),
    // Layer 5
    .target(
      name: "ScenarioFiles",
      dependencies: [
        "PipelineModel", "Quantities", "Randomness", .product(name: "Yams", package: "Yams"), "SwiftCSV",
      ],
      swiftSettings: strict),
    .target(
      name: "ResultStore",
      dependencies: [
        "Experiments", "PipelineSimulation", "OutputAnalysis", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: [
        "PipelineModel", "Quantities", "Randomness", .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .target(
      name: "Verification",
      dependencies: [
        "Experiments", "PipelineSimulation", "OutputAnalysis", "Quantities", "Randomness", "ScenarioFiles",
      ],
      swiftSettings: strict),
    // Layer 6
    .executableTarget(
      name: "atmpsim",
      dependencies: [
        "Experiments", "OutputAnalysis", "PipelineModel", "PipelineSimulation", "Quantities", "Randomness",
        "Reporting", "ResultStore", "ScenarioFiles", "Verification",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Rainbow", package: "Rainbow"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "EventKernel", "Experiments", "PipelineSimulation", "Quantities", "Randomness", "ScenarioFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"], swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests", dependencies: ["ScenarioFiles", "PipelineModel"], swiftSettings: strict),
    // Tests
    .testTarget(
      name: "BuilderTests", dependencies: ["PipelineModel", "ScenarioFiles", "Quantities", "Randomness"],
      swiftSettings: strict),
    .testTarget(
      name: "PipelineModelTests", dependencies: ["PipelineModel", "Quantities", "Randomness"],
      swiftSettings: strict),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"], swiftSettings: strict),
    .testTarget(
      name: "RandomnessTests", dependencies: ["Randomness", "CGSL", "CStreams"], swiftSettings: strict),
    .testTarget(name: "RandomnessValidationTests", dependencies: ["Randomness"], swiftSettings: strict),
    .testTarget(
      name: "EventKernelTests", dependencies: ["EventKernel", "Quantities"], swiftSettings: strict),
    .testTarget(
      name: "EventKernelValidationTests", dependencies: ["EventKernel", "Quantities"], swiftSettings: strict),
    .testTarget(name: "OutputAnalysisTests", dependencies: ["OutputAnalysis"], swiftSettings: strict),
    .testTarget(
      name: "OutputAnalysisValidationTests", dependencies: ["OutputAnalysis", "CGSL"], swiftSettings: strict),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Experiments", "PipelineSimulation", "OutputAnalysis", "Quantities"],
      swiftSettings: strict),
    .testTarget(
      name: "ComparisonValidationTests",
      dependencies: [
        "Experiments", "OutputAnalysis", "PipelineModel", "PipelineSimulation", "Quantities", "Randomness",
        "ScenarioFiles",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: ["ScenarioFiles", "PipelineModel", "Quantities", "Randomness"],
      swiftSettings: strict),
    .testTarget(
      name: "ResultStoreTests",
      dependencies: ["ResultStore", "Experiments", "PipelineSimulation", "OutputAnalysis"],
      swiftSettings: strict),
    .testTarget(
      name: "AuditTests",
      dependencies: ["PipelineSimulation", "EventKernel", "OutputAnalysis", "Quantities", "ScenarioFiles"],
      swiftSettings: strict + [.define("RUN_CHECKS", .when(configuration: .debug))]),
    .testTarget(
      name: "HostileTests", dependencies: ["ScenarioFiles", "PipelineSimulation"], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "PipelineModel", "Quantities", "Randomness"],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["PipelineSimulation", "PipelineModel", "ScenarioFiles", "OutputAnalysis", "Quantities"],
      swiftSettings: strict),
    .testTarget(
      name: "VerificationTests",
      dependencies: [
        "PipelineSimulation", "OutputAnalysis", "ResultStore", "ScenarioFiles", "Verification", "atmpsim",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RouteTests", dependencies: ["PipelineSimulation", "Quantities", "ScenarioFiles"],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["atmpsim"], swiftSettings: strict),
    .testTarget(name: "TimelineTests", dependencies: ["Verification", "atmpsim"], swiftSettings: strict),
  ]
)
