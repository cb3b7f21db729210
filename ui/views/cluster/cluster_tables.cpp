// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/cluster_tables.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <array>
#include <cmath>

namespace trimtab::ui {

using results::ReportTable;

using namespace cluster_api;

namespace {

struct ClusterTexts {
    Q_DECLARE_TR_FUNCTIONS(ClusterTexts)
};

std::string utf8(const QString& translated) { return translated.toStdString(); }

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

ReportTable connectionTable(const ClusterView& view) {
    const std::array<std::string, 4> states = {
        utf8(ClusterTexts::tr("not used")), utf8(ClusterTexts::tr("connecting")),
        utf8(ClusterTexts::tr("connected")), utf8(ClusterTexts::tr("failed"))};
    results::ReportTable table{"",
                               {utf8(ClusterTexts::tr("Service")), utf8(ClusterTexts::tr("State")),
                                utf8(ClusterTexts::tr("Address")), utf8(ClusterTexts::tr("Says"))},
                               {}};
    for (const ConnectionView& connection : view.connections) {
        std::string text = connection.text;
        if (!connection.verifies_tls)
            text = utf8(ClusterTexts::tr("certificate is NOT verified")) + (text.empty() ? "" : "; " + text);
        table.rows.push_back(
            {connection.name, states[static_cast<std::size_t>(connection.state)], connection.address, text});
    }
    return table;
}

ReportTable podTable(const ClusterView& view) {
    results::ReportTable table{
        "",
        {utf8(ClusterTexts::tr("Pod")), utf8(ClusterTexts::tr("Pool")), utf8(ClusterTexts::tr("Phase")),
         utf8(ClusterTexts::tr("Age, s")), utf8(ClusterTexts::tr("Restarts")), utf8(ClusterTexts::tr("Node")),
         utf8(ClusterTexts::tr("Reason"))},
        {}};
    for (const PodView& pod : view.pods)
        table.rows.push_back({pod.name, pod.pool == cluster::Pool::gpu ? "GPU" : "CPU", pod.phase,
                              number(pod.age_s), std::to_string(pod.restarts), pod.node, pod.reason});
    return table;
}

ReportTable numbersTable(const ClusterView& view) {
    const cluster::WindowMetrics& m = view.metrics;
    results::ReportTable table{"", {utf8(ClusterTexts::tr("Number")), utf8(ClusterTexts::tr("Now"))}, {}};
    const auto replicas = [](const DeploymentView& d) {
        std::string text = count(d.ready) + " / " + count(d.desired);
        if (d.pending > 0) text += ", " + std::to_string(d.pending) + " " + utf8(ClusterTexts::tr("pending"));
        if (d.original >= 0)
            text += ", " + utf8(ClusterTexts::tr("originally")) + " " + std::to_string(d.original);
        return text + (d.trouble.empty() ? "" : "; " + d.trouble);
    };
    table.rows = {
        {utf8(ClusterTexts::tr("GPU replicas, ready / desired")), replicas(view.deployments[0])},
        {utf8(ClusterTexts::tr("CPU replicas, ready / desired")), replicas(view.deployments[1])},
        {utf8(ClusterTexts::tr("Latency p95, ms")), number(m.latency_p95_ms)},
        {utf8(ClusterTexts::tr("Throughput, req/s")), number(m.throughput_rps, 1)},
        {utf8(ClusterTexts::tr("Users")), number(m.current_users)},
        {utf8(ClusterTexts::tr("GPU utilisation, %")), number(m.gpu_utilization)},
        {utf8(ClusterTexts::tr("CPU utilisation, %")), number(m.cpu_utilization)},
        {utf8(ClusterTexts::tr("Memory utilisation, %")), number(m.memory_utilization)},
        {utf8(ClusterTexts::tr("Numbers without data so far")), std::to_string(view.missing_samples)},
        {utf8(ClusterTexts::tr("Decisions held for want of data")), std::to_string(view.held_decisions)},
        {utf8(ClusterTexts::tr("Changes made")), std::to_string(view.writes)},
        {utf8(ClusterTexts::tr("Lease")), view.lease.empty() ? "-" : view.lease}};
    return table;
}

ReportTable decisionTable(const std::vector<DecisionEntry>& decisions) {
    results::ReportTable table{
        "",
        {utf8(ClusterTexts::tr("Time")), utf8(ClusterTexts::tr("Who")), utf8(ClusterTexts::tr("GPU + CPU")),
         utf8(ClusterTexts::tr("Proposed")), utf8(ClusterTexts::tr("Executed")),
         utf8(ClusterTexts::tr("Outcome")), utf8(ClusterTexts::tr("Why")), utf8(ClusterTexts::tr("Shield"))},
        {}};
    for (auto entry = decisions.rbegin(); entry != decisions.rend(); ++entry)
        table.rows.push_back({clock_text(entry->utc_s), entry->who, allocation(entry->before),
                              allocation(entry->proposed), allocation(entry->executed),
                              outcome_name(entry->outcome), entry->why,
                              entry->error.empty() ? entry->shield : entry->error});
    return table;
}

ReportTable doctorTable(const std::vector<DoctorFinding>& findings) {
    const std::array<std::string, 3> results = {
        utf8(ClusterTexts::tr("ok")), utf8(ClusterTexts::tr("failed")), utf8(ClusterTexts::tr("skipped"))};
    results::ReportTable table{
        "",
        {utf8(ClusterTexts::tr("Service")), utf8(ClusterTexts::tr("Step")), utf8(ClusterTexts::tr("Result")),
         utf8(ClusterTexts::tr("Found")), utf8(ClusterTexts::tr("Cause")), utf8(ClusterTexts::tr("Fix"))},
        {}};
    for (const DoctorFinding& finding : findings)
        table.rows.push_back({finding.connection, finding.step,
                              results[static_cast<std::size_t>(finding.result)], finding.text, finding.cause,
                              finding.fix});
    return table;
}

}  // namespace trimtab::ui
