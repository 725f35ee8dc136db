import PipelineModel
import Quantities

/// A map from moments to values: `{ start: 7, 2026-01-01: 9 }`.
enum MomentTable {
  /// What holds from a moment on.
  struct Entry<Value: Sendable>: Sendable {
    var at: Moment
    var value: Value
  }

  /// The table as a form; `start` is the start of the scenario.
  static func form<Value>(_ item: Form<Value>) -> Form<[Entry<Value>]> {
    Form(
      .named(item: item.kind, isReplacedWhole: true),
      read: { node, reading in
        (node.map ?? []).compactMap { entry in
          let text = entry.key == "start" ? "0 h" : entry.key
          let key = FileNode(
            content: .scalar(.init(text: text, isQuoted: true)), mark: entry.keyMark, layer: node.layer)
          return reading.enter(text, at: entry.keyMark) {
            guard let at = Form<Moment>.moment.read(key, reading), let value = item.read(entry.value, reading)
            else { return nil }
            return Entry(at: at, value: value)
          }
        }
      },
      write: { entries in
        .written(
          map: entries.map { (Form<Moment>.moment.write($0.at).scalar?.text ?? "", item.write($0.value)) })
      })
  }
}
