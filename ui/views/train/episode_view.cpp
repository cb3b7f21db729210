// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/episode_view.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>

#include "core/telemetry/metric_registry.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

namespace metric = telemetry::metric;
constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

struct EpisodeTexts {
    Q_DECLARE_TR_FUNCTIONS(EpisodeTexts)
};

telemetry::Row rowOf(const training::StepRecord& s) {
    telemetry::Row row;
    row.step = s.step;
    row.time_s = s.time_s;
    row.values = {{metric::reward, s.reward},
                  {metric::latency_p95_ms, s.latency_p95_ms},
                  {metric::throughput_rps, s.throughput_rps},
                  {metric::arrivals_rps, s.arrivals_rps},
                  {metric::mean_users, s.mean_users},
                  {metric::desired_gpu, s.desired_gpu},
                  {metric::desired_cpu, s.desired_cpu},
                  {metric::ready_gpu, s.ready_gpu},
                  {metric::ready_cpu, s.ready_cpu},
                  {metric::pending_gpu, s.pending_gpu},
                  {metric::pending_cpu, s.pending_cpu},
                  {metric::placement, s.placement}};
    return row;
}

/// A step's time is that of its end.
void placeWindows(std::vector<EpisodeStep>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        steps[i].end_s = steps[i].row.time_s;
        const double interval =
            steps.size() > 1 ? steps[1].row.time_s - steps[0].row.time_s : steps[0].row.time_s;
        steps[i].begin_s = i == 0 ? steps[0].row.time_s - interval : steps[i - 1].row.time_s;
    }
}

QString change(const QString& pool, double by) {
    return pool + (by > 0 ? QStringLiteral(" +%1") : QStringLiteral(" \u2212%1")).arg(std::abs(by));
}

}  // namespace

std::vector<EpisodeStep> episodeSteps(const std::vector<telemetry::Row>& rows) {
    std::vector<EpisodeStep> steps;
    for (const telemetry::Row& row : rows) steps.push_back({0, 0, row, {}, not_known});
    placeWindows(steps);
    return steps;
}

std::vector<EpisodeStep> episodeSteps(const training::EpisodeResult& episode) {
    std::vector<EpisodeStep> steps;
    for (const training::StepRecord& record : episode.steps)
        steps.push_back({0, 0, rowOf(record), record.probabilities, record.value});
    placeWindows(steps);
    return steps;
}

double valueOf(const EpisodeStep& step, int metric) {
    for (const auto& [id, value] : step.row.values)
        if (id == metric) return value;
    return not_known;
}

std::vector<telemetry::Row> heldRows(const std::vector<EpisodeStep>& steps) {
    std::vector<telemetry::Row> rows;
    for (const EpisodeStep& step : steps) {
        telemetry::Row row = step.row;
        row.kind = telemetry::RowKind::step;
        row.wall_s = step.begin_s;
        if (!step.probabilities.empty()) {
            row.values.emplace_back(value_estimate_id, step.value);
            for (std::size_t head = 0; head < step.probabilities.size(); ++head)
                for (std::size_t choice = 0; choice < step.probabilities[head].size(); ++choice)
                    row.values.emplace_back(probability_id + static_cast<int>(10 * head + choice),
                                            step.probabilities[head][choice]);
        }
        rows.push_back(std::move(row));
    }
    if (!steps.empty()) {
        rows.push_back(rows.back());
        rows.back().wall_s = steps.back().end_s;
    }
    return rows;
}

QList<ChartBand> placementBands(const std::vector<EpisodeStep>& steps) {
    const QList<std::pair<QString, QColor>> looks = {
        {EpisodeTexts::tr("prefers GPU"), tint(seriesColor(0), 0.3)},
        {EpisodeTexts::tr("balanced"), tint(themeColors().mutedText, 0.2)},
        {EpisodeTexts::tr("prefers CPU"), tint(seriesColor(1), 0.3)}};
    QList<ChartBand> bands;
    for (const EpisodeStep& step : steps) {
        const double placement = valueOf(step, metric::placement);
        if (!(placement >= 0 && placement <= 2)) continue;
        const auto& [text, color] = looks[static_cast<qsizetype>(placement)];
        if (!bands.isEmpty() && bands.last().text == text && bands.last().to == step.begin_s)
            bands.last().to = step.end_s;
        else
            bands.append({step.begin_s, step.end_s, color, text});
    }
    return bands;
}

QList<std::pair<double, QString>> scaleEvents(const std::vector<EpisodeStep>& steps) {
    QList<std::pair<double, QString>> events;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        QStringList lines;
        const double gpu =
            valueOf(steps[i], metric::desired_gpu) - valueOf(steps[i - 1], metric::desired_gpu);
        const double cpu =
            valueOf(steps[i], metric::desired_cpu) - valueOf(steps[i - 1], metric::desired_cpu);
        if (gpu != 0) lines << change(QStringLiteral("GPU"), gpu);
        if (cpu != 0) lines << change(QStringLiteral("CPU"), cpu);
        if (!lines.isEmpty()) events.append({steps[i].begin_s, lines.join(QLatin1Char('\n'))});
    }
    return events;
}

}  // namespace trimtab::ui
