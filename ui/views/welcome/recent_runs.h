// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "core/runtime/job.h"
#include "ui/views/welcome/recent_list.h"

namespace trimtab::ui {

/// Run folders by name alone, at once.
[[nodiscard]] std::vector<RecentList::Entry> recentRunNames(const QStringList& folders);

/// Reads what each folder's run is and how it ended; the result is a std::vector<RecentList::Entry> without
/// the folders that are gone.
[[nodiscard]] runtime::Job recentRunsJob(const QStringList& folders);

}  // namespace trimtab::ui
