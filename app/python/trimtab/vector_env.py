# SPDX-License-Identifier: GPL-3.0-or-later
"""Many environments stepped together, without a copy between the engine and NumPy."""

import numpy as np

from trimtab import _trimtab
from trimtab.kubernetes_env import as_overrides
from trimtab.spaces import Box, MultiDiscrete, VectorEnv


class KubernetesVectorEnv(VectorEnv):
    """`num_envs` environments with same-step autoreset: where an episode ends, `observations` already begins the next and
    infos["final_obs"] holds the last of the old one, infos["_final_obs"] says where.

    The arrays that `step` returns are the same at every call and are written in place; copy what you keep. Pass your own
    as `buffers` (observations and final_observations float32[n, D], rewards float64[n], terminations and truncations
    uint8[n]). raw=False gives observations scaled to about [-1, 1]. The result does not depend on `threads`.
    """

    def __init__(self, num_envs, config="", settings=None, threads=1, seed=1, raw=False, buffers=None):
        self.num_envs = num_envs
        self._arguments = (str(config), as_overrides(settings), num_envs, threads)
        self._raw = raw
        self._native = _trimtab.VectorEnvironment(*self._arguments, seed, raw)
        size = self._native.observation_size
        self.single_action_space = MultiDiscrete(np.array([5, 5, 3]))
        self.action_space = MultiDiscrete(np.tile([5, 5, 3], (num_envs, 1)))
        low, high = self._bounds(size)
        self.single_observation_space = Box(low, high, dtype=np.float32)
        self.observation_space = Box(np.tile(low, (num_envs, 1)), np.tile(high, (num_envs, 1)), dtype=np.float32)
        self.buffers = buffers or {
            "observations": np.zeros((num_envs, size), np.float32),
            "rewards": np.zeros(num_envs, np.float64),
            "terminations": np.zeros(num_envs, np.uint8),
            "truncations": np.zeros(num_envs, np.uint8),
            "final_observations": np.zeros((num_envs, size), np.float32),
        }
        self._bind()

    def _bounds(self, size):
        if not self._raw:
            return np.full(size, -np.inf, np.float32), np.full(size, np.inf, np.float32)
        fields = _trimtab.Environment(*self._arguments[:2]).observation_table()
        return (
            np.array([field["minimum"] for field in fields], np.float32),
            np.array([field["maximum"] for field in fields], np.float32),
        )

    def _bind(self):
        b = self.buffers
        self._native.write_into(
            b["observations"], b["rewards"], b["terminations"], b["truncations"], b["final_observations"]
        )

    def reset(self, *, seed=None, options=None):
        if seed is not None:
            self._native = _trimtab.VectorEnvironment(*self._arguments, seed, self._raw)
            self._bind()
        self._native.reset()
        return self.buffers["observations"], {}

    def step(self, actions):
        self._native.step(np.ascontiguousarray(actions, np.int32))
        b = self.buffers
        ended = (b["terminations"] | b["truncations"]).astype(bool)
        infos = {"final_obs": b["final_observations"], "_final_obs": ended} if ended.any() else {}
        return b["observations"], b["rewards"], b["terminations"].view(bool), b["truncations"].view(bool), infos
