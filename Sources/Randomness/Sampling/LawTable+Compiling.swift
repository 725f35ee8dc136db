extension LawTable {
  /// Enough for every Poisson law: a quarter of a megabyte for each list.
  static let longestList = 32_768

  /// Adds a law and returns its number.
  ///
  /// - Throws: the fault that GSL reports when the law is drawn at a few trial uniforms.
  public mutating func append(_ law: Law) throws(GSLFault) -> ID {
    let instruction = compiled(law)
    for trial in [0x1p-53, 1e-6, 0.25, 0.5, 0.75, 1 - 1e-6, 1 - 0x1p-53] {
      _ = try checkedGSL { law.distributionFunction(at: law.quantile(trial)) }
    }
    return append(instruction)
  }

  /// Adds the median of a law in its place, for runs without chance in this law.
  public mutating func appendMedian(of law: Law) -> ID {
    append(LawInstruction(operation: .fixed, a: law.median))
  }

  private mutating func append(_ instruction: LawInstruction) -> ID {
    instructions.append(instruction)
    return ID(index: Int32(instructions.count - 1))
  }

  private mutating func compiled(_ law: Law) -> LawInstruction {
    switch law {
    case .fixed(let law): LawInstruction(operation: .fixed, a: law.value)
    case .uniform(let law): LawInstruction(operation: .uniform, a: law.minimum, b: law.width)
    case .triangular(let law):
      LawInstruction(operation: .triangular, a: law.minimum, b: law.mode, c: law.maximum)
    case .pert(let law): compiled(.beta(law.beta))
    case .beta(let law):
      LawInstruction(operation: .beta, a: law.alpha, b: law.beta, c: law.minimum, d: law.width)
    case .normal(let law): LawInstruction(operation: .normal, a: law.mean, b: law.deviation)
    case .lognormal(let law): LawInstruction(operation: .lognormal, a: law.median, b: law.sigma)
    case .exponential(let law): LawInstruction(operation: .exponential, a: law.mean)
    case .gamma(let law): LawInstruction(operation: .gamma, a: law.shape, b: law.scale)
    case .erlang(let law):
      LawInstruction(operation: .gamma, a: Double(law.stages), b: law.stageMean)
    case .weibull(let law): LawInstruction(operation: .weibull, a: 1 / law.shape, b: law.scale)
    case .logLogistic(let law):
      LawInstruction(operation: .logLogistic, a: law.median, b: 1 / law.shape)
    case .hyperexponential(let law): hyperexponential(law)
    case .bernoulli(let law): LawInstruction(operation: .bernoulli, a: law.probability)
    case .geometric(let law): LawInstruction(operation: .geometric, a: law.probability)
    case .binomial, .poisson, .negativeBinomial: count(law)
    case .discrete(let law): listed(law)
    case .empirical(let law):
      LawInstruction(operation: .empirical, start: store(law.values), length: Int32(law.values.count))
    case .mixture(let law): mixture(law)
    case .shifted(let law):
      LawInstruction(operation: .shifted, start: place(compiled(law.law)), a: law.offset)
    case .scaled(let law):
      LawInstruction(operation: .scaled, start: place(compiled(law.law)), a: law.factor)
    case .truncated(let inner) where inner.isDiscrete: atoms(law)
    case .truncated(let law):
      LawInstruction(
        operation: .truncated, start: place(compiled(law.law), whole: law.law), a: law.probabilityBelow,
        b: law.probabilityUpTo - law.probabilityBelow, c: law.minimum, d: law.maximum)
    }
  }

  private mutating func store(_ values: [Double]) -> Int32 {
    numbers.append(contentsOf: values)
    return Int32(numbers.count - values.count)
  }

  private mutating func place(_ instruction: LawInstruction) -> Int32 { append(instruction).index }

  /// A sub-law that has to take exactly one uniform.
  private mutating func place(_ instruction: LawInstruction, whole law: Law) -> Int32 {
    law.takesOneUniform ? place(instruction) : place(byQuantile(law))
  }

  private mutating func byQuantile(_ law: Law) -> LawInstruction {
    laws.append(law)
    return LawInstruction(operation: .quantile, start: Int32(laws.count - 1))
  }

  private mutating func hyperexponential(_ law: HyperexponentialLaw) -> LawInstruction {
    LawInstruction(
      operation: .hyperexponential, start: store(LawTable.cumulative(law.weights)),
      length: Int32(law.weights.count), second: store(law.means))
  }

  private mutating func listed(_ law: DiscreteLaw) -> LawInstruction {
    LawInstruction(
      operation: .listed, start: store(law.cumulative), length: Int32(law.values.count),
      second: store(law.values))
  }

  /// A discrete law with at most `longestList` values becomes a list of them and of its distribution function.
  private mutating func atoms(_ law: Law) -> LawInstruction {
    var values: [Double] = []
    var cumulative: [Double] = []
    var next: Double? = law.quantile(0x1p-53)
    while let value = next {
      guard values.count < LawTable.longestList else { return byQuantile(law) }
      values.append(value)
      cumulative.append(law.distributionFunction(at: value))
      next = law.distributionFunction(at: value) >= 1 - 0x1p-53 ? nil : law.shape.nextAtom(after: value)
    }
    return LawInstruction(
      operation: .listed, start: store(cumulative), length: Int32(values.count), second: store(values))
  }

  private mutating func mixture(_ law: MixtureLaw) -> LawInstruction {
    let parts = law.laws.map { compiled($0) }
    instructions.append(contentsOf: parts)
    return LawInstruction(
      operation: .mixture, start: store(LawTable.cumulative(law.weights)), length: Int32(parts.count),
      second: Int32(instructions.count - parts.count))
  }

  /// A count with at most `longestList` values between its extreme quantiles becomes a list of its distribution function.
  private mutating func count(_ law: Law) -> LawInstruction {
    let low = law.quantile(0x1p-53)
    let high = law.quantile(1 - 0x1p-53)
    guard high - low < Double(LawTable.longestList) else { return byQuantile(law) }
    let cumulative = (0...Int(high - low)).map { law.distributionFunction(at: low + Double($0)) }
    return LawInstruction(
      operation: .count, start: store(cumulative), length: Int32(cumulative.count), a: low)
  }

  private static func cumulative(_ weights: [Double]) -> [Double] {
    var sum = 0.0
    return weights.map { weight in
      sum += weight
      return sum
    }
  }
}

extension Law {
  var takesOneUniform: Bool {
    switch self {
    case .mixture, .hyperexponential: false
    case .shifted(let law): law.law.takesOneUniform
    case .scaled(let law): law.law.takesOneUniform
    default: true
    }
  }
}
