/// Numbers as scenario files have them: shortest digits that read back the same, no `.0`.
func written(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A list of numbers as scenario files have it.
func written(_ numbers: [Double]) -> String {
  "[" + numbers.map { written($0) }.joined(separator: ", ") + "]"
}
