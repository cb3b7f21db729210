#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the three sample traces of this folder; running it again gives the same bytes.

  office-day.csv    req/s, 24 h in steps of 60 s: low at night, two humps around a lunch dip, slow noise (AR(1), 5 %).
  flash-crowd.csv   users, 1 h in steps of 5 s: a quiet base, three crowds that arrive fast and leave exponentially.
  bursty-api.csv    req/s, 2 h in steps of 1 s: the sum of 24 on/off clients whose on and off times are Pareto (shape
                    1.5), the usual construction of self-similar traffic (Willinger et al., 1997).

All three are synthetic, so their licence is ours to give: CC0-1.0. The default cluster with 10 + 10 replicas serves about
139 req/s; the traces stay below that and ask most of it at their peaks. Usage: python3 configs/traces/generate.py
"""
import math
import pathlib
import random

FOLDER = pathlib.Path(__file__).resolve().parent


def write(name, what, column, step_s, values, digits):
    lines = [f"# source: synthetic, {what}, by configs/traces/generate.py", "# licence: CC0-1.0", f"t_s,{column}"]
    lines += [f"{i * step_s},{value:.{digits}f}" for i, value in enumerate(values)]
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="ascii")


def office_day():
    draws = random.Random(1)
    noise, values = 0.0, []
    for minute in range(24 * 60):
        hour = minute / 60
        level = 4 + 44 * math.exp(-((hour - 10.5) / 1.9) ** 2) + 38 * math.exp(-((hour - 15.0) / 2.1) ** 2)
        noise = 0.9 * noise + draws.gauss(0, 0.05 * math.sqrt(1 - 0.9**2))
        values.append(max(0.0, level * (1 + noise)))
    return values


def flash_crowd():
    draws = random.Random(2)
    crowds = [(600, 85, 240), (1680, 60, 420), (2700, 95, 180)]  # start s, users, leaving time constant s
    values = []
    for t in range(0, 3600, 5):
        users = 12 + draws.gauss(0, 1)
        for start, size, leaving in crowds:
            if t >= start:
                users += size * min(1.0, (t - start) / 20) * math.exp(-max(0, t - start - 60) / leaving)
        values.append(max(0, round(users)))
    return values


def bursty_api():
    draws = random.Random(3)
    length = 7200
    values = [3.0] * length
    for _ in range(24):
        t = -draws.uniform(0, 120)
        while t < length:
            on, off = 10 * draws.paretovariate(1.5), 25 * draws.paretovariate(1.5)
            for second in range(max(0, int(t)), min(length, int(t + on))):
                values[second] += 3.5
            t += on + off
    return values


if __name__ == "__main__":
    write("office-day.csv", "a working day", "rps", 60, office_day(), 2)
    write("flash-crowd.csv", "three flash crowds", "users", 5, flash_crowd(), 0)
    write("bursty-api.csv", "heavy-tailed on/off clients", "rps", 1, bursty_api(), 1)
