// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/timeline_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <algorithm>

#include "core/results/run_folder.h"
#include "core/telemetry/metric_registry.h"
#include "ui/charts/time_chart.h"
#include "ui/models/greedy_episode.h"
#include "ui/settings/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

namespace metric = telemetry::metric;
constexpr qint64 follow_pause_ms = 500;

}  // namespace

const ShownRun* TimelinePanel::run() const {
    return shown_.runs().empty() ? nullptr : &shown_.runs().front();
}

void TimelinePanel::reset() {
    task_.cancel();
    steps_.clear();
    shownNumber_ = 0;
    playing_ = false;
    since_.invalidate();
    message_->hide();
    newest_->setChecked(true);
    fillPatterns();
    showSteps({}, tr("Waiting for the first whole episode ..."));
    follow();
}

/// The run's own configuration has it, as soon as there is a folder.
void TimelinePanel::findSlo() {
    const QString folder = run()->folder;
    if (folder == sloFolder_ || folder.isEmpty()) return;
    sloFolder_ = folder;
    latency_->setLevels({});
    sloTask_.run<double>(
        [path = std::filesystem::path(folder.toStdString())](StopToken) -> Expected<double> {
            auto config = results::read_run_config(path);
            if (!config) return Unexpected<Error>(config.error());
            return config->environment.slo_ms;
        },
        [this](const Expected<double>& slo) {
            if (slo) latency_->setLevels({{*slo, tr("SLO %1 ms").arg(numberText(*slo, 0))}});
        });
}

void TimelinePanel::fillPatterns() {
    if (run() == nullptr) return;
    const auto& patterns = run()->series->patterns();
    if (pattern_->count() == static_cast<int>(patterns.size()) + 1) return;
    const QString chosen = pattern_->currentText();
    const QSignalBlocker blocker(pattern_);
    pattern_->clear();
    pattern_->addItem(tr("any pattern"));
    for (const std::string& pattern : patterns) pattern_->addItem(QString::fromStdString(pattern));
    pattern_->setCurrentIndex(std::max(0, pattern_->findText(chosen)));
}

void TimelinePanel::follow() {
    const bool some = run() != nullptr;
    empty_->setVisible(!some);
    inside_->setVisible(some);
    if (!some) return;
    fillPatterns();
    findSlo();
    greedy_->setEnabled(!run()->folder.isEmpty() && !run()->series->patterns().empty() && !task_.busy());
    if (!newest_->isChecked() || playing_ || !isVisible()) return;
    if (since_.isValid() && !since_.hasExpired(follow_pause_ms)) return;
    const std::string pattern =
        pattern_->currentIndex() > 0 ? pattern_->currentText().toStdString() : std::string();
    const LoggedEpisode* episode = run()->series->episodes().latest(pattern);
    if (episode == nullptr || episode->number == shownNumber_) return;
    since_.start();
    showLogged(*episode);
}

void TimelinePanel::move(int by) {
    if (run() == nullptr) return;
    newest_->setChecked(false);
    playing_ = false;
    const auto& episodes = run()->series->episodes().episodes();
    const QString pattern = pattern_->currentIndex() > 0 ? pattern_->currentText() : QString();
    const LoggedEpisode* found = nullptr;
    for (const LoggedEpisode& episode : episodes) {
        if (!episode.complete || (!pattern.isEmpty() && QString::fromStdString(episode.pattern) != pattern))
            continue;
        if (by < 0 && episode.number < shownNumber_) found = &episode;
        if (by > 0 && episode.number > shownNumber_ && found == nullptr) found = &episode;
    }
    if (found != nullptr) showLogged(*found);
}

void TimelinePanel::showLogged(const LoggedEpisode& episode) {
    shownNumber_ = episode.number;
    const QLocale locale;
    const QString steps = tr("steps %1 to %2")
                              .arg(locale.toString(static_cast<qlonglong>(episode.rows.front().step)),
                                   locale.toString(static_cast<qlonglong>(episode.rows.back().step)));
    QString text =
        tr("Training episode of the first environment on <b>%1</b>, %2. Actions are drawn, so they explore.")
            .arg(QString::fromStdString(episode.pattern), steps);
    if (episode.gap) text += tr(" Some of its steps did not reach the window in time.");
    showSteps(episodeSteps(episode.rows), text);
}

void TimelinePanel::playGreedy() {
    if (run() == nullptr || run()->folder.isEmpty() || run()->series->patterns().empty()) return;
    message_->hide();
    const std::string pattern = pattern_->currentIndex() > 0 ? pattern_->currentText().toStdString()
                                                             : run()->series->patterns().front();
    const std::filesystem::path folder = run()->folder.toStdString();
    greedy_->setEnabled(false);
    const int number = greedyRun_++ % 10;
    task_.run<GreedyEpisode>(
        [folder, pattern, number](StopToken stop) {
            return play_greedy_episode(folder, pattern, number, stop);
        },
        [this, number](Expected<GreedyEpisode> played) {
            greedy_->setEnabled(true);
            if (!played) {
                message_->showError(played.error());
                return;
            }
            playing_ = true;
            newest_->setChecked(false);
            showSteps(episodeSteps(played->episode), tr("Greedy episode on <b>%1</b> with %2, validation "
                                                        "episode %3: return %4. Actions are the most "
                                                        "probable ones.")
                                                         .arg(QString::fromStdString(played->episode.pattern),
                                                              QString::fromStdString(played->model))
                                                         .arg(number + 1)
                                                         .arg(numberText(played->episode.episode_return, 2)));
        });
}

QString TimelinePanel::description() const { return description_->text(); }

void TimelinePanel::showSteps(std::vector<EpisodeStep> steps, const QString& description) {
    steps_ = std::move(steps);
    description_->setText(description);
    drawCurves();
    const QList<ChartBand> bands = placementBands(steps_);
    replicas_->setBands(bands);
    replicas_->setEvents(scaleEvents(steps_));
    // Room above the curves for the strip; scales from zero, as an episode is compared with the next.
    const auto highest = [this](std::initializer_list<int> metrics, double least) {
        double high = least;
        for (const EpisodeStep& step : steps_)
            for (const int id : metrics)
                if (const double value = valueOf(step, id); value > high) high = value;
        return high;
    };
    replicas_->setFixedYRange(std::pair(0.0, highest({metric::desired_gpu, metric::desired_cpu}, 1) + 1.5));
    latency_->setFixedYRange(std::pair(0.0, 1.1 * highest({metric::latency_p95_ms}, 500)));
    load_->setFixedYRange(std::pair(0.0, 1.1 * highest({metric::arrivals_rps, metric::throughput_rps}, 1)));
    const bool thoughts = !steps_.empty() && !steps_.front().probabilities.empty();
    value_->setVisible(thoughts);
    for (TimeChart* head : heads_) head->setVisible(thoughts);
    for (TimeChart* chart : {replicas_, latency_, load_, value_}) chart->refresh();
    for (TimeChart* head : heads_) head->refresh();
}

void TimelinePanel::drawCurves() {
    for (TimeChart* chart : {replicas_, latency_, load_, value_}) chart->clearCurves();
    for (TimeChart* head : heads_) head->clearCurves();
    // Charts read a store by what it gained: another episode is another store.
    store_ = std::make_unique<telemetry::SeriesStore>();
    for (const telemetry::Row& row : heldRows(steps_)) store_->accept(row);
    const auto add = [this](TimeChart* chart, int id, const QString& name, const QColor& color,
                            Qt::PenStyle dash = Qt::SolidLine) {
        CurveStyle style{name, color, dash, 2, true};
        chart->addCurve({store_.get(), {telemetry::RowKind::step, id}, style});
    };
    const QColor gpu = seriesColor(0);
    const QColor cpu = seriesColor(1);
    add(replicas_, metric::desired_gpu, tr("GPU asked for"), gpu);
    add(replicas_, metric::ready_gpu, tr("ready"), gpu, Qt::DashLine);
    add(replicas_, metric::pending_gpu, tr("pending"), gpu, Qt::DotLine);
    add(replicas_, metric::desired_cpu, tr("CPU asked for"), cpu);
    add(replicas_, metric::ready_cpu, tr("ready"), cpu, Qt::DashLine);
    add(replicas_, metric::pending_cpu, tr("pending"), cpu, Qt::DotLine);
    add(latency_, metric::latency_p95_ms, tr("p95"), seriesColor(3));
    add(load_, metric::arrivals_rps, tr("offered"), seriesColor(2));
    add(load_, metric::throughput_rps, tr("served"), seriesColor(5), Qt::DashLine);
    add(value_, value_estimate_id, tr("value"), seriesColor(4));
    const QList<QStringList> choices = {{QStringLiteral("\u22122"), QStringLiteral("\u22121"), tr("keep"),
                                         QStringLiteral("+1"), QStringLiteral("+2")},
                                        {QStringLiteral("\u22122"), QStringLiteral("\u22121"), tr("keep"),
                                         QStringLiteral("+1"), QStringLiteral("+2")},
                                        {tr("GPU"), tr("balanced"), tr("CPU")}};
    for (qsizetype head = 0; head < choices.size(); ++head)
        for (qsizetype choice = 0; choice < choices[head].size(); ++choice)
            add(heads_[static_cast<std::size_t>(head)], probability_id + static_cast<int>(10 * head + choice),
                choices[head][choice], seriesColor(static_cast<int>(choice)));
}

}  // namespace trimtab::ui
