/// How busy rooms, devices and people are: one heat map for each facility, resources down, years across.
struct UtilisationSection {
  let content: ReportContent

  private static let measures = [
    ("room.utilisation", "room"), ("device.utilisation", "device"), ("staff.utilisation", "staff"),
  ]

  var section: ReportSection? {
    let figures = content.facilities.compactMap(figure)
    guard !figures.isEmpty else { return nil }
    return ReportSection(
      "utilisation", "How busy rooms, devices and people are",
      [
        .paragraph(
          "Rooms and devices: share of the time in which they are open that they are in use. People: share of the time on "
            + "shift that they work. Mean over simulated futures; “–” where there is no such time in a year. Above about "
            + "85 %, small disturbances make long queues: orange begins at 80 %.")
      ] + figures)
  }

  /// A room, device or role, with its share in each year; year 0 is the whole period.
  private struct Entry {
    var label: String
    var values: [Int: Double]
  }

  /// The same years for every facility, also those in which it is not open.
  private var years: [Int] {
    content.years(
      Self.measures.flatMap { measure, _ in
        ["resource", "role"].flatMap { content.index.rows(measure, by: ["facility", $0, "year"]) }
      })
  }

  private func figure(_ facility: String) -> Markup? {
    var entries = entries(of: facility, by: ["year"])
    var years = entries.isEmpty ? [] : self.years
    if years.count > ReportContent.manyYears {
      entries = self.entries(of: facility, by: [])
      years = [0]
    }
    guard !entries.isEmpty else { return nil }
    let busiest = entries.max { ($0.values.values.max() ?? 0) < ($1.values.values.max() ?? 0) }?.label ?? ""
    let map = HeatMap(
      title: "\(content.name(facility)): share of time in use",
      description: "Resources by year; every cell says its percentage. The busiest is \(busiest).",
      columns: years.map { $0 == 0 ? "whole period" : content.yearLabel($0) },
      rows: entries.map { entry in HeatMap.Row(label: entry.label, values: years.map { entry.values[$0] }) },
      width: 960)
    return .figure(content.name(facility), map.picture)
  }

  private func entries(of facility: String, by extra: Set<String>) -> [Entry] {
    Self.measures.flatMap { measure, kind in
      ["resource", "role"].flatMap { key -> [Entry] in
        let rows = content.index.rows(
          measure, by: extra.union(["facility", key]), where: ["facility": facility])
        return content.values(key, in: rows).compactMap { name in
          let pairs = rows.filter { $0.scope[key] == name }.compactMap { row in
            row.mean.map { (row.scope.year ?? 0, $0) }
          }
          return pairs.isEmpty
            ? nil
            : Entry(
              label: "\(content.name(name)) · \(kind)", values: Dictionary(pairs) { first, _ in first })
        }
      }
    }
  }

  /// The highest share of any resource in any whole year: who, where, when, how much.
  var busiest: (name: String, facility: String, year: Int, share: Double)? {
    Self.measures.flatMap { measure, _ in
      ["resource", "role"].flatMap { key in
        content.index.rows(measure, by: ["facility", key, "year"]).compactMap { row in
          guard let share = row.mean, let year = row.scope.year, !content.input.partialYears.contains(year),
            let name = row.scope[key], let facility = row.scope["facility"]
          else { return nil }
          return (content.name(name), content.name(facility), year, share)
        }
      }
    }.max { $0.3 < $1.3 }
  }
}
