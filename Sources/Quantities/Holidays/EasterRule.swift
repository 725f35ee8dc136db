/// The date of Western Easter.
enum EasterRule {
  /// Easter Sunday of a Gregorian year.
  ///
  /// The paschal full moon is found from the year's place in the 19-year lunar cycle and the Gregorian corrections for
  /// dropped leap days and for the moon's drift; Easter is the Sunday after it. Method: anonymous, Nature 13, 487 (1876),
  /// as given by J. Meeus, Astronomical Algorithms, 2nd ed., 1998, chapter 8.
  static func sunday(in year: Int) -> CivilDate {
    let golden = year % 19
    let century = year / 100
    let yearOfCentury = year % 100
    let moonDrift = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonDrift + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let lateMoon = (golden + 11 * epact + 22 * toSunday) / 451
    let daysAfterMarch22 = epact + toSunday - 7 * lateMoon
    return CivilDate(valid: year, 3, 22).adding(days: daysAfterMarch22)
  }
}
