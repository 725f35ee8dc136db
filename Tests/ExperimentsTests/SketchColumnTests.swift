import OutputAnalysis
import Testing

@testable import Experiments

@Suite("Columns of sketches") struct SketchColumnTests {
  private func sketch(_ values: Int, from first: Int) -> QuantileSketch {
    var sketch = QuantileSketch()
    for value in 0..<values { sketch.add(Double(first * 1_000 + value)) }
    return sketch
  }

  @Test("What was put in comes out, replication by replication, whatever the sizes", arguments: [3, 40, 700])
  func same(values: Int) {
    // Every seventh replication observed nothing; pieces close in between, and after the last.
    let given = (0..<300).map { $0 % 7 == 0 ? QuantileSketch() : sketch(values + $0 % 5, from: $0) }
    var column = SketchColumn()
    for sketch in given { column.append(sketch) }
    var found = [QuantileSketch?](repeating: nil, count: given.count)
    column.merge(into: &found)
    #expect(column.count == given.count)
    for (index, sketch) in given.enumerated() {
      #expect(found[index]?.encoded == (sketch.count > 0 ? sketch.encoded : nil))
    }
  }

  @Test("Where nothing was observed the column is empty, and nothing comes out")
  func empty() {
    var column = SketchColumn()
    for _ in 0..<5 { column.append(QuantileSketch()) }
    var found = [QuantileSketch?](repeating: nil, count: 5)
    column.merge(into: &found)
    #expect(column.isEmpty)
    #expect(found.allSatisfy { $0 == nil })
  }
}
