import Quantities

/// One number of a scenario that a range may be of: a quantity, or a law by its median.
struct BoundedNumber {
  private let site: LanguagePlace
  let law: RangedLaw?
  let magnitude: Magnitude
  /// As it is written; of a law its median.
  let text: String

  /// The number at a place; nil where there is none.
  init?(_ site: LanguagePlace) {
    self.site = site
    law = RangedLaw(site.node, as: site.kind)
    if let law {
      guard let magnitude = law.magnitude else { return nil }
      self.magnitude = magnitude
      text = law.base(like: "") ?? ""
      return
    }
    guard site.kind.isNumber, let number = site.node.scalar ?? site.node.notedNumber?.scalar,
      let magnitude = Magnitude(number.text)
    else { return nil }
    self.magnitude = magnitude
    text = number.text
  }

  /// The numbers of a map that no nearer note speaks of; the value itself where it is one.
  static func candidates(of place: LanguagePlace) -> [BoundedNumber] {
    if let number = BoundedNumber(place) { return [number] }
    return place.below.filter { !$0.hasNote }.flatMap { candidates(of: $0) }
  }

  /// The latest file that gave a part of it.
  var layer: Int {
    guard law == nil, let number = site.node.notedNumber else { return site.node.latestLayer }
    return number.layer
  }

  /// Its path as `--set` takes it.
  var path: String { site.written }

  /// How the value is written at a bound; nil where a law cannot have that median.
  func text(at bound: String) -> String? {
    guard let law else { return bound }
    return law.text(withMedian: bound)
  }

  /// The value for a reader; the median of a law in the unit of a bound.
  func base(like bound: String) -> String { law?.base(like: bound) ?? text }

  /// The sum of numbers that are written like this one.
  func written(sum: Double) -> String {
    guard magnitude.value != 0, let text = Magnitude.scaled(text, by: sum / magnitude.value) else {
      return QuantityPrinting.number(Magnitude.rounded(sum))
    }
    return text
  }

  /// The keys behind the last name.
  var words: String { Self.words(of: site.path) }

  /// The keys of a path behind its last name; the last key where there is none. That arrivals are a Poisson process goes
  /// without saying.
  static func words(of path: [LanguagePlace.Part]) -> String {
    let keys = path.suffix(while: { !$0.isName }).map(\.text).filter { $0 != "poisson" }
    return keys.isEmpty ? path.last { !$0.isName }?.text ?? "" : keys.joined(separator: " ")
  }

  func place(low: String, high: String) -> RangedNumber.Place {
    RangedNumber.Place(
      path: path, names: site.path.filter(\.isName).map(\.text), low: ["\(path)=\(low)"],
      high: ["\(path)=\(high)"])
  }

  /// Its key as it stands in the map of its range.
  func key(below place: LanguagePlace) -> String {
    site.path.dropFirst(place.path.count).map(\.text).joined(separator: ".")
  }

  /// The name in the map of its range under which it stands.
  func name(below place: LanguagePlace) -> String { site.path.dropFirst(place.path.count).first?.text ?? "" }
}

extension Array {
  /// The longest end whose elements all satisfy a condition.
  fileprivate func suffix(while isWanted: (Element) -> Bool) -> ArraySlice<Element> {
    suffix(from: (lastIndex { !isWanted($0) } ?? -1) + 1)
  }
}
