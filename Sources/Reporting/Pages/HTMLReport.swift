/// The report of one run as a single self-contained page: nothing is fetched, nothing is needed beside it.
public enum HTMLReport {
  /// The page. Pure: the same input gives the same bytes. Sections without data are left out.
  public static func page(_ input: ReportInput) -> String {
    let content = ReportContent(input)
    let run = input.run
    let sections: [ReportSection?] = [
      SummarySection(content: content).section,
      WarningSection(content: content).section,
      MeaningSection(content: content).section,
      ScheduleSection(content: content).section,
      PatientsSection(content: content).section,
      LossSection(content: content).section,
      WaitingSection(content: content).section,
      FairnessSection(content: content).section,
      MilestoneSection(content: content).section,
      UtilisationSection(content: content).section,
      BottleneckSection(content: content).section,
      SlotSection(content: content).section,
      BatchSection(content: content).section,
      IdentitySection(content: content).section,
      TrialSection(content: content).section,
      RunSection(content: content).section,
      StockSection(content: content).section,
      CostSection(content: content).section,
      PeopleMonthSection(content: content).section,
      StaffSection(content: content).section,
      AwaySection(content: content).section, OutOfHoursSection(content: content).section,
      CertificateSection(content: content).section,
      TrainingSection(content: content).section,
      CareerSection(content: content).section, WantSection(content: content).section,
      LineSection(content: content).section,
      RegisterSection(content: content).section,
      GlossarySection(content: content).section,
      ProvenanceSection(
        runs: [(input.title, run)], command: run.command, level: content.level,
        files:
          "All numbers of this page, and more, are in estimates.csv and estimates.json beside it; run.sqlite holds "
          + "every replication."
      ).section,
    ]
    return PageSkeleton.page(
      title: input.title, about: input.about.isEmpty ? .nothing : .paragraph(input.about, style: "about"),
      facts: [
        "\(DateText.long(run.start)) to \(DateText.long(run.horizon))",
        DateText.counted(run.replications, "simulated future") + " (replications)", "seed \(run.seed)",
        "scenario \(String(run.scenarioHash.prefix(8)))", "atmpsim \(run.version)",
      ],
      sections: sections.compactMap { $0 })
  }
}
