# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Python door costs: the steps of 64 environments from a Python loop beside the same steps in the engine alone.

Usage: PYTHONPATH=build/release/python python_door.py [steps a round=200] [rounds=9]. Rounds alternate; prints the medians
in environment steps a second of CPU time (one thread), and the loss. Nothing is asserted: other work on the machine
changes the numbers.
"""
import statistics
import sys
import time

import numpy as np
from trimtab import KubernetesVectorEnv

NUM_ENVS = 64
steps = int(sys.argv[1]) if len(sys.argv) > 1 else 200
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9


def python_loop(env, actions):
    for _ in range(steps):
        env.step(actions)


def engine_loop(env, actions):
    env._native.repeat(actions, steps)


def speed(loop, env, actions):
    start = time.process_time()
    loop(env, actions)
    return NUM_ENVS * steps / (time.process_time() - start)


actions = np.tile(np.array([2, 2, 1], np.int32), (NUM_ENVS, 1))
speeds = {python_loop: [], engine_loop: []}
for _ in range(rounds):
    for loop, measured in speeds.items():
        env = KubernetesVectorEnv(NUM_ENVS, threads=1, seed=1)
        env.reset()
        measured.append(speed(loop, env, actions))
python, engine = (statistics.median(speeds[loop]) for loop in (python_loop, engine_loop))
print(f"Python {python:.0f} steps/s, engine {engine:.0f} steps/s, loss {100 * (1 - python / engine):.1f} %")
