// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_tools.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QToolBar>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_table.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr double smoothing_scale = 25;  // slider positions a decimal nine: 0.9, 0.99, 0.999
constexpr int smoothing_end = 75;

double weightAt(int position) { return position <= 0 ? 0 : 1 - std::pow(10, -position / smoothing_scale); }
int positionOf(double weight) {
    return weight <= 0 ? 0 : static_cast<int>(std::lround(-std::log10(1 - weight) * smoothing_scale));
}

}  // namespace

ChartTools::ChartTools(QObject* parent) : QObject(parent) { build(); }

QAction* ChartTools::make(const QString& name, const QString& icon, const QString& text,
                          const QString& help) {
    auto* action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setData(icon);
    action->setToolTip(text + QStringLiteral("\n") + help);
    actions_.append(action);
    return action;
}

void ChartTools::build() {
    QAction* pause = make(QStringLiteral("chart.pause"), QStringLiteral("pause"), tr("Hold the charts"),
                          tr("Freezes the pictures; the run goes on and nothing is lost"));
    pause->setCheckable(true);
    connect(pause, &QAction::toggled, this, &ChartTools::setPaused);
    const auto onCurrent = [this](void (*run)(TimeChart&)) {
        return [this, run] {
            if (TimeChart* chart = current_ != nullptr ? current_.data() : nullptr) run(*chart);
        };
    };
    connect(make(QStringLiteral("chart.zoomIn"), QStringLiteral("zoom-in"), tr("Zoom in"),
                 tr("Also with the wheel, by dragging, or with +")),
            &QAction::triggered, this, onCurrent([](TimeChart& chart) { chart.zoom(0.8); }));
    connect(make(QStringLiteral("chart.zoomOut"), QStringLiteral("zoom-out"), tr("Zoom out"),
                 tr("Also with the wheel, or with -")),
            &QAction::triggered, this, onCurrent([](TimeChart& chart) { chart.zoom(1.25); }));
    connect(make(QStringLiteral("chart.panLeft"), QStringLiteral("pan-left"), tr("Move left"),
                 tr("Also by dragging with Shift, or with the arrow keys")),
            &QAction::triggered, this, onCurrent([](TimeChart& chart) { chart.pan(-0.2); }));
    connect(make(QStringLiteral("chart.panRight"), QStringLiteral("arrow-right"), tr("Move right"),
                 tr("Also by dragging with Shift, or with the arrow keys")),
            &QAction::triggered, this, onCurrent([](TimeChart& chart) { chart.pan(0.2); }));
    connect(make(QStringLiteral("chart.reset"), QStringLiteral("zoom-reset"), tr("Show everything"),
                 tr("Ends zoom and pan; also with a double click, or with 0")),
            &QAction::triggered, this, &ChartTools::resetView);
    QAction* log = make(QStringLiteral("chart.log"), QStringLiteral("logarithm"), tr("Logarithmic axis"),
                        tr("Of the chart that was clicked last"));
    log->setCheckable(true);
    connect(log, &QAction::triggered, this, [this](bool on) {
        if (current_ != nullptr) current_->setLogarithmic(on);
    });
    connect(make(QStringLiteral("chart.table"), QStringLiteral("table"), tr("Show as table"),
                 tr("The numbers behind the chart that was clicked last")),
            &QAction::triggered, this, [this] { showTable(current_); });
    connect(make(QStringLiteral("chart.copy"), QStringLiteral("copy"), tr("Copy the picture"),
                 tr("Of the chart that was clicked last, to the clipboard")),
            &QAction::triggered, this, [this] { copyPicture(current_); });
    setCurrent(nullptr);
}

void ChartTools::add(TimeChart* chart, bool shared) {
    (shared ? shared_ : own_).append(chart);
    chart->setCrosshairGroup(shared ? &crosshair_ : &ownCrosshair_);
    if (shared) {
        chart->setXAxis(axis_);
        chart->setSmoothing(smoothing_);
        chart->setSlidingWindow(window_);
    }
    connect(chart, &TimeChart::viewChanged, this, [this, chart] { follow(chart); });
    connect(chart, &TimeChart::activated, this, [this, chart] { setCurrent(chart); });
    connect(chart, &TimeChart::dataTableRequested, this, [this, chart] { showTable(chart); });
    connect(chart, &TimeChart::copyRequested, this, [this, chart] { copyPicture(chart); });
    if (current_ == nullptr) setCurrent(chart);
}

void ChartTools::follow(TimeChart* from) {
    const auto& group = shared_.contains(from) ? shared_ : own_;
    const bool zoomed = from->zoomed();
    const auto [low, high] = from->view();
    for (const auto& chart : group) {
        if (chart.isNull() || chart == from) continue;
        if (zoomed)
            chart->setView(low, high);
        else
            chart->resetView();
    }
}

void ChartTools::setCurrent(TimeChart* chart) {
    current_ = chart;
    for (QAction* action : actions_) {
        if (action->objectName() == QLatin1String("chart.pause")) continue;
        action->setEnabled(chart != nullptr);
    }
    if (QAction* log = action(QStringLiteral("chart.log")))
        log->setChecked(chart != nullptr && chart->logarithmic());
    const QString about = chart == nullptr ? QString() : tr(" (%1)").arg(chart->title());
    for (const auto* name : {"chart.log", "chart.table", "chart.copy"})
        if (QAction* each = action(QLatin1String(name))) each->setStatusTip(each->text() + about);
}

QAction* ChartTools::action(const QString& name) const {
    for (QAction* each : actions_)
        if (each->objectName() == name) return each;
    return nullptr;
}

void ChartTools::refresh() {
    for (const auto& group : {shared_, own_})
        for (const auto& chart : group)
            if (!chart.isNull()) chart->refresh();
    if (aligned_ && !paused_) align();
}

void ChartTools::alignCharts() {
    aligned_ = true;
    align();
}

void ChartTools::align() {
    std::optional<std::pair<double, double>> all;
    double left = 0;
    const auto eachVisible = [this](const auto& visit) {
        for (const auto& chart : shared_)
            if (!chart.isNull() && chart->isVisible()) visit(*chart);
    };
    eachVisible([&all](const TimeChart& chart) {
        const auto own = chart.ownRange();
        if (own && all)
            all = std::pair(std::min(all->first, own->first), std::max(all->second, own->second));
        else if (own)
            all = own;
    });
    eachVisible([&all](TimeChart& chart) { chart.setCommonRange(all); });
    eachVisible([&left](const TimeChart& chart) { left = std::max(left, chart.ownLeft()); });
    eachVisible([left](TimeChart& chart) { chart.alignLeft(left); });
}

void ChartTools::restyle() {
    for (QAction* each : actions_) each->setIcon(themedIcon(each->data().toString()));
    for (const auto& group : {shared_, own_})
        for (const auto& chart : group)
            if (!chart.isNull()) chart->restyle();
}

void ChartTools::setXAxis(XAxis axis) {
    if (axis == axis_) return;
    axis_ = axis;
    crosshair_.moveTo(std::nullopt);
    setSlidingWindow(std::nullopt);
    for (const auto& chart : shared_)
        if (!chart.isNull()) chart->setXAxis(axis);
    if (!axisBox_.isNull()) axisBox_->setCurrentIndex(static_cast<int>(axis));
    fillWindows();
    Q_EMIT xAxisChanged();
}

void ChartTools::setSmoothing(double weight) {
    smoothing_ = weight;
    for (const auto& chart : shared_)
        if (!chart.isNull()) chart->setSmoothing(weight);
    if (!slider_.isNull()) slider_->setValue(positionOf(weight));
    if (smoothingText_.isNull()) return;
    smoothingText_->setText(
        weight > 0 ? tr("about %Ln point(s)", nullptr, static_cast<int>(std::lround(1 / (1 - weight))))
                   : tr("off"));
    const QString help =
        tr("Thick lines are an exponential moving average, weight %1 for the past, without the bias "
           "towards zero at the start; raw values stand pale behind them")
            .arg(QLocale().toString(weight, 'g', 3));
    smoothingText_->setToolTip(help);
    slider_->setToolTip(help);
}

void ChartTools::setSlidingWindow(std::optional<double> width) {
    window_ = width;
    for (const auto& chart : shared_)
        if (!chart.isNull()) chart->setSlidingWindow(width);
    if (!width && !windowBox_.isNull()) windowBox_->setCurrentIndex(0);
}

void ChartTools::setPaused(bool paused) {
    paused_ = paused;
    for (const auto& group : {shared_, own_})
        for (const auto& chart : group)
            if (!chart.isNull()) chart->setPaused(paused);
    if (QAction* pause = action(QStringLiteral("chart.pause"))) pause->setChecked(paused);
}

void ChartTools::resetView() {
    const bool own = current_ != nullptr && own_.contains(current_);
    for (const auto& chart : own ? own_ : shared_)
        if (!chart.isNull()) chart->resetView();
}

void ChartTools::copyPicture(TimeChart* chart) {
    if (chart == nullptr) return;
    QGuiApplication::clipboard()->setPixmap(chart->picture());
    Q_EMIT pictureCopied(chart->title());
}

void ChartTools::showTable(TimeChart* chart) {
    if (chart == nullptr) return;
    auto* table = new ChartTable(*chart, chart->window());
    table->show();
}

void ChartTools::fillWindows() {
    if (windowBox_.isNull()) return;
    const QSignalBlocker blocker(windowBox_);
    windowBox_->clear();
    windowBox_->addItem(tr("whole run"));
    const QString unit = axis_ == XAxis::step      ? tr("last %1 steps")
                         : axis_ == XAxis::episode ? tr("last %1 episodes")
                                                   : tr("last %1 s");
    const QList<double> widths = axis_ == XAxis::step      ? QList<double>{5000, 20000, 100000, 500000}
                                 : axis_ == XAxis::episode ? QList<double>{100, 1000, 5000, 20000}
                                                           : QList<double>{10, 60, 300, 3600};
    for (const double width : widths) windowBox_->addItem(unit.arg(QLocale().toString(width, 'f', 0)), width);
}

QToolBar* ChartTools::toolBar(QWidget* parent) {
    auto* bar = new QToolBar(tr("Charts"), parent);
    bar->setObjectName(QStringLiteral("chartToolBar"));
    bar->setAccessibleName(tr("Charts"));
    bar->setMovable(false);
    bar->setIconSize({18, 18});
    const auto label = [bar](const QString& text) {
        auto* made = new QLabel(text, bar);
        made->setContentsMargins(spacing / 2, 0, 0, 0);
        bar->addWidget(made);
    };
    const auto add = [this, bar](const char* name) { bar->addAction(action(QLatin1String(name))); };
    add("chart.pause");
    bar->addSeparator();
    axisBox_ = new QComboBox(bar);
    axisBox_->setObjectName(QStringLiteral("chartXAxis"));
    axisBox_->setAccessibleName(tr("What the x axis counts"));
    axisBox_->setToolTip(axisBox_->accessibleName());
    axisBox_->addItems({tr("by step"), tr("by episode"), tr("by wall time")});
    bar->addWidget(axisBox_);
    windowBox_ = new QComboBox(bar);
    windowBox_->setObjectName(QStringLiteral("chartWindow"));
    windowBox_->setAccessibleName(tr("How much of the run is shown"));
    windowBox_->setToolTip(windowBox_->accessibleName());
    windowBox_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    bar->addWidget(windowBox_);
    bar->addSeparator();
    label(tr("Smooth"));
    slider_ = new QSlider(Qt::Horizontal, bar);
    slider_->setObjectName(QStringLiteral("chartSmoothing"));
    slider_->setAccessibleName(tr("Smoothing"));
    slider_->setRange(0, smoothing_end);
    slider_->setFixedWidth(12 * spacing);
    bar->addWidget(slider_);
    smoothingText_ = new QLabel(bar);
    smoothingText_->setObjectName(QStringLiteral("chartSmoothingText"));
    smoothingText_->setFont(numberFont());
    smoothingText_->setMinimumWidth(
        smoothingText_->fontMetrics().horizontalAdvance(tr("about %Ln point(s)", nullptr, 1000)) + spacing);
    bar->addWidget(smoothingText_);
    bar->addSeparator();
    for (const char* name :
         {"chart.zoomIn", "chart.zoomOut", "chart.panLeft", "chart.panRight", "chart.reset"})
        add(name);
    bar->addSeparator();
    for (const char* name : {"chart.log", "chart.table", "chart.copy"}) add(name);
    fillWindows();
    connect(axisBox_, &QComboBox::currentIndexChanged, this,
            [this](int at) { setXAxis(static_cast<XAxis>(at)); });
    connect(windowBox_, &QComboBox::currentIndexChanged, this, [this](int at) {
        const QVariant width = windowBox_->itemData(at);
        setSlidingWindow(width.isValid() ? std::optional(width.toDouble()) : std::nullopt);
    });
    connect(slider_, &QSlider::valueChanged, this, [this](int at) {
        if (positionOf(smoothing_) != at) setSmoothing(weightAt(at));
    });
    setSmoothing(smoothing_);
    return bar;
}

}  // namespace trimtab::ui
