// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare/checkpoint_panel.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "core/config/config_writer.h"
#include "core/environment/observation.h"
#include "ui/settings/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {

using results::ReportTable;

namespace {

bool isCheckpoint(const QUrl& url) {
    return url.isLocalFile() && url.toLocalFile().endsWith(QLatin1String(".pt"), Qt::CaseInsensitive);
}

QString roleText(results::TensorRole role) {
    switch (role) {
        case results::TensorRole::weight:
            return CheckpointPanel::tr("weight");
        case results::TensorRole::normalizer:
            return CheckpointPanel::tr("normaliser");
        case results::TensorRole::optimizer:
            return CheckpointPanel::tr("optimiser");
        case results::TensorRole::text:
            return CheckpointPanel::tr("text");
        case results::TensorRole::state:
            return CheckpointPanel::tr("state");
    }
    return {};
}

ReportTable tensorTable(const results::CheckpointContents& contents) {
    results::ReportTable table;
    for (const QString& title :
         {CheckpointPanel::tr("Tensor"), CheckpointPanel::tr("Role"), CheckpointPanel::tr("Shape"),
          CheckpointPanel::tr("Type"), CheckpointPanel::tr("Bytes")})
        table.header.push_back(title.toStdString());
    std::vector<const results::TensorEntry*> entries;
    for (const results::TensorEntry& entry : contents.tensors) entries.push_back(&entry);
    std::ranges::stable_sort(entries, [](const auto* a, const auto* b) { return a->role < b->role; });
    for (const results::TensorEntry* entry : entries)
        table.rows.push_back({entry->name, roleText(entry->role).toStdString(), entry->shape_text(),
                              entry->type_text(), std::to_string(entry->bytes)});
    return table;
}

QString observationText(const results::CheckpointContents& contents) {
    if (contents.observation_size == environment::observation_size)
        return CheckpointPanel::tr("%1 values").arg(contents.observation_size);
    return contents.observation_size == environment::extended_observation_size
               ? CheckpointPanel::tr("%1 values (extended)").arg(contents.observation_size)
               : CheckpointPanel::tr("%1 values, which the workbench's cluster does not give")
                     .arg(contents.observation_size);
}

}  // namespace

CheckpointPanel::CheckpointPanel(QWidget* parent)
    : QWidget(parent),
      message_(new InlineMessage(this)),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(QStringLiteral("checkpoint"),
                            tr("No checkpoint is open. Drop a .pt file here, or choose one."), this)),
      title_(new QLabel(this)),
      factsBox_(new QWidget(this)),
      tensors_(new TableView(tr("Tensors of the checkpoint"), this)) {
    setAcceptDrops(true);
    empty_->setAction(tr("Open a checkpoint…"), [this] { chooseFile(); });
    title_->setAccessibleName(tr("Open checkpoint"));
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    tensors_->setObjectName(QStringLiteral("tensorTable"));
    tensors_->setModel(&tensorModel_);
    tensors_->setSortingEnabled(false);

    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(spacing, spacing, spacing, 0);
    buttons->addWidget(title_, 1);
    const auto add = [&](const QString& text, const char* objectName, const QString& help, auto run) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(objectName));
        button->setAccessibleName(help);
        button->setToolTip(help);
        connect(button, &QPushButton::clicked, this, run);
        buttons->addWidget(button);
    };
    const auto file = [this] { return QString::fromStdString(contents_->file.string()); };
    add(tr("Watch"), "watchCheckpoint", tr("One episode of it, step by step"),
        [this, file] { Q_EMIT watchRequested(file()); });
    add(tr("Evaluate"), "evaluateCheckpoint", tr("Scores it on the test episodes"),
        [this, file] { Q_EMIT evaluateRequested(file()); });
    add(tr("Compare…"), "compareCheckpoint", tr("Compares it with baselines"),
        [this, file] { Q_EMIT compareRequested(file()); });
    add(tr("Its configuration"), "checkpointConfig", tr("Opens its configuration in the experiment editor"),
        [this] {
            if (contents_->config)
                Q_EMIT configRequested(
                    QString::fromStdString(config::to_yaml(*contents_->config, {.only_differences = true})),
                    QString::fromStdString(contents_->file.filename().string()));
        });
    add(tr("Open…"), "openCheckpoint", tr("Opens another checkpoint"), [this] { chooseFile(); });

    facts_ = new QFormLayout(factsBox_);
    facts_->setContentsMargins(spacing, spacing, spacing, spacing);
    facts_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(factsBox_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Provenance of the checkpoint"));
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(scroll);
    split->addWidget(tensors_);
    split->setChildrenCollapsible(false);
    split->setSizes({300, 300});
    auto* shown = new QWidget(this);
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(buttons);
    column->addWidget(split, 1);
    stack_->addWidget(empty_);
    stack_->addWidget(shown);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(message_);
    outer->addWidget(stack_, 1);
}

void CheckpointPanel::chooseFile() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Open a checkpoint"), {}, tr("Checkpoints (*.pt)"));
    if (!file.isEmpty()) openFile(file);
}

void CheckpointPanel::openFile(const QString& file) {
    reader_.run<results::CheckpointContents>(
        [file](StopToken) { return results::read_checkpoint_contents(file.toStdString()); },
        [this, file](Expected<results::CheckpointContents> contents) {
            if (contents) {
                message_->hide();
                show(std::move(*contents));
                Q_EMIT opened(file);
            } else {
                message_->showError(contents.error());
                Q_EMIT refused(file);
            }
        });
}

void CheckpointPanel::show(results::CheckpointContents contents) {
    contents_ = std::make_shared<const results::CheckpointContents>(std::move(contents));
    const results::CheckpointContents& c = *contents_;
    title_->setText(
        QStringLiteral("<b>%1</b>").arg(QString::fromStdString(c.file.filename().string()).toHtmlEscaped()));
    title_->setToolTip(QString::fromStdString(c.file.string()));
    while (facts_->rowCount() > 0) facts_->removeRow(0);
    const auto fact = [this](const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        auto* label = new QLabel(value, factsBox_);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        facts_->addRow(name, label);
    };
    fact(tr("Folder"), QString::fromStdString(c.file.parent_path().string()));
    fact(tr("Written by"), QString::fromStdString(c.provenance));
    fact(tr("Size"),
         tr("%1, %2 parameters")
             .arg(bytesText(static_cast<double>(c.bytes)), numberText(static_cast<double>(c.parameters), 0)));
    fact(tr("Observation"), observationText(c));
    fact(tr("Kind"), c.resumable ? tr("Training can be resumed from it") : tr("Weights only"));
    if (c.config) {
        const config::Config& config = *c.config;
        fact(tr("Profile"), QString::fromStdString(config.environment.profile));
        fact(tr("Training seed"), QString::number(config.training.seed));
        fact(tr("Network"),
             tr("%n layer(s) of %1", nullptr, config.agent.num_layers).arg(config.agent.hidden_size));
        fact(tr("Configuration"), QString::fromStdString(config::config_hash(config).substr(0, 12)));
    } else {
        fact(tr("Configuration"), QString::fromStdString(c.config_problem));
    }
    fact(tr("SHA-256"), QString::fromStdString(c.sha256.substr(0, 16)));
    tensorModel_.setTable(tensorTable(c));
    tensors_->fitColumns();
    stack_->setCurrentIndex(1);
}

void CheckpointPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (std::ranges::any_of(event->mimeData()->urls(), isCheckpoint)) event->acceptProposedAction();
}

void CheckpointPanel::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        if (isCheckpoint(url)) {
            openFile(url.toLocalFile());
            break;
        }
    event->acceptProposedAction();
}

}  // namespace trimtab::ui
