"""What every peer is asked: so many customers through stations one after the other; what it answers, as JSON.

  python3 NAME_stations.py CUSTOMERS RATE SERVERSxMEAN…       # 1000000 0.9 1x1      or 200000 1 2x1.6 3x2.4 2x1.6 4x3.2 2x1.6

Arrivals are Poisson with this rate; each station is first come, first served, with so many servers and exponential services
of this mean. `running` is the processor time of the run alone, without imports and compilation.
"""

import json
import sys
import time


def asked():
    """The number of customers, the rate of arrivals, and the stations as (servers, mean service)."""
    stations = [part.split("x") for part in sys.argv[3:]]
    return int(sys.argv[1]), float(sys.argv[2]), [(int(servers), float(mean)) for servers, mean in stations]


class Running:
    """Takes the user CPU time of a `with` block."""

    def __enter__(self):
        self.began = time.process_time()
        return self

    def __exit__(self, *_):
        self.seconds = time.process_time() - self.began


def answer(customers, mean, running):
    """Prints how many customers left, and their mean time in the system."""
    print(json.dumps({"customers": int(customers), "mean": float(mean), "running": running.seconds}))
