/// A whole CAR-T line, as a file says it.
enum CellTherapyText {
  static let text = """
    title: One CAR-T product, fresh, made in Lund
    start: 2024-10-01
    horizon: 5 y

    sources:
      skane-gmp: "Region Skåne, description of the ATMP centre's clean rooms"

    sites:
      lund: { country: SE, time zone: Europe/Stockholm, holidays: swedish }

    calendars:
      day-shift: { days: mon-fri, hours: 07:00-17:30 }
      weekend-feed: { days: sat-sun, hours: 09:00-12:00 }

    leave:
      july: { from: 07-01, to: 07-31, present: 0.5, assumption: four weeks in a row are a right }

    facilities:
      lund-sus:
        name: ATMP centre, Skåne University Hospital
        site: lund
        opens: 2024-10-01
        licensed: { after: 6 mo, assumption: as long as NecstGen took, range: [3 mo, 12 mo] }
        rooms:
          grade-b: { count: 3, grade: B, source: skane-gmp, changeover: { same product: 4 h, other product: { triangular: [8 h, 16 h, 24 h] } } }
          grade-c: { count: 2, grade: C, source: skane-gmp }
        devices:
          closed-bioreactor: { count: 3, assumption: one for each grade-B room, range: [2, 5] }
          apheresis-machine: { count: 3 }
          ward-bed: { count: 4 }
        people:
          operator: { fte: 7, productive: 1550 h / y, calendars: [day-shift, weekend-feed], leave: july, range: [5, 10],
                      attrition: 18 % / y, hire after: { lognormal: { median: 56 d, sigma: 0.5 } } }
          apheresis-nurse: { fte: 4, calendars: [day-shift] }
          qc-analyst: { fte: 3, calendars: [day-shift, weekend-feed] }
          qa-officer: { fte: 2, calendars: [day-shift] }
          qp: { count: 1, calendars: [day-shift] }
        shutdowns:
          - { every: 6 mo, from: 2025-01-07, lasts: 3 d, what: requalification of grade-B rooms, closes: [grade-b], source: skane-gmp }

    products:
      car-t-fresh:
        class: GTMP
        regime: clinical trial
        made at: [lund-sus]
        slots: { weekly: { mon: 1, tue: 1 }, book ahead: 12 wk }
        patients:
          arrive: { poisson: 18 / y, source: regional registry, range: [12 / y, 30 / y] }
          order: worst off
          severity: { uniform: [0, 1] }
          clocks:
            death: { hazard: 2.4 % / 30 d, source: skane-gmp }
            progression: { hazard: 4.0 % / 30 d }
            ineligible: { hazard: 1.6 % / 30 d }
        route:
          - step: eligibility board
            takes: { lognormal: { median: 7 d, sigma: 0.5 } }
            passes: 0.64
          - book: slot
          - step: leukapheresis
            on: booked day
            takes: { triangular: [4 h, 5 h, 6 h] }
            uses: { apheresis-machine: 1, apheresis-nurse: 1 }
            marks: collection
          - hold: fresh apheresis
            at most: 48 h
            then: fail
          - step: select, activate, transduce
            on: booked day + 1 wd
            takes: { triangular: [6 h, 8 h, 10 h], assumption: one long day }
            uses: { grade-b: 1, closed-bioreactor: 1, operator: 2 }
            consumes: { vector-dose: 1 }
            keeps: closed-bioreactor
          - culture: expand
            takes: { triangular: [7 d, 10 d, 12 d] }
            repeats: { every: 1 d, takes: 30 min, uses: { operator: 1 } }
            meanwhile: { review: batch record, takes: { triangular: [1 wd, 2 wd, 5 wd] }, uses: { qa-officer: 1 }, assumption: as elsewhere }
            fails: { probability: 0.04, then: remake, assumption: insufficient expansion, range: [0.01, 0.08] }
            source: skane-gmp
          - countdown: lymphodepletion
            starts: 5 d before booked infusion
            at risk: true
          - step: harvest and formulate
            within: 24 h
            takes: { triangular: [4 h, 5 h, 6 h] }
            uses: { grade-b: 1, operator: 2 }
            frees: closed-bioreactor
            starts shelf life: 72 h
          - release:
              stage 1:
                - { assay: rapid panel, takes: 24 h, hands on: 8 h, uses: { qc-analyst: 1 }, fails: { probability: 0.05, then: repeat, source: pharmacopoeia } }
                - { certify: qp, takes: { triangular: [0.5 h, 2 h, 6 h] } }
              stage 2: [ { assay: sterility, takes: 7 d, source: pharmacopoeia }, { certify: final, takes: 1 h } ]
              out of specification: { probability: 0.1, released on request: 0.7, else: remake, range: [0.05, 0.2] }
              positive after infusion: 0.005
          - infuse: { takes: 1 h, uses: { ward-bed: 1 }, marks: infusion }

    stocks:
      vector-dose: { initial: 40 doses, reorder: { at: 40 doses, up to: 120 doses, after: { triangular: [8 wk, 12 wk, 16 wk] } }, shelf life: 3 y, assumption: two lots a year }

    training:
      joint-doctorate:
        seats: 30
        intake: { poisson: 6 / y, until: 5 y }
        takes: { lognormal: { median: 5.1 y, sigma: 0.22 } }
        completes: 0.85
        stays: 0.4
        becomes: { lund-sus/operator: 0.15, lund-sus/qc-analyst: 0.05, lund-sus/qa-officer: { probability: 0.05, independent after: 26 wk } }
    """
}
