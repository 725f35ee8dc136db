import PipelineModel
import Testing

@Suite struct CellTherapyTests {
  static var lund: Noted<Facility> {
    Facility("lund-sus", at: "lund", title: "ATMP centre, Skåne University Hospital") {
      Room("grade-b", grade: "B", count: 3).source("skane-gmp")
        .changeover(sameProduct: .hours(4), otherProduct: .triangular(.hours(8), .hours(16), .hours(24)))
      Room("grade-c", grade: "C", count: 2).source("skane-gmp")
      Device("closed-bioreactor", count: 3).assumption("one for each grade-B room").range(2, 5)
      Device("apheresis-machine", count: 3)
      Device("ward-bed", count: 4)
      People("operator", equivalents: 7, calendars: ["day-shift", "weekend-feed"]).leave("july").range(5, 10)
        .attrition(.percent(18, per: .years(1))).hire(after: .lognormal(median: .days(56), sigma: 0.5))
      People("apheresis-nurse", equivalents: 4, calendars: ["day-shift"])
      People("qc-analyst", equivalents: 3, calendars: ["day-shift", "weekend-feed"])
      People("qa-officer", equivalents: 2, calendars: ["day-shift"])
      People("qp", count: 1, calendars: ["day-shift"])
      Shutdown(
        "requalification of grade-B rooms", from: "2025-01-07", lasts: .days(3), every: .months(6),
        closes: ["grade-b"]
      ).source("skane-gmp")
    }
    .opens("2024-10-01").licensed(after: .months(6))
    .assumption("as long as NecstGen took", on: "licensed").range(.months(3), .months(12), on: "licensed")
  }

  static var patients: Noted<Demand> {
    Patients(.poisson(.perYear(18))) {
      PatientClock("death", hazard: .percent(2.4, per: .days(30))).source("skane-gmp")
      PatientClock("progression", hazard: .percent(4, per: .days(30)))
      PatientClock("ineligible", hazard: .percent(1.6, per: .days(30)))
    }
    .order(.worstOff).severity(.uniform(0, 1))
    .source("regional registry", on: "arrive").range("12 / y", "30 / y", on: "arrive")
  }

  static var collection: Route {
    Route {
      Step("eligibility board", takes: .lognormal(median: .days(7), sigma: 0.5)).passes(0.64)
      Book("slot")
      Step("leukapheresis", takes: .triangular(.hours(4), .hours(5), .hours(6))).on(.bookedDay)
        .uses("apheresis-machine").uses("apheresis-nurse").marks("collection")
      Hold("fresh apheresis", atMost: .hours(48), then: .fail)
    }
  }

  static var manufacture: Route {
    Route {
      Step("select, activate, transduce", takes: .triangular(.hours(6), .hours(8), .hours(10)))
        .assumption("one long day", on: "takes").on(.bookedDay(plus: .workingDays(1)))
        .uses("grade-b").uses("closed-bioreactor").uses("operator", 2)
        .consumes("vector-dose").keeps("closed-bioreactor")
      Culture("expand", takes: .triangular(.days(7), .days(10), .days(12)))
        .repeats(every: .days(1), takes: .minutes(30), uses: ["operator": 1])
        .meanwhile {
          Review("batch record", takes: .triangular(.workingDays(1), .workingDays(2), .workingDays(5)))
            .uses("qa-officer").assumption("as elsewhere")
        }
        .fails(0.04, then: .remake).assumption("insufficient expansion", on: "fails")
        .range(0.01, 0.08, on: "fails").source("skane-gmp")
      Countdown("lymphodepletion", starts: .days(5), before: "infusion").atRisk()
      Step("harvest and formulate", takes: .triangular(.hours(4), .hours(5), .hours(6)))
        .within(.hours(24)).uses("grade-b").uses("operator", 2).frees("closed-bioreactor")
        .startsShelfLife(.hours(72))
    }
  }

  static var release: Noted<Release> {
    Release {
      Assay("rapid panel", takes: .hours(24)).handsOn(.hours(8)).uses("qc-analyst")
        .fails(0.05, then: .repeatStep).source("pharmacopoeia", on: "fails")
      Certify("qp", takes: .triangular(.hours(0.5), .hours(2), .hours(6)))
    }
    .stage2 {
      Assay("sterility", takes: .days(7)).source("pharmacopoeia")
      Certify("final", takes: .hours(1))
    }
    .outOfSpecification(0.1, releasedOnRequest: 0.7).range(0.05, 0.2, on: "out of specification")
    .positiveAfterInfusion(0.005)
  }

  static var scenario: Scenario {
    Scenario("One CAR-T product, fresh, made in Lund", start: "2024-10-01", horizon: .years(5)) {
      Citation("skane-gmp", "Region Skåne, description of the ATMP centre's clean rooms")
      Site("lund", country: "SE", zone: "Europe/Stockholm", holidays: .swedish)
      WorkingPlan("day-shift", days: .mondayToFriday, hours: "07:00-17:30")
      WorkingPlan("weekend-feed", days: [.sat, .sun], hours: "09:00-12:00")
      LeavePeriod("july", from: "07-01", to: "07-31", present: 0.5)
        .assumption("four weeks in a row are a right")
      lund
      Product("car-t-fresh", madeAt: ["lund-sus"]) {
        patients
        Route {
          collection
          manufacture
          release
          Infuse(takes: .hours(1)).uses("ward-bed").marks("infusion")
        }
      }
      .kind(.geneTherapy).regime(.clinicalTrial).slots([.mon: 1, .tue: 1])
      Stock("vector-dose", initial: 40, unit: "doses").shelfLife(.years(3))
        .reorder(at: 40, upTo: 120, after: .triangular(.weeks(8), .weeks(12), .weeks(16)))
        .assumption("two lots a year")
      TrainingProgramme(
        "joint-doctorate", intake: .poisson(.perYear(6)), takes: .lognormal(median: .years(5.1), sigma: 0.22)
      )
      .seats(30).until(.years(5)).completes(0.85).stays(0.4)
      .becomes("lund-sus/operator", 0.15).becomes("lund-sus/qc-analyst", 0.05)
      .becomes("lund-sus/qa-officer", 0.05, independentAfter: .weeks(26))
    }
  }

  @Test("The file and the builder say the same CAR-T line, with where its numbers come from")
  func wholeLine() throws {
    try expectSame(CellTherapyText.text, CellTherapyTests.scenario)
    #expect(CellTherapyTests.scenario.provenance.count == 17)
  }
}
