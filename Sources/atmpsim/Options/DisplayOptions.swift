import ArgumentParser

/// How much is said, and how; never what is computed.
struct DisplayOptions: ParsableArguments {
  @Flag(name: .long, help: "Prints one JSON object to standard output and nothing else.")
  var json = false

  @Flag(name: [.short, .long], help: "No progress and no notes on standard error.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "No colour (also: NO_COLOR in the environment).")
  var noColor = false

  /// The terminal as these options want it.
  var terminal: Terminal { Terminal(isQuiet: quiet, allowsColour: !noColor) }
}
