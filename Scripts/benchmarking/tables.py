"""Results as JSON and as tables in Markdown."""

import json
import os
import platform


def table(head, rows, left=1):
    """A Markdown table; the first columns stand left, the others right."""
    lines = ["| %s |" % " | ".join(head), "|" + "---|" * left + "---:|" * (len(head) - left)]
    lines += ["| %s |" % " | ".join(row) for row in rows]
    return "\n".join(lines) + "\n"


def number(value):
    return format(int(value), ",")


def goal_table(goals):
    return table(["goal", "aim", "found", "met"], [goal.row() for goal in goals], left=4) if goals else ""


def answer(row):
    """A mean beside its theory."""
    return ["%.3f" % row["mean"], "%.3f ± %.3f" % (row["theory"], row["tolerance"]), "right" if row["right"] else "**WRONG**"]


def paragraph(text):
    """A text of several lines as one paragraph."""
    return " ".join(text.split()) + "\n"


def machine():
    """What the times were measured on."""
    model = platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as text:
            model = next((line.split(":")[1].strip() for line in text if line.startswith("model name")), model)
    except OSError:
        pass
    return {"processor": model, "cores": os.cpu_count(), "system": platform.system(), "python": platform.python_version()}


def write(folder, name, document, text):
    """Writes both forms of a page."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
        json.dump({"schema": "atmpsim.benchmark/2", **document}, file, indent=1, ensure_ascii=False)
        file.write("\n")
    with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
        file.write(text)
