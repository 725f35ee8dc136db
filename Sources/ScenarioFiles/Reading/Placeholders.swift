import PipelineModel
import Quantities
import Randomness

/// Values that stand in for required ones until they are read; a scenario that still holds one has an error.
enum Placeholder {
  static let law = SpanLaw(LawBuilding.fixed(3_600))
  static let one = LawBuilding.fixed(1)
  static let length = TimeLength.hours(1)
  static let rate = Rate(count: 1, per: .years(1))
  static let instant = CivilInstant(CivilDate(dayNumber: 0))
  static let moment = Moment.afterStart(.years(1))
  static let consequence = Consequence.record
}
