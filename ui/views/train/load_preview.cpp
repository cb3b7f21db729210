// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/load_preview.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "core/config/config_writer.h"
#include "core/environment/seed_plan.h"
#include "core/load/load_pattern.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/time_chart.h"
#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"

namespace trimtab::ui {
namespace {

constexpr int seeds_shown = 4;
constexpr int value_id = 0;

}  // namespace

struct LoadPreview::Series {
    std::vector<std::unique_ptr<telemetry::SeriesStore>> stores;  // one a seed
    std::vector<QString> names;
    bool users = true;
};

LoadPreview::LoadPreview(QWidget* parent)
    : QWidget(parent),
      pattern_(new QComboBox(this)),
      message_(new QLabel(this)),
      chart_(new TimeChart(tr("Load of an episode"), {}, this)) {
    pattern_->setObjectName(QStringLiteral("previewPattern"));
    pattern_->setAccessibleName(tr("Load pattern of the preview"));
    message_->setObjectName(QStringLiteral("previewMessage"));
    message_->setWordWrap(true);
    message_->hide();
    chart_->setXTitle(tr("time in the episode (s)"));
    chart_->setEmptyHint(tr("The load appears when the configuration is right."));
    chart_->setMinimumHeight(150);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing, spacing / 2, spacing, 0);
    row->setSpacing(spacing);
    row->addWidget(new QLabel(tr("Preview of"), this));
    row->addWidget(pattern_);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(message_);
    column->addWidget(chart_, 1);
    connect(chart_, &TimeChart::dataTableRequested, this,
            [this] { (new ChartTable(*chart_, window()))->show(); });
    connect(chart_, &TimeChart::copyRequested, this,
            [this] { QGuiApplication::clipboard()->setPixmap(chart_->picture()); });
    connect(pattern_, &QComboBox::currentTextChanged, this, &LoadPreview::compute);
}

QString LoadPreview::message() const { return message_->isHidden() ? QString() : message_->text(); }

void LoadPreview::setConfig(const config::Config& config) {
    config::Config part;
    part.load = config.load;
    part.environment.episode_duration = config.environment.episode_duration;
    part.training.seed = config.training.seed;
    std::string key = config::to_json(part, -1);
    if (key == key_) return;
    key_ = std::move(key);
    config_ = config;
    const QString chosen = pattern_->currentText();
    {
        const QSignalBlocker blocker(pattern_);
        pattern_->clear();
        for (const std::string& pattern : config.load.patterns) {
            const QString name = QString::fromStdString(pattern);
            if (pattern_->findText(name) < 0) pattern_->addItem(name);
        }
        pattern_->setCurrentIndex(std::max(0, pattern_->findText(chosen)));
    }
    compute();
}

void LoadPreview::compute() {
    const std::string pattern = pattern_->currentText().toStdString();
    if (pattern.empty()) return;
    task_.run<std::shared_ptr<Series>>(
        [config = config_, pattern](StopToken stop) -> Expected<std::shared_ptr<Series>> {
            auto series = std::make_shared<Series>();
            // The seeds that the run's own episodes of this pattern begin with.
            const auto plan = environment::training_plan(config);
            for (std::int64_t k = 0; k < 64 && static_cast<int>(series->names.size()) < seeds_shown; ++k) {
                if (stop.stop_requested()) return fail(ErrorCode::cancelled, "the preview was stopped");
                const environment::EpisodeSpec episode = plan(0, k);
                if (episode.pattern != pattern) continue;
                auto schedule = load::make_schedule(config.load, pattern, episode.seed,
                                                    static_cast<int>(config.environment.episode_duration));
                if (!schedule) return Unexpected<Error>(schedule.error());
                auto store = std::make_unique<telemetry::SeriesStore>(1U << 14);
                telemetry::Row row;
                for (std::size_t t = 0; t < schedule->values.size(); ++t) {
                    row.step = static_cast<std::int64_t>(t);
                    row.values = {{value_id, schedule->values[t]}};
                    store->accept(row);
                }
                series->users = schedule->kind == load::LoadKind::closed;
                series->stores.push_back(std::move(store));
                series->names.push_back(LoadPreview::tr("episode %1").arg(k + 1));
            }
            return series;
        },
        [this](Expected<std::shared_ptr<Series>> made) { take(made); });
}

void LoadPreview::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    chart_->restyle();
    if (series_) take(series_);
}

void LoadPreview::take(const Expected<std::shared_ptr<Series>>& made) {
    chart_->clearCurves();
    message_->setVisible(!made);
    if (!made) {
        series_.reset();
        message_->setText(errorSentence(made.error()));
        return;
    }
    series_ = *made;
    for (std::size_t i = 0; i < series_->stores.size(); ++i) {
        CurveStyle style{series_->names[i], seriesColor(static_cast<int>(i)),
                         seriesDash(static_cast<int>(i))};
        style.stepped = true;
        chart_->addCurve({series_->stores[i].get(), {telemetry::RowKind::step, value_id}, style});
    }
    chart_->setUnit(series_->users ? tr("users") : tr("req/s"));
    chart_->refresh();
}

}  // namespace trimtab::ui
