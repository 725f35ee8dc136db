import Mustache

/// The frame of every page: head, title, contents, sections, foot.
///
/// Mustache fills the frame. What it is given is already written markup (see ``Markup`` for why escaping happens
/// there), so the template uses triple braces only.
enum PageSkeleton {
  /// A page; valid as HTML and well-formed as XML. The answer, which is the first section, stands before the contents.
  static func page(title: String, about: Markup, facts: [String], sections: [ReportSection]) -> String {
    let frame = Frame(
      title: Markup.escape(title.isEmpty ? "Report" : title),
      about: about.written,
      facts: Markup.escape(facts.joined(separator: " · ")), style: Stylesheet.text, script: PageScript.text,
      answer: sections.prefix(1).map(\.markup.written).joined(),
      links: sections.map { Markup.tag("li", [:], [.tag("a", ["href": "#\($0.id)"], $0.title)]).written }
        .joined(),
      sections: sections.dropFirst().map(\.markup.written).joined())
    do {
      return try MustacheTemplate(string: template).render(frame)
    } catch {
      preconditionFailure("the page's own template is wrong: \(error)")
    }
  }

  private struct Frame {
    var title: String
    var about: String
    var facts: String
    var style: String
    var script: String
    var answer: String
    var links: String
    var sections: String
  }

  private static let template = """
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="referrer" content="no-referrer"/>
    <title>{{{title}}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <header>
    <h1>{{{title}}}</h1>
    <p class="facts">{{{facts}}}</p>
    {{{about}}}
    </header>
    <main>
    {{{answer}}}
    <nav aria-label="Contents"><ul>{{{links}}}</ul></nav>
    {{{sections}}}
    </main>
    <script>{{{script}}}</script>
    </body>
    </html>

    """
}
