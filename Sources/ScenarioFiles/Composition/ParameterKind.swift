import PipelineModel
import Quantities

/// What the values of a parameter are.
enum ParameterKind: String, Equatable, Sendable, CaseIterable {
  case duration, law, number, count, probability, name, resource, stock, link
  case bookedDay = "booked day"
  case text

  /// Reports what is wrong with a value; whether there is one of the kind is asked when it has been put in.
  func check(_ node: FileNode, _ reading: Reading) {
    switch self {
    case .duration: _ = Form<TimeLength>.duration.read(node, reading)
    case .law: _ = Form<SpanLaw>.law.read(node, reading)
    case .number: _ = Form<Double>.number.read(node, reading)
    case .count: _ = Form<Int>.whole(0...).read(node, reading)
    case .probability: _ = Form<Double>.probability.read(node, reading)
    case .resource: _ = Form<String>.name.read(node, reading)
    case .link where node.map != nil: _ = Form<LinkChoice>.linkChoice.read(node, reading)
    case .name, .stock, .link:
      guard let name = Form<String>.name.read(node, reading), !NamedEntries.isName(name) else { return }
      reading.report(.notAName(name), at: node.mark)
    case .bookedDay: _ = WaitingText.bookedDate.read(node, reading)
    case .text: _ = Form<String>.text.read(node, reading)
    }
  }

  /// Whether its values are numbers, of which a scenario says where they come from.
  var isNumber: Bool {
    switch self {
    case .duration, .law, .number, .count, .probability: true
    case .name, .resource, .stock, .link, .bookedDay, .text: false
    }
  }

  /// A value to read a route with whose parameter has no default.
  func standIn(for name: String, at mark: SourceMark) -> FileNode {
    let text =
      switch self {
      case .duration, .law: "1 h"
      case .number, .count, .probability: "1"
      case .bookedDay: "booked day"
      case .name, .resource, .stock, .link, .text: name
      }
    return FileNode(content: .scalar(.init(text: text, isQuoted: true)), mark: mark)
  }
}
