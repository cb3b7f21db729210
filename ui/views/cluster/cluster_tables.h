// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster_api/live/control_view.h"
#include "core/results/report_document.h"

namespace trimtab::ui {

// Small tables of the present state; "-" stands for no data.

/// The services of a session: state, address, and what they say.
[[nodiscard]] results::ReportTable connectionTable(const cluster_api::ClusterView& view);
/// Replicas, traffic and utilisation now, and what was counted so far.
[[nodiscard]] results::ReportTable numbersTable(const cluster_api::ClusterView& view);

}  // namespace trimtab::ui
