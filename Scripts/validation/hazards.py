"""The risk of dropping out between collection and infusion: where the default comes from, and what it is without one trial.

For each trial: manufacturing failures are taken out of those enrolled, the rest is infused or lost, and the risk is what a
constant hazard over the median time makes of that, as a probability within 30 days. The default, 8 % (4 % in a second
line), is the median over all trials (over the two of a second line), rounded; without one trial it is the median of the others.
"""
import math
import statistics

MONTH = 30
#: How those who drop out divide: death, progression, no longer eligible.
SHARES = {"death": 0.3, "progression": 0.5, "ineligible": 0.2}
DEFAULTS = {"late": 0.08, "second": 0.04}

#: Trial: line of therapy, enrolled, without a product, infused, median days, the risk as the field reference prints it [%].
#: Days of CARTITUDE-1 and ZUMA-7 are not in the reference's table; they are from memory, and give its risks.
TRIALS = {
    "juliet": ("late", 165, 12, 111, 54, 16),
    "eliana": ("late", 92, 7, 75, 45, 8),
    "zuma-1": ("late", 111, 1, 101, 24, 10),
    "transcend": ("late", 344, 2, 294, 37, 11),
    "cartitude-1": ("late", 113, 0, 97, 47, 9),
    "axi-cel": ("late", 160, 0, 145, 38, 7.5),
    "karmma": ("late", 140, 1, 128, 33, 7),
    "zuma-7": ("second", 178, 0, 170, 27, 5),
    "belinda": ("second", 162, 0, 155, 52, 2.5),
}


def risk(trial):
    """The probability of dropping out within 30 days that a trial implies."""
    _, enrolled, failed, infused, days, _ = TRIALS[trial]
    return 1 - (infused / (enrolled - failed)) ** (MONTH / days)


def pooled(line, without=None):
    """The median over all trials, or over those of a second line, without one of them."""
    return statistics.median(
        risk(trial) for trial, (own, *_) in TRIALS.items() if trial != without and (line == "late" or own == line))


def dutch_fit(released=0.97):
    """The risk with which 145 of 160 collected are infused after 38 days when not every collection becomes a product."""
    _, collected, _, infused, days, _ = TRIALS["axi-cel"]
    return 1 - (infused / (collected * released)) ** (MONTH / days)


def changes(product, probability):
    """The changes of a scenario (`--set`) that give a product's patients this risk within 30 days."""
    rate = -100 * math.log(1 - probability)
    return [f"products.{product}.patients.clocks.{reason}.hazard={rate * share:.4f} % / {MONTH} d"
            for reason, share in SHARES.items()]
