/// One number for each replication, in as little memory as keeps every bit: nothing while all are zero, four bytes each
/// while all are exact in single precision (counts are), eight afterwards.
struct NumberColumn: Sendable {
  private enum Storage: Sendable {
    case zeros
    case narrow([Float])
    case wide([Double])
  }

  private(set) var count = 0
  private var storage = Storage.zeros

  /// Whether every number is zero.
  var isZero: Bool { if case .zeros = storage { true } else { false } }

  mutating func append(_ value: Double) {
    defer { count += 1 }
    switch storage {
    case .zeros:
      if value == 0 && value.sign == .plus { return }
      let zeros = [Float](repeating: 0, count: count)
      storage = .narrow(zeros)
      appendNarrow(value, to: zeros)
    case .narrow(let numbers):
      storage = .zeros  // so that the array below has one owner
      appendNarrow(value, to: numbers)
    case .wide(var numbers):
      storage = .zeros
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
    case .zeros: break
    case .narrow(let numbers): for index in numbers.indices { sums[index] += Double(numbers[index]) }
    case .wide(let numbers): for index in numbers.indices { sums[index] += numbers[index] }
    }
  }
}
