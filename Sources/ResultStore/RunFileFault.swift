/// Why a run file cannot be used.
public enum RunFileFault: Error, Hashable, Sendable {
  /// Something that is no run file of atmpsim is in the way.
  case foreign(path: String)
  /// A run file of another run is in the way; what differs, in words.
  case otherRun(path: String, differences: [String])
  /// Another program is writing the file at this moment.
  case busy(path: String)
  /// There is no such file.
  case missing(path: String)
  /// The file is a run file, but what it holds cannot be read; what, in words.
  case damaged(path: String, what: String)
  /// The database library said no, in its words.
  case database(path: String, message: String)
}
