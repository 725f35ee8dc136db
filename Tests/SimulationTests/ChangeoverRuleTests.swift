import Testing

/// Rooms are cleared by what came before and what comes next; whoever tries to come sooner waits it out.
@Suite("Changeover by what came before and what comes next") struct ChangeoverRuleTests {
  private func line(_ changeover: String, rooms: Int = 1, _ products: String) throws -> Told {
    try Told(
      """
      horizon: 400 h
      facilities: { shop: { rooms: { room: { count: \(rooms), changeover: \(changeover) } } } }
      products:
      \(products)
      """)
  }

  private func product(_ name: String, _ traits: String, at hours: String, takes: Int = 5) -> String {
    "  \(name): { traits: [\(traits)], patients: { arrive: { at: [\(hours)] } }, route: [ { step: work, takes: \(takes) h, uses: room } ] }\n"
  }

  private let both: Set = ["starts", "ends"]

  @Test("The first rule that fits decides: after a vector, after the same product, after any other")
  func firstThatFits() throws {
    let rules =
      "[ { after: viral vector, takes: 48 h }, { after: same product, takes: 4 h }, { after: any, takes: 16 h } ]"
    let told = try line(
      rules,
      product("vector", "viral vector", at: "0 h, 1 h", takes: 10) + product("cells", "cells", at: "2 h, 3 h")
        + product("skin", "cells", at: "4 h"))
    #expect(
      told.log(of: both) == [
        "0 vector 1 starts work", "10 vector 1 ends work",
        // A vector after a vector is a use after a vector before it is one of the same product.
        "10 vector 2 starts work", "68 vector 2 ends work",
        "68 cells 1 starts work", "121 cells 1 ends work",
        "121 cells 2 starts work", "130 cells 2 ends work",
        "130 skin 1 starts work", "151 skin 1 ends work",
      ])
  }

  @Test("What comes next decides as well, and where no rule fits nothing has to be done")
  func before() throws {
    let rules =
      "[ { after: GMO, before: cells, takes: 24 h }, { after: GMO, before: other product, takes: 2 h } ]"
    let told = try line(
      rules,
      product("vector", "'viral vector', GMO", at: "0 h, 4 h") + product("cells", "cells", at: "1 h, 3 h")
        + product("plain", "dull", at: "2 h, 5 h"))
    #expect(
      told.log(of: ["ends"]) == [
        "5 vector 1 ends work", "34 cells 1 ends work", "39 plain 1 ends work", "44 cells 2 ends work",
        "49 vector 2 ends work", "56 plain 2 ends work",
      ])
  }

  @Test("Of two units the one that is cleared sooner is taken")
  func quickest() throws {
    let rules = "[ { after: viral vector, takes: 48 h }, { after: same product, takes: 4 h } ]"
    let told = try line(
      rules, rooms: 2,
      product("vector", "viral vector", at: "0 h") + product("cells", "cells", at: "1 h, 20 h, 21 h"))
    #expect(
      told.log(of: ["ends"]) == [
        "5 vector 1 ends work", "6 cells 1 ends work", "29 cells 2 ends work", "74 cells 3 ends work",
      ])
  }

  @Test("The two laws are the short way of writing a list of two rules")
  func shorthand() throws {
    let products = product("a", "x", at: "0 h, 1 h, 8 h") + product("b", "y", at: "2 h, 9 h, 30 h")
    let short = try line("{ same product: 4 h, other product: 16 h }", products)
    let long = try line("[ { after: same product, takes: 4 h }, { after: any, takes: 16 h } ]", products)
    #expect(short.log == long.log)
    #expect(short.log(of: ["clears the line"]).count == 5)
  }

  @Test("Nobody works in a room sooner after a vector than the shortest clearing, whatever is drawn")
  func gap() throws {
    let rules =
      "[ { after: viral vector, takes: { triangular: [2 d, 4 d, 7 d] } }, { after: any, takes: { triangular: [2 h, 4 h, 6 h] } } ]"
    let told = try Told(
      """
      horizon: 2 y
      facilities: { shop: { rooms: { room: { count: 1, changeover: \(rules) } } } }
      products:
        vector: { traits: viral vector, patients: { arrive: { poisson: 10 / y } }, route: [ { step: work, takes: { exponential: 2 d }, uses: room } ] }
        cells: { traits: cells, patients: { arrive: { poisson: 60 / y } }, route: [ { step: work, takes: { triangular: [4 h, 5 h, 6 h] }, uses: room } ] }
      """)
    var (afterVector, afterCells) = (0, 0)
    var last: Told.Line?
    var previous: String?
    for entry in told.lines where both.contains(entry.event) {
      if entry.event == "ends", let last, let previous {
        let product = String(entry.entity.split(separator: " ")[0])
        // From the end before to this end there lie the clearing and the work.
        let gap = entry.hours - last.hours
        if previous == "vector" { afterVector += 1 } else { afterCells += 1 }
        let clearing: Double = previous == "vector" ? 48 : 2
        #expect(gap >= clearing + (product == "cells" ? 4 : 0))
      }
      if entry.event == "ends" {
        last = entry
        previous = String(entry.entity.split(separator: " ")[0])
      }
    }
    #expect(afterVector > 5 && afterCells > 50)
  }
}
