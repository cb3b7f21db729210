// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/expected.h"
#include "core/training/trainer.h"
#include "core/training/training_state.h"

namespace trimtab::training {

/// Refuses a setup that cannot train: no whole step fits the buffer, or the run would end before its first
/// update.
[[nodiscard]] Expected<void> check_setup(const TrainerSetup& setup);

/// Refuses to continue a run with another seed, another number of environments or other spaces than it had.
[[nodiscard]] Expected<void> check_resume(const TrainerSetup& setup, const TrainingState& state);

}  // namespace trimtab::training
