// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/train/charts_panel.h"

namespace trimtab::ui {

/// Return of the episodes, raw and smoothed, with the evaluations of the greedy agent; and the reward's four
/// components. One run in the colours of its load patterns. GUI thread.
class RewardPanel final : public ChartsPanel {
    Q_OBJECT

  public:
    RewardPanel(ChartTools& tools, ShownRuns& shown, QWidget* parent = nullptr);
};

/// How the learning goes: losses, entropy, KL, clipping, explained variance, gradient, learning rate, speed.
/// GUI thread.
class DiagnosticsPanel final : public ChartsPanel {
    Q_OBJECT

  public:
    DiagnosticsPanel(ChartTools& tools, ShownRuns& shown, QWidget* parent = nullptr);
};

}  // namespace trimtab::ui
