import PipelineModel
import Reporting
import ScenarioFiles

/// A library file in words: what it is, what it asks for, its route with the defaults, its parameters.
struct LibraryDescription {
  let library: LibraryFile
  let route: [RoutePart]

  /// The description of a file without errors; nil where the route could not be read.
  init?(_ library: LibraryFile) {
    guard let route = library.route else { return nil }
    self.library = library
    self.route = route
  }

  /// One line for `validate`.
  var summary: String {
    let needs = needs.map { "\($0.what): \($0.names.joined(separator: ", "))" }
    let open = library.standIns.isEmpty ? "" : "; to be given: \(library.standIns.joined(separator: ", "))"
    return "a library route of \(counted(route.count, "entry", "entries")) with "
      + "\(counted(library.parameters.count, "parameter", "parameters"))\(open)"
      + (needs.isEmpty ? "" : "; it asks for \(needs.joined(separator: "; "))")
  }

  /// What a scenario that includes the file has to have, under the names that the file expects.
  var needs: [(what: String, names: [String])] {
    let asked = RouteNeeds(route)
    return [
      ("rooms, devices and people", asked.resources), ("stocks", asked.stocks), ("links", asked.links),
      ("of the product", asked.ofProduct),
    ].filter { !$0.1.isEmpty }
  }

  var text: String {
    var text = "Library route \(library.name)\n"
    if !library.about.isEmpty { text += "\(library.about)\n" }
    text += "\nIt asks for\n"
    for need in needs { text += "  \(need.what): \(need.names.joined(separator: ", "))\n" }
    if !library.standIns.isEmpty {
      text +=
        "  values under 'with' for: \(library.standIns.joined(separator: ", ")); below they have stand-ins\n"
    }
    text += "\nRoute\(library.parameters.isEmpty ? "" : ", with the defaults of its parameters")\n"
    for line in RouteText.lines(route) { text += "  \(line)\n" }
    if !library.parameters.isEmpty { text += "\nParameters\n" }
    for parameter in library.parameters {
      text += "  \(parameter.name) (\(parameter.kind)): \(parameter.standard ?? "to be given")"
      text += parameter.meaning.isEmpty ? "" : "; \(parameter.meaning)"
      text += "\n"
    }
    if !notes.isEmpty { text += "\nWhere its numbers come from\n" }
    for note in notes { text += "  \(note.kind): \(note.words)\n" }
    return text
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "atmpsim.describe/1")
      writer.member("kind", "library")
      writer.member("title", library.name)
      writer.member("file", library.file)
      writer.member("about", library.about)
      writer.key("parameters")
      writer.array { writer in
        for parameter in library.parameters {
          writer.element()
          writer.object { writer in
            writer.member("name", parameter.name)
            writer.member("kind", parameter.kind)
            writer.member("default", parameter.standard)
            writer.member("meaning", parameter.meaning)
          }
        }
      }
      writer.key("parts")
      writer.array { writer in
        let parts =
          needs.map { ("asks for " + $0.what, $0.names) } + [("route", RouteText.lines(route))]
        for part in parts {
          writer.element()
          writer.object { writer in
            writer.member("title", part.0)
            writer.key("lines")
            writer.array { writer in
              for line in part.1 {
                writer.element()
                writer.string(line)
              }
            }
          }
        }
      }
    }
    return writer.text + "\n"
  }

  /// The page of `--html`.
  var page: RoutePage {
    RoutePage(
      title: "Route \(library.name)", about: library.about,
      facts: ["library route", library.file, "atmpsim \(Version.text)"],
      routes: [RoutePage.Route(name: library.name, title: library.name, parts: route)],
      listings: [
        RoutePage.Listing(
          id: "needs", title: "What it asks for", columns: ["what", "names"],
          rows: needs.map { [$0.what, $0.names.joined(separator: ", ")] }),
        RoutePage.Listing(
          id: "parameters", title: "Parameters", columns: ["parameter", "kind", "default", "meaning"],
          rows: library.parameters.map { [$0.name, $0.kind, $0.standard ?? "to be given", $0.meaning] }),
        RoutePage.Listing(
          id: "sources", title: "Where its numbers come from", columns: ["kind", "in words"],
          rows: notes.map { [$0.kind, $0.words] }),
      ])
  }

  /// Every note once, sources first.
  private var notes: [(kind: String, words: String)] {
    var seen: Set<String> = []
    let citations = Dictionary(library.citations.map { ($0.name, $0.text) }) { first, _ in first }
    let all = library.provenance.compactMap { note -> (String, String)? in
      switch note.kind {
      case .source(let words): ("source", citations[words].map { "\(words), \($0)" } ?? words)
      case .assumption(let words): ("assumption", words)
      case .unstated: nil
      }
    }
    let distinct = all.filter { seen.insert($0.0 + $0.1).inserted }
    return distinct.filter { $0.0 == "source" } + distinct.filter { $0.0 != "source" }
  }

  private func counted(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }
}

extension LibraryFile {
  /// The check of a file when it is a library file; nil for scenarios, and for what cannot be read.
  static func ifLibrary(_ file: String) -> LibraryFile? {
    // Standard input can be read only once, and is a scenario.
    file != "-" && isLibrary(file) ? check(file: file) : nil
  }
}
