# SPDX-License-Identifier: GPL-3.0-or-later
"""Trimtab's embedded cluster as Gymnasium environments.

KubernetesEnv        one environment, raw observations, `reset` and `step` as in Gymnasium
KubernetesVectorEnv  many environments stepped together into NumPy arrays of yours
evaluate_policy      plays a Python policy on the test episodes for `trimtab compare`

Both classes are subclasses of Gymnasium's where that package is installed, and have the same methods without it.
"""

from trimtab.kubernetes_env import KubernetesEnv
from trimtab.policy_evaluation import evaluate_policy
from trimtab.vector_env import KubernetesVectorEnv

__all__ = ["KubernetesEnv", "KubernetesVectorEnv", "evaluate_policy"]
