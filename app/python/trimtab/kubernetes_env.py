# SPDX-License-Identifier: GPL-3.0-or-later
"""One environment over the embedded cluster."""

import json

import numpy as np

from trimtab import _trimtab
from trimtab.spaces import Box, Env, MultiDiscrete


def as_overrides(settings):
    """{"agent.gamma": 0.9} as the command line's ["agent.gamma=0.9"]."""
    return [f"{key}={json.dumps(value) if not isinstance(value, str) else value}" for key, value in (settings or {}).items()]


class KubernetesEnv(Env):
    """Observation Box float32[10] (31 where environment.extended_observation is true), raw units; action
    MultiDiscrete[5, 5, 3]: GPU replicas -2..+2, CPU replicas -2..+2 (index 2 keeps), placement prefer GPU, balanced,
    prefer CPU. The time limit is reported as truncated. `info` is that of `trimtab env`.

    config: a configuration file; settings: keys over it, {"environment.profile": "day"}.
    reset(seed=S) plays episode S of the first pattern, bit for bit that of `trimtab env --seed S`;
    reset(options={"pattern": "spike"}) chooses the pattern; reset() goes on with the next pattern and a drawn seed.
    """

    metadata = {"render_modes": []}

    def __init__(self, config="", settings=None, render_mode=None):
        if render_mode is not None:
            raise ValueError("KubernetesEnv draws nothing; use render_mode=None and trimtab figures")
        self.render_mode = None
        self._native = _trimtab.Environment(str(config), as_overrides(settings))
        self.observation_fields = self._native.observation_table()
        low = np.array([field["minimum"] for field in self.observation_fields], np.float32)
        high = np.array([field["maximum"] for field in self.observation_fields], np.float32)
        self.observation_space = Box(low, high, dtype=np.float32)
        self.action_space = MultiDiscrete(np.array([5, 5, 3]))
        self._patterns = self._native.patterns()
        self._episodes = 0

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        if seed is not None:
            self._episodes = 0
        pattern = (options or {}).get("pattern", self._patterns[self._episodes % len(self._patterns)])
        self._episodes += 1
        episode_seed = seed if seed is not None else int(self.np_random.integers(2**31))
        line = json.loads(self._native.reset(int(episode_seed), pattern))
        return np.array(line["observation"], np.float32), line["info"]

    def step(self, action):
        line = json.loads(self._native.step([int(index) for index in action]))
        observation = np.array(line["observation"], np.float32)
        return observation, line["reward"], line["terminated"], line["truncated"], line["info"]

    def scaled_observation(self):
        """float32, about [-1, 1]: what Trimtab's own agent sees of the present state."""
        return self._native.scaled_observation()

    def action_masks(self):
        """bool[13]: False where an index would be undone by the bounds."""
        return self._native.action_mask().astype(bool)
