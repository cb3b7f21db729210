# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract that Gymnasium's environment checker (gymnasium.utils.env_checker.check_env) asks of an environment, one
test a check, so that it runs without that package; with it installed its own checker runs too."""

import copy
import inspect
import json
import os
import subprocess
import threading
import time
import unittest

import numpy as np

from trimtab import KubernetesEnv, KubernetesVectorEnv, evaluate_policy

TRIMTAB = os.environ["TRIMTAB_PROGRAM"]


def episode(env, seed, actions):
    observation, info = env.reset(seed=seed)
    steps = [(observation, None, False, False, info)]
    for action in actions:
        steps.append(env.step(action))
    return steps


class Contract(unittest.TestCase):
    def setUp(self):
        self.env = KubernetesEnv()

    def test_spaces_are_bounded_and_typed(self):
        self.assertEqual(self.env.observation_space.shape, (10,))
        self.assertEqual(self.env.observation_space.dtype, np.float32)
        self.assertTrue(np.all(np.isfinite(self.env.observation_space.low)))
        self.assertTrue(np.all(self.env.observation_space.low < self.env.observation_space.high))
        self.assertEqual(list(self.env.action_space.nvec), [5, 5, 3])

    def test_reset_takes_seed_and_options_by_keyword(self):
        parameters = inspect.signature(self.env.reset).parameters
        self.assertIn("seed", parameters)
        self.assertIsNone(parameters["seed"].default)
        self.assertIn("options", parameters)

    def test_reset_gives_an_observation_of_the_space_and_a_dict(self):
        observation, info = self.env.reset(seed=1)
        self.assertTrue(self.env.observation_space.contains(observation))
        self.assertIsInstance(info, dict)

    def test_equal_seeds_give_equal_episodes_and_others_do_not(self):
        first, _ = self.env.reset(seed=123)
        state = copy.deepcopy(self.env.unwrapped._np_random.bit_generator.state)
        again, _ = self.env.reset(seed=123)
        np.testing.assert_array_equal(first, again)
        self.assertEqual(state, self.env.unwrapped._np_random.bit_generator.state)
        self.env.reset(seed=456)
        self.assertNotEqual(state, self.env.unwrapped._np_random.bit_generator.state)

    def test_reset_without_a_seed_goes_on_with_the_generator(self):
        self.env.reset(seed=123)
        state = copy.deepcopy(self.env.unwrapped._np_random.bit_generator.state)
        self.env.reset()
        self.assertNotEqual(state, self.env.unwrapped._np_random.bit_generator.state)

    def test_steps_are_deterministic(self):
        actions = [[3, 2, 1], [2, 2, 0], [1, 3, 2]]
        for a, b in zip(episode(self.env, 7, actions), episode(KubernetesEnv(), 7, actions)):
            np.testing.assert_array_equal(a[0], b[0])
            self.assertEqual(a[1:], b[1:])

    def test_a_step_returns_five_values_of_the_right_types(self):
        self.env.reset(seed=1)
        observation, reward, terminated, truncated, info = self.env.step(self.env.action_space.sample())
        self.assertTrue(self.env.observation_space.contains(observation))
        self.assertIsInstance(reward, float)
        self.assertTrue(np.isfinite(reward))
        self.assertIs(type(terminated), bool)
        self.assertIs(type(truncated), bool)
        self.assertIsInstance(info, dict)

    def test_the_time_limit_is_truncated_and_never_terminated(self):
        steps = episode(self.env, 1, [[2, 2, 1]] * 10)
        self.assertEqual([step[3] for step in steps], [False] * 10 + [True])
        self.assertFalse(any(step[2] for step in steps))

    def test_the_action_is_not_changed(self):
        self.env.reset(seed=1)
        action = np.array([4, 4, 0])
        self.env.step(action)
        np.testing.assert_array_equal(action, [4, 4, 0])

    def test_every_random_episode_stays_within_the_space(self):
        env = KubernetesEnv(settings={"environment.extended_observation": True})
        env.action_space.seed(1)
        for seed in range(20):
            observation, _ = env.reset(seed=seed)
            over = False
            while not over:
                self.assertTrue(env.observation_space.contains(observation), observation)
                observation, _, terminated, truncated, _ = env.step(env.action_space.sample())
                over = terminated or truncated

    def test_rendering_is_refused_and_close_may_be_called_twice(self):
        self.assertEqual(self.env.metadata["render_modes"], [])
        with self.assertRaises(ValueError):
            KubernetesEnv(render_mode="human")
        self.env.close()
        self.env.close()

    def test_bad_actions_and_keys_are_value_errors(self):
        self.env.reset(seed=1)
        with self.assertRaises(ValueError):
            self.env.step([5, 0, 0])
        with self.assertRaisesRegex(ValueError, "agent.gamma"):
            KubernetesEnv(settings={"agent.gama": 0.9})

    def test_gymnasiums_own_checker(self):
        try:
            from gymnasium.utils.env_checker import check_env
        except ImportError:
            self.skipTest("the Gymnasium package is not installed")
        check_env(self.env, skip_render_check=True)


class SameAsCommandLine(unittest.TestCase):
    def test_observation_reward_and_info_equal_those_of_trimtab_env(self):
        actions = [[3, 1, 0], [2, 2, 1], [0, 4, 2], [2, 2, 1]]
        command = [TRIMTAB, "env", "--pattern", "ramp", "--seed", "5"]
        for action in actions:
            command += ["--action", ",".join(map(str, action))]
        lines = [json.loads(line) for line in subprocess.check_output(command, text=True).splitlines()]
        for line, step in zip(lines, episode(KubernetesEnv(), 5, actions), strict=True):
            np.testing.assert_array_equal(np.array(line["observation"], np.float32), step[0])
            self.assertEqual(line["info"], step[4])
            if "reward" in line:
                self.assertEqual((line["reward"], line["terminated"], line["truncated"]), step[1:4])


class Vector(unittest.TestCase):
    actions = np.tile(np.array([2, 2, 1], np.int32), (8, 1))

    def test_writes_into_the_callers_arrays(self):
        buffers = KubernetesVectorEnv(8).buffers
        env = KubernetesVectorEnv(8, buffers=buffers)
        observations, _ = env.reset(seed=3)
        self.assertIs(observations, buffers["observations"])
        before = observations.copy()
        env.step(self.actions)
        self.assertFalse(np.array_equal(before, buffers["observations"]))

    def test_does_not_depend_on_threads_and_resets_in_the_same_step(self):
        one, two = KubernetesVectorEnv(8, threads=1), KubernetesVectorEnv(8, threads=2)
        one.reset(seed=3)
        two.reset(seed=3)
        for step in range(12):
            a = [np.copy(x) for x in one.step(self.actions)[:4]]
            b = two.step(self.actions)
            for x, y in zip(a, b):
                np.testing.assert_array_equal(x, y)
            self.assertEqual(bool(b[3].all()), step == 9)
            self.assertEqual("final_obs" in b[4], step == 9)

    def test_raw_observations_lie_in_the_space(self):
        env = KubernetesVectorEnv(4, raw=True)
        observations, _ = env.reset(seed=1)
        self.assertTrue(env.observation_space.contains(observations))

    def test_wrong_arrays_are_refused(self):
        buffers = KubernetesVectorEnv(8).buffers
        with self.assertRaises(ValueError):
            KubernetesVectorEnv(4, buffers=buffers)
        with self.assertRaises(ValueError):
            KubernetesVectorEnv(8).step(np.full((8, 3), 9, np.int32))

    def test_other_threads_run_while_it_steps(self):
        env = KubernetesVectorEnv(64)
        env.reset()
        ticks = 0
        running = True

        def tick():
            nonlocal ticks
            while running:
                ticks += 1
                time.sleep(0)

        thread = threading.Thread(target=tick)
        thread.start()
        before = ticks
        env._native.repeat(np.tile(np.array([2, 2, 1], np.int32), (64, 1)), 50)
        gained = ticks - before
        running = False
        thread.join()
        self.assertGreater(gained, 0)


class ForeignPolicy(unittest.TestCase):
    def test_a_python_policy_leaves_lines_that_name_their_episodes(self):
        file = os.path.join(os.environ["TRIMTAB_TEST_FOLDER"], "keep.jsonl")
        evaluate_policy(lambda observation: [2, 2, 1], file, "keep", patterns=["ramp", "spike"], runs=2)
        with open(file, encoding="utf-8") as lines:
            episodes = [json.loads(line) for line in lines]
        self.assertEqual([e["pattern"] for e in episodes], ["ramp", "ramp", "spike", "spike"])
        self.assertTrue(all(e["policy"] == "keep" and e["scaling_actions"] == 0 for e in episodes))

    def test_an_error_of_the_policy_reaches_the_caller(self):
        def broken(observation):
            raise KeyError("mine")

        with self.assertRaises(KeyError):
            evaluate_policy(broken, os.path.join(os.environ["TRIMTAB_TEST_FOLDER"], "no.jsonl"), "broken", runs=1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
