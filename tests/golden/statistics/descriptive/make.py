#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments, quantiles, effect sizes, Holm's correction and Kendall's tau of fixed samples."""
import json

import numpy as np
from scipy import stats

rng = np.random.default_rng(11)
samples = {
    "normal": rng.normal(4.5, 0.3, 25).round(6).tolist(),
    "skewed": rng.lognormal(6.0, 0.8, 40).round(4).tolist(),
    "tied": rng.integers(0, 6, 30).astype(float).tolist(),
    "pair": [1.25, -3.5],
}
levels = [0.0, 0.025, 0.25, 0.5, 0.9, 0.95, 1.0]
groups = {
    "first": rng.normal(5.0, 0.5, 12).round(6).tolist(),
    "second": rng.normal(4.6, 0.9, 12).round(6).tolist(),
}
p_values = [0.01, 0.04, 0.03, 0.005, 0.9, 0.03]
rankings = [rng.integers(0, 9, 15).astype(float).tolist(), rng.normal(0, 1, 15).round(5).tolist()]


def holm(p):
    """Every p times the number of hypotheses still standing when its turn comes, never below its predecessor."""
    order = np.argsort(p, kind="stable")
    out = np.empty(len(p))
    worst = 0.0
    for position, index in enumerate(order):
        worst = max(worst, min(1.0, p[index] * (len(p) - position)))
        out[index] = worst
    return out.tolist()


first, second = np.array(groups["first"]), np.array(groups["second"])
n1, n2 = len(first), len(second)
pooled = np.sqrt(((n1 - 1) * first.var(ddof=1) + (n2 - 1) * second.var(ddof=1)) / (n1 + n2 - 2))
difference = first - second
expected = {
    "summary": {
        name: {
            "mean": float(np.mean(x)), "std": float(np.std(x, ddof=1)), "se": float(stats.sem(x)),
            "min": float(np.min(x)), "max": float(np.max(x)),
            "quantiles": [float(np.quantile(x, q)) for q in levels],
        } for name, x in samples.items()
    },
    "cohen_dz": float(difference.mean() / difference.std(ddof=1)),
    "hedges_g": float((first.mean() - second.mean()) / pooled * (1 - 3 / (4 * (n1 + n2) - 9))),
    "holm": holm(p_values),
    "kendall_tau": float(stats.kendalltau(*rankings).correlation),
}
with open("input.json", "w") as file:
    json.dump({"samples": samples, "levels": levels, "groups": groups, "p_values": p_values, "rankings": rankings},
              file, indent=1)
with open("expected.json", "w") as file:
    json.dump(expected, file, indent=1)
