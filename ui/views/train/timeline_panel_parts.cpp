// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/charts/time_chart.h"
#include "ui/settings/theme.h"
#include "ui/views/train/timeline_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

/// x of the run's shared axis for a step of an episode.
double sharedX(const EpisodeStep& step, XAxis axis) {
    return xOf({step.row.step, step.row.episode, step.row.wall_s, 0}, axis);
}

}  // namespace

TimelinePanel::TimelinePanel(ChartTools& tools, ShownRuns& shown, QWidget* parent)
    : QWidget(parent),
      tools_(tools),
      shown_(shown),
      empty_(new EmptyState(QStringLiteral("timeline"),
                            tr("No run is shown, so there is no episode to look at."), this)),
      inside_(new QWidget(this)),
      message_(new InlineMessage(this)) {
    setObjectName(QStringLiteral("timelinePanel"));
    empty_->setAction(tr("Start training"), [this] { Q_EMIT startRequested(); });
    auto* column = new QVBoxLayout(inside_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    description_ = new QLabel(inside_);
    description_->setObjectName(QStringLiteral("timelineDescription"));
    description_->setWordWrap(true);
    description_->setContentsMargins(spacing, 0, spacing, spacing / 2);
    column->addWidget(description_);
    column->addWidget(message_);
    makeCharts();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(empty_, 1);
    outer->addWidget(inside_, 1);
    linkCrosshairs();
    connect(&shown_, &ShownRuns::changed, this, &TimelinePanel::reset);
    restyle();
    reset();
}

QWidget* TimelinePanel::makeBar() {
    auto* bar = new QWidget(inside_);
    const auto button = [bar](const char* name, const QString& icon, const QString& text,
                              const QString& help) {
        auto* made = new QToolButton(bar);
        made->setObjectName(QLatin1String(name));
        made->setProperty("iconName", icon);
        made->setText(text);
        made->setAccessibleName(text);
        made->setToolTip(help);
        made->setAutoRaise(true);
        return made;
    };
    back_ =
        button("timelineBack", QStringLiteral("pan-left"), tr("Earlier episode"), tr("The episode before"));
    next_ =
        button("timelineNext", QStringLiteral("arrow-right"), tr("Later episode"), tr("The episode after"));
    greedy_ =
        button("timelineGreedy", QStringLiteral("play"), tr("Play a greedy episode"),
               tr("Plays a validation episode with the run's model and shows its probabilities and value"));
    greedy_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    pattern_ = new QComboBox(bar);
    pattern_->setObjectName(QStringLiteral("timelinePattern"));
    pattern_->setAccessibleName(tr("Load pattern of the episode"));
    pattern_->addItem(tr("any pattern"));
    newest_ = new QCheckBox(tr("Follow the newest"), bar);
    newest_->setObjectName(QStringLiteral("timelineNewest"));
    newest_->setAccessibleName(tr("Follow the newest episode"));
    newest_->setChecked(true);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    row->setSpacing(spacing);
    row->addWidget(pattern_);
    row->addWidget(back_);
    row->addWidget(next_);
    row->addWidget(newest_);
    row->addStretch();
    row->addWidget(greedy_);
    connect(back_, &QToolButton::clicked, this, [this] { move(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { move(1); });
    connect(greedy_, &QToolButton::clicked, this, &TimelinePanel::playGreedy);
    const auto again = [this] {
        if (newest_->isChecked()) playing_ = false;
        shownNumber_ = 0;
        since_.invalidate();
        follow();
    };
    connect(newest_, &QCheckBox::toggled, this, [again](bool on) {
        if (on) again();
    });
    connect(pattern_, &QComboBox::currentIndexChanged, this, again);
    return bar;
}

void TimelinePanel::makeCharts() {
    auto* scroll = new QScrollArea(inside_);
    scroll->setObjectName(QStringLiteral("timelineCharts"));
    scroll->setAccessibleName(tr("Charts of the episode"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* stack = new QWidget(scroll);
    auto* column = new QVBoxLayout(stack);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing / 2);
    const auto add = [this, stack, column](const QString& title, const QString& unit, int height,
                                           int stretch) {
        auto* chart = new TimeChart(title, unit, stack);
        chart->setXAxis(XAxis::wall);
        chart->setXTitle(tr("time in the episode (s)"));
        chart->setMinimumHeight(height);
        tools_.add(chart, false);
        column->addWidget(chart, stretch);
        return chart;
    };
    replicas_ = add(tr("Replicas"), tr("pods"), 200, 3);
    replicas_->setWholeNumbers(true);
    latency_ = add(tr("Latency p95 of the windows"), QStringLiteral("ms"), 130, 2);
    load_ = add(tr("Load"), QStringLiteral("req/s"), 130, 2);
    value_ = add(tr("Value estimate"), {}, 130, 2);
    for (const QString& title :
         {tr("Probability of GPU change"), tr("Probability of CPU change"), tr("Probability of placement")}) {
        heads_.push_back(add(title, {}, 150, 2));
        heads_.back()->setFixedYRange(std::pair(0.0, 1.0));
    }
    scroll->setWidget(stack);
    static_cast<QVBoxLayout*>(inside_->layout())->addWidget(scroll, 1);
}

/// The timeline counts seconds of one episode, the other charts steps of the run: a position in one is a
/// window in the other.
void TimelinePanel::linkCrosshairs() {
    connect(&tools_.ownCrosshair(), &CrosshairGroup::moved, this, [this] {
        if (linking_ || playing_) return;
        linking_ = true;
        const auto at = tools_.ownCrosshair().position();
        std::optional<double> shared;
        for (const EpisodeStep& step : steps_)
            if (at && *at >= step.begin_s && *at < step.end_s) shared = sharedX(step, tools_.xAxis());
        tools_.crosshair().moveTo(shared);
        linking_ = false;
    });
    connect(&tools_.crosshair(), &CrosshairGroup::moved, this, [this] {
        if (linking_ || playing_) return;
        linking_ = true;
        const auto at = tools_.crosshair().position();
        std::optional<double> own;
        for (std::size_t i = 0; at && i + 1 < steps_.size(); ++i)
            if (*at >= sharedX(steps_[i], tools_.xAxis()) && *at < sharedX(steps_[i + 1], tools_.xAxis()))
                own = (steps_[i].begin_s + steps_[i].end_s) / 2;
        tools_.ownCrosshair().moveTo(own);
        linking_ = false;
    });
}

void TimelinePanel::restyle() {
    for (QToolButton* each : {back_, next_, greedy_})
        each->setIcon(themedIcon(each->property("iconName").toString()));
}

void TimelinePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    restyle();
    showSteps(std::move(steps_), description_->text());
}

}  // namespace trimtab::ui
