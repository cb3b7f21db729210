# SPDX-License-Identifier: GPL-3.0-or-later
"""A Python policy among the others of a comparison."""

from trimtab import _trimtab
from trimtab.kubernetes_env import as_overrides


def evaluate_policy(policy, file, name, config="", settings=None, patterns=(), runs=100):
    """Plays `policy(observation) -> action` (raw float32 observation; three indices) on the test episodes that every
    policy of an evaluation plays, and writes one JSON line an episode to `file`, for `trimtab compare --episodes`.

    patterns: empty for those of the configuration. runs: episodes a pattern, at most 1000.
    """
    _trimtab.evaluate_policy(policy, name, str(config), as_overrides(settings), list(patterns), runs, str(file))
