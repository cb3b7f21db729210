#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The estimators of arXiv 2108.13264 on two fixed score matrices (4 tasks of 20, 20, 12 and 7 runs), with percentile
intervals of a stratified bootstrap over the counted draws of SIMULATOR 2 (stream 20)."""
import json

import numpy as np
from scipy import stats

MASK = (1 << 64) - 1
STREAM_BOOTSTRAP = 20


def mix64(z):
    z = (z + 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def draw(seed, entity, counter):
    return mix64(mix64(seed ^ (STREAM_BOOTSTRAP << 56)) ^ ((entity << 32) | counter))


def resample_indices(sizes, resamples, seed):
    """[resample][task] -> indices drawn with replacement within the task."""
    return [[[(draw(seed, task, b * n + i) * n) >> 64 for i in range(n)] for task, n in enumerate(sizes)]
            for b in range(resamples)]


def flat(scores):
    return np.concatenate(scores)


def iqm(scores):
    return stats.trim_mean(flat(scores), 0.25)


def mean(scores):
    return np.mean([task.mean() for task in scores])


def optimality_gap(scores, target):
    return np.mean([target - np.minimum(task, target).mean() for task in scores])


def improvement(first, second):
    chances = []
    for a, b in zip(first, second):
        u = stats.mannwhitneyu(a, b, alternative="greater", method="asymptotic").statistic if np.ptp(
            np.concatenate([a, b])) > 0 else len(a) * len(b) / 2
        chances.append(u / (len(a) * len(b)))
    return np.mean(chances)


def profile(scores, thresholds):
    return np.mean([[np.mean(task > tau) for tau in thresholds] for task in scores], axis=0)


rng = np.random.default_rng(5)
sizes = [20, 20, 12, 7]
first = [rng.normal(5 + 0.2 * t, 0.5, n).round(2) for t, n in enumerate(sizes)]
second = [(a + rng.normal(-0.25, 0.4, len(a))).round(2) for a in first]
thresholds = np.linspace(3.5, 6.5, 13).round(4)
target, resamples, seed, confidence = 5.4, 400, 42, 0.95

indices = resample_indices(sizes, resamples, seed)


def with_interval(statistic, *matrices):
    values = np.array([statistic(*[[task[np.array(i)] for task, i in zip(m, picked)] for m in matrices])
                       for picked in indices])
    low, high = np.percentile(values, [2.5, 97.5], axis=0)
    value = statistic(*matrices)
    return {"value": np.asarray(value).tolist(), "low": low.tolist(), "high": high.tolist()}


expected = {
    "mean": with_interval(mean, first),
    "iqm": with_interval(iqm, first),
    "optimality_gap": with_interval(lambda m: optimality_gap(m, target), first),
    "paired_difference": with_interval(lambda a, b: mean([x - y for x, y in zip(a, b)]), first, second),
    "probability_of_improvement": with_interval(improvement, first, second),
    "profile": with_interval(lambda m: profile(m, thresholds), first),
}
with open("input.json", "w") as file:
    json.dump({"first": [t.tolist() for t in first], "second": [t.tolist() for t in second],
               "thresholds": thresholds.tolist(), "target": target, "resamples": resamples, "seed": seed,
               "confidence": confidence}, file, indent=1)
with open("expected.json", "w") as file:
    json.dump(expected, file, indent=1)
