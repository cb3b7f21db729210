// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/run_control.h"

namespace trimtab::app {

/// From now on the first SIGINT or SIGTERM requests a stop of `control`, which must live as long as the
/// program, and the second ends the program at once with exit code 130.
void stop_on_interrupt(RunControl& control);

}  // namespace trimtab::app
