import PipelineModel
import Quantities

/// A library file: `parameters:`, `sources:` and `route:`.
struct LibraryRoute: Equatable, Sendable {
  struct Parameter: Equatable, Sendable {
    var name: String
    var kind = ParameterKind.text
    var fallback = ""
    var meaning = ""
  }
  var about = ""
  var parameters: [Parameter] = []
  var citations: [Citation] = []
  var route = ""

  static let parameter = MapForm<Parameter>(
    "parameter", "a parameter",
    "A parameter of a library route. What it says about its source speaks of the default; a value under `with` has "
      + "its own.",
    [
      Field(
        "kind", \.kind, .word,
        "What its values are: `resource` is a room, device or role, with `facility/` in front where it stands in "
          + "another than the one that makes the product; `stock` and `link` are names of such; `booked day` is a date "
          + "such as `booked day + 7 d`; `text` is anything.", example: "duration"),
      Field(
        "default", \.fallback, .anything, "Its value when `with` does not give one.", absent: "must be given",
        example: "2 h"),
      Field(
        "meaning", \.meaning, .text, "What it is for.", absent: "empty", example: "how long the wash takes"),
    ])

  static let map = MapForm<LibraryRoute>(
    "library route", "a library route", "A route that scenarios include.", hasProvenance: false,
    [
      Field(
        "about", \.about, .text, "A text for readers.", absent: "empty", example: "Apheresis as in the LUMC."),
      Field(
        "parameters", \.parameters, parameter.named({ Parameter(name: $0) }, name: \.name),
        "Its parameters, by name.",
        absent: "none", example: "{ duration: { kind: duration, default: 2 h } }"),
      Field(
        "sources", \.citations, ScenarioText.citations,
        "Publications and pages that its numbers rest on, by the key that `source:` uses. A key that the scenario has "
          + "as well means what it means there.", absent: "none",
        example: "{ washing: \"Instructions of the manufacturer\" }"),
      Field(
        "route", \.route, .anything, "The entries; `$name` stands for a parameter.",
        example: "[ { step: wash, takes: $duration } ]"),
    ])
  static let form = map.form(over: LibraryRoute())
}

extension Form where Value == String {
  /// A value that is looked at elsewhere.
  static let anything = Form(
    .scalar(
      ScalarKind(
        name: "value", expectation: "a value", range: "as the parameter's kind", schema: .boolean(true))),
    read: { _, _ in "" }, write: { .written($0) })
}
