// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/results/training_session.h"
#include "ui/models/experiment_document.h"

namespace trimtab::ui {

/// The `trimtab train` command that does what is set: the document's file where it has one, and each key that
/// differs from it. Quoted for a POSIX shell.
[[nodiscard]] QString trainCommandLine(const ExperimentDocument& document, std::uint64_t seed,
                                       const QString& resultsDir);

/// The run of that command. The document must be valid.
[[nodiscard]] results::TrainingRequest trainingRequest(const ExperimentDocument& document, std::uint64_t seed,
                                                       const QString& resultsDir);

/// `text` as one word of a POSIX shell.
[[nodiscard]] QString shellWord(const QString& text);

/// What the agent is paid for, with the weights that are set, as rich text of a line or two.
[[nodiscard]] QString rewardFormula(const config::EnvironmentConfig& environment);

}  // namespace trimtab::ui
