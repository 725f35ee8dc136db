import ArgumentParser
import Foundation

/// `atmpsim new`: a small commented scenario to start from.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Prints a small commented scenario to start from, or writes it to a file.",
    discussion: "Example:\n  atmpsim new mine.yaml && atmpsim run mine.yaml")

  @Argument(help: ArgumentHelp("Where to write it; printed when absent.", valueName: "file"))
  var file: String?

  @Flag(name: .long, help: "Replaces what is in the way.")
  var force = false

  @OptionGroup var display: DisplayOptions

  func run() async throws {
    try await display.terminal.reporting { terminal in
      if let file {
        if !force, FileManager.default.fileExists(atPath: file) { throw CommandFault.inTheWay(path: file) }
        do {
          try Data(Self.text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
          throw CommandFault.notWritten(path: file, reason: error.localizedDescription)
        }
        terminal.note("Wrote \(file). Next: atmpsim run \(CommandLineText.joined([file]))")
      }
      if display.json {
        var writer = JSONWriter()
        writer.object { writer in
          writer.member("schema", "atmpsim.new/1")
          writer.member("file", file)
          writer.member("text", Self.text)
        }
        terminal.result(writer.text + "\n")
      } else if file == nil {
        terminal.result(Self.text)
      }
    }
  }

  static let text = """
    # A first scenario: patients come, are collected, and wait for one clean room.
    title: One product, one clean room
    start: 2025-01-06                 # the clock starts here
    horizon: 2 y                      # and stops here; every quantity has a unit
    calendars:
      day-shift: { days: mon-fri, hours: 07:00-17:00 }
    facilities:
      centre:
        rooms: { clean-room: { count: 1, grade: B } }
        people: { operator: { count: 2, calendars: [day-shift], assumption: enough for one touch at a time } }
    products:
      car-t:
        made at: [centre]
        patients: { arrive: { poisson: 24 / y } }
        route:                        # from referral to infusion, one entry after the other
          - delay: apheresis
            takes: 1 d
            marks: collection         # vein-to-vein time starts here
          - step: manufacture
            takes: { triangular: [6 h, 8 h, 10 h] }
            uses: { clean-room: 1, operator: 2 }
          - culture: expand           # cells do not pause at night
            takes: { triangular: [7 d, 10 d, 12 d] }
          - infuse: infusion
            takes: 2 h

    """
}
