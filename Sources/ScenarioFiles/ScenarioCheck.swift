import PipelineModel

/// A scenario file read and checked: what the reader and the rules of the model say about it, placed in the file.
public struct ScenarioCheck: Sendable {
  /// The scenario; nil when there is an error, so that what is here can be run.
  public let scenario: Scenario?
  /// Everything that was found, in the order of the files.
  public let report: DiagnosticReport
  /// The numbers with a `range:`, in the order of the scenario.
  public var ranges: [RangedNumber] { result.ranges }
  /// The files that it consists of: itself, what it extends and what it includes, as paths of the same kind as its own.
  public var files: [String] { result.library.files }
  private let result: ReadResult
  private let findings: [Diagnostic]

  /// Reads a scenario and looks at it with every rule.
  ///
  /// Rules that need the whole scenario are asked only where the text has no error; names that refer to nothing are
  /// told in any case.
  /// - Parameters:
  ///   - path: the file; diagnostics show it as it is given here.
  ///   - overrides: what `--set` says.
  ///   - files: where texts come from.
  public static func check(
    file path: String, overrides: [String] = [], files: SourceFiles = .disk
  ) -> ScenarioCheck {
    let result = ScenarioReader(files: files).read(file: path, overrides: overrides)
    let isSound = result.scenario != nil
    let findings = (result.scenario ?? result.partial).map(ScenarioRules.findings) ?? []
    let told = isSound ? findings : findings.filter(\.holdsForPart)
    // What a variant leaves idle of the file that it extends is no mistake of the variant.
    let own = told.filter { !$0.isIdle || result.locate($0.path).file == path }
    let placed = diagnostics(of: own, placedBy: result)
    let report = result.report(adding: placed)
    return ScenarioCheck(
      scenario: report.hasErrors ? nil : result.scenario, report: report, result: result, findings: placed)
  }

  /// The report with more errors, which a later stage found, each at a path of the scenario.
  public func report(refusing faults: [(path: String, sentence: String)]) -> DiagnosticReport {
    let refusals = faults.map { fault in
      Diagnostic(.rule(fault.sentence, near: [], isWarning: false), at: result.locate(fault.path))
    }
    return result.report(adding: findings + refusals)
  }

  /// The report with warnings that a later stage found at paths of the scenario.
  public func report(warning places: [(path: String, sentence: String)]) -> DiagnosticReport {
    let warnings = places.map { place in
      Diagnostic(.rule(place.sentence, near: [], isWarning: true), at: result.locate(place.path))
    }
    return result.report(adding: findings + warnings)
  }

  /// Findings as diagnostics, each at the place of its path, with names that may have been meant.
  private static func diagnostics(of findings: [Finding], placedBy result: ReadResult) -> [Diagnostic] {
    findings.enumerated().flatMap { index, finding in
      // Nobody reads more suggestions than findings are shown.
      let near =
        index < DiagnosticReport.limit
        ? finding.unknownName.map { NearNames.near($0.name, among: $0.known) } ?? [] : []
      var words = finding.sentence
      if let removal = finding.missingName.flatMap({ result.removals[$0] }) {
        words += "; it is removed in \(removal.file):\(removal.line)"
      }
      let problem = Problem.rule(words, near: near, isWarning: finding.severity == .warning)
      let mark = result.locate(finding.path)
      let own = Diagnostic(problem, at: mark)
      return [own] + (lack(of: finding, words, near, at: mark, in: result).map { [$0] } ?? [])
    }
  }

  /// What an included route asks for and the scenario has not is told at its `include:` as well.
  private static func lack(
    of finding: Finding, _ words: String, _ near: [String], at mark: SourceMark, in result: ReadResult
  ) -> Diagnostic? {
    guard let name = finding.missingName, let site = result.inclusion(of: finding.path),
      site.mark.file != mark.file
    else { return nil }
    let parameter = site.names.first { $0.text == name }?.parameter
    let problem = Problem.includeLacks(file: site.file, why: words, near: near, parameter: parameter)
    return Diagnostic(problem, at: site.mark)
  }
}

extension Finding {
  /// The name of what is not there, or not of the kind that is needed; nil for other findings.
  fileprivate var missingName: String? {
    switch problem {
    case .unknownName(_, let name, _), .ambiguousResource(let name, _), .lacksResource(_, let name, _),
      .gradeUnderOtherName(_, let name, _, _), .stockUsed(let name), .resourceConsumed(let name):
      name
    default: nil
    }
  }

  /// Whether it is about something that plays no part: nothing uses it, or its time comes after the horizon.
  fileprivate var isIdle: Bool {
    switch problem {
    case .unused, .afterHorizon, .nobodyToMeasure: true
    default: false
    }
  }

  /// Whether it holds although parts of the scenario could not be read: names that are keys of maps are always there.
  fileprivate var holdsForPart: Bool {
    guard case .unknownName(let kind, _, _) = problem else { return false }
    switch kind {
    case .site, .calendar, .leave, .facility, .facilityOrSite, .resource, .resourceOf, .processOf, .link,
      .stock, .product, .certificate:
      return true
    case .programme, .citation, .part, .mark, .trait: return false
    }
  }
}
