/// Measures that a run reports only where a scenario asks for them, because they take memory or time of their own.
///
/// `also measure: [people by month, careers]`.
public enum MeasureGroup: String, Hashable, Sendable, CaseIterable {
  /// For each role and month: who is qualified, planned and needed, and whether that is enough.
  case peopleByMonth = "people by month"
  /// What becomes of graduates: who is qualified, who is still in the role after 1, 3 and 5 years, where a role's people
  /// come from.
  case careers
  /// Patients who are lost while they wait for people, and starts that training takes from patients.
  case wantOfPeople = "want of people"
}
