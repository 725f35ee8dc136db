import ArgumentParser

/// The root command: verbs, no default verb, no abbreviations.
@main
struct Atmpsim: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atmpsim",
    abstract: "Simulates production lines of cell and gene therapies.",
    discussion: """
      Examples:
        atmpsim run Scenarios/leiden-lund.yaml
        atmpsim compare Scenarios/leiden-lund.yaml Scenarios/lund-as-opened.yaml

      Results go to standard output, everything else to standard error. Exit status: 0 done, 1 the check said no, \
      2 could not run, 64 usage, 130 interrupted.
      """,
    version: Version.text,
    subcommands: [
      RunCommand.self, CompareCommand.self, SensitivityCommand.self, ReportCommand.self, ValidateCommand.self,
      DescribeCommand.self, MeasuresCommand.self, SchemaCommand.self, ReferenceCommand.self, NewCommand.self,
      VerifyCommand.self,
    ])
}
