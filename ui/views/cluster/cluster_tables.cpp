// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/cluster_tables.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <array>
#include <cmath>

namespace trimtab::ui {

using namespace cluster_api;

namespace {

std::string tr(const char* text) { return QCoreApplication::translate("ClusterTables", text).toStdString(); }

std::string number(double value, int decimals = 0) {
    return std::isfinite(value) ? QLocale().toString(value, 'f', decimals).toStdString() : "-";
}
std::string count(int value) { return value < 0 ? "-" : std::to_string(value); }

std::string clock_text(double utc_s) {
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(utc_s * 1000))
        .toString(QStringLiteral("HH:mm:ss"))
        .toStdString();
}

std::string allocation(const cluster::Allocation& a) {
    return std::to_string(a.replicas_gpu) + " + " + std::to_string(a.replicas_cpu);
}

}  // namespace

results::ReportTable connectionTable(const ClusterView& view) {
    const std::array<std::string, 4> states = {tr("not used"), tr("connecting"), tr("connected"),
                                               tr("failed")};
    results::ReportTable table{"", {tr("Service"), tr("State"), tr("Address"), tr("Says")}, {}};
    for (const ConnectionView& connection : view.connections) {
        std::string text = connection.text;
        if (!connection.verifies_tls)
            text = tr("certificate is NOT verified") + (text.empty() ? "" : "; " + text);
        table.rows.push_back(
            {connection.name, states[static_cast<std::size_t>(connection.state)], connection.address, text});
    }
    return table;
}

results::ReportTable podTable(const ClusterView& view) {
    results::ReportTable table{
        "", {tr("Pod"), tr("Pool"), tr("Phase"), tr("Age, s"), tr("Restarts"), tr("Node"), tr("Reason")}, {}};
    for (const PodView& pod : view.pods)
        table.rows.push_back({pod.name, pod.pool == cluster::Pool::gpu ? "GPU" : "CPU", pod.phase,
                              number(pod.age_s), std::to_string(pod.restarts), pod.node, pod.reason});
    return table;
}

results::ReportTable numbersTable(const ClusterView& view) {
    const cluster::WindowMetrics& m = view.metrics;
    results::ReportTable table{"", {tr("Number"), tr("Now")}, {}};
    const auto replicas = [](const DeploymentView& d) {
        std::string text = count(d.ready) + " / " + count(d.desired);
        if (d.pending > 0) text += ", " + std::to_string(d.pending) + " " + tr("pending");
        if (d.original >= 0) text += ", " + tr("originally") + " " + std::to_string(d.original);
        return text + (d.trouble.empty() ? "" : "; " + d.trouble);
    };
    table.rows = {{tr("GPU replicas, ready / desired"), replicas(view.deployments[0])},
                  {tr("CPU replicas, ready / desired"), replicas(view.deployments[1])},
                  {tr("Latency p95, ms"), number(m.latency_p95_ms)},
                  {tr("Throughput, req/s"), number(m.throughput_rps, 1)},
                  {tr("Users"), number(m.current_users)},
                  {tr("GPU utilisation, %"), number(m.gpu_utilization)},
                  {tr("CPU utilisation, %"), number(m.cpu_utilization)},
                  {tr("Memory utilisation, %"), number(m.memory_utilization)},
                  {tr("Numbers without data so far"), std::to_string(view.missing_samples)},
                  {tr("Decisions held for want of data"), std::to_string(view.held_decisions)},
                  {tr("Changes made"), std::to_string(view.writes)},
                  {tr("Lease"), view.lease.empty() ? "-" : view.lease}};
    return table;
}

results::ReportTable decisionTable(const std::vector<DecisionEntry>& decisions) {
    results::ReportTable table{"",
                               {tr("Time"), tr("Who"), tr("GPU + CPU"), tr("Proposed"), tr("Executed"),
                                tr("Outcome"), tr("Why"), tr("Shield")},
                               {}};
    for (auto entry = decisions.rbegin(); entry != decisions.rend(); ++entry)
        table.rows.push_back({clock_text(entry->utc_s), entry->who, allocation(entry->before),
                              allocation(entry->proposed), allocation(entry->executed),
                              outcome_name(entry->outcome), entry->why,
                              entry->error.empty() ? entry->shield : entry->error});
    return table;
}

results::ReportTable doctorTable(const std::vector<DoctorFinding>& findings) {
    const std::array<std::string, 3> results = {tr("ok"), tr("failed"), tr("skipped")};
    results::ReportTable table{
        "", {tr("Service"), tr("Step"), tr("Result"), tr("Found"), tr("Cause"), tr("Fix")}, {}};
    for (const DoctorFinding& finding : findings)
        table.rows.push_back({finding.connection, finding.step,
                              results[static_cast<std::size_t>(finding.result)], finding.text, finding.cause,
                              finding.fix});
    return table;
}

}  // namespace trimtab::ui
