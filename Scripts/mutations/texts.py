"""A scenario as indented lines: its blocks, its entries and its names."""

import re

KEY = re.compile(r"^( *)((?:- )?)([\w][\w /-]*?):(?: |$)")


class Lines:
    """The lines of a text, which changes move about."""

    def __init__(self, text):
        self.lines = text.split("\n")

    def text(self):
        return "\n".join(self.lines)

    def indent(self, line):
        return len(self.lines[line]) - len(self.lines[line].lstrip(" "))

    def end_of(self, line):
        """The line after the block that begins here: all that is indented further belongs to it."""
        indent = self.indent(line)
        end = line + 1
        while end < len(self.lines) and (not self.lines[end].strip() or self.indent(end) > indent):
            end += 1
        while end > line + 1 and not self.lines[end - 1].strip():
            end -= 1
        return end

    def blocks(self):
        """The lines that begin a key or an entry; line 0 when there is none."""
        return [index for index, line in enumerate(self.lines) if KEY.match(line)] or [0]

    def any_block(self, dice):
        return dice.choice(self.blocks())

    def key(self, line):
        match = KEY.match(self.lines[line])
        return match[3] if match else None

    def entries(self, kinds):
        """The lines that begin an entry of a list with one of these keys."""
        pattern = re.compile(r"^ *- (?:%s): " % kinds)
        return [index for index, line in enumerate(self.lines) if pattern.match(line)]

    def insert(self, line, indent, text):
        self.lines.insert(line, " " * indent + text)

    def put_key(self, line, text):
        """Gives the entry that begins here a key; what stood under that key goes."""
        indent = self.indent(line) + 2
        key = text.split(":")[0]
        end = self.end_of(line)
        for index in range(line + 1, end):
            if self.indent(index) == indent and self.key(index) == key:
                del self.lines[index : self.end_of(index)]
                break
        self.insert(line + 1, indent, text)


def names_of(text):
    """The names that a file gives, by kind."""
    names = {}
    stack = []
    for line in text.split("\n"):
        match = KEY.match(line)
        if not match:
            continue
        indent, key = len(match[1]) + len(match[2]), match[3]
        while stack and stack[-1][0] >= indent:
            stack.pop()
        parent = stack[-1][1] if stack else ""
        if not match[2]:
            if parent in ("rooms", "devices", "people"):
                names.setdefault("resource", []).append(key)
            elif len(stack) == 1 and parent in ("stocks", "calendars", "products", "facilities", "transport", "sites"):
                kind = {"stocks": "stock", "calendars": "calendar", "products": "product"}.get(parent, "place")
                names.setdefault(kind, []).append(key)
        stack.append((indent, key))
    steps = re.findall(r"\b(?:step|culture|assay|review|certify|infuse|delay): ([\w][\w -]*)", text)
    if steps:
        names["step"] = [name.strip() for name in steps]
    return {kind: sorted(set(found)) for kind, found in names.items()} or {"step": ["serve"]}
