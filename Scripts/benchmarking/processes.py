"""Runs a command and says what it took."""

import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARIES = os.path.join(ROOT, ".build/release")


class Failed(Exception):
    """A command ended with an error."""


class Turn:
    """One run of a command: what it printed, and what it took of the processor, the clock and the memory."""

    def __init__(self, command):
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            began = time.perf_counter()
            child = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=errors)
            _, status, usage = os.wait4(child.pid, 0)
            self.clock_seconds = time.perf_counter() - began
            child.returncode = self.status = os.waitstatus_to_exitcode(status)
            # The kernel may find nothing in a process of a few milliseconds.
            self.user_seconds, self.megabytes = max(usage.ru_utime, 1e-3), usage.ru_maxrss / 1024
            output.seek(0)
            errors.seek(0)
            self.text, said = output.read().decode(), errors.read().decode(errors="replace")
        # 1 is what our own commands say when an answer is wrong; the row then says which.
        if self.status not in (0, 1) or not self.text:
            raise Failed("%s ended with status %d: %s" % (" ".join(command), self.status, said.strip()[-300:]))


def say(text):
    """Progress, apart from results."""
    print(text, file=sys.stderr, flush=True)


def load():
    """How many processes wanted to run in the last minute: more than 0.3 on a machine that should be idle is too many."""
    return os.getloadavg()[0]
