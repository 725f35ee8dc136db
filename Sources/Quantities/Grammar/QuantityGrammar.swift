/// The strict grammar of quantities: text to values, or to a fault that says what is wrong.
///
/// Nothing is guessed. A unit is its one symbol; a number is decimal digits; spaces around the text and between its
/// parts do not matter. Nothing that YAML would make of the same text (hexadecimal, sexagesimal, `.inf`, `1_000`) is a
/// number here. Every parser is a pure function and throws only `QuantityFault`.
public enum QuantityGrammar {}
