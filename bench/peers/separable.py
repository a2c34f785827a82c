"""Activity of 38,880 cells under uncertain effects, summed to year by service, with P10, P50 and P90 over the draws.

    separable.py whole|contracted DRAWS TIMES

whole: each draw multiplies the whole table of cells and sums it, as the formula reads.
contracted: the sums are done by hand in the cheapest order, as matrix products over all draws at once.
Both draw their effects anew in each run, and make float64 throughout.
"""

import sys
import time

import numpy as np
from timing import report

YEARS, LOCALITIES, AGES, SEXES, SERVICES = 10, 9, 18, 2, 12
BASE = np.random.default_rng(1).gamma(2.0, 50.0, (YEARS, LOCALITIES, AGES, SEXES, SERVICES))


def effects(draws):
    random = np.random.default_rng(2)
    service = np.exp(random.normal(0, 0.05, (draws, SERVICES)))
    locality = np.exp(random.normal(0, 0.03, (draws, LOCALITIES, SERVICES)))
    age = np.exp(random.normal(0, 0.04, (draws, AGES, SERVICES)))
    growth = random.normal(0.01, 0.005, (draws, SERVICES))
    by_year = (1 + growth)[:, None, :] ** np.arange(1, YEARS + 1)[None, :, None]
    return service, locality, age, by_year


def whole(draws):
    service, locality, age, by_year = effects(draws)
    total = np.empty((draws, YEARS, SERVICES))
    cells = np.empty_like(BASE)
    for d in range(draws):
        factor = locality[d][:, None, :] * age[d][None, :, :]
        np.multiply(BASE, factor[None, :, :, None, :], out=cells)
        total[d] = cells.sum(axis=(1, 2, 3)) * (by_year[d] * service[d])
    return total


def contracted(draws):
    service, locality, age, by_year = effects(draws)
    both_sexes = BASE.sum(axis=3)
    total = np.empty((draws, YEARS, SERVICES))
    for k in range(SERVICES):
        table = np.ascontiguousarray(both_sexes[..., k]).reshape(YEARS * LOCALITIES, AGES)
        by_locality = (age[:, :, k] @ table.T).reshape(draws, YEARS, LOCALITIES)
        total[:, :, k] = np.einsum("dyl,dl->dy", by_locality, locality[:, :, k])
    total *= by_year * service[:, None, :]
    return total


def main():
    formulation = {"whole": whole, "contracted": contracted}[sys.argv[1]]
    draws, times = int(sys.argv[2]), int(sys.argv[3])
    check = [formulation(20) for formulation in (whole, contracted)]
    assert np.allclose(*check, rtol=1e-12), "the two formulations differ"

    def run():
        start = time.perf_counter()
        total = formulation(draws)
        model = time.perf_counter() - start
        np.quantile(total, [0.1, 0.5, 0.9], axis=0)
        return model

    report(run, times)


main()
