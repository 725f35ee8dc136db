"""Runs atmpsim on one mutant in child processes with limits, and says how that ended."""

import json
import os
import resource
import shutil
import signal

CPU_SECONDS = 5
MEMORY = 300_000_000
# The address space of a Swift program is far larger than what it uses; this only stops what runs away.
ADDRESS_SPACE = 4_000_000_000
# What waits for nothing uses no processor time: after so long the child counts as hanging.
WALL_SECONDS = 90

#: The ends that no mutant may have.
FAILURES = {"CRASH", "TIMEOUT", "MEMORY", "HANG", "NO DIAGNOSTIC", "BAD OUTPUT"}


class Ended:
    """What one child did."""

    def __init__(self, status, usage, output, words, hung):
        self.signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        self.code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024
        self.output = output
        self.words = words
        self.hung = hung


class Judge:
    """Judges mutants inside a folder of its own, in which the scenarios lie as they do in the original folder."""

    def __init__(self, binary, corpus, folder):
        self.binary = binary
        self.folder = folder
        self.tree = os.path.join(folder, "Scenarios")
        shutil.copytree(corpus.folder, self.tree, ignore=shutil.ignore_patterns("invalid"))
        self.environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1"}

    def judge(self, made, number):
        """How a mutant ended, as a dictionary."""
        path = os.path.join(self.tree, os.path.dirname(made.base), "mutant-%d.yaml" % number)
        runs = os.path.join(self.folder, "run-%d" % number)
        with open(path, "wb") as file:
            file.write(made.text)
        try:
            return self.verdict(path, runs)
        finally:
            os.remove(path)
            shutil.rmtree(runs, ignore_errors=True)

    def verdict(self, path, runs):
        checked = self.child(["validate", path])
        accepted = checked.code == 0
        end = self.failure(checked)
        if end or not accepted:
            return self.note(end or "rejected by the reader", [checked], accepted)
        ran = self.child(
            ["run", path, "--replications", "2", "--max-events", "20000", "--jobs", "1", "--json", "-q", "-o", runs])
        end = self.failure(ran)
        if not end and ran.code == 0:
            try:
                document = json.loads(ran.output, parse_constant=self.not_a_number)
                end = "ran" if document["outcome"] == "horizon reached" else "documented limit"
            except (ValueError, KeyError, TypeError) as fault:
                ran.words += str(fault).encode()
                end = "BAD OUTPUT"
        return self.note(end or "rejected by the compiler", [checked, ran], accepted)

    @staticmethod
    def not_a_number(word):
        raise ValueError("%s is not JSON" % word)

    @staticmethod
    def failure(ended):
        """Why a child failed, nil when it ended as it may."""
        if ended.hung:
            return "HANG"
        if ended.signal in (signal.SIGXCPU, signal.SIGKILL) or ended.cpu > CPU_SECONDS:
            return "TIMEOUT"
        if ended.memory > MEMORY:
            return "MEMORY"
        if ended.signal or ended.code not in (0, 1, 2):
            return "CRASH"
        if ended.code and not (ended.words.strip() or ended.output.strip()):
            return "NO DIAGNOSTIC"
        return None

    @staticmethod
    def note(end, children, accepted):
        return {
            "end": end,
            "accepted": accepted,
            "code": children[-1].code,
            "signal": children[-1].signal,
            "cpu": max(child.cpu for child in children),
            "memory": max(child.memory for child in children),
            "words": children[-1].words.decode("utf-8", "replace")[-1500:],
        }

    def child(self, words):
        """Runs atmpsim with these arguments and waits for it."""
        files = [os.path.join(self.folder, name) for name in ("stdout", "stderr")]
        handles = [os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) for name in files]
        child = os.fork()
        if child == 0:
            try:
                resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
                resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                os.dup2(handles[0], 1)
                os.dup2(handles[1], 2)
                os.chdir(self.folder)
                os.execve(self.binary, ["atmpsim"] + words, self.environment)
            finally:
                os._exit(126)
        for handle in handles:
            os.close(handle)
        hung = []

        def end_it(number, frame):
            hung.append(True)
            os.kill(child, signal.SIGKILL)

        signal.signal(signal.SIGALRM, end_it)
        signal.alarm(WALL_SECONDS)
        _, status, usage = os.wait4(child, 0)
        signal.alarm(0)
        contents = []
        for name in files:
            with open(name, "rb") as file:
                contents.append(file.read())
        return Ended(status, usage, contents[0], contents[1], bool(hung))
