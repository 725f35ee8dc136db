"""What was published, and how each figure is read from a simulated cohort."""
import statistics
from collections import namedtuple

import hazards

#: A run of one scenario of Scenarios/validation, with changes.
Run = namedtuple("Run", "file sets", defaults=((),))
#: One row of the table. `read` gives the figure of one cohort, or None where the program does not simulate it.
Figure = namedtuple("Figure", "data what published unit run read sample risk", defaults=(None,))

IN = "in sample"
IN_HAZARD = "in sample (risk)"
FITTED = "in sample (fitted)"
LEFT_OUT = "out of sample (left out)"
OUT = "out of sample"


def treated(product):
    return lambda cohort: cohort.count("patients.treated", product=product)


def median(measure, product):
    return lambda cohort: statistics.median(cohort.times(measure, product=product) or [0])


def mean(measure, product):
    return lambda cohort: statistics.fmean(cohort.times(measure, product=product) or [0])


def collected(cohort):
    # Not patients.collected: that counts a repeated collection twice.
    return cohort.count("patients.referred") - cohort.count("patients.lost", reason="not eligible")


def of_all(read):
    return lambda cohort: 100 * read(cohort) / cohort.count("patients.referred")


def dead(cohort):
    return 100 * sum(cohort.count("patients.lost", reason=reason)
                     for reason in ("death while waiting", "death after infusion", "death under chemotherapy")
                     ) / cohort.count("patients.referred")


def size(n):
    return f"products.axi-cel.patients.arrive.cohort={n}"


def manufacturer():
    """Calibration: the company's times."""
    made = Run("european-turnaround")
    later = Run("european-turnaround", (size(2432),))
    release, shipped = "time.turnaround", "time.vein-to-vein"
    name, then = "axi-cel Europe 2018-20", "axi-cel Europe 2020-22"
    yield Figure(name, "released of 1,074 collected", 1040, "", made, treated("axi-cel"), IN)
    yield Figure(name, "collection to release, median", 25, "d", made, median(release, "axi-cel"), IN)
    yield Figure(name, "collection to release, mean", 26.2, "d", made, mean(release, "axi-cel"), IN)
    yield Figure(name, "collection to shipment, median", 29, "d", made, median(shipped, "axi-cel"), IN)
    yield Figure(name, "collection to shipment, mean", 31.5, "d", made, mean(shipped, "axi-cel"), IN)
    yield Figure(then, "delivered of 2,432 collected", 99, "%", later, of_all(treated("axi-cel")), OUT)
    yield Figure(then, "collection to release, median", 19, "d", later, median(release, "axi-cel"), OUT)


def netherlands():
    """Calibration: who is accepted and who drops out."""
    name, default = "axi-cel Netherlands", hazards.DEFAULTS["late"]
    whole, interim = Run("dutch-cascade"), Run("dutch-cascade", (size(186),))
    without = hazards.pooled("late", "axi-cel")
    alone = (size(160), "products.axi-cel.route.eligibility board.passes.probability=1")
    yield Figure(name, "collected of 250 referred", 160, "", whole, collected, IN)
    yield Figure(name, "infused of 250 referred", 145, "", whole, treated("axi-cel"), IN, default)
    yield Figure(name, "infused of 160 collected", 145, "", Run("dutch-cascade", alone), treated("axi-cel"), IN_HAZARD, default)
    left_out = Run("dutch-cascade", (*alone, *hazards.changes("axi-cel", without)))
    fitted = hazards.dutch_fit()
    fit = Run("dutch-cascade", (*alone, *hazards.changes("axi-cel", fitted)))
    yield Figure(name, "infused of 160 collected", 145, "", fit, treated("axi-cel"), FITTED, fitted)
    yield Figure(name, "infused of 160 collected", 145, "", left_out, treated("axi-cel"), LEFT_OUT, without)
    yield Figure(name, "collected of 186 (interim report)", 97, "", interim, collected, IN)
    yield Figure("axi-cel Europe, review", "collection to infusion, median", 38, "d", whole, median("time.vein-to-vein", "axi-cel"), OUT)


#: Product of the scenario: name, line of therapy, collected or enrolled, infused.
CASCADES = {
    "eliana": ("ELIANA", "late", 92, (75,)),
    "juliet": ("JULIET", "late", 165, (115, 111)),
    "zuma-1": ("ZUMA-1", "late", 111, (101,)),
    "zuma-2": ("ZUMA-2", "late", 74, (68,)),
    "transcend": ("TRANSCEND", "late", 344, (294,)),
    "karmma": ("KarMMa", "late", 140, (128,)),
    "karmma-3": ("KarMMa-3", "late", 254, (225,)),
    "cartitude-1": ("CARTITUDE-1", "late", 113, (97,)),
    "cartitude-4": ("CARTITUDE-4, second line", "second", 208, (176,)),
    "cartitude-4-late": ("CARTITUDE-4, late line", "late", 208, (176,)),
    "cilta-cel-us": ("cilta-cel USA 2022", "late", 255, (236,)),
    "zuma-7": ("ZUMA-7", "second", 178, (170,)),
    "transform": ("TRANSFORM", "second", 92, (89,)),
    "belinda": ("BELINDA", "second", 162, (155,)),
}


def trials():
    """Validation: from collection to infusion with the default risks, and with those that leave the trial out."""
    default = Run("pivotal-cascades")
    without = {key: hazards.pooled(line, key) for key, (_, line, *_) in CASCADES.items() if key in hazards.TRIALS}
    sets = [change for key, risk in without.items() for change in hazards.changes(key, risk)]
    left_out = Run("pivotal-cascades", tuple(sets))
    for key, (name, line, enrolled, counts) in CASCADES.items():
        for infused in counts:
            what = f"infused of {enrolled}" + (" (first report)" if infused != counts[0] else "")
            sample = IN_HAZARD if key in without else OUT
            yield Figure(name, what, infused, "", default, treated(key), sample, hazards.DEFAULTS[line])
            if key in without:
                yield Figure(name, what, infused, "", left_out, treated(key), LEFT_OUT, without[key])


def tully(hours, own=False):
    """Mortality after a wait; with the publication's own risk under chemotherapy instead of the default risk of the wait."""
    sets = [f"facilities.clinic.shutdowns=[{{ what: wait, from: 2021-01-01, lasts: {hours} h, closes: cells }}]"]
    if own:  # 139.03 % in 365 days, all of it death
        sets += ["products.car-t.route.infusion.line.patience.exponential=262.5 d",
                 "products.car-t.route.drop out.passes.probability=0"]
    return Run("waiting-mortality", tuple(sets))


def tully_by_severity(hours, efficacy=False):
    """The same with the risk of the wait by severity and time, as question 15 has it; with `efficacy` an infusion helps the sicker less, too."""
    sets = [f"facilities.clinic.shutdowns=[{{ what: wait, from: 2021-01-01, lasts: {hours} h, closes: cells }}]"]
    if efficacy:  # 34.0 % in a year without a wait: the mean over the severities, which go on growing, of 1 - exp(-H)
        sets += ["products.car-t.patients.clocks.death after infusion="
                 "{ hazard: 0.38978 % / 30 d, doubles with severity: 0.4, from: infusion, to: followed up }"]
    return Run("waiting-mortality-by-severity", tuple(sets))


def waiting():
    name, default = "Tully 2019", hazards.DEFAULTS["late"]
    yield Figure(name, "dead in a year, no wait", 34.0, "%", tully(0.1), dead, IN, default)
    yield Figure(name, "dead in a year, wait of 1 month", 36.1, "%", tully(730), dead, OUT, default)
    yield Figure(name, "dead in a year, wait of 9 months", 76.3, "%", tully(9 * 730), dead, OUT, default)
    yield Figure(name, "1 month, risk of its chemotherapy", 36.1, "%", tully(730, own=True), dead, OUT)
    yield Figure(name, "9 months, risk of its chemotherapy", 76.3, "%", tully(9 * 730, own=True), dead, OUT)
    for what, efficacy in (("risk by severity", False), ("risk and help by severity", True)):
        yield Figure(name, f"no wait, {what}", 34.0, "%", tully_by_severity(0.1, efficacy), dead, IN)
        yield Figure(name, f"1 month, {what}", 36.1, "%", tully_by_severity(730, efficacy), dead, OUT)
        yield Figure(name, f"9 months, {what}", 76.3, "%", tully_by_severity(9 * 730, efficacy), dead, OUT)


def bank():
    run = Run("stromal-cell-bank")
    eleven = ("products.msc-lot.patients.arrive.cohort=11", "products.msc-lot.route.expand.fails.then=fail")
    yield Figure("Liege stromal cells", "bags of 68 cultures", 464, "", run,
                 lambda cohort: cohort.count("stock.received", stock="msc-bag"), IN)
    # Simulated as soon as the program counts money and the scenario has prices.
    yield Figure("Liege stromal cells", "cost of a bag, GMP grade", 6647, "EUR", run,
                 lambda cohort: cohort.ratio("cost.per-dose-released", product="msc-lot"), OUT)
    yield Figure("NIH stromal cells", "lots released of 11", 8, "", Run("stromal-cell-bank", eleven), treated("msc-lot"), OUT)


def all_figures():
    return [figure for part in (manufacturer, netherlands, trials, waiting, bank) for figure in part()]
