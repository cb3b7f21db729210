#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""SciPy's Welch, one-sample t, Mann-Whitney (method "auto") and Wilcoxon tests on fixed samples."""
import json

import numpy as np
from scipy import stats

rng = np.random.default_rng(7)


def pair(first, second):
    return {"first": [float(x) for x in first], "second": [float(x) for x in second]}


cases = {
    "large": pair(rng.normal(5.0, 0.4, 100).round(6), rng.normal(4.8, 0.9, 100).round(6)),
    "unequal sizes": pair(rng.lognormal(6, 0.5, 30).round(4), rng.lognormal(6.3, 0.6, 17).round(4)),
    "small without ties": pair([5.05, 5.07, 5.09, 5.02, 5.11], [4.61, 5.06, 4.87, 4.90, 4.72]),
    "five against a hundred": pair(rng.normal(5.3, 0.1, 5).round(6), rng.normal(5.0, 0.5, 100).round(6)),
    "small with ties": pair([1, 2, 2, 3, 5], [2, 3, 4, 4, 6]),
    "heavy ties": pair(rng.integers(0, 4, 40), rng.integers(0, 4, 40)),
    "far apart": pair(rng.normal(100, 1, 60).round(6), rng.normal(0, 1, 60).round(6)),
    "two against two": pair([1.0, 2.5], [3.0, 4.25]),
}
expected = {}
for name, case in cases.items():
    a, b = np.array(case["first"]), np.array(case["second"])
    welch = stats.ttest_ind(a, b, equal_var=False)
    va, vb = a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)
    mann_whitney = stats.mannwhitneyu(a, b, alternative="two-sided", method="auto")
    df = (va + vb) ** 2 / (va ** 2 / (len(a) - 1) + vb ** 2 / (len(b) - 1))
    welch_low, welch_high = stats.t.interval(0.95, df, loc=a.mean() - b.mean(), scale=np.sqrt(va + vb))
    expected[name] = {
        "welch": {"low": float(welch_low), "high": float(welch_high), "statistic": float(welch.statistic), "p": float(welch.pvalue),
                  "df": float(df)},
        "mann_whitney": {"statistic": float(mann_whitney.statistic), "p": float(mann_whitney.pvalue)},
    }
    if len(a) == len(b):
        d = a - b
        one = stats.ttest_1samp(d, 0.0)
        # SciPy before 1.13 uses the exact table although values tie; ask for the approximation there.
        plain = len(d) <= 50 and np.all(d != 0) and len(np.unique(np.abs(d))) == len(d)
        wilcoxon = stats.wilcoxon(d, method="exact" if plain else "approx")
        low, high = stats.t.interval(0.95, len(d) - 1, loc=d.mean(), scale=stats.sem(d))
        expected[name]["one_sample_t"] = {"statistic": float(one.statistic), "p": float(one.pvalue),
                                          "low": float(low), "high": float(high)}
        expected[name]["wilcoxon"] = {"statistic": float(wilcoxon.statistic), "p": float(wilcoxon.pvalue)}
with open("input.json", "w") as file:
    json.dump(cases, file, indent=1)
with open("expected.json", "w") as file:
    json.dump(expected, file, indent=1)
