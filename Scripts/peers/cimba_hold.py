"""The hold model on Cimba's own event list: every event schedules the next, one exponential span ahead.

  python3 cimba_hold.py PENDING HOLDS

Prints, as JSON, the processor time of so many holds once the list is warm: a run with them less a run without. `mean` is how
far the clock moved with each event, times the number pending; its theory is 1.
"""

import json
import sys

import cimba
from question import Running


class Hold(cimba.Model):
    pending: cimba.Param[int]
    warm: cimba.Param[int]
    last: cimba.Param[int]
    done: cimba.Output[int]
    began: cimba.Output[float]
    ended: cimba.Output[float]

    @cimba.on_start
    def clear(self):
        self.done = 0

    @cimba.process
    def fill(self):
        for _ in range(self.pending):
            cimba.schedule(self.happens, cimba.random.exponential(1.0))

    @cimba.event
    def happens(self):
        self.done = self.done + 1
        if self.done == self.warm:
            self.began = cimba.now()
        if self.done == self.last:
            self.ended = cimba.now()
        if self.done < self.last:
            cimba.schedule(self.happens, cimba.random.exponential(1.0))


def run(pending, holds):
    """Seconds of the processor, and how far the clock moved after the list was warm."""
    model = Hold()
    model.pending, model.warm, model.last = pending, 2 * pending, 2 * pending + holds
    with Running() as running:
        results = cimba.Experiment(model, seed=1, window=cimba.Window.until_idle()).run(workers=1)
    mine = results[model]
    return running.seconds, float(mine.ended.values[0, 0]) - float(mine.began.values[0, 0])


pending, holds = int(sys.argv[1]), int(sys.argv[2])
run(2, 2)  # compiles
(without, _), (seconds, passed) = run(pending, 1), run(pending, holds)
print(json.dumps({"holds": holds, "running": seconds - without, "mean": passed * pending / holds}))
