/// The one place where problems become sentences.
enum DiagnosticWording {
  static func sentence(for problem: Problem) -> String {
    switch problem {
    case .fileNotRead(let path, let failure): unread(path, failure)
    case .fileNotUTF8: "the file is not text in UTF-8"
    case .byteOrderMark: "the file starts with a byte order mark; save it as UTF-8 without one"
    case .fileEmpty: "the file is empty"
    case .forbiddenCharacter(let code):
      "the character U+\(hexadecimal(code)) does not belong into a scenario"
    case .tabIndent: "a tab indents this line; YAML wants spaces"
    case .yamlSyntax(let words): "this is not YAML: \(words)"
    case .severalDocuments:
      "a scenario is one document; remove '---' and what follows, or make it a file of its own"
    case .tooManyNodes(let limit):
      "with its aliases written out the file holds more than \(limit) values"
    case .tooDeep(let limit): "values are nested more than \(limit) deep"
    case .tagNotAllowed: "YAML tags such as '!!int' are not part of the language"
    case .keyNotText: "a key must be plain text, not a map, a list or an alias"
    case .duplicateKey(let name, let line?): "the key '\(name)' stands already in line \(line)"
    case .duplicateKey(let name, nil): "the key '\(name)' stands more than once in its map"
    case .fileCycle(let key, let chain): "'\(key)' goes round in a circle: \(chain.joined(separator: " → "))"
    case .chainTooLong(let limit): "more than \(limit) files build on one another"
    case .unknownStep(let name, let near):
      "the inherited route has no step '\(name)'\(suggestion(near)); a new step needs 'insert'"
    case .nothingInherited(let key):
      "'\(key)' changes what a file inherits by 'extends', but nothing is inherited here; it cannot be a name"
    case .nothingToRemove(let name, let near): "there is no '\(name)' to remove here\(suggestion(near))"
    case .insertWithoutPlace: "an inserted step needs either 'after' or 'before' and the name of a step"
    case .stepExists(let name): "the route has a step '\(name)' already"
    case .overrideSyntax:
      "expected '--set path=value', such as '--set products.car-t.patients.arrive.poisson=\"20 / y\"'"
    case .overridePath(let part, let under, let near):
      "there is no '\(part)' \(under.isEmpty ? "at the top" : "under '\(under)'")\(suggestion(near))"
    case .parameterMissing(let name, let file): "'\(file)' needs the parameter '\(name)' under 'with'"
    case .parameterUnknown(let name, let near): "no parameter '\(name)' is declared\(suggestion(near))"
    case .parameterUnused(let name): "the parameter '\(name)' is declared but never used"
    case .citationDiffers(let key, let other):
      "the key '\(key)' means something else in '\(other)'; rename one of them, or give it under 'sources' of the scenario"
    case .includeLacks(let file, let why, let near, let parameter):
      "'\(file)' needs something that is not there: \(why)\(suggestion(near)); "
        + (parameter.map { "add it, or name another under 'with: { \($0): … }'" } ?? "add it")
    case .libraryNotScenario:
      "this is a library file, not a scenario: a scenario brings it in with '- include: { file: … }'; "
        + "'atmpsim describe' shows its route"
    case .unknownKey(let key, let map, let near): "\(map) has no key '\(key)'\(suggestion(near))"
    case .missingKey(let key, let map): "\(map) needs the key '\(key)'"
    case .chooseOne(let among, let map, let found): chooseOne(among, map, found)
    case .excluded(let key, let other): "'\(key)' and '\(other)' exclude each other"
    case .expected(let what, let found): "expected \(what), but found \(found)"
    case .quantity(let fault): fault.sentence
    case .law(let fault): LawFaultWording.sentence(for: fault)
    case .unknownWord(let word, let allowed, let near):
      "expected \(list(allowed, "or")), but found '\(word)'\(suggestion(near))"
    case .outOfRange(let found, let range): "\(found) is out of range: it must be \(range)"
    case .tooFew(let expected, let found):
      "expected \(expected), but found \(found == 0 ? "none" : "\(found)")"
    case .inconsistent(let words): words
    case .mixedTimes:
      "working days ('wd') and calendar units cannot be mixed in one law; write all of them in one kind of time"
    case .notAName(let text):
      "'\(text)' cannot be a name: it is empty, or has '.', '/', ':' or spaces at its ends"
    case .range(let fault): fault.sentence
    case .rule(let words, let near, _): words + suggestion(near)
    }
  }

  private static func unread(_ path: String, _ failure: SourceFailure) -> String {
    switch failure {
    case .missing: "there is no file '\(path)'"
    case .directory: "'\(path)' is a directory, not a file"
    case .notAFile: "'\(path)' is not a regular file"
    case .tooLarge(let limit): "'\(path)' is larger than \(limit >> 20) MiB"
    case .unreadable: "'\(path)' cannot be read"
    }
  }

  private static func chooseOne(_ among: [String], _ map: String, _ found: [String]) -> String {
    found.isEmpty
      ? "\(map) needs one of \(list(among, "and"))"
      : "\(map) can have only one of \(list(found, "and"))"
  }

  private static func suggestion(_ near: [String]) -> String {
    near.isEmpty ? "" : "; did you mean \(list(near, "or"))?"
  }

  private static func list(_ names: [String], _ last: String) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let final = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " \(last) " + final
  }

  private static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
