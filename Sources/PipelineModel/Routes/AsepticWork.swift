/// Whether cells are open to the room while they are worked on: `work: open` or `work: closed`.
///
/// EudraLex volume 4 part IV (GMP for advanced therapy medicinal products), sections 4 and 9: open work is done in grade A
/// with a background of grade B; a closed system may stand in grade C or D.
public enum AsepticWork: String, Hashable, Sendable, BitwiseCopyable, CaseIterable {
  /// Open to the air of a cabinet: needs a room of grade A or B and a second person.
  case open
  /// Within a closed system: needs a device.
  case closed
}
