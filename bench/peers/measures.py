"""Admissions, bed days and cost by year, locality and service, with P10, P50 and P90 of each over the draws.

    measures.py DRAWS TIMES

Sums by hand in the cheapest order; results are kept as float32, which halves the memory that the quantiles go through.
"""

import sys
import time

import numpy as np
from timing import report

YEARS, LOCALITIES, AGES, SEXES, SERVICES = 10, 9, 18, 2, 12
BOTH_SEXES = np.random.default_rng(1).gamma(2, 50, (YEARS, LOCALITIES, AGES, SEXES, SERVICES)).sum(3)


def measures(draws):
    random = np.random.default_rng(2)
    locality = np.exp(random.normal(0, 0.03, (draws, LOCALITIES, SERVICES)))
    age = np.exp(random.normal(0, 0.04, (draws, AGES, SERVICES)))
    growth = random.normal(0.01, 0.005, (draws, SERVICES))
    by_year = (1 + growth)[:, None, :] ** np.arange(1, YEARS + 1)[None, :, None]
    stay = np.exp(random.normal(0, 0.05, (draws, SERVICES))) * 5
    unit_cost = np.exp(random.normal(0, 0.05, (draws, SERVICES))) * 600
    admissions = np.empty((draws, YEARS, LOCALITIES, SERVICES), np.float32)
    for k in range(SERVICES):
        table = np.ascontiguousarray(BOTH_SEXES[..., k]).reshape(YEARS * LOCALITIES, AGES)
        by_locality = (age[:, :, k] @ table.T).reshape(draws, YEARS, LOCALITIES)
        admissions[..., k] = by_locality * locality[:, None, :, k] * by_year[:, :, None, k]
    bed_days = admissions * stay[:, None, None, :].astype(np.float32)
    cost = bed_days * unit_cost[:, None, None, :].astype(np.float32)
    return admissions, bed_days, cost


def main():
    draws, times = int(sys.argv[1]), int(sys.argv[2])

    def run():
        start = time.perf_counter()
        found = measures(draws)
        model = time.perf_counter() - start
        for values in found:
            np.quantile(values.reshape(draws, -1), [0.1, 0.5, 0.9], axis=0)
        return model

    report(run, times)


main()
