import OutputAnalysis
import PipelineSimulation

/// What all replications of a scenario reported, by place instead of by replication; fed one record at a time.
///
/// Columns are kept at the finest scopes and summed into the reported groupings when they are asked for. 1000
/// replications of 10,000 counts take about 40 MB, and nothing where all are zero.
public struct ResultColumns: Sendable {
  /// Where in a record which number stands.
  public let layout: RecordLayout
  /// How many records were fed.
  public private(set) var replications = 0
  /// How many events, patients and batches all replications had together.
  public private(set) var totalSize = RunSize()
  /// How many replications ended before the horizon, by what stopped them.
  public private(set) var stopped = StoppedRuns()

  let cells: [ReportedCell]
  private var numbers: [NumberColumn]
  private var sketches: [SketchColumn]

  /// Empty columns for the records of a layout.
  public init(layout: RecordLayout) {
    self.layout = layout
    cells = ReportedCell.all(of: layout)
    numbers = Array(repeating: NumberColumn(), count: layout.valueCount)
    sketches = Array(repeating: SketchColumn(), count: layout.sampleCount)
  }

  /// Adds one replication; records come in the order of their numbers.
  ///
  /// - Complexity: O(numbers in the record).
  public mutating func append(_ record: ReplicationRecord) {
    precondition(
      record.values.count == layout.valueCount && record.samples.count == layout.sampleCount,
      "a record has the shape of its layout; replication \(record.replication)")
    for index in numbers.indices { numbers[index].append(record.values[index]) }
    for index in sketches.indices { sketches[index].append(record.samples[index]) }
    replications += 1
    totalSize.events += record.size.events
    totalSize.patients += record.size.patients
    totalSize.batches += record.size.batches
    stopped.count(record)
  }

  /// One number a replication: the sum over the slots of a cell, at `part` numbers after each slot's first.
  func sums(of cell: ReportedCell, part: Int = 0) -> [Double] {
    var sums = [Double](repeating: 0, count: replications)
    for slot in cell.slots { numbers[layout.slots[slot].offset + part].add(to: &sums) }
    return sums
  }

  /// The earliest instant of a cell's slots in each replication, in seconds; infinite where none was reached.
  func earliest(of cell: ReportedCell) -> [Double] {
    var earliest = [Double](repeating: .infinity, count: replications)
    for slot in cell.slots {
      var instants = [Double](repeating: 0, count: replications)
      numbers[layout.slots[slot].offset].add(to: &instants)
      for index in earliest.indices where instants[index] < earliest[index] {
        earliest[index] = instants[index]
      }
    }
    return earliest
  }

  /// One sketch a replication: the slots of a cell merged; nil where nothing was observed.
  func sketches(of cell: ReportedCell) -> [QuantileSketch?] {
    var merged = [QuantileSketch?](repeating: nil, count: replications)
    for slot in cell.slots { sketches[layout.slots[slot].sampleOffset].merge(into: &merged) }
    return merged
  }

  /// Whether all of a cell's numbers are zero, or nothing was observed.
  func isBlank(_ cell: ReportedCell) -> Bool {
    let measure = layout.measures[cell.measure]
    return cell.slots.allSatisfy { slot in
      let offset = layout.slots[slot].offset
      return switch measure.combination {
      case .count, .standing, .amount: numbers[offset].isZero
      case .ratio: numbers[offset].isZero && numbers[offset + 1].isZero
      case .samples: sketches[layout.slots[slot].sampleOffset].isEmpty
      case .milestone: false
      }
    }
  }
}
