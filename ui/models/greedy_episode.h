// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/training/evaluation_result.h"

namespace trimtab::ui {

/// One validation episode played by the greedy policy of a run, step by step with probabilities and values.
struct GreedyEpisode {
    training::EpisodeResult episode;
    std::string model;  ///< file name: best_model.pt or last.pt
};

/// Plays validation episode `run` of `pattern` with the newest model in a training folder, in the run's own
/// configuration. For a worker's thread; not_found before the run has written a model.
[[nodiscard]] Expected<GreedyEpisode> play_greedy_episode(const std::filesystem::path& folder,
                                                          const std::string& pattern, int run,
                                                          StopToken stop);

}  // namespace trimtab::ui
