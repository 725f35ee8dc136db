/// The chain of identity: what was mixed up, what was found, what was infused all the same.
struct IdentitySection {
  let content: ReportContent

  var section: ReportSection? {
    guard (content.index.row("identity.infused") ?? content.index.row("identity.errors")) != nil else {
      return nil
    }
    let table = TotalsTable(
      content: content,
      measures: [
        ("identity.errors", "mixed up"), ("identity.found", "found by a check"),
        ("identity.missed", "infused all the same"), ("identity.infused", "share of the infusions"),
      ]
    ).markup(caption: "Mix-ups over the whole period (\(content.level) interval)")
    return ReportSection("identity", "Chain of identity", [table])
  }
}
