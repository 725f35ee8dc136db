import Quantities
import Randomness

/// Everything that can be wrong with the text of a scenario, as data. `DiagnosticWording` makes sentences of
/// it.
public enum Problem: Hashable, Sendable {
  // The file
  /// The bytes cannot be had.
  case fileNotRead(path: String, SourceFailure)
  /// The bytes are not text.
  case fileNotUTF8
  /// The file starts with an invisible mark.
  case byteOrderMark
  /// There is nothing in it.
  case fileEmpty
  /// A control character or the like.
  case forbiddenCharacter(UInt32)
  /// A tab before the first character of a line.
  case tabIndent

  // YAML
  /// The text is not YAML; the parser's own words.
  case yamlSyntax(String)
  /// A second `---` document.
  case severalDocuments
  /// More values than a file may hold after its aliases are written out.
  case tooManyNodes(limit: Int)
  /// Maps in maps in maps.
  case tooDeep(limit: Int)
  /// A `!tag`.
  case tagNotAllowed
  /// A map, a list or an alias as a key.
  case keyNotText
  /// A key that stands a second time in its map; the line of the first when it is known.
  case duplicateKey(name: String, firstLine: Int?)

  // Files that build on files
  /// A chain of `extends:` or `include:` that bites its tail.
  case fileCycle(key: String, chain: [String])
  /// A chain that is too long.
  case chainTooLong(limit: Int)
  /// A change of a route names a step that the route has not.
  case unknownStep(name: String, near: [String])
  /// A change that only makes sense in a file that extends another.
  case nothingInherited(key: String)
  /// `remove:` names what the inherited map has not.
  case nothingToRemove(name: String, near: [String])
  /// `insert:` needs exactly one of `after:` and `before:`.
  case insertWithoutPlace
  /// A step is put in a second time.
  case stepExists(name: String)
  /// `--set` without `path=value`.
  case overrideSyntax
  /// The path of `--set` leads nowhere.
  case overridePath(part: String, under: String, near: [String])
  /// An included file misses a parameter, or is given one that it does not declare.
  case parameterMissing(name: String, file: String)
  /// A parameter that nobody declares.
  case parameterUnknown(name: String, near: [String])
  /// A parameter that is declared and never used.
  case parameterUnused(name: String)
  /// Two library files give one key of `sources:` two meanings.
  case citationDiffers(key: String, other: String)
  /// What a library file asks for and the scenario lacks, told where the file is included.
  case includeLacks(file: String, why: String, near: [String], parameter: String?)
  /// A library file where a scenario is expected.
  case libraryNotScenario

  // Keys and values
  /// A key that its map has not.
  case unknownKey(key: String, map: String, near: [String])
  /// A key that its map must have.
  case missingKey(key: String, map: String)
  /// Keys of which exactly one must be there.
  case chooseOne(among: [String], map: String, found: [String])
  /// Two keys that exclude each other.
  case excluded(key: String, by: String)
  /// A value of the wrong kind.
  case expected(what: String, found: String)
  /// A text that is not the quantity that was expected.
  case quantity(QuantityFault)
  /// Numbers that make no law.
  case law(LawFault)
  /// A word that is not among those allowed.
  case unknownWord(word: String, allowed: [String], near: [String])
  /// A value of the right kind outside its range.
  case outOfRange(found: String, range: String)
  /// A list with too few items.
  case tooFew(expected: String, found: Int)
  /// A value that contradicts another; in words that the reader knows.
  case inconsistent(String)
  /// Times in working days and in calendar units within one law.
  case mixedTimes
  /// A text where a name was expected.
  case notAName(String)
  /// A `range:` that is of no number.
  case range(RangeFault)

  // The model
  /// A rule of the model was broken; its own words.
  case rule(String, near: [String], isWarning: Bool)

  var severity: Diagnostic.Severity {
    switch self {
    case .byteOrderMark, .parameterUnused, .rule(_, _, isWarning: true): .warning
    case .range(let fault): fault.isError ? .error : .warning
    default: .error
    }
  }
}
