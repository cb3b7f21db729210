// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster_api/live/control_view.h"
#include "core/cluster_api/live/doctor.h"
#include "core/results/report_document.h"

namespace trimtab::ui {

/// What the Cluster mode's tables show; "-" stands for no data.
[[nodiscard]] results::ReportTable connectionTable(const cluster_api::ClusterView& view);
[[nodiscard]] results::ReportTable podTable(const cluster_api::ClusterView& view);
[[nodiscard]] results::ReportTable numbersTable(const cluster_api::ClusterView& view);
/// Newest first.
[[nodiscard]] results::ReportTable decisionTable(const std::vector<cluster_api::DecisionEntry>& decisions);
[[nodiscard]] results::ReportTable doctorTable(const std::vector<cluster_api::DoctorFinding>& findings);

}  // namespace trimtab::ui
