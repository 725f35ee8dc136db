/// Binary search in ascending numbers.
enum SortedSearch {
  /// The first index whose number satisfies a monotone condition; the count if none does.
  @inline(__always)
  static func first(in numbers: [Double], where holds: (Double) -> Bool) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = low + (high - low) / 2
      if holds(numbers[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
