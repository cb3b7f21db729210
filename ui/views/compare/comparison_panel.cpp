// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare/comparison_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "core/results/comparison_metrics.h"
#include "core/results/figure_evaluation.h"
#include "core/results/figure_labels.h"
#include "core/results/report_evaluation.h"
#include "core/results/run_names.h"
#include "core/telemetry/metric_registry.h"
#include "ui/settings/theme.h"
#include "ui/views/compare/report_page.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

const std::vector<results::ReportBlock>* blocksOf(const results::Report& report, const std::string& heading) {
    for (const results::ReportSection& section : report.sections)
        if (section.heading == heading) return &section.blocks;
    return nullptr;
}

std::vector<results::ReportBlock> radarBlocks(const results::ComparisonResult& comparison) {
    results::FigureSpec radar = results::radar_figure(comparison);
    const std::string caption = radar.caption;
    return {std::move(radar), caption};
}

}  // namespace

struct ComparisonPanel::Reading {
    QString folder;
    std::shared_ptr<const results::ComparisonRun> run;
    results::Report report;
    std::vector<results::ReportBlock> radar;
    std::vector<results::ReportBlock> numbers;  ///< tables by pattern
};

ComparisonPanel::ComparisonPanel(QWidget* parent)
    : QWidget(parent),
      message_(new InlineMessage(this)),
      stack_(new QStackedWidget(this)),
      empty_(
          new EmptyState(QStringLiteral("mode-compare"),
                         tr("No comparison is open. Open one from the list of runs, or compare a model with "
                            "baselines."),
                         this)),
      title_(new QLabel(this)),
      tabs_(new QTabWidget(this)),
      metric_(new QComboBox(this)) {
    empty_->setAction(tr("New comparison"), [this] { Q_EMIT newComparisonRequested(); });
    title_->setAccessibleName(tr("Open comparison"));
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    tabs_->setObjectName(QStringLiteral("comparisonTabs"));
    tabs_->setAccessibleName(tr("Result of the comparison"));
    tabs_->setDocumentMode(true);
    metric_->setObjectName(QStringLiteral("differenceMetric"));
    metric_->setAccessibleName(tr("Metric of the differences"));
    metric_->hide();  // until a comparison gives it a place
    auto* exporting = new QPushButton(tr("Export…"), this);
    exporting->setObjectName(QStringLiteral("exportComparison"));
    exporting->setAccessibleName(tr("Export the figures and the report"));

    auto* shown = new QWidget(this);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(spacing, spacing, spacing, 0);
    header->addWidget(title_, 1);
    header->addWidget(exporting);
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(header);
    column->addWidget(tabs_, 1);
    stack_->addWidget(empty_);
    stack_->addWidget(shown);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(message_);
    outer->addWidget(stack_, 1);
    connect(exporting, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(folder_); });
    connect(metric_, &QComboBox::currentIndexChanged, this, &ComparisonPanel::showDifferences);
}

Expected<ComparisonPanel::Reading> ComparisonPanel::read(const QString& folder) {
    const std::filesystem::path path = results::without_trailing_slash(folder.toStdString());
    auto run = results::read_comparison(path);
    if (!run) return Unexpected<Error>(run.error());
    results::ReportSource source;
    source.name = path.filename().string();
    // A folder without a manifest still has its numbers.
    if (const auto manifest = results::read_manifest(path)) source = results::report_source(*manifest);
    Reading reading;
    reading.folder = folder;
    reading.report = results::evaluation_report(run->evaluation, run->comparison, source);
    reading.radar = radarBlocks(run->comparison);
    reading.numbers = {results::return_table(run->comparison), results::pattern_table(run->comparison),
                       results::quality_table(run->comparison), results::resource_table(run->comparison)};
    reading.run = std::make_shared<const results::ComparisonRun>(std::move(*run));
    return reading;
}

void ComparisonPanel::openFolder(const QString& folder) {
    reader_.run<Reading>([folder](StopToken) { return read(folder); },
                         [this](Expected<Reading> reading) {
                             if (reading) {
                                 message_->hide();
                                 present(std::move(*reading));
                             } else {
                                 message_->showError(reading.error());
                             }
                         });
}

void ComparisonPanel::addPage(const QString& title, const QString& objectName,
                              std::vector<results::ReportBlock> blocks) {
    auto* page = new ReportPage(title, tabs_);
    page->setObjectName(objectName);
    page->setBlocks(std::move(blocks));
    connect(page, &ReportPage::dataTableRequested, this, &ComparisonPanel::dataTableRequested);
    connect(page, &ReportPage::exportRequested, this, [this] { Q_EMIT exportRequested(folder_); });
    tabs_->addTab(page, title);
}

void ComparisonPanel::present(Reading reading) {
    folder_ = reading.folder;
    run_ = reading.run;
    const results::ComparisonResult& comparison = run_->comparison;
    const int tab = tabs_->currentIndex();
    metric_->setParent(this);
    while (tabs_->count() > 0) delete tabs_->widget(0);
    title_->setText(QStringLiteral("<b>%1</b>&nbsp; %2")
                        .arg(QString::fromStdString(
                                 results::without_trailing_slash(folder_.toStdString()).filename().string())
                                 .toHtmlEscaped(),
                             tr("%n episode(s) a pattern", nullptr, comparison.runs)));

    const auto section = [&](const char* heading) {
        const auto* blocks = blocksOf(reading.report, heading);
        return blocks == nullptr ? std::vector<results::ReportBlock>() : *blocks;
    };
    addPage(tr("Verdicts"), QStringLiteral("verdictPage"), section("Verdicts"));
    addPage(tr("Radar"), QStringLiteral("radarPage"), std::move(reading.radar));

    auto* differences = new QWidget(tabs_);
    auto* column = new QVBoxLayout(differences);
    column->setContentsMargins(spacing, spacing, 0, 0);
    column->addWidget(metric_, 0, Qt::AlignLeft);
    metric_->show();
    differences_ = new ReportPage(tr("Differences"), differences);
    differences_->setObjectName(QStringLiteral("differencePage"));
    connect(differences_, &ReportPage::dataTableRequested, this, &ComparisonPanel::dataTableRequested);
    connect(differences_, &ReportPage::exportRequested, this, [this] { Q_EMIT exportRequested(folder_); });
    column->addWidget(differences_, 1);
    tabs_->addTab(differences, tr("Differences"));
    {
        const QSignalBlocker quiet(metric_);
        const QString before = metric_->currentData().toString();
        metric_->clear();
        for (const results::ComparisonMetric& metric : results::comparison_metrics()) {
            if (!metric.compared) continue;
            const auto id = telemetry::find_metric(std::string(metric.name));
            const std::string name(metric.name);
            metric_->addItem(QString::fromStdString(id ? results::metric_axis(*id).text() : name),
                             QString::fromStdString(name));
        }
        metric_->setCurrentIndex(std::max(0, metric_->findData(before)));
    }
    showDifferences();

    addPage(tr("By pattern"), QStringLiteral("patternPage"), std::move(reading.numbers));
    addPage(tr("Expected improvements"), QStringLiteral("improvementPage"), section("Expected improvements"));
    addPage(tr("Equal cost"), QStringLiteral("costPage"), section("At equal cost"));
    addPage(tr("Ceiling"), QStringLiteral("ceilingPage"), section("Distance to the ceiling"));
    auto methods = section("Methods");
    for (const auto& block : section("Notes")) methods.push_back(block);
    for (const auto& block : section("Source")) methods.push_back(block);
    addPage(tr("Methods"), QStringLiteral("methodPage"), methods);
    tabs_->setCurrentIndex(std::max(0, tab));
    stack_->setCurrentIndex(1);
    Q_EMIT opened(folder_);
}

void ComparisonPanel::showDifferences() {
    if (!run_ || differences_ == nullptr) return;
    const std::string metric = metric_->currentData().toString().toStdString();
    results::FigureSpec figure = results::paired_differences_figure(run_->comparison, metric);
    if (results::check_figure(figure))
        differences_->setBlocks({std::move(figure)});
    else
        differences_->setBlocks({tr("There is no pair of policies to compare.").toStdString()});
}

}  // namespace trimtab::ui
