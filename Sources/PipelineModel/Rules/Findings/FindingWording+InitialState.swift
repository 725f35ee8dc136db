import Quantities

extension FindingWording {
  /// Findings about the state at the start.
  static func stateSentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .stateOfAnotherDay(let start):
      "the state has to be that of the start, \(QuantityPrinting.instant(start)): change one of the two"
    case .afterStart(let start):
      "this is after the start (\(QuantityPrinting.instant(start))), when the state is described: what comes later is simulated"
    case .tooLongAgo(let years): "this is more than \(years) years before the start"
    case .beforeEarlier(let what, let earlier):
      "\(what) comes before \(earlier), which comes first; one of the dates is wrong"
    case .patientsOfNoDemand(let product):
      "nobody is referred for '\(product)': give it 'patients:', with 'at most: 0' where nobody else comes"
    case .lotsOfNoStock(let product):
      "no stock is filled with lots of '\(product)': name it under 'reorder: { made by: … }', or list patients under 'patients:'"
    case .sinceWhen(let step): "say since when '\(step)' goes on, with 'since:'"
    case .lotNowhere: "say with 'in:' which step of its route goes on"
    case .notMadeAt(let product, let facility): "'\(product)' is not made at '\(facility)'"
    case .bookedWithoutSlots(let product):
      "'\(product)' is not booked: its route has no 'book:' with 'slots:'; leave out the day"
    case .notBooked(let product):
      "'\(product)' is booked before this step: say for which day, with 'booked:'"
    case .noSlotOn(let date):
      "no slot is offered on \(QuantityPrinting.date(date)); give a day of the product's grid"
    case .tooManyBooked(let date, let booked, let offered):
      "\(booked) are booked on \(QuantityPrinting.date(date)), but \(offered == 1 ? "one slot is" : "\(offered) slots are") offered: move one, or offer more"
    case .bookedInThePast(let date):
      "\(QuantityPrinting.date(date)) is over, but nothing says how far the patient has come since: add 'in:' or 'waits for:'"
    case .secondOfName(let name): "'\(name)' is there twice; give each a name of its own"
    case .hasExpired: "these units have expired by the start; leave them out"
    case .outlivesShelfLife(let life):
      "units live no longer than their shelf life of \(life): this is later than that after the start"
    case .neverExpires(let stock): "'\(stock)' has no 'shelf life:', so nothing of it expires"
    default: preconditionFailure("no words for \(problem)")
    }
  }
}
