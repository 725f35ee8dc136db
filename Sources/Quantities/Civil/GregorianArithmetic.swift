/// Day numbers and dates of the proleptic Gregorian calendar.
///
/// Years are counted from 1 March, so that the leap day is the last of its year and the lengths of the months before it
/// follow the line ⌊(153 m + 2)/5⌋. Days are counted within cycles of 400 years, which are all alike (146 097 d). See
/// E. G. Richards, "Calendars", in S. E. Urban and P. K. Seidelmann (eds), Explanatory Supplement to the Astronomical
/// Almanac, 3rd ed., 2013, chapter 15.
enum GregorianArithmetic {
  private static let daysInCycle = 146_097
  /// Days from 1 March of year 0 to 1 January 1970.
  private static let epochShift = 719_468

  /// Days since 1970-01-01.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let marchMonth = (month + 9) % 12
    let cycle = marchYear.dividedRoundingDown(by: 400)
    let yearOfCycle = marchYear - cycle * 400
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * daysInCycle + dayOfCycle - epochShift
  }

  /// Year, month and day of a day number.
  static func parts(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
    let days = dayNumber + epochShift
    let cycle = days.dividedRoundingDown(by: daysInCycle)
    let dayOfCycle = days - cycle * daysInCycle
    // The leap days passed so far in the cycle come off before dividing by 365.
    let leapDays = dayOfCycle / 1_460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
    let yearOfCycle = (dayOfCycle - leapDays) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
  }
}

extension BinaryInteger where Self: SignedInteger {
  /// The quotient rounded towards minus infinity, for a positive divisor.
  func dividedRoundingDown(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
