/// A scenario of which whole numbers have to balance: case T19.
public struct IdentityCase: Sendable, CustomStringConvertible {
  /// The scenario's file without folder and ending.
  public var file: String
  /// The steps that entities come to, by what happened: `arrives`, `ends A`, `fails QC`. Empty where only the system
  /// as a whole is looked at.
  public var next: [String: String]
  /// Whether the shelf of its stock is looked at.
  public var hasStock = false

  /// The file.
  public var description: String { "T19 \(file)" }

  /// The hours that a run takes, so short that every measure has one year.
  public static let hours = 2_000
  /// The options that make it so short.
  public static let overrides = ["horizon=\(hours) h", "warm up=0 h"]

  /// All of them.
  public static let all = [
    IdentityCase(file: "t01-mm1", next: ["arrives": "serve"]),
    IdentityCase(file: "t03-loss-c5-fixed", next: [:]),
    IdentityCase(file: "t06-priorities", next: ["arrives": "serve"]),
    IdentityCase(file: "t07-preemption", next: ["arrives": "serve"]),
    IdentityCase(file: "t09-rework", next: ["arrives": "A", "ends A": "QC", "fails QC": "A"]),
    IdentityCase(file: "t11-breakdown-use", next: ["arrives": "serve"]),
    IdentityCase(file: "t12-impatience", next: ["arrives": "serve"]),
    IdentityCase(file: "t13-batch-former", next: [:]),
    IdentityCase(file: "t15-base-stock-fixed", next: ["arrives": "collect"], hasStock: true),
    IdentityCase(file: "t15-base-stock-exponential", next: ["arrives": "collect"], hasStock: true),
    IdentityCase(file: "t17-dm1", next: ["arrives": "serve"]),
    IdentityCase(file: "t19-identity", next: [:], hasStock: true),
  ]
}
