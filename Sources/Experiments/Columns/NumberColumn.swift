/// One number for each replication, in as little memory as keeps every bit: nothing while all are the same (zeros, and the
/// lengths of years are), four bytes each while all are exact in single precision (counts are), eight afterwards.
struct NumberColumn: Sendable {
  private enum Storage: Sendable {
    case constant(Double)
    case narrow([Float])
    case wide([Double])
  }

  private(set) var count = 0
  private var storage = Storage.constant(0)

  /// Whether every number is zero.
  var isZero: Bool { if case .constant(let value) = storage { value == 0 } else { false } }

  mutating func append(_ value: Double) {
    defer { count += 1 }
    switch storage {
    case .constant(let constant):
      if value.bitPattern == constant.bitPattern { return }
      if count == 0 {
        storage = .constant(value)
      } else if Double(Float(constant)) == constant {
        appendNarrow(value, to: [Float](repeating: Float(constant), count: count))
      } else {
        storage = .wide([Double](repeating: constant, count: count) + [value])
      }
    case .narrow(let numbers):
      storage = .constant(0)  // so that the array below has one owner
      appendNarrow(value, to: numbers)
    case .wide(var numbers):
      storage = .constant(0)
      numbers.append(value)
      storage = .wide(numbers)
    }
  }

  private mutating func appendNarrow(_ value: Double, to numbers: consuming [Float]) {
    var numbers = numbers
    if value.isNaN || Double(Float(value)) == value {
      numbers.append(Float(value))
      storage = .narrow(numbers)
    } else {
      storage = .wide(numbers.map(Double.init) + [value])
    }
  }

  /// Adds the numbers to an array of the same length.
  func add(to sums: inout [Double]) {
    switch storage {
    case .constant(let value): if value != 0 { for index in sums.indices { sums[index] += value } }
    case .narrow(let numbers): for index in numbers.indices { sums[index] += Double(numbers[index]) }
    case .wide(let numbers): for index in numbers.indices { sums[index] += numbers[index] }
    }
  }
}
