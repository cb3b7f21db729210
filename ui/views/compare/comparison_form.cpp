// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare/comparison_form.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "core/agent/policy_factory.h"
#include "core/environment/seed_plan.h"
#include "core/load/load_pattern.h"
#include "ui/settings/theme.h"
#include "ui/text/core_text.h"
#include "ui/widgets/command_line_box.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

QListWidget* checkList(const QString& name, const QString& objectName, QWidget* parent) {
    auto* list = new QListWidget(parent);
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustIgnored);
    return list;
}

void addCheck(QListWidget* list, const QString& name, const QString& help, bool checked) {
    auto* item = new QListWidgetItem(name, list);
    item->setToolTip(help);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
}

bool isModel(const QUrl& url) {
    return url.isLocalFile() && (url.toLocalFile().endsWith(QLatin1String(".pt"), Qt::CaseInsensitive) ||
                                 QFileInfo(url.toLocalFile()).isDir());
}

}  // namespace

ComparisonForm::ComparisonForm(QWidget* parent) : QWidget(parent), message_(new InlineMessage(this)) {
    setAcceptDrops(true);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2 * spacing);
    grid->addWidget(buildModels(), 0, 0);
    grid->addWidget(buildPolicies(), 0, 1);
    grid->addWidget(buildOptions(), 0, 2);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 2);
    commandLine_ = new CommandLineBox(this);
    compare_ = new QPushButton(tr("Compare"), this);
    compare_->setObjectName(QStringLiteral("startComparison"));
    compare_->setAccessibleName(tr("Compare the models with the chosen policies"));
    evaluate_ = new QPushButton(tr("Evaluate only"), this);
    evaluate_->setObjectName(QStringLiteral("startEvaluation"));
    evaluate_->setAccessibleName(tr("Score the models and policies without comparing them"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(commandLine_, 1);
    buttons->addWidget(evaluate_);
    buttons->addWidget(compare_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(2 * spacing);
    column->addWidget(message_);
    column->addLayout(grid, 1);
    column->addLayout(buttons);
    connect(compare_, &QPushButton::clicked, this, [this] { Q_EMIT compareRequested(request()); });
    connect(evaluate_, &QPushButton::clicked, this, [this] { Q_EMIT evaluateRequested(request()); });
    refresh();
}

QWidget* ComparisonForm::buildModels() {
    auto* box = new QGroupBox(tr("Models"), this);
    models_ = new QListWidget(box);
    models_->setObjectName(QStringLiteral("comparisonModels"));
    models_->setAccessibleName(tr("Models to compare; several count as training seeds of one agent"));
    models_->setTextElideMode(Qt::ElideLeft);
    models_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* add = new QPushButton(tr("Add…"), box);
    add->setObjectName(QStringLiteral("addModel"));
    add->setAccessibleName(tr("Add a checkpoint"));
    remove_ = new QPushButton(tr("Remove"), box);
    remove_->setObjectName(QStringLiteral("removeModel"));
    remove_->setAccessibleName(tr("Remove the selected models"));
    auto* hint = new QLabel(
        tr("Drop checkpoints here, or select trainings under Runs. Several models count as training "
           "seeds of one agent."),
        box);
    hint->setWordWrap(true);
    auto* column = new QVBoxLayout(box);
    column->addWidget(models_, 1);
    column->addWidget(hint);
    auto* row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove_);
    row->addStretch();
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, [this] {
        for (const QString& file : QFileDialog::getOpenFileNames(this, tr("Add checkpoints"), resultsDir_,
                                                                 tr("Checkpoints (*.pt)")))
            addModel(file);
    });
    connect(remove_, &QPushButton::clicked, this, [this] {
        qDeleteAll(models_->selectedItems());
        refresh();
    });
    connect(models_, &QListWidget::itemSelectionChanged, this, &ComparisonForm::refresh);
    return box;
}

QWidget* ComparisonForm::buildPolicies() {
    auto* box = new QGroupBox(tr("Against"), this);
    policies_ = checkList(tr("Baselines and other policies"), QStringLiteral("comparisonPolicies"), box);
    const auto chosen = config::EvaluationConfig().policies;
    for (const agent::PolicyEntry& entry : agent::policy_table())
        addCheck(policies_, QString::fromStdString(entry.name), coreText(entry.description),
                 std::ranges::find(chosen, entry.name) != chosen.end());
    auto* column = new QVBoxLayout(box);
    column->addWidget(policies_);
    connect(policies_, &QListWidget::itemChanged, this, &ComparisonForm::refresh);
    return box;
}

QWidget* ComparisonForm::buildOptions() {
    auto* box = new QGroupBox(tr("Episodes"), this);
    patterns_ = checkList(tr("Load patterns"), QStringLiteral("comparisonPatterns"), box);
    for (const std::string& name : config::LoadConfig().patterns)
        addCheck(patterns_, QString::fromStdString(name), {}, true);
    patterns_->setFixedHeight(fontMetrics().height() * 5 + 6);
    runs_ = new QSpinBox(box);
    runs_->setObjectName(QStringLiteral("comparisonRuns"));
    runs_->setAccessibleName(tr("Episodes a load pattern"));
    runs_->setRange(1, environment::max_runs);
    runs_->setValue(20);
    published_ = new QCheckBox(tr("Expected improvements"), box);
    published_->setObjectName(QStringLiteral("comparisonPublished"));
    published_->setAccessibleName(tr("Also judge the expected improvements in profile published"));
    published_->setToolTip(published_->accessibleName());
    published_->setChecked(true);
    runs_->setSuffix(tr(" a pattern"));
    auto* column = new QVBoxLayout(box);
    column->addWidget(patterns_);
    column->addWidget(runs_);
    column->addWidget(published_);
    column->addStretch();
    connect(patterns_, &QListWidget::itemChanged, this, &ComparisonForm::refresh);
    connect(runs_, &QSpinBox::valueChanged, this, &ComparisonForm::refresh);
    connect(published_, &QCheckBox::toggled, this, &ComparisonForm::refresh);
    return box;
}

void ComparisonForm::setResultsDir(const QString& resultsDir) {
    resultsDir_ = resultsDir;
    refresh();
}

void ComparisonForm::setModels(const QStringList& models) {
    models_->clear();
    for (const QString& model : models) addModel(model);
    refresh();
}

void ComparisonForm::addModel(const QString& model) {
    if (!models().contains(model)) {
        auto* item = new QListWidgetItem(model, models_);
        item->setToolTip(model);
    }
    refresh();
}

QStringList ComparisonForm::models() const {
    QStringList out;
    for (int i = 0; i < models_->count(); ++i) out.append(models_->item(i)->text());
    return out;
}

QStringList ComparisonForm::checkedItems(const QListWidget& list) {
    QStringList out;
    for (int i = 0; i < list.count(); ++i)
        if (list.item(i)->checkState() == Qt::Checked) out.append(list.item(i)->text());
    return out;
}

runtime::EvaluationRequest ComparisonForm::request() const {
    runtime::EvaluationRequest request;
    for (const QString& model : models()) request.models.push_back(model.toStdString());
    for (const QString& policy : checkedItems(*policies_)) request.policies.push_back(policy.toStdString());
    request.overrides.push_back("evaluation.runs=" + std::to_string(runs_->value()));
    const QStringList patterns = checkedItems(*patterns_);
    if (patterns.size() < patterns_->count())
        request.overrides.push_back("evaluation.patterns=" + patterns.join(u',').toStdString());
    if (!published_->isChecked()) request.overrides.emplace_back("evaluation.published_improvements=false");
    request.results_dir = resultsDir_.toStdString();
    return request;
}

void ComparisonForm::refresh() {
    // Called while the parts are being made, too.
    if (compare_ == nullptr || evaluate_ == nullptr) return;
    const auto wanted = request();
    const bool anything = !wanted.models.empty() || !wanted.policies.empty();
    const bool patterns = !checkedItems(*patterns_).isEmpty();
    remove_->setEnabled(!models_->selectedItems().isEmpty());
    compare_->setEnabled(anything && patterns);
    evaluate_->setEnabled(anything && patterns);
    const QString reason = !patterns   ? tr("Choose at least one load pattern")
                           : !anything ? tr("Choose at least one model or policy")
                                       : QString();
    compare_->setToolTip(reason);
    commandLine_->setCommandLine(
        reason.isEmpty() ? QString::fromStdString(runtime::evaluation_command_line("compare", wanted))
                         : QString());
}

void ComparisonForm::dragEnterEvent(QDragEnterEvent* event) {
    if (std::ranges::any_of(event->mimeData()->urls(), isModel)) event->acceptProposedAction();
}

void ComparisonForm::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        if (isModel(url)) addModel(url.toLocalFile());
    event->acceptProposedAction();
}

}  // namespace trimtab::ui
