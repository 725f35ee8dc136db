"""Whom we compare with: versions, and how they are installed."""

import os
import shutil
import subprocess
import sys

from processes import ROOT

PYPI = {"simpy": "4.1.2", "ciw": "3.2.7", "salabim": "26.0.9", "cimba": "0.9.5", "nagasim": "0.18.0"}
# Two packages that the peers need and that decide their times; the others are what pip chooses.
ALSO = {"numpy": "2.4.6", "numba": "0.68.1"}
NAMES = {"simpy": "SimPy", "ciw": "Ciw", "salabim": "salabim", "cimba": "Cimba", "nagasim": "nagasim", "simmer": "simmer"}


class Peer:
    """A simulator that is installed, and how its script is started."""

    def __init__(self, key, version, command):
        self.key, self.version, self.command = key, version, command
        self.name = NAMES[key]


def install():
    """Installs the Python packages into a folder of their own; gives the Python that has them."""
    folder = os.path.join(ROOT, ".build/benchmarks")
    python = os.path.join(folder, "bin/python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    wanted = ["%s==%s" % pair for pair in {**PYPI, **ALSO}.items()]
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run(pip + wanted, check=True, stdout=sys.stderr)
    return python


def simmer():
    """The version of simmer in R, or None and a sentence that says what is missing."""
    if not shutil.which("Rscript"):
        return None, "simmer is left out: there is no Rscript on this machine."
    question = ["Rscript", "--vanilla", "-e", 'cat(as.character(packageVersion("simmer")))']
    asked = subprocess.run(question, capture_output=True, text=True, check=False)
    if asked.returncode != 0:
        return None, "simmer is left out: R is there, but not its package simmer."
    return asked.stdout.strip(), None


def everybody():
    """All peers that can run here, and sentences on those that cannot."""
    python = install()
    folder = os.path.join(ROOT, "Scripts/peers")
    found = [
        Peer(key, version, [python, "%s/%s_stations.py" % (folder, key)]) for key, version in PYPI.items()]
    version, missing = simmer()
    if version:
        found.append(Peer("simmer", version, ["Rscript", "--vanilla", "%s/simmer_stations.R" % folder]))
    return found, [missing] if missing else []
