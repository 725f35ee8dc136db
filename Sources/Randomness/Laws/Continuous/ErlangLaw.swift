/// The sum of equal, independent exponential stages: a gamma law with a whole shape.
public struct ErlangLaw: LawShape {
  /// How many stages.
  public let stages: Int
  /// The mean of the sum.
  public let mean: Double
  private let gamma: GammaLaw

  init(stages: Int, mean: Double) throws(LawFault) {
    let check = ParameterCheck("erlang")
    try check.between("stages", Double(stages), 1, 1e4)
    try check.positive("mean", mean)
    self.stages = stages
    self.mean = mean
    gamma = try GammaLaw(shape: Double(stages), scale: mean / Double(stages))
  }

  /// The scale of the gamma law: the mean of one stage.
  public var stageMean: Double { gamma.scale }
  var variance: Double { gamma.variance }
  var minimum: Double { 0 }
  var maximum: Double { .infinity }
  func density(at x: Double) -> Double { gamma.density(at: x) }
  func distributionFunction(at x: Double) -> Double { gamma.distributionFunction(at: x) }
  func quantile(_ p: Double) -> Double { gamma.quantile(p) }
  func scaled(by factor: Double) throws(LawFault) -> Law? { try .erlang(stages: stages, mean: mean * factor) }
  var written: String { "{ erlang: { stages: \(stages), mean: \(Randomness.written(mean)) } }" }
}

extension Law {
  /// The sum of 1 … 10⁴ equal exponential stages with this mean in total.
  public static func erlang(stages: Int, mean: Double) throws(LawFault) -> Law {
    .erlang(try ErlangLaw(stages: stages, mean: mean))
  }
}
