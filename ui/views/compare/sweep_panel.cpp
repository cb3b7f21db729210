// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare/sweep_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>

#include "core/results/build_info.h"
#include "core/results/sweep_report.h"
#include "ui/models/train_command.h"
#include "ui/settings/theme.h"
#include "ui/views/compare/report_page.h"
#include "ui/widgets/command_line_box.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {
namespace {

constexpr int reading_interval_ms = 5000;

}  // namespace

/// A reading and what is to be changed on the screen for it.
struct SweepPanel::Page {
    std::shared_ptr<const results::SweepReading> reading;
    std::string resultText;
    std::vector<results::ReportBlock> blocks;  ///< of the result; empty: there is none
    bool sameFolder = false, sameRuns = false, sameResult = false;
};

SweepPanel::SweepPanel(QWidget* parent)
    : QWidget(parent),
      message_(new InlineMessage(this)),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(QStringLiteral("diff"),
                            tr("No sweep is open. Open a sweep file or a folder that begins with sweep_."),
                            this)),
      title_(new QLabel(this)),
      comparison_(new QPushButton(tr("Open the comparison"), this)),
      command_(new CommandLineBox(this)),
      tabs_(new QTabWidget(this)),
      result_(new ReportPage(tr("Result of the sweep"), tabs_)),
      runs_(new TableView(tr("Runs of the sweep"), tabs_)) {
    title_->setObjectName(QStringLiteral("sweepTitle"));
    title_->setAccessibleName(tr("Open sweep"));
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    title_->setWordWrap(true);
    comparison_->setObjectName(QStringLiteral("sweepComparison"));
    comparison_->setAccessibleName(tr("Opens the best configurations beside the baselines"));
    comparison_->setToolTip(comparison_->accessibleName());
    tabs_->setObjectName(QStringLiteral("sweepTabs"));
    tabs_->setAccessibleName(tr("Sweep"));
    tabs_->setDocumentMode(true);
    result_->setObjectName(QStringLiteral("sweepResult"));
    tabs_->addTab(result_, tr("Configurations"));
    buildRuns();

    auto* shown = new QWidget(this);
    auto* header = new QHBoxLayout;
    header->addWidget(title_, 1);
    header->addWidget(comparison_);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(spacing, spacing, spacing, 0);
    head->addLayout(header);
    head->addWidget(command_);
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(tabs_, 1);
    stack_->addWidget(empty_);
    stack_->addWidget(shown);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(message_);
    outer->addWidget(stack_, 1);

    again_.setInterval(reading_interval_ms);
    connect(&again_, &QTimer::timeout, this, [this] {
        if (isVisible() && !reader_.busy()) readAgain();
    });
    connect(comparison_, &QPushButton::clicked, this,
            [this] { Q_EMIT comparisonRequested(QString::fromStdString(reading_->comparison.string())); });
}

void SweepPanel::buildRuns() {
    runs_->setObjectName(QStringLiteral("sweepRuns"));
    runs_->setModel(&runModel_);
    runs_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    runs_->setSortingEnabled(true);
    tabs_->addTab(runs_, tr("Runs"));
    connect(runs_, &TableView::activatedRow, this, [this](const QModelIndex& index) {
        const auto& header = runModel_.table().header;
        const auto column = std::ranges::find(header, "training") - header.begin();
        const QString training = index.siblingAtColumn(static_cast<int>(column)).data().toString();
        if (!training.isEmpty())
            Q_EMIT runRequested(QString::fromStdString((reading_->folder / training.toStdString()).string()));
    });
}

void SweepPanel::openFolder(const QString& folder) {
    const std::filesystem::path path = folder.toStdString();
    open([path](StopToken stop) { return results::read_sweep(path, stop); }, {});
}

void SweepPanel::openFile(const QString& file, const QString& resultsDir) {
    const std::filesystem::path path = file.toStdString(), results = resultsDir.toStdString();
    open([path, results](StopToken) { return results::read_sweep_plan(path, results); },
         QStringLiteral("trimtab sweep %1 --results-dir %2").arg(shellWord(file), shellWord(resultsDir)));
}

std::function<Expected<SweepPanel::Page>(StopToken)> SweepPanel::prepare(Read read) const {
    return
        [read = std::move(read), before = reading_, shown = resultText_](StopToken stop) -> Expected<Page> {
            auto reading = read(stop);
            if (!reading) return Unexpected<Error>(reading.error());
            Page page;
            if (reading->result) page.resultText = results::sweep_to_json(*reading->result);
            page.sameFolder = before && before->folder == reading->folder;
            page.sameRuns = page.sameFolder && before->runs == reading->runs;
            page.sameResult = page.sameFolder && shown == page.resultText;
            if (reading->result && !page.sameResult) {
                results::Report report = results::sweep_report(*reading->result, results::program_name());
                for (auto& section : report.sections)
                    std::ranges::move(section.blocks, std::back_inserter(page.blocks));
            }
            page.reading = std::make_shared<const results::SweepReading>(std::move(*reading));
            return page;
        };
}

void SweepPanel::open(Read read, const QString& command) {
    again_.stop();
    reader_.run<Page>(prepare(read), [this, read, command](Expected<Page> page) {
        if (!page) {
            message_->showError(page.error());
            return;
        }
        message_->hide();
        read_ = read;
        command_->setCommandLine(command);
        command_->setVisible(!command.isEmpty());
        show(std::move(*page));
        Q_EMIT opened(QString::fromStdString(reading_->folder.string()));
    });
}

void SweepPanel::readAgain() {
    reader_.run<Page>(prepare(read_), [this](Expected<Page> page) {
        if (page) show(std::move(*page));
    });
}

void SweepPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (again_.isActive() && !reader_.busy()) readAgain();
}

QString SweepPanel::summary() const {
    QStringList parts{
        tr("%1 of %n run(s) finished", nullptr, static_cast<int>(reading_->planned)).arg(reading_->finished)};
    if (reading_->failed > 0) parts << tr("%1 failed").arg(reading_->failed);
    if (reading_->started > 0) parts << tr("%1 started").arg(reading_->started);
    if (reading_->result && reading_->result->finished < reading_->finished)
        parts << tr("the result has %1 of them: trimtab sweep --collect").arg(reading_->result->finished);
    return parts.join(QStringLiteral(" · "));
}

void SweepPanel::showRuns(const results::ReportTable& runs) {
    runModel_.setTable(runs);
    if (const auto* order = runs_->horizontalHeader(); order->sortIndicatorSection() >= 0)
        runModel_.sort(order->sortIndicatorSection(), order->sortIndicatorOrder());
}

void SweepPanel::show(Page page) {
    reading_ = std::move(page.reading);
    resultText_ = std::move(page.resultText);
    title_->setText(QStringLiteral("<b>%1</b>&nbsp; %2")
                        .arg(QString::fromStdString(reading_->name).toHtmlEscaped(), summary()));
    comparison_->setVisible(!reading_->comparison.empty());
    if (!page.sameRuns) {
        const int scrolled = runs_->verticalScrollBar()->value();
        showRuns(reading_->runs);
        if (page.sameFolder)
            runs_->verticalScrollBar()->setValue(scrolled);
        else
            runs_->fitColumns();
    }
    if (!page.sameResult) {
        if (page.blocks.empty())
            page.blocks.emplace_back(
                tr("There are no numbers yet: no run has finished and been collected.").toStdString());
        result_->setBlocks(std::move(page.blocks));
    }
    if (!page.sameFolder) tabs_->setCurrentIndex(reading_->result ? 0 : 1);
    stack_->setCurrentIndex(1);
    if (reading_->finished + reading_->failed < reading_->planned)
        again_.start();
    else
        again_.stop();
}

}  // namespace trimtab::ui
