"""The figures of case.json worked out in NumPy, for every draw, with the mean and the percentiles of each cell.

    oracle.py case.json > expected.json

Nothing is shared with the program but the numbers of the case: its formulas are written out here by hand, as a person with
NumPy would write them. Axes are draw first, then the dimensions by name in the comments.
"""

import json
import sys

import numpy as np


def figures(known, draws):
    """Every variable of the case: its draws, then its dimensions in the case's order."""
    year_number = known["yearNumber"]
    years = len(year_number)
    bed_days_open = known["bedDaysOpen"]
    growth = known["growth"]  # draw, service

    by_year = (1 + growth)[:, None, :] ** year_number[None, :, None]  # draw, year, service
    # d draw, r area, g age, s service
    by_area = np.einsum("rgs,drs,dgs->drs", known["base"], known["areaEffect"], known["ageEffect"])
    admissions = by_area[:, None, :, :] * by_year[:, :, None, :]  # draw, year, area, service
    bed_days = (admissions * known["stay"][:, None, None, :]).sum(axis=2)
    all_bed_days = bed_days.sum(axis=2)
    served = np.minimum(all_bed_days, bed_days_open)
    pressure = np.clip(all_bed_days / bed_days_open, 0.88, 1.15)

    price_of_bed_day = known["bedDayPrice"][:, None]
    dearer = known["dearer"][:, None]
    cost = price_of_bed_day * (served + dearer * np.maximum(0, all_bed_days - bed_days_open))
    full = (all_bed_days > bed_days_open) & (dearer < 1.5)
    price = np.where(full, price_of_bed_day * dearer, price_of_bed_day)
    price_index = np.cumprod(1 + known["drift"], axis=1)

    treated = np.empty((draws, years))
    waiting = np.empty((draws, years))
    before = np.full(draws, known["waitingAtStart"])
    for y in range(years):
        asking = before + known["joining"][:, y]
        treated[:, y] = np.minimum(known["roomForAdmissions"][y], known["shareTreated"] * asking)
        waiting[:, y] = before = np.maximum(0, asking - treated[:, y] - known["leavingUntreated"][y])

    # The year itself, and as many before it as the whole part of the window says.
    recent_peak = all_bed_days.copy()
    for y in range(years):
        for back in range(1, y + 1):
            within = known["windowYears"][:, y] >= back
            recent_peak[within, y] = np.maximum(recent_peak[within, y], all_bed_days[within, y - back])
    age_effect = known["ageEffect"]  # draw, age, service
    services = age_effect.shape[2]
    effect_of_ages = age_effect.prod(axis=1)
    effect_at_age = np.array(
        [
            [np.interp(known["ageOfInterest"][d], known["middleAge"], age_effect[d, :, s]) for s in range(services)]
            for d in range(draws)
        ]
    )
    # No draw of this case is near a half, where NumPy rounds to even.
    to_one_decimal = np.round(pressure * 100, 1)
    return {
        "admissions": admissions,
        "bedDays": bed_days,
        "allBedDays": all_bed_days,
        "served": served,
        "pressure": pressure,
        "cost": cost,
        "price": price,
        "priceIndex": price_index,
        "costSoFar": np.cumsum(cost * price_index, axis=1),
        "worstPressure": np.maximum.accumulate(pressure, axis=1),
        "recentPeak": recent_peak,
        "treated": treated,
        "waiting": waiting,
        "busiestArea": admissions.max(axis=2),
        "quietestArea": admissions.min(axis=2),
        "usualArea": admissions.mean(axis=(2, 3)),
        "effectOfAges": effect_of_ages,
        "effectAtAge": effect_at_age,
        "risk": 1 / (1 + effect_of_ages**-3) + np.abs(growth) ** 0.5 + np.sqrt(effect_at_age),
        "bedsCounted": to_one_decimal + np.floor(dearer * 10) + np.ceil(price_index * 7),
    }


def numbers_of(case):
    """The inputs of the case by name: given ones by their dimensions, drawn ones with the draws first."""
    size = {dimension: len(members) for dimension, members in case["members"].items()}
    known = {}
    for given in case["inputs"]:
        known[given["id"]] = np.array(given["values"], float).reshape([size[d] for d in given["dims"]])
    for drawn in case["drawn"]:
        cells = np.array(drawn["cells"], float)  # cell, draw
        known[drawn["id"]] = cells.T.reshape([cells.shape[1]] + [size[d] for d in drawn["dims"]])
    return known, cells.shape[1]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        case = json.load(file)
    known, draws = numbers_of(case)
    lines = []
    for name, found in figures(known, draws).items():
        cells = found.reshape(draws, -1)
        kept = {
            "draws": cells.T.tolist(),
            "mean": cells.mean(axis=0).tolist(),
            "percentiles": np.quantile(cells, [0.1, 0.5, 0.9], axis=0).tolist(),
        }
        lines.append('    "%s": %s' % (name, json.dumps(kept)))
    print('{\n  "numpy": "%s",\n  "figures": {\n%s\n  }\n}' % (np.__version__, ",\n".join(lines)))


main()
