"""Timing of a peer: the median of several runs as one line of JSON, with the versions of what ran."""

import json
import platform
import time

import numpy as np


def report(run, times):
    """Runs `run` once to warm up and then `times` times. `run` gives the seconds of its model part."""
    run()
    total, model = [], []
    for _ in range(times):
        start = time.perf_counter()
        model.append(run())
        total.append(time.perf_counter() - start)
    middle = sorted(range(times), key=lambda i: total[i])[times // 2]
    print(
        json.dumps(
            {
                "numpy": np.__version__,
                "python": platform.python_version(),
                "medianMs": 1000 * total[middle],
                "lowestMs": 1000 * min(total),
                "modelMs": 1000 * model[middle],
                "times": times,
            }
        )
    )
