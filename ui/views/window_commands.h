// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/workbench.h"

namespace trimtab::ui {

class MainWindow;

/// Adds the commands that belong to no mode: open, preferences, the look, the palette, help. GUI thread.
void addWindowCommands(MainWindow& window, const Workbench& workbench);

}  // namespace trimtab::ui
