import PipelineModel

/// A page that shows routes: a picture of each, the same in a table, and lists of what stands around them.
public struct RoutePage: Sendable {
  /// One route with its name.
  public struct Route: Sendable {
    /// Unique on the page.
    public var name: String
    /// What people call it.
    public var title: String
    /// Sentences about it: who comes, where it is made.
    public var lines: [String]
    /// Its entries.
    public var parts: [RoutePart]

    /// A route.
    public init(name: String, title: String, lines: [String] = [], parts: [RoutePart]) {
      self.name = name
      self.title = title
      self.lines = lines
      self.parts = parts
    }
  }
  /// A table with its heading; a column of numbers is none.
  public struct Listing: Sendable {
    /// Unique on the page.
    public var id: String
    /// The heading.
    public var title: String
    /// The headings of the columns.
    public var columns: [String]
    /// The rows, as many cells each as there are columns.
    public var rows: [[String]]

    /// A table.
    public init(id: String, title: String, columns: [String], rows: [[String]]) {
      self.id = id
      self.title = title
      self.columns = columns
      self.rows = rows
    }
  }

  /// The page's heading.
  public var title: String
  /// A text below it; may be empty.
  public var about: String
  /// Short facts: file, hash, version.
  public var facts: [String]
  /// The routes in order.
  public var routes: [Route]
  /// What stands below them; those without rows are left out.
  public var listings: [Listing]

  /// A page.
  public init(title: String, about: String, facts: [String], routes: [Route], listings: [Listing] = []) {
    self.title = title
    self.about = about
    self.facts = facts
    self.routes = routes
    self.listings = listings
  }

  /// The page as HTML that is also well-formed XML. Pure: the same values give the same bytes.
  public var text: String {
    PageSkeleton.page(
      title: title, about: about.isEmpty ? .nothing : .paragraph(about, style: "about"), facts: facts,
      sections: [overview].compactMap { $0 }
        + routes.indices.compactMap { section(routes[$0], number: $0 + 1) }
        + listings.compactMap(section))
  }

  /// All routes at a glance, where there are several.
  private var overview: ReportSection? {
    guard routes.count > 1 else { return nil }
    let table = DataTable(
      caption: "", columns: ["route", "entries", "for whom and where"].map { AlignedTable.Column($0) },
      rows: routes.map { [$0.title, "\($0.parts.count)", $0.lines.joined(separator: " ")] })
    return ReportSection("overview", "Routes", [table.markup])
  }

  private func section(_ route: Route, number: Int) -> ReportSection? {
    let sheets = RouteDiagram(of: route.title, route: route.parts).sheets
    let picture = sheets.map { Markup.tag("div", ["class": "scroll sheet"], [$0]) }
    let table = RouteTable(route: route.parts).markup(caption: "\(route.title): every entry in words")
    return ReportSection(
      "route-\(number)", route.title,
      route.lines.map { .paragraph($0) } + [
        .tag("figure", ["class": "sheets"], picture), legend(route), table,
      ])
  }

  private func legend(_ route: Route) -> Markup {
    guard !route.parts.isEmpty else { return .nothing }
    return .paragraph(
      "Time runs downwards; cultures and tests need not take as long as they are high. Branches between two thick bars "
        + "run at the same time, and the way goes on when all have ended; a box with points is a decision; dashed lines go "
        + "on beside the way. At the right, dashed ways lead back to where it begins again after a failure, dotted ones out. At "
        + "the left, a line runs from where a limit begins to the start that it has to reach, or from a step that is "
        + "counted back to its event.", style: "remark")
  }

  private func section(_ listing: Listing) -> ReportSection? {
    guard !listing.rows.isEmpty else { return nil }
    let table = DataTable(
      caption: "", columns: listing.columns.map { AlignedTable.Column($0) }, rows: listing.rows)
    return ReportSection(listing.id, listing.title, [table.markup])
  }
}
