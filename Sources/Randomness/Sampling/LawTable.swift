/// The compiled laws of a whole program, in flat arrays, each under a small number.
///
/// This is what an event draws from: no reference counting, no indirection beyond one switch.
public struct LawTable: Hashable, Sendable {
  /// The number of a law in its table.
  @frozen
  public struct ID: Hashable, Sendable, BitwiseCopyable {
    /// The position in the table.
    public let index: Int32
    @usableFromInline init(index: Int32) { self.index = index }
  }

  var instructions: [LawInstruction] = []
  var numbers: [Double] = []
  var laws: [Law] = []

  /// An empty table.
  public init() {}

  /// Draws a value of a law from the uniforms of an address.
  ///
  /// By inversion: one uniform, and the value is `law.quantile(u)` bit by bit. A mixture takes one uniform for the
  /// component and the next for its value, a hyperexponential law likewise; a fixed law takes none. Always finite.
  /// - Complexity: O(1), some tens of nanoseconds; gamma, Erlang, beta and PERT laws up to a few microseconds;
  ///   truncations of mixtures and counts that spread over more than 32 768 values, tens of microseconds.
  public func sample(_ id: ID, _ uniforms: inout AddressedUniforms) -> Double {
    sample(instructions[Int(id.index)], &uniforms)
  }

  func sample(_ instruction: LawInstruction, _ uniforms: inout AddressedUniforms) -> Double {
    switch instruction.operation {
    case .fixed:
      return instruction.a
    case .hyperexponential:
      let branch = position(of: uniforms.next(), in: instruction)
      return Inversion.exponential(uniforms.next(), numbers[Int(instruction.second) + branch])
    case .mixture:
      let branch = position(of: uniforms.next(), in: instruction)
      return sample(instructions[Int(instruction.second) + branch], &uniforms)
    case .shifted:
      return sample(instructions[Int(instruction.start)], &uniforms) + instruction.a
    case .scaled:
      return sample(instructions[Int(instruction.start)], &uniforms) * instruction.a
    default:
      return value(instruction, at: uniforms.next())
    }
  }

  /// The value of a law that takes one uniform.
  private func value(_ instruction: LawInstruction, at u: Double) -> Double {
    let a = instruction.a
    let b = instruction.b
    let value: Double
    switch instruction.operation {
    case .fixed: return a
    case .bernoulli: return bernoulli(a, u) ? 1 : 0
    case .count: return a + Double(position(of: u, in: instruction))
    case .listed: return numbers[Int(instruction.second) + position(of: u, in: instruction)]
    case .empirical:
      return numbers[Int(instruction.start) + EmpiricalLaw.rank(u, count: Int(instruction.length))]
    case .uniform: value = Inversion.uniform(u, a, b)
    case .triangular: value = Inversion.triangular(u, a, b, instruction.c)
    case .exponential: value = Inversion.exponential(u, a)
    case .normal: value = Inversion.normal(u, a, b)
    case .lognormal: value = Inversion.lognormal(u, a, b)
    case .weibull: value = Inversion.weibull(u, a, b)
    case .logLogistic: value = Inversion.logLogistic(u, a, b)
    case .gamma: value = Inversion.gamma(u, a, b)
    case .beta: value = instruction.c + instruction.d * Inversion.beta(u, a, b)
    case .geometric: value = Inversion.geometric(u, a)
    case .shifted: value = self.value(instructions[Int(instruction.start)], at: u) + a
    case .scaled: value = self.value(instructions[Int(instruction.start)], at: u) * a
    case .truncated:
      let inner = min(1 - 0x1p-53, max(0x1p-53, a + u * b))
      value = Law.clamped(
        self.value(instructions[Int(instruction.start)], at: inner), instruction.c, instruction.d)
    case .quantile, .hyperexponential, .mixture: return laws[Int(instruction.start)].quantile(u)
    }
    return min(Double.greatestFiniteMagnitude, max(-Double.greatestFiniteMagnitude, value))
  }

  /// The first entry of a cumulative list that reaches `u`; at most the last.
  private func position(of u: Double, in instruction: LawInstruction) -> Int {
    let start = Int(instruction.start)
    var low = 0
    var high = Int(instruction.length) - 1
    while low < high {
      let middle = low + (high - low) / 2
      if numbers[start + middle] >= u { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
