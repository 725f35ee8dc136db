/// A probability law of one number, without units.
///
/// A law is made by a factory, such as `Law.triangular(minimum:mode:maximum:)`, that checks its parameters; it is
/// drawn from through a `LawSampler`. The cases carry checked parameters and are for those who look inside.
public indirect enum Law: Hashable, Sendable {
  /// Always the same number.
  case fixed(FixedLaw)
  /// Any number between two.
  case uniform(UniformLaw)
  /// The triangle over minimum, mode and maximum.
  case triangular(TriangularLaw)
  /// The smooth three-point law.
  case pert(PertLaw)
  /// The beta law, stretched between two bounds.
  case beta(BetaLaw)
  /// The normal law.
  case normal(NormalLaw)
  /// The law whose logarithm is normal.
  case lognormal(LognormalLaw)
  /// The law without memory.
  case exponential(ExponentialLaw)
  /// The gamma law.
  case gamma(GammaLaw)
  /// The sum of equal exponential stages.
  case erlang(ErlangLaw)
  /// The Weibull law.
  case weibull(WeibullLaw)
  /// The law whose logarithm is logistic.
  case logLogistic(LogLogisticLaw)
  /// A choice between exponential laws.
  case hyperexponential(HyperexponentialLaw)
  /// One with a probability, else zero.
  case bernoulli(BernoulliLaw)
  /// Successes in a number of trials.
  case binomial(BinomialLaw)
  /// Trials up to the first success.
  case geometric(GeometricLaw)
  /// Events at a constant rate.
  case poisson(PoissonLaw)
  /// Failures before a number of successes.
  case negativeBinomial(NegativeBinomialLaw)
  /// Listed values with weights.
  case discrete(DiscreteLaw)
  /// Observed values, each as likely.
  case empirical(EmpiricalLaw)
  /// A choice between laws.
  case mixture(MixtureLaw)
  /// A law moved by a constant.
  case shifted(ShiftedLaw)
  /// A law given that its value lies within bounds.
  case truncated(TruncatedLaw)
  /// A law multiplied by a constant, where its own parameters cannot say so.
  case scaled(ScaledLaw)

  var shape: any LawShape {
    switch self {
    case .fixed(let shape): shape
    case .uniform(let shape): shape
    case .triangular(let shape): shape
    case .pert(let shape): shape
    case .beta(let shape): shape
    case .normal(let shape): shape
    case .lognormal(let shape): shape
    case .exponential(let shape): shape
    case .gamma(let shape): shape
    case .erlang(let shape): shape
    case .weibull(let shape): shape
    case .logLogistic(let shape): shape
    case .hyperexponential(let shape): shape
    case .bernoulli(let shape): shape
    case .binomial(let shape): shape
    case .geometric(let shape): shape
    case .poisson(let shape): shape
    case .negativeBinomial(let shape): shape
    case .discrete(let shape): shape
    case .empirical(let shape): shape
    case .mixture(let shape): shape
    case .shifted(let shape): shape
    case .truncated(let shape): shape
    case .scaled(let shape): shape
    }
  }
}
