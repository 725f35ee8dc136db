import Quantities

/// `source:`, `assumption:` and `range:`.
///
/// Each covers every number of the part that has no nearer note of its own. `on:` names one map inside the part by the
/// words of the file, with `/` between them: `on: "takes"`, `on: "fails/2"`, `on: "licensed"`.
extension ScenarioPart {
  /// `source:` a key of the scenario's citations, or a citation in words. Replaces an `assumption` on the same numbers.
  public func source(_ words: String, on path: String = "") -> Noted<Part> {
    noting(path, .source(words), range: nil)
  }

  /// `assumption:` why the numbers were chosen when no source gives them. Replaces a `source` on the same numbers.
  public func assumption(_ words: String, on path: String = "") -> Noted<Part> {
    noting(path, .assumption(words), range: nil)
  }

  /// `range:` as a file writes it, such as `range("40 doses", "90 doses")`: what sensitivity studies may vary.
  public func range(_ least: String, _ greatest: String, on path: String = "") -> Noted<Part> {
    noting(path, nil, range: [least, greatest])
  }

  /// `range: [0.01, 0.08]`: what sensitivity studies may vary.
  public func range(_ least: Double, _ greatest: Double, on path: String = "") -> Noted<Part> {
    noting(path, nil, range: [least, greatest].map(QuantityPrinting.number))
  }

  /// `range: [3 mo, 12 mo]`: what sensitivity studies may vary; of a law its median.
  public func range(_ least: TimeLength, _ greatest: TimeLength, on path: String = "") -> Noted<Part> {
    noting(path, nil, range: [least, greatest].map(QuantityPrinting.timeLength))
  }

  private func noting(_ path: String, _ kind: ProvenanceNote.Kind?, range: [String]?) -> Noted<Part> {
    var result = noted
    result.own.note(at: path, kind, range: range)
    return result
  }
}
