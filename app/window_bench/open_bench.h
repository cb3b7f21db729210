// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/workbench_assembly.h"
#include "core/base/expected.h"

namespace trimtab::app {

/// The longest that an event waited in the GUI thread, ms, while something was opened and looked at.
struct OpeningTimes {
    double comparison_ms = 0;  ///< the sample comparison, then each of its pages
    double long_run_ms = 0;    ///< a training of a million steps, in the charts of Train
    double overlay_ms = 0;     ///< twenty trainings over one another
    double export_ms = 0;      ///< the export dialog of the comparison, with its preview
};

/// Opens what comes with the program and what is made of it in `dir`. not_found without the sample results.
[[nodiscard]] Expected<OpeningTimes> measure_openings(WorkbenchAssembly& assembly, const QString& dir);

}  // namespace trimtab::app
