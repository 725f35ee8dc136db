"""The words of the scenario language that mutations exchange, and the pieces of text that they put in."""

#: Words that are legal in each other's place.
GROUPS = [
    ["step", "culture", "assay", "review", "certify", "infuse", "delay"],
    ["finish", "suspend", "restart", "only if it fits"],
    ["resume", "restart"],
    ["fail", "remake", "repeat", "collect again", "record"],
    ["first come", "worst off", "due date"],
    ["leaves", "blocks"],
    ["calendar", "use"],
    ["closed", "open"],
    ["true", "false"],
    ["count", "fte"],
    ["hazard", "after"],
    ["uses", "consumes", "keeps", "frees"],
    ["exponential", "fixed"],
    ["uniform", "triangular"],
    ["lognormal", "gamma", "weibull"],
    ["every", "poisson", "cohort"],
    ["at", "up to", "quantity"],
    ["from", "until"],
    ["referral", "collection", "infusion"],
    ["clinical trial", "hospital exemption", "marketing authorisation"],
    ["mon-fri", "mon-sun", "sat", "mon", "sun-mon"],
    ["rooms", "devices"],
    ["opened", "licensed", "start"],
    ["never", "always"],
]

#: Units that are legal in each other's place, from short to long.
TIMES = ["us", "ms", "s", "min", "h", "d", "wd", "wk", "mo", "y"]

NUMBERS = [
    "0", "1", "2", "3", "7", "10", "32", "33", "64", "100", "1000", "100000", "1e6", "1000000", "2147483647",
    "2147483648", "4294967296", "9007199254740993", "9223372036854775807", "9223372036854775808", "1e18", "1e19",
    "1e300", "1e308", "1e-3", "1e-9", "1e-300", "0.5", "0.999999", "1.000001", "-1", "-0", "-1e9", "0.0", ".inf",
    "-.inf", ".nan", "0x10", "1_000", "٣",
]

COUNTS = ["0", "1", "2", "31", "32", "33", "1000", "20000", "1000000", "2147483647", "3000000000"]

SPANS = [
    "0 h", "1 us", "1 ms", "49 ms", "50 ms", "1 s", "1 min", "1 h", "1 d", "1 wd", "1 wk", "1 mo", "1 y", "100 y",
    "1e6 y", "290000000 y", "1e300 y", "0.0000001 h", "-1 h",
]

HORIZONS = [
    "1 ms", "1 s", "1 h", "1 d", "1 wk", "1 mo", "1 y", "10 y", "99 y", "100 y", "101 y", "1000 y", "7900 y",
    "100000 y", "292000000 y", "1e12 h", "1e300 s", "0 h", "2024-01-01", "2024-01-01 00:01", "2025-03-30 02:30",
    "2400-02-29", "9999-12-31", "0001-01-01", "2024-Q3",
]

STARTS = [
    "2024-01-01", "2024-02-29", "2024-12-31 23:59", "2025-03-30 02:30", "2025-10-26 02:30", "0001-01-01", "0001-01-02",
    "1582-10-15", "1900-01-01", "9998-12-31", "9999-12-31", "9999-12-31 23:59", "2024-Q3", "2022-06-01",
]

TICKS = ["1 us", "1 ms", "10 ms", "1 s", "1 min", "1 h", "7 ms"]

TIME_LAWS = [
    "0 h", "1 h", "1 ms", "10 y", "{ exponential: 1 h }", "{ exponential: 1 s }", "{ exponential: 100 y }",
    "{ uniform: [0 h, 2 h] }", "{ triangular: [0 h, 0 h, 1 h] }", "{ triangular: [1 h, 1 h, 1 h] }",
    "{ lognormal: { median: 10 h, sigma: 0.3 } }", "{ lognormal: { median: 1 h, sigma: 30 } }",
    "{ lognormal: { median: 1 y, sigma: 10 } }", "{ gamma: { shape: 0.001, mean: 1 h } }",
    "{ gamma: { shape: 1000000, mean: 1 h } }", "{ weibull: { shape: 0.05, scale: 1 h } }",
    "{ erlang: { k: 4, mean: 3 h } }", "{ erlang: { k: 1000000, mean: 3 h } }",
    "{ uniform: [0.000001 h, 1000000 h] }", "{ fixed: 0 h }",
    "{ normal: { mean: 1 h, sd: 0.1 h } }", "{ pert: [1 h, 2 h, 9 h] }", "{ uniform: [1 wd, 3 wd] }",
]

NUMBER_LAWS = [
    "0", "1", "3", "1000000", "1e18", "{ poisson: 0.01 }", "{ poisson: 1000000 }", "{ uniform: [0, 1] }",
    "{ geometric: 0.0001 }", "{ binomial: { trials: 1000000, probability: 0.5 } }", "{ exponential: 1000000 }", "0.4",
]

CONSEQUENCES = [
    "fail", "remake", "repeat", "collect again", "record", "{ lose: gone }", "{ again from: %(step)s }",
    "{ go to: %(step)s }",
]

ARRIVALS = [
    "{ poisson: 1 / d }", "{ poisson: 1000 / s }", "{ poisson: 1e-9 / y }", "{ every: 1 h }", "{ every: 1 ms }",
    "{ every: 1 us }", "{ every: 1 h, first: 0 h }", "{ cohort: 30, at: 0 h }", "{ cohort: 1000000, at: 1 h }",
    "{ cohort: 2000000000, at: 1 h }", "{ at: [0 h, 0 h, 0 h] }", "{ at: [] }", "{ renewal: 1 h }", "{ renewal: 0 h }",
    "{ renewal: { exponential: 1 s } }", "{ varying: { rate: 5 / d, over week: { sat: 0, sun: 0 } } }",
    "{ varying: { rate: 1e9 / s } }", "{ varying: { rate: 1 / d, wave: { every: 1 ms, amplitude: 1 } } }",
    "{ varying: { rate: 1 / d, ramp: [ { at: 0 h, factor: 0 }, { at: 1 h, factor: 1000000 } ] } }",
    "{ varying: { rate: 1 / y, over year: { jul: 0 } } }",
]

#: Keys that any step may have; a mutation adds one, or replaces the one that is there.
STEP_KEYS = [
    "takes: %(time)s", "at shift end: suspend", "at shift end: restart", "at shift end: only if it fits",
    "at shift end: finish", "interruptible: resume", "interruptible: restart", "priority: 0", "priority: 1000000",
    "within: 1 ms", "within: { of: 1 h, otherwise: repeat }", "within: { of: 1 ms, otherwise: { again from: %(step)s } }",
    "line: { at most: 0 }", "line: { at most: 0, when full: blocks }", "line: { at most: 1, when full: leaves }",
    "line: { patience: 0 h }", "line: { patience: 0 h, then: repeat }",
    "line: { patience: %(time)s, then: { again from: %(step)s } }", "line: { bypass: true }",
    "repeats: { every: 1 ms, takes: 1 h }", "repeats: { every: 1 us, takes: 0 h }",
    "repeats: { every: 1 h, takes: %(time)s, uses: { %(resource)s: 1 } }",
    "meanwhile: [ { delay: aside, takes: %(time)s } ]", "meanwhile: [ { step: aside, uses: { %(resource)s: 1 } } ]",
    "passes: 0", "passes: 0.5", "passes: { probability: 0, otherwise: { again from: %(step)s } }",
    "passes: { probability: 0, otherwise: repeat }", "fails: { probability: 1, then: %(consequence)s }",
    "fails: { probability: 0.5, then: %(consequence)s }",
    "fails: { probability: 1, then: %(consequence)s, attempts: 3, else: %(consequence)s }",
    "fails: { on attempts: [1, 2, 1000000], then: %(consequence)s }", "marks: collection", "marks: infusion",
    "marks: something", "starts shelf life: 1 ms", "starts shelf life: { of: 1 h, on expiry: %(consequence)s }",
    "keeps: %(resource)s", "keeps: { %(resource)s: 1 }", "frees: %(resource)s", "uses: { %(resource)s: 1 }",
    "uses: { %(resource)s: 1000000 }", "uses: %(resource)s", "consumes: { %(stock)s: 1 }",
    "consumes: { %(stock)s: 1000000 }", "on: booked day", "on: booked day + 7 d", "on: booked day + 36600 d",
    "on: booked day + 3 wd", "hands on: %(time)s",
]

#: Entries that can stand in any route.
ENTRIES = [
    "{ step: %(new)s }", "{ step: %(new)s, takes: %(time)s, uses: { %(resource)s: 1 } }",
    "{ step: %(new)s, takes: %(time)s, uses: { %(resource)s: 1 }, keeps: %(resource)s }",
    "{ step: %(new)s, frees: %(resource)s }", "{ culture: %(new)s, takes: %(time)s }",
    "{ assay: %(new)s, takes: %(time)s, hands on: %(time)s, uses: { %(resource)s: 1 } }",
    "{ review: %(new)s, takes: %(time)s, uses: %(resource)s }", "{ certify: %(new)s, takes: %(time)s }",
    "{ infuse: %(new)s, takes: %(time)s }", "{ delay: %(new)s, takes: %(time)s }", "{ gather: %(new)s, of: 3 }",
    "{ gather: %(new)s, of: 1000000 }", "{ gather: %(new)s, of: 1, or after: 1 ms }",
    "{ gather: %(new)s, of: 3, or after: 1 d }", "{ separate: %(new)s }", "{ split: %(new)s, into: %(number)s }",
    "{ split: %(new)s, into: 3 }", "{ split: %(new)s, into: 0 }", "{ hold: %(new)s, at most: 1 ms }",
    "{ hold: %(new)s, at most: 1 h, then: %(consequence)s }", "{ hold: %(new)s, at most: 1 h, until: %(step)s }",
    "{ make: %(new)s }", "{ make: %(new)s, attempts: 1, material left: 0, else: { lose: gone } }", "{ book: %(new)s }",
    "{ book: %(new)s, patience: 0 h }", "{ countdown: %(new)s, starts: 5 d before booked %(step)s, takes: %(time)s }",
    "{ countdown: %(new)s, starts: 5 d before booked infusion, takes: 1 d, at risk: true }", "{ leave: treated }",
    "{ leave: %(new)s }", "{ store: %(stock)s, yields: %(number)s }", "{ store: %(stock)s, yields: 40 }",
    "{ choose: %(new)s, arms: [ { name: a, probability: 0.3, route: [ { delay: %(new)s b, takes: %(time)s } ] } ] }",
    "{ choose: %(new)s, arms: [ { name: a, probability: 1, route: [] } ] }",
    "{ parallel: %(new)s, branches: { a: [ { delay: %(new)s a, takes: %(time)s } ], b: [ { step: %(new)s b } ] } }",
    "{ parallel: %(new)s, branches: { a: [], b: [] } }",
    "{ parallel: %(new)s, branches: { a: [ { gather: %(new)s g, of: 2 } ] } }",
    "{ parallel: %(new)s, branches: { a: [ { leave: treated } ], b: [ { split: %(new)s s, into: 2 } ] } }",
    "{ release: %(new)s, stage 1: [ { assay: %(new)s a, takes: 1 h } ], stage 2: [ { certify: %(new)s c } ], "
    "out of specification: { probability: 0.5, released on request: 0.5, else: %(consequence)s }, "
    "positive after infusion: 0.5 }",
    "{ release: %(new)s, stage 1: [] }",
]

#: Keys of resources, demand and products.
RESOURCE_KEYS = [
    "breaks: { after: %(time)s, mend: %(time)s }", "breaks: { after: %(time)s, counting: use, mend: %(time)s }",
    "breaks: { after: 1 ms, mend: 1 ms }", "breaks: { after: 1 h, mend: 1 h, uses: { %(resource)s: 1 }, then: restart }",
    "breaks: { after: 1 h, mend: 1 h, then: finish }", "changeover: { same product: %(time)s }",
    "changeover: { same product: 0 h, other product: %(time)s }", "count: { 0 h: 1, 1 h: 0, 2 h: 5 }",
    "count: { 0 h: 0 }", "count: %(count)s", "fte: 0.1", "fte: 1e6", "attrition: 99 % / 1 ms", "attrition: 18 % / y",
    "attrition: 100 % / s, hire after: 0 h", "independent after: %(time)s", "hire: never", "minimum: 1e9",
    "starts with: 0", "starts with: 1e9", "calendars: %(calendar)s", "leave: summer", "productive: 1 h / y",
]

DEMAND_KEYS = [
    "arrive: %(arrival)s", "from: 1 h", "until: 1 h", "at most: 0", "at most: 1", "each: %(number)s",
    "order: worst off", "severity: %(number)s", "order: due date", "due: %(time)s",
    "clocks: { died: { hazard: 99 % / 1 s, from: referral } }",
    "clocks: { died: { after: %(time)s, from: referral, to: something } }", "clocks: { died: { hazard: 100 % / d } }",
    "withdrawals: [ { patient: 1, at: 1 h }, { patient: 1000000, at: 1 ms } ]",
]

PRODUCT_KEYS = [
    "priority: 0", "slots: { weekly: { mon: 1 } }", "slots: { weekly: { mon: 1000, tue: 1000 }, book ahead: 100 y }",
    "slots: { weekly: { mon: 0 } }", "slots: { weekly: { sun: 1 }, book ahead: 1 h, from: 2024-06-01 }",
]
