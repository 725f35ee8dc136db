"""Makes one mutant from a scenario: a few changes, each drawn from the mutant's own generator."""

import collections
import os
import random
import re

import words
from texts import Lines, names_of

NUMBER = re.compile(r"(?<![\w.:+-])-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.:-])")
QUANTITY = re.compile(r"(?<![\w.:-])\d+(?:\.\d+)? (us|ms|s|min|h|d|wd|wk|mo|y)\b")
PROBABILITY = re.compile(
    r"(?P<key>probability|passes|material left|completes|stays|present|lost|positive after infusion|"
    r"released on request|amplitude): (?P<value>[\d.]+)")
LAW = re.compile(
    r"(?P<key>takes|patience|severity|into|yields|after|mend|each|due|hire after|hands on|slips|"
    r"(?:same|other) product|renewal|by): (?P<law>\{(?:[^{}]|\{[^{}]*\})*\}|\d[^,}\n#]*)")
CONSEQUENCE = re.compile(r"(?P<key>then|else|otherwise|if lost|on expiry): (?P<what>\{[^{}]*\}|[a-z ]+)")
COUNT = re.compile(r"(?P<key>count|of|at most|attempts|cohort|seats|initial|quantity|k|trials|mon|tue): (?P<count>\d+)")
ARRIVAL = re.compile(r"arrive: (?P<law>\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})")

Mutant = collections.namedtuple("Mutant", "text base changes")


class Corpus:
    """The shipped scenarios, apart from those that are meant to be wrong."""

    def __init__(self, folder):
        self.folder = folder
        self.files = []
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if name != "invalid")
            for name in sorted(names):
                if name.endswith(".yaml"):
                    path = os.path.join(place, name)
                    with open(path, encoding="utf-8") as file:
                        self.files.append((os.path.relpath(path, folder), file.read()))
        self.files.sort()
        # The many small files are quick, and show best what a change does; the large ones are where the features meet.
        self.weights = [1 + len(text) / 10000 for _, text in self.files]
        self.names = {path: names_of(text) for path, text in self.files}


def mutant(corpus, seed, number):
    """The mutant with this number: the same for the same seed and scenarios."""
    dice = random.Random("%d/%d" % (seed, number))
    path, text = dice.choices(corpus.files, corpus.weights)[0]
    maker = Maker(dice, corpus, corpus.names[path], text)
    changes = []
    wanted = dice.choices([1, 2, 3, 5], [6, 3, 2, 1])[0]
    for _ in range(40):
        change = dice.choices(list(CHANGES), list(CHANGES.values()))[0]
        if change(maker):
            changes.append(change.__name__.replace("_", " "))
            if len(changes) == wanted:
                break
    data = maker.text.encode("utf-8", "surrogatepass")
    if dice.random() < 0.06:
        changes.append("bytes")
        data = damaged(dice, data)
    return Mutant(data, path, changes)


class Maker:
    """The text at hand, and what changes of it need."""

    def __init__(self, dice, corpus, names, text):
        self.dice = dice
        self.corpus = corpus
        self.names = names
        self.text = text
        self.made = 0

    def replace(self, pattern, group, make):
        """Replaces one group of one match, chosen by the dice, by what `make` gives for the match."""
        matches = list(pattern.finditer(self.text))
        if not matches:
            return False
        match = self.dice.choice(matches)
        start, end = match.span(group)
        new = make(match)
        if new is None or new == self.text[start:end]:
            return False
        self.text = self.text[:start] + new + self.text[end:]
        return True

    def name(self, kind, default):
        names = self.names.get(kind)
        return self.dice.choice(names) if names else default

    def filled(self, template):
        """A piece of text with its places filled from this scenario's names."""
        for _ in range(3):
            if "%(" not in template:
                return template
            self.made += 1
            template = template % {
                "step": self.name("step", "serve"),
                "resource": self.name("resource", "server"),
                "stock": self.name("stock", "kit"),
                "calendar": self.name("calendar", "day"),
                "time": self.dice.choice(words.TIME_LAWS),
                "number": self.dice.choice(words.NUMBER_LAWS),
                "count": self.dice.choice(words.COUNTS),
                "arrival": self.dice.choice(words.ARRIVALS),
                "consequence": self.dice.choice(words.CONSEQUENCES),
                "new": "new-%d" % self.made,
            }
        return template


def a_number(maker):
    return maker.replace(NUMBER, 0, lambda match: maker.dice.choice(words.NUMBERS))


def a_scaled_number(maker):
    def scaled(match):
        value = float(match[0]) * 10 ** maker.dice.randint(-6, 9)
        return "%d" % value if value == int(value) and abs(value) < 1e15 else repr(value)

    return maker.replace(NUMBER, 0, scaled)


def a_nudged_number(maker):
    def nudged(match):
        value = float(match[0]) * maker.dice.choice([0.1, 0.5, 0.9, 1.1, 2, 10]) + maker.dice.choice([0, 0, 1, -1])
        return "%d" % value if "." not in match[0] else "%.4g" % value

    return maker.replace(NUMBER, 0, nudged)


def a_negated_number(maker):
    return maker.replace(NUMBER, 0, lambda match: match[0][1:] if match[0][0] == "-" else "-" + match[0])


def two_numbers(maker):
    matches = list(NUMBER.finditer(maker.text))
    if len(matches) < 2:
        return False
    first, second = sorted(maker.dice.sample(matches, 2), key=lambda match: match.start())
    if first[0] == second[0]:
        return False
    text = maker.text
    maker.text = (
        text[: first.start()] + second[0] + text[first.end() : second.start()] + first[0] + text[second.end() :])
    return True


def a_unit(maker):
    return maker.replace(QUANTITY, 1, lambda match: maker.dice.choice(words.TIMES))


def a_span(maker):
    return maker.replace(QUANTITY, 0, lambda match: maker.dice.choice(words.SPANS))


def a_probability(maker):
    return maker.replace(PROBABILITY, "value", lambda match: maker.dice.choice(["0", "1", "1", "0.5", "1e-9", "2"]))


def a_law(maker):
    def law(match):
        laws = words.NUMBER_LAWS if match["key"] in ("severity", "into", "yields", "each") else words.TIME_LAWS
        return maker.dice.choice(laws)

    return maker.replace(LAW, "law", law)


def a_consequence(maker):
    return maker.replace(CONSEQUENCE, "what", lambda match: maker.filled(maker.dice.choice(words.CONSEQUENCES)))


def a_count(maker):
    return maker.replace(COUNT, "count", lambda match: maker.dice.choice(words.COUNTS))


def an_arrival(maker):
    return maker.replace(ARRIVAL, "law", lambda match: maker.dice.choice(words.ARRIVALS))


def the_horizon(maker):
    return maker.replace(re.compile(r"(?m)^horizon: (.+)$"), 1, lambda match: maker.dice.choice(words.HORIZONS))


def the_start(maker):
    return maker.replace(re.compile(r"(?m)^start: (.+)$"), 1, lambda match: maker.dice.choice(words.STARTS))


def the_warm_up(maker):
    if "\nwarm up:" in maker.text:
        return maker.replace(re.compile(r"(?m)^warm up: (.+)$"), 1, lambda match: maker.dice.choice(words.HORIZONS))
    return maker.replace(
        re.compile(r"(?m)^horizon: .+$"), 0, lambda match: match[0] + "\nwarm up: " + maker.dice.choice(words.SPANS))


def the_tick(maker):
    if "\ntick:" in maker.text:
        return maker.replace(re.compile(r"(?m)^tick: (.+)$"), 1, lambda match: maker.dice.choice(words.TICKS))
    return maker.replace(
        re.compile(r"(?m)^horizon: .+$"), 0, lambda match: match[0] + "\ntick: " + maker.dice.choice(words.TICKS))


def a_word(maker):
    groups = [group for group in words.GROUPS if any(re.search(r"\b%s\b" % word, maker.text) for word in group)]
    if not groups:
        return False
    group = maker.dice.choice(groups)
    pattern = re.compile(r"\b(%s)\b" % "|".join(sorted(group, key=len, reverse=True)))
    return maker.replace(pattern, 0, lambda match: maker.dice.choice(group))


def a_name(maker):
    """One name stands where another of the file stood."""
    kind = maker.dice.choice(sorted(maker.names))
    names = maker.names[kind]
    others = sorted(name for names in maker.names.values() for name in names)
    if len(others) < 2:
        return False
    old = maker.dice.choice(names)
    pool = names if len(names) > 1 and maker.dice.random() < 0.7 else others
    return maker.replace(
        re.compile(r"(?<![\w-])%s(?![\w-])" % re.escape(old)), 0, lambda match: maker.dice.choice(pool))


def a_key_of_a_step(maker):
    lines = Lines(maker.text)
    steps = lines.entries(r"step|culture|assay|review|certify|infuse|delay")
    if not steps:
        return False
    lines.put_key(maker.dice.choice(steps), maker.filled(maker.dice.choice(words.STEP_KEYS)))
    maker.text = lines.text()
    return True


def an_entry_of_a_route(maker):
    lines = Lines(maker.text)
    entries = lines.entries(r"[a-z ]+")
    if not entries:
        return False
    line = maker.dice.choice(entries)
    entry = maker.filled(maker.dice.choice(words.ENTRIES))
    lines.insert(maker.dice.choice([line, lines.end_of(line)]), lines.indent(line), "- " + entry)
    maker.text = lines.text()
    return True


def a_key_of_a_resource(maker):
    lines = Lines(maker.text)
    pattern = re.compile(r"^\s+(?:%s): \{ ?(.*)$" % "|".join(map(re.escape, maker.names.get("resource", ["-"]))))
    places = [index for index, line in enumerate(lines.lines) if pattern.match(line) and "count" in line]
    if not places:
        return False
    place = maker.dice.choice(places)
    key = maker.filled(maker.dice.choice(words.RESOURCE_KEYS))
    line = lines.lines[place]
    if key.startswith(("count", "fte")):
        line = re.sub(r"count: (\d+|\{[^}]*\}),? ?", "", line)
    lines.lines[place] = line.replace("{", "{ " + key + ",", 1)
    maker.text = lines.text()
    return True


def a_key_of_the_demand(maker):
    key = maker.filled(maker.dice.choice(words.DEMAND_KEYS))
    return maker.replace(re.compile(r"patients: \{ ?"), 0, lambda match: match[0] + key + ", ") or maker.replace(
        re.compile(r"(?m)^( +)patients:$"), 0, lambda match: match[0] + "\n" + match[1] + "  " + key)


def a_key_of_a_product(maker):
    key = maker.filled(maker.dice.choice(words.PRODUCT_KEYS))
    return maker.replace(re.compile(r"(?m)^( +)route:"), 0, lambda match: match[1] + key + "\n" + match[0])


def no_uses(maker):
    return maker.replace(re.compile(r"(?m)^ +uses: .*\n"), 0, lambda match: "")


def a_line_less(maker):
    lines = Lines(maker.text)
    del lines.lines[maker.dice.randrange(len(lines.lines))]
    maker.text = lines.text()
    return True


def a_block_less(maker):
    lines = Lines(maker.text)
    line = lines.any_block(maker.dice)
    del lines.lines[line : lines.end_of(line)]
    maker.text = lines.text()
    return True


def a_block_twice(maker):
    """A block again below itself; often under another name, so that it can be read."""
    lines = Lines(maker.text)
    line = lines.any_block(maker.dice)
    block = lines.lines[line : lines.end_of(line)]
    if maker.dice.random() < 0.8:
        maker.made += 1
        block = [re.sub(r"^(\s*(?:- [a-z ]+: )?[\w -]+?)(:|$)", r"\1 %d\2" % maker.made, block[0], count=1)] + block[1:]
    lines.lines[lines.end_of(line) : lines.end_of(line)] = block
    maker.text = lines.text()
    return True


def a_block_elsewhere(maker):
    lines = Lines(maker.text)
    line = lines.any_block(maker.dice)
    block = lines.lines[line : lines.end_of(line)]
    del lines.lines[line : lines.end_of(line)]
    place = maker.dice.randrange(len(lines.lines) + 1)
    lines.lines[place:place] = block
    maker.text = lines.text()
    return True


def two_siblings(maker):
    """Two entries of a list, or two keys of a map, change places."""
    lines = Lines(maker.text)
    line = lines.any_block(maker.dice)
    end = lines.end_of(line)
    if end >= len(lines.lines) or lines.indent(end) != lines.indent(line) or not lines.lines[end].strip():
        return False
    last = lines.end_of(end)
    lines.lines[line:last] = lines.lines[end:last] + lines.lines[line:end]
    maker.text = lines.text()
    return True


def two_lines(maker):
    lines = Lines(maker.text)
    if len(lines.lines) < 2:
        return False
    first, second = maker.dice.sample(range(len(lines.lines)), 2)
    lines.lines[first], lines.lines[second] = lines.lines[second], lines.lines[first]
    maker.text = lines.text()
    return True


def a_graft(maker):
    """A block of another scenario takes the place of one of this."""
    other = Lines(maker.dice.choices(maker.corpus.files, maker.corpus.weights)[0][1])
    lines = Lines(maker.text)
    source = other.any_block(maker.dice)
    key = other.key(source)
    targets = [line for line in lines.blocks() if lines.key(line) == key]
    if not targets:
        return False
    target = maker.dice.choice(targets)
    shift = lines.indent(target) - other.indent(source)
    block = [
        " " * max(0, len(line) - len(line.lstrip()) + shift) + line.lstrip()
        for line in other.lines[source : other.end_of(source)]]
    lines.lines[target : lines.end_of(target)] = block
    maker.text = lines.text()
    return True


def an_extension(maker):
    """The file extends itself, another one, or none that there is."""
    target = maker.dice.choice(["mutant.yaml", ".", "..", "/dev/null", "", maker.dice.choice(maker.corpus.files)[0]])
    maker.text = "extends: %s\n%s" % (target, maker.text)
    return True


def an_alias(maker):
    matches = list(re.finditer(r"(?m)(?<=: )(?=[\w{\[])", maker.text))
    if len(matches) < 2:
        return False
    first, second = sorted(maker.dice.sample(matches, 2), key=lambda match: match.start())
    end = re.compile(r"[\w. -]+|\{[^{}\n]*\}").match(maker.text, second.start())
    if not end:
        return False
    text = maker.text
    maker.text = text[: first.start()] + "&a " + text[first.start() : second.start()] + "*a " + text[end.end() :]
    return True


def a_merge(maker):
    return maker.replace(re.compile(r"\{ "), 0, lambda match: "{ <<: %s, " % maker.dice.choice(["*a", "{ }", "[]", "x"]))


def a_nest(maker):
    deep = maker.dice.choice([3, 50, 70, 2000, 50000])
    how = maker.dice.choice([("[", "]"), ("{ a: ", "}"), ("- ", "")])
    return maker.replace(
        re.compile(r"(?m)(?<=: )\S.*$"), 0, lambda match: how[0] * deep + match[0] + how[1] * deep)


def a_deep_route(maker):
    """Parallel branches inside parallel branches, or choices inside choices."""
    deep = maker.dice.choice([2, 5, 12, 40])
    inner = "{ delay: innermost, takes: 1 h }"
    for level in range(deep):
        if maker.dice.random() < 0.5:
            inner = "{ parallel: p%d, branches: { a: [ %s ] } }" % (level, inner)
        else:
            inner = "{ choose: c%d, arms: [ { name: a, probability: 0.5, route: [ %s ] } ] }" % (level, inner)
    lines = Lines(maker.text)
    entries = lines.entries(r"[a-z ]+")
    if not entries:
        return False
    line = maker.dice.choice(entries)
    lines.insert(line, lines.indent(line), "- " + inner)
    maker.text = lines.text()
    return True


def a_character(maker):
    place = maker.dice.randrange(len(maker.text) + 1)
    some = maker.dice.choice(list("{}[]:,&*!|>'\"%@`#-? \t\n\0\x7f\u0085\u2028é\ufeff👩") + ["\r\n", "---\n", "...\n"])
    maker.text = maker.text[:place] + some + maker.text[place + maker.dice.choice([0, 0, 1]) :]
    return True


def damaged(dice, data):
    """The bytes of a file with damage that knows nothing of their meaning."""
    bytes_ = bytearray(data)
    for _ in range(dice.choice([1, 1, 2, 8])):
        if not bytes_:
            break
        place = dice.randrange(len(bytes_))
        end = min(len(bytes_), place + dice.choice([1, 2, 10, 200]))
        how = dice.randrange(6)
        if how == 0:
            bytes_[place] ^= 1 << dice.randrange(8)
        elif how == 1:
            bytes_.insert(place, dice.randrange(256))
        elif how == 2:
            del bytes_[place:end]
        elif how == 3:
            bytes_[place:place] = bytes_[place:end]
        elif how == 4:
            del bytes_[place:]
        else:
            bytes_[place:end] = bytes(dice.randrange(256) for _ in range(end - place))
    return bytes(bytes_)


#: The changes and how often each is tried.
CHANGES = {
    a_number: 4, a_scaled_number: 8, a_nudged_number: 8, a_negated_number: 2, two_numbers: 5, a_unit: 8, a_span: 8,
    a_probability: 6, a_law: 10, a_consequence: 6, a_count: 8, an_arrival: 6, the_horizon: 4, the_start: 3,
    the_warm_up: 2, the_tick: 3, a_word: 7, a_name: 5, a_key_of_a_step: 14, an_entry_of_a_route: 14,
    a_key_of_a_resource: 7, a_key_of_the_demand: 6, a_key_of_a_product: 3, no_uses: 3, a_line_less: 3,
    a_block_less: 4, a_block_twice: 6, a_block_elsewhere: 2, two_siblings: 7, two_lines: 1, a_graft: 6,
    an_extension: 1, an_alias: 2, a_merge: 1, a_nest: 1, a_deep_route: 2, a_character: 2,
}
