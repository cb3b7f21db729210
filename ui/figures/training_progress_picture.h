// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/base/expected.h"
#include "core/results/training_progress.h"

namespace trimtab::ui {

/// Writes training_progress.png: the run at a glance, three columns, 1560 pixels wide. Fits
/// TrainingHooks::draw_progress. Needs a QGuiApplication. A run without a finished episode, update or
/// evaluation leaves no file and is no error.
[[nodiscard]] Expected<void> draw_training_progress(const results::TrainingProgress& progress,
                                                    const std::filesystem::path& png);

}  // namespace trimtab::ui
