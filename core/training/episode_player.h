// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agent/policy.h"
#include "core/base/expected.h"
#include "core/training/evaluation_result.h"

namespace trimtab::training {

/// Lets `policy` play one episode from its own initial allocation and scores it. The whole-run percentile
/// comes from the merged histograms of its windows; NaN where the backend has none. keep_steps: also the
/// timeline. On a stop: cancelled.
[[nodiscard]] Expected<EpisodeResult> play_episode(agent::Policy& policy,
                                                   environment::KubernetesEnvironment& environment,
                                                   const environment::EpisodeSpec& spec, bool keep_steps,
                                                   StopToken stop = {});

/// A finished step as timelines show it; takes probabilities and reason out of `decision`.
[[nodiscard]] StepRecord step_record(const environment::StepInfo& info, double reward,
                                     agent::Decision&& decision);

}  // namespace trimtab::training
