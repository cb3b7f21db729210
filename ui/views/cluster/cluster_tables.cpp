// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/cluster_tables.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>
#include <limits>

#include "ui/models/control_text.h"

namespace trimtab::ui {

using namespace cluster_api;

namespace {

struct ClusterTables {
    Q_DECLARE_TR_FUNCTIONS(ClusterTables)
};

results::ReportCell cell(const QString& text) { return {text.toStdString()}; }

QString number(double value, int decimals = 0) {
    return std::isfinite(value) ? QLocale().toString(value, 'f', decimals) : ClusterTables::tr("no data");
}

QString count(int value) { return value < 0 ? QStringLiteral("-") : QString::number(value); }

QString replicas(const DeploymentView& deployment) {
    QString text = count(deployment.ready) + QStringLiteral(" / ") + count(deployment.desired);
    if (deployment.pending > 0) text += ClusterTables::tr(", %1 pending").arg(deployment.pending);
    if (deployment.original >= 0) text += ClusterTables::tr(", originally %1").arg(deployment.original);
    if (!deployment.trouble.empty())
        text += QStringLiteral("; ") + QString::fromStdString(deployment.trouble);
    return text;
}

}  // namespace

results::ReportTable connectionTable(const ClusterView& view) {
    results::ReportTable table;
    for (const QString& title : {ClusterTables::tr("Service"), ClusterTables::tr("State"),
                                 ClusterTables::tr("Address"), ClusterTables::tr("Says")})
        table.header.push_back(title.toStdString());
    for (const ConnectionView& connection : view.connections) {
        QString text = QString::fromStdString(connection.text);
        if (!connection.verifies_tls)
            text = ClusterTables::tr("the certificate is NOT verified") +
                   (text.isEmpty() ? QString() : QStringLiteral("; ") + text);
        table.rows.push_back(
            {{connection.name}, cell(connectionText(connection.state)), {connection.address}, cell(text)});
    }
    return table;
}

results::ReportTable numbersTable(const ClusterView& view) {
    cluster::WindowMetrics m = view.metrics;
    // Before the first observation its zeros mean nothing.
    if (view.observations == 0)
        for (double* value : {&m.latency_p95_ms, &m.throughput_rps, &m.current_users, &m.gpu_utilization,
                              &m.cpu_utilization, &m.memory_utilization})
            *value = std::numeric_limits<double>::quiet_NaN();
    results::ReportTable table;
    table.header = {ClusterTables::tr("Number").toStdString(), ClusterTables::tr("Now").toStdString()};
    const auto add = [&table](const QString& name, const QString& value) {
        table.rows.push_back({cell(name), cell(value)});
    };
    add(ClusterTables::tr("GPU replicas, ready / desired"), replicas(view.deployments[0]));
    add(ClusterTables::tr("CPU replicas, ready / desired"), replicas(view.deployments[1]));
    add(ClusterTables::tr("Latency p95, ms"), number(m.latency_p95_ms));
    add(ClusterTables::tr("Throughput, req/s"), number(m.throughput_rps, 1));
    add(ClusterTables::tr("Users"), number(m.current_users));
    add(ClusterTables::tr("GPU utilisation, %"), number(m.gpu_utilization));
    add(ClusterTables::tr("CPU utilisation, %"), number(m.cpu_utilization));
    add(ClusterTables::tr("Memory utilisation, %"), number(m.memory_utilization));
    add(ClusterTables::tr("Numbers without data so far"), QString::number(view.missing_samples));
    add(ClusterTables::tr("Decisions held for want of data"), QString::number(view.held_decisions));
    add(ClusterTables::tr("Changes made"), QString::number(view.writes));
    add(ClusterTables::tr("Lease"),
        view.lease.empty() ? QStringLiteral("-") : QString::fromStdString(view.lease));
    return table;
}

}  // namespace trimtab::ui
