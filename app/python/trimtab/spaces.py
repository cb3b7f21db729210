# SPDX-License-Identifier: GPL-3.0-or-later
"""Gymnasium's classes where they are installed, else the part of them that an agent needs, with the same names."""

import numpy as np

try:
    from gymnasium import Env
    from gymnasium.spaces import Box, MultiDiscrete
    from gymnasium.vector import VectorEnv
except ImportError:

    class Space:
        """What is common to both spaces: a seeded generator, `sample` and `contains`."""

        def __init__(self, shape, dtype):
            self.shape = shape
            self.dtype = np.dtype(dtype)
            self._generator = np.random.default_rng()

        def seed(self, seed=None):
            self._generator = np.random.default_rng(seed)
            return seed

        def __contains__(self, value):
            return self.contains(value)

    class Box(Space):
        """An array between `low` and `high`, both included."""

        def __init__(self, low, high, dtype=np.float32):
            super().__init__(np.shape(low), dtype)
            self.low = np.asarray(low, dtype)
            self.high = np.asarray(high, dtype)

        def sample(self):
            return self._generator.uniform(self.low, self.high).astype(self.dtype)

        def contains(self, value):
            return (
                isinstance(value, np.ndarray)
                and value.shape == self.shape
                and value.dtype == self.dtype
                and bool(np.all(value >= self.low) and np.all(value <= self.high))
            )

    class MultiDiscrete(Space):
        """One integer in [0, nvec[i]) for every i."""

        def __init__(self, nvec, dtype=np.int64):
            super().__init__(np.shape(nvec), dtype)
            self.nvec = np.asarray(nvec, dtype)

        def sample(self):
            return self._generator.integers(0, self.nvec).astype(self.dtype)

        def contains(self, value):
            value = np.asarray(value)
            return value.shape == self.shape and bool(np.all(value >= 0) and np.all(value < self.nvec))

    class Env:
        """Gymnasium's seeding: `reset(seed=...)` makes a new generator, `reset()` goes on with it."""

        metadata = {"render_modes": []}
        render_mode = None
        spec = None
        _np_random = None

        @property
        def unwrapped(self):
            return self

        @property
        def np_random(self):
            if self._np_random is None:
                self._np_random = np.random.default_rng()
            return self._np_random

        def reset(self, *, seed=None, options=None):
            if seed is not None:
                self._np_random = np.random.default_rng(seed)

        def render(self):
            return None

        def close(self):
            pass

    class VectorEnv:
        """The attributes that vector environments share."""

        metadata = {}
        render_mode = None
        spec = None

        def close(self):
            pass


__all__ = ["Box", "Env", "MultiDiscrete", "VectorEnv"]
