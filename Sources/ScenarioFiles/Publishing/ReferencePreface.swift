/// What the reference says before the keys: how a file is written and what its parts mean together.
enum ReferencePreface {
  static let text = """
    # The scenario language

    A scenario is one YAML file that describes a production line: facilities with rooms, devices and people; products
    with their routes; patients; stocks; training. `atmpsim validate FILE` says everything that is wrong with it,
    `atmpsim run FILE` runs it, `atmpsim schema` prints a JSON Schema for editors.

    ## A first scenario

    ```yaml
    \(queue)
    ```

    A server, jobs that arrive at random, one step. `facilities` says what there is, `products` says what is asked for
    and by which route. A route is a list; the first key of each entry says what it is and gives its name.

    ## A cell therapy

    ```yaml
    \(therapy)
    ```

    ## How values are written

    - **Every quantity has its unit**: `4 h`, `9 d`, `12 wk`, `18 / y`, `2.4 % / 30 d`. A bare number is a count, a factor
      or a probability. Units of time: `us`, `ms`, `s`, `min`, `h`, `d` (24 h), `wk` (7 d), `mo` and `y`. `mo` and `y`
      added to a date are calendar steps; in laws and rates `y` is 365.25 d and `mo` is a twelfth of it. `wd` is one working
      day of whoever performs the step.
    - **Probabilities** are `0.04` or `4 %`. `x % / T` is always a constant rate, x per T; a probability p within T is the
      rate −ln(1 − p) / T.
    - **Dates** are `2024-10-01`, `2024-Q3` (its first day), or `2025-03-01 08:00`; days of every year are `07-01`; hours are
      `07:00-17:30`; weekdays are `mon-fri` or `mon, wed, fri`.
    - **Laws** are a bare value (always the same) or a law in words: `{ triangular: [7 d, 10 d, 12 d] }`,
      `{ lognormal: { median: 7 d, sigma: 0.5 } }`, `{ exponential: 10 h }` and so on: see [law of time](#law-of-time).
      All times of one law are in calendar units, or all in `wd`.
    - **Names** are yours. They may contain spaces, but none of `. / : "`. A resource of another facility is
      `facility/resource`.
    - Words are as written here. `true` and `false` are the only truth values. Unknown and repeated keys are errors.

    ## Where numbers come from

    `source:` (a key of `sources:` at the top, or a citation in words) or `assumption:` (why) may stand in every map. They
    cover every number of the map that has no nearer note of its own. Any number may be written with a note of its own:
    `count: { fixed: 4, source: drawing }`.

    `range: [low, high]` bounds what `atmpsim sensitivity` varies; a run ignores it. It is of **one number**: the one number of its
    map that has no nearer note, is of the kind of the bounds, and lies between them (`fte: 10, attrition: 18 % / y, range: [6, 14]`
    is of `fte`). Of a **law** it is of the median: its other times are scaled alike, its shape stays (`sigma`, or the proportions of a
    triangle). Of a **map of names** such as `becomes` it is of the sum: all numbers are multiplied alike. A range that stands
    in one place and comes to several, by an anchor or an included route, is **one** number that changes in all of them. Where a
    later file or `--set` changes the number, the range no longer speaks of it.

    ## What it costs

    `costs:` may stand with facilities, rooms, devices, people, stocks, transport and steps. Amounts have their currency:
    `400 EUR`, `18k EUR`, `1.2M SEK`; `costs:` at the top says in which currency results are and what others are worth. A
    cost belongs to the product that causes it, failed batches included. What is paid by the `year`, from the opening on, is
    shared among the products by the time in which they use it; the rest is listed as `idle`. A step's amounts are listed
    by what they are for; one amount alone counts as `tests` (of an assay), `review` (of a review or certification) or
    `reagents`.

    ## Time at work

    `culture`, `assay`, `delay`, `hold`, transport, and any step that uses nothing run in calendar time. `step`, `infuse`,
    `review` and `certify` run in the working time of what they use, given by its `calendars`. `at shift end` says what
    happens to a step that meets the end of a shift: `finish` (touch work, by default), `suspend` (desk work, by default),
    `restart`, `only if it fits`.

    ## Waiting and claiming

    A step takes all that it `uses` together, or none. A line is ordered by `priority` (1 before 2), then by the product's
    `order`, then by arrival. `uses` borrows for the step, `consumes` takes from a stock, `keeps` goes on holding after the
    step until a later one `frees` it. A step with `interruptible` yields to a higher class.

    ## Going wrong

    Where something can go wrong (`fails`, `passes`, `within`, `hold`, `patience`, …) a *consequence* says what follows:
    `repeat`, `remake`, `collect again`, `fail`, `record`, `{ again from: step }`, `{ go to: step }` or `{ lose: reason }`.

    ## Booking

    A product with `slots` and an entry `book` reserves a start and everything that its dated entries (`on: booked day`,
    `on: booked day + 7 d`, `on: booked day + 1 wd`) need, at the earliest date that fits. `d` counts dates, `wd` working
    days. A `countdown` starts a fixed time before a booked event.

    ## Files that build on files

    A file with `extends: baseline.yaml` says only what differs. Maps merge key by key; laws, texts and unnamed lists are
    replaced whole. A number that the file changes loses the source that it had; a `source` or `assumption` beside changed
    numbers speaks of these, and without any of the whole map. `remove:` with a name or a list takes names out of any map of
    names: products, facilities, rooms, stocks, clocks, claims and so on. A name that is removed and given again is new. Entries
    of a route merge by name, and the route itself changes by entries such as these:

    ```yaml
    extends: baseline.yaml
    title: One room more, and a faster expansion
    facilities:
      lund: { rooms: { suite: { count: 2 } } }
    products:
      remove: [vector-batch]
      car-t:
        route:
          - culture: expand
            takes: { triangular: [5 d, 7 d, 9 d] }
          - insert: { after: expand, step: second wash, takes: 2 h, uses: { operator: 1 } }
          - remove: [rapid panel]
    ```

    `insert` takes one entry or a list, each with `after` or `before` and the name of an entry; `remove` takes a name or a
    list.

    `- include: { file: library/wash.yaml, as: first, with: { duration: 2 h } }` in a route brings in the route of a
    [library file](#library-route), in which `$duration` stands for the parameter. `as` stands before the names of its entries,
    wherever they are named. A value under `with` has its own source, or that of its `with`, not the library's:
    `with: { duration: 2 h, loss: { fixed: 0.02, source: audit }, assumption: as in the spring }`. A library file can have
    `sources:` of its own; where the scenario has the same key, the scenario's holds. `atmpsim describe library/wash.yaml` shows
    a library file by itself, `--html FILE` draws it.

    `--set path=value` changes one value on the command line. The path has the keys and names on the way, with dots:
    `--set products.car-t.route.expand.takes='8 d'`, `--set facilities.lund.rooms.suite.count=2`.

    """

  /// The smallest useful scenario.
  static let queue = """
    title: One server, jobs at random
    start: 2024-01-01
    horizon: 40000 h
    warm up: 2000 h
    facilities:
      shop:
        devices:
          server: { count: 1 }
    products:
      job:
        patients:
          arrive: { poisson: 0.9 / h }
        route:
          - step: serve
            takes: { exponential: 1 h }
            uses: { server: 1 }
    """

  /// A small line with most of what a product needs.
  static let therapy = """
    title: One cell therapy, made in one room
    start: 2024-10-01
    horizon: 5 y
    sites:
      lund: { country: SE, time zone: Europe/Stockholm, holidays: swedish }
    calendars:
      day-shift: { days: mon-fri, hours: 07:00-17:30 }
    facilities:
      lund:
        site: lund
        rooms:
          suite: { count: 1, grade: B, changeover: { same product: 4 h, other product: 16 h } }
        devices:
          bioreactor: { count: 2, assumption: as planned, range: [1, 4] }
          ward-bed: { count: 4 }
        people:
          operator: { count: 4, calendars: day-shift }
          qc-analyst: { count: 1, calendars: day-shift }
          qp: { count: 1, calendars: day-shift }
    stocks:
      vector-dose:
        initial: 10 doses
        reorder: { at: 5, up to: 20, after: { triangular: [8 wk, 12 wk, 16 wk] } }
    products:
      car-t:
        class: GTMP
        regime: hospital exemption
        made at: lund
        patients:
          arrive: { poisson: 18 / y }
          clocks:
            death: { hazard: 2.4 % / 30 d, assumption: illustration only }
        route:
          - step: collection
            takes: 5 h
            marks: collection
          - make: batch
            attempts: 2
          - step: transduce
            takes: { triangular: [6 h, 8 h, 10 h] }
            uses: { suite: 1, bioreactor: 1, operator: 2 }
            consumes: { vector-dose: 1 }
            keeps: bioreactor
          - culture: expand
            takes: { triangular: [7 d, 10 d, 12 d] }
            repeats: { every: 1 d, takes: 30 min, uses: { operator: 1 } }
            fails: { probability: 0.04, then: remake, else: { lose: no product } }
          - step: harvest
            takes: 5 h
            uses: { suite: 1, operator: 2 }
            frees: bioreactor
            starts shelf life: 72 h
          - release:
              stage 1:
                - { assay: rapid panel, takes: 24 h, hands on: 8 h, uses: { qc-analyst: 1 } }
                - { certify: qp, takes: 2 h, uses: { qp: 1 } }
              stage 2:
                - { assay: sterility, takes: 7 d }
          - infuse: { takes: 1 h, uses: { ward-bed: 1 }, marks: infusion }
          - leave: treated
    """
}
