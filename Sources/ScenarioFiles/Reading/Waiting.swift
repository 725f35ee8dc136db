import PipelineModel
import Quantities

/// The parts of a route that wait, book, hold and count down.
enum WaitingText {
  static let parts: [Variant<RoutePart>] = [
    Variant(
      MapForm<HoldLimit>(
        "hold entry", "an entry \'hold\'", "A limit on the time from here until a later step starts.",
        [
          Field("hold", \.name, .text, "Its name.", example: "fresh apheresis"),
          Field("at most", \.limit.limit, .positiveDuration, "The limit, in calendar time.", example: "48 h"),
          Field(
            "then", \.limit.then, .consequence, "What follows when it is passed.", absent: "fail",
            example: "collect again"),
          Field(
            "until", \.until, .text, "The step whose start ends it.", absent: "the next step", example: "wash"
          ),
        ]), over: HoldLimit("", atMost: Placeholder.length), wrap: { .hold($0) },
      unwrap: { if case .hold(let part) = $0 { part } else { nil } }),
    Variant(
      MapForm<Booking>(
        "book entry", "an entry \'book\'",
        "Reserves the earliest start that fits, with every dated touch that follows, and waits for it.",
        [
          Field("book", \.name, .text, "Its name.", example: "slot"),
          Field(
            "patience", \.patience, .law, "How long an unbooked patient stays on the list.",
            absent: "for ever", example: "90 d"),
        ]), over: Booking(""), wrap: { .book($0) },
      unwrap: { if case .book(let part) = $0 { part } else { nil } }),
    Variant(
      MapForm<MakeBatch>(
        "make entry", "an entry \'make\'",
        "A new batch of the patient, or lot of the stock, begins here; a remake comes back to here.",
        [
          Field("make", \.name, .text, "Its name.", example: "batch"),
          Field(
            "attempts", \.attempts, .whole(1...1_000_000), "So many batches at most for one patient.",
            absent: "no limit", example: "2"),
          Field(
            "material left", \.materialLeft, .probability,
            "The probability that a remake finds material stored; else the patient is collected again.",
            absent: "1", example: "0.6"),
          Field(
            "else", \.otherwise, .consequence, "What follows when the attempts are used up.", absent: "fail",
            example: "{ lose: no product }"),
        ]), over: MakeBatch(), wrap: { .makeBatch($0) },
      unwrap: { if case .makeBatch(let part) = $0 { part } else { nil } }),
    Variant(
      MapForm<Countdown>(
        "countdown entry", "an entry \'countdown\'",
        "Starts a fixed time before a booked event, beside the batch.",
        [
          Field("countdown", \.name, .text, "Its name.", example: "lymphodepletion"),
          Field(
            "starts", \.spelledStart, start,
            "How long before which event: a step of the route by name, or `infusion`.",
            example: "5 d before booked infusion"),
          Field("takes", \.takes, .law, "How long it takes.", absent: "no time", example: "3 d"),
          Field(
            "uses", \.uses, .claims, "What it borrows while it lasts.", absent: "nothing",
            example: "{ ward-bed: 1 }"),
          Field(
            "at risk", \.atRisk, .boolean, "May start before the product is released.", absent: "false",
            example: "true"),
        ]), over: Countdown("", before: Placeholder.length, event: "infusion"), wrap: { .countdown($0) },
      unwrap: { if case .countdown(let part) = $0 { part } else { nil } }),
  ]

  /// `booked day + 7 d`.
  static let bookedDate = Form<BookedDate>.scalar(
    .dateOffset,
    { text in
      let wrong = Problem.expected(what: ScalarKind.dateOffset.expectation, found: "'\(text)'")
      guard text.hasPrefix("booked day") else { return .failure(wrong) }
      let rest = String(text.dropFirst("booked day".count)).trimmed
      if rest.isEmpty { return .success(BookedDate()) }
      guard rest.hasPrefix("+"),
        let offset = try? QuantityGrammar.timeLength(String(rest.dropFirst()).trimmed),
        [.d, .wk, .wd].contains(offset.unit), offset.amount == offset.amount.rounded(),
        offset.amount <= 36_600
      else { return .failure(wrong) }
      return .success(BookedDate(offset: offset))
    },
    write: { $0.offset == .days(0) ? "booked day" : "booked day + \(QuantityPrinting.timeLength($0.offset))" }
  )

  struct Start: Equatable, Sendable {
    var before: TimeLength
    var event: String
  }

  private static let start = Form<Start>.scalar(
    ScalarKind(
      name: "countdown start",
      expectation: "a time before a booked event, such as '5 d before booked infusion'",
      unit: ScalarKind.times, range: "longer than 0", isNumber: true,
      schema: ScalarKind.pattern(".+ before booked .+")),
    { text in
      let wrong = Problem.expected(
        what: "a time before a booked event, such as '5 d before booked infusion'", found: "'\(text)'")
      guard let middle = text.firstRange(of: " before booked ") else { return .failure(wrong) }
      let event = String(text[middle.upperBound...]).trimmed
      guard !event.isEmpty, let before = try? QuantityGrammar.timeLength(String(text[..<middle.lowerBound])),
        before.amount > 0
      else { return .failure(wrong) }
      return .success(Start(before: before, event: event))
    }, write: { "\(QuantityPrinting.timeLength($0.before)) before booked \($0.event)" })
}

extension Countdown {
  /// `starts: 5 d before booked infusion`.
  var spelledStart: WaitingText.Start {
    get { WaitingText.Start(before: before, event: event) }
    set {
      before = newValue.before
      event = newValue.event
    }
  }
}
