// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare/curves_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/results/run_folder.h"
#include "ui/charts/figure_canvas.h"
#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"
#include "ui/widgets/empty_state.h"

namespace trimtab::ui {
namespace {

enum class Subject { episodeReturn, components, diagnostics };

using Rows = std::shared_ptr<const results::TrainingRows>;

struct CurvesAnswer {
    results::FigureSpec figure;
    std::map<std::filesystem::path, Rows> read;
};

Expected<Rows> readRows(const results::LibraryRun& run) {
    using telemetry::RowKind;
    const auto metrics =
        results::read_metrics(run.folder, {RowKind::episode, RowKind::update, RowKind::evaluation});
    if (!metrics) return Unexpected<Error>(metrics.error());
    const std::string name = run.folder.filename().string();
    return std::make_shared<const results::TrainingRows>(
        results::training_rows(name, run.group.empty() ? name : run.group, metrics->rows));
}

/// With two seeds a band is often many times higher than the curve; the picture follows the curves, and the
/// note under it says that values lie outside.
void limitToCurves(results::FigurePanel& panel) {
    std::vector<double> values;
    double low = INFINITY, high = -INFINITY;
    for (const results::FigureSeries& series : panel.series)
        for (const double y : series.y) {
            if (!std::isfinite(y)) continue;
            low = std::min(low, y);
            high = std::max(high, y);
        }
    for (const results::FigureSeries& series : panel.series)
        for (const auto* side : {&series.low, &series.high})
            std::ranges::copy_if(*side, std::back_inserter(values),
                                 [](double v) { return std::isfinite(v); });
    if (values.empty() || !(low < high)) return;
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * (values.size() - 1))];
    };
    panel.y.minimum = std::min(low, at(0.05));
    panel.y.maximum = std::max(high, at(0.95));
}

Expected<CurvesAnswer> makeCurves(const std::vector<results::LibraryRun>& runs,
                                  const std::map<std::filesystem::path, Rows>& known, Subject subject,
                                  const results::CurveOptions& options, StopToken stop) {
    CurvesAnswer answer;
    std::vector<results::TrainingRows> rows;
    for (const results::LibraryRun& run : runs) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "another selection was made");
        const auto found = known.find(run.folder);
        const auto read = found == known.end() ? readRows(run) : Expected<Rows>(found->second);
        if (!read) return Unexpected<Error>(read.error());
        rows.push_back(**read);
        if (run.state != results::RunState::running) answer.read[run.folder] = *read;
        if (subject == Subject::components) break;
    }
    switch (subject) {
        case Subject::episodeReturn:
            answer.figure = results::reward_curve_figure(rows, options);
            for (results::FigurePanel& panel : answer.figure.panels) limitToCurves(panel);
            break;
        case Subject::components:
            answer.figure = results::reward_components_figure(rows.front(), options);
            break;
        case Subject::diagnostics:
            answer.figure = results::training_diagnostics_figure(rows);
            answer.figure.layout = results::FigureLayout::grid;
            answer.figure.columns = 3;
            break;
    }
    for (const results::LibraryRun& run : runs)
        answer.figure.provenance.run_ids.push_back(run.folder.filename().string());
    return answer;
}

}  // namespace

CurvesPanel::CurvesPanel(QWidget* parent)
    : QWidget(parent),
      subject_(new QComboBox(this)),
      separate_(new QCheckBox(tr("Each run by itself"), this)),
      smoothing_(new QSlider(Qt::Horizontal, this)),
      stack_(new QStackedWidget(this)),
      canvas_(new FigureCanvas(tr("Training curves"), this)),
      empty_(new EmptyState(QStringLiteral("chart"),
                            tr("No training is selected. Select one or several in the list of runs."),
                            this)) {
    subject_->setObjectName(QStringLiteral("curveSubject"));
    subject_->setAccessibleName(tr("What the curves show"));
    subject_->addItem(tr("Episode return"), static_cast<int>(Subject::episodeReturn));
    subject_->addItem(tr("Reward components"), static_cast<int>(Subject::components));
    subject_->addItem(tr("PPO diagnostics"), static_cast<int>(Subject::diagnostics));
    separate_->setObjectName(QStringLiteral("curveSeparate"));
    separate_->setAccessibleName(tr("Each run by itself instead of mean and band over seeds"));
    separate_->setToolTip(separate_->accessibleName());
    smoothing_->setObjectName(QStringLiteral("curveSmoothing"));
    smoothing_->setAccessibleName(tr("Smoothing: weight of the past"));
    smoothing_->setToolTip(tr("Weight of the past, 0 to 0.99; the caption of the exported figure tells it"));
    smoothing_->setRange(0, 99);
    smoothing_->setValue(90);
    smoothing_->setFixedWidth(120);
    auto* smoothingLabel = new QLabel(tr("Smoothing 0.90"), this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing, spacing, spacing, 0);
    row->setSpacing(spacing);
    row->addWidget(subject_);
    row->addWidget(separate_);
    row->addStretch();
    row->addWidget(smoothingLabel);
    row->addWidget(smoothing_);
    stack_->addWidget(canvas_);
    stack_->addWidget(empty_);
    stack_->setCurrentWidget(empty_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(stack_, 1);
    connect(subject_, &QComboBox::currentIndexChanged, this, &CurvesPanel::draw);
    connect(separate_, &QCheckBox::toggled, this, &CurvesPanel::draw);
    connect(smoothing_, &QSlider::valueChanged, this, [this, smoothingLabel](int percent) {
        smoothingLabel->setText(tr("Smoothing %1").arg(percent / 100.0, 0, 'f', 2));
        draw();
    });
    connect(canvas_, &FigureCanvas::dataTableRequested, this, &CurvesPanel::dataTableRequested);
    connect(canvas_, &FigureCanvas::exportRequested, this, [this] {
        QStringList folders;
        for (const auto& run : runs_) folders.append(QString::fromStdString(run.folder.string()));
        Q_EMIT exportRequested(folders);
    });
}

void CurvesPanel::setRuns(const std::vector<results::LibraryRun>& runs) {
    runs_.clear();
    std::ranges::copy_if(runs, std::back_inserter(runs_),
                         [](const auto& run) { return run.kind == "training"; });
    draw();
}

void CurvesPanel::draw() {
    if (runs_.empty()) {
        reader_.cancel();
        stack_->setCurrentWidget(empty_);
        return;
    }
    const auto subject = static_cast<Subject>(subject_->currentData().toInt());
    separate_->setEnabled(subject == Subject::episodeReturn);
    const results::CurveOptions options{.smoothing = smoothing_->value() / 100.0,
                                        .overlay = separate_->isChecked()};
    reader_.run<CurvesAnswer>([runs = runs_, known = read_, subject, options](
                                  StopToken stop) { return makeCurves(runs, known, subject, options, stop); },
                              [this](Expected<CurvesAnswer> answer) {
                                  stack_->setCurrentWidget(canvas_);
                                  if (answer) {
                                      read_.merge(answer->read);
                                      canvas_->setFigure(std::move(answer->figure));
                                  } else {
                                      canvas_->setEmpty(errorSentence(answer.error()));
                                  }
                              });
}

}  // namespace trimtab::ui
