import ArgumentParser

/// Years of a run, as `--years 5,10,15` names them.
struct YearList: ExpressibleByArgument {
  /// What is compared unless other years are named.
  static let usual = [5, 10, 15]
  var numbers: [Int]

  init(numbers: [Int]) { self.numbers = numbers }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { (1...10_000).contains($0) }
    guard numbers.count == parts.count, Set(numbers).count == numbers.count else { return nil }
    self.numbers = numbers.sorted()
  }

  var defaultValueDescription: String { numbers.map(String.init).joined(separator: ",") }
}
