// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/runtime/job.h"

namespace trimtab::ui {

/// The training of the 60-second demo: configs/quick.yaml with more steps, into a run folder of `resultsDir`.
/// An error where the shipped configuration does not read, which a test excludes.
[[nodiscard]] Expected<runtime::Job> demoJob(const QString& resultsDir);

}  // namespace trimtab::ui
