// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/experiment_panel.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/models/train_command.h"
#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"
#include "ui/views/train/experiment_form.h"
#include "ui/views/train/load_preview.h"
#include "ui/views/train/yaml_editor.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

constexpr int recovery_pause_ms = 1000;
const auto preset_folder = QStringLiteral(":/presets/");

}  // namespace

ExperimentPanel::ExperimentPanel(ExperimentDocument& document, Settings& settings, QWidget* parent)
    : QWidget(parent),
      document_(document),
      settings_(settings),
      message_(new InlineMessage(this)),
      form_(new ExperimentForm(document, this)),
      editor_(new YamlEditor(document, this)),
      preview_(new LoadPreview(this)) {
    setObjectName(QStringLiteral("experimentPanel"));
    problems_ = new QLabel(this);
    problems_->setObjectName(QStringLiteral("experimentProblems"));
    problems_->setWordWrap(true);
    problems_->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    problems_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    reward_ = new QLabel(this);
    reward_->setObjectName(QStringLiteral("rewardFormula"));
    reward_->setWordWrap(true);
    reward_->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    auto* left = new QWidget(this);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(makeFilterBar());
    leftColumn->addWidget(form_, 1);
    auto* text = new QWidget(this);
    auto* textColumn = new QVBoxLayout(text);
    textColumn->setContentsMargins(0, 0, 0, 0);
    textColumn->setSpacing(0);
    textColumn->addWidget(editor_, 1);
    textColumn->addWidget(problems_);
    auto* below = new QWidget(this);
    auto* belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 0, 0, 0);
    belowColumn->setSpacing(0);
    belowColumn->addWidget(reward_);
    belowColumn->addWidget(preview_, 1);
    auto* right = new QSplitter(Qt::Vertical, this);
    right->addWidget(text);
    right->addWidget(below);
    right->setStretchFactor(0, 1);
    right->setStretchFactor(1, 1);
    right->setSizes({300, 300});
    right->setChildrenCollapsible(false);
    auto* both = new QSplitter(Qt::Horizontal, this);
    both->setObjectName(QStringLiteral("experimentSplitter"));
    both->addWidget(left);
    both->addWidget(right);
    both->setStretchFactor(0, 1);
    both->setStretchFactor(1, 1);
    both->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(message_);
    column->addWidget(both, 1);

    recovery_.setSingleShot(true);
    recovery_.setInterval(recovery_pause_ms);
    connect(&recovery_, &QTimer::timeout, this,
            [this] { settings_.setUnsavedConfig(document_.modified() ? document_.text() : QString()); });
    connect(form_, &ExperimentForm::refused, this, [this](const QString& reason) {
        message_->showMessage(MessageTone::warning, tr("The field cannot change the text"), reason);
    });
    connect(problems_, &QLabel::linkActivated, this,
            [this](const QString& line) { editor_->showLine(line.toInt()); });
    connect(&document_, &ExperimentDocument::changed, this, [this] {
        refresh();
        recovery_.start();
    });
    connect(&document_, &ExperimentDocument::titleChanged, this, &ExperimentPanel::refreshTitle);
    refresh();
    refreshTitle();
    restyle();
}

QToolButton* ExperimentPanel::button(const char* name, const QString& icon, const QString& text,
                                     const QString& help) {
    auto* made = new QToolButton(this);
    made->setObjectName(QLatin1String(name));
    made->setProperty("iconName", icon);
    made->setText(text);
    made->setAccessibleName(text);
    made->setToolTip(help);
    made->setAutoRaise(true);
    return made;
}

QWidget* ExperimentPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    row->setSpacing(spacing / 2);
    title_ = new QLabel(bar);
    title_->setObjectName(QStringLiteral("experimentTitle"));
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* presets = button("experimentPresets", QStringLiteral("preset"), tr("Presets"),
                           tr("Configurations that come with the program"));
    presets->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    presets->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(presets);
    fillPresets(*menu);
    presets->setMenu(menu);
    auto* open =
        button("experimentOpen", QStringLiteral("open"), tr("Open"), tr("Opens a configuration file"));
    auto* save = button("experimentSave", QStringLiteral("save"), tr("Save"), tr("Saves the configuration"));
    auto* saveAs =
        button("experimentSaveAs", QStringLiteral("export"), tr("Save as"), tr("Saves under another name"));
    undo_ = button("experimentUndo", QStringLiteral("undo"), tr("Undo"), tr("Takes the last change back"));
    redo_ = button("experimentRedo", QStringLiteral("redo"), tr("Redo"), tr("Does it again"));
    row->addWidget(presets);
    for (QToolButton* each : {open, save, saveAs, undo_, redo_}) row->addWidget(each);
    row->addWidget(title_, 1);
    connect(open, &QToolButton::clicked, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("Open a configuration"), document_.file(),
                                         tr("Configurations (*.yaml *.yml *.json);;All files (*)"));
        if (!file.isEmpty()) this->open(file);
    });
    connect(save, &QToolButton::clicked, this, &ExperimentPanel::save);
    connect(saveAs, &QToolButton::clicked, this, &ExperimentPanel::saveAs);
    QUndoStack& stack = document_.undoStack();
    connect(undo_, &QToolButton::clicked, &stack, &QUndoStack::undo);
    connect(redo_, &QToolButton::clicked, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::canUndoChanged, undo_, &QWidget::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, redo_, &QWidget::setEnabled);
    undo_->setEnabled(stack.canUndo());
    redo_->setEnabled(stack.canRedo());
    return bar;
}

QWidget* ExperimentPanel::makeFilterBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    row->setSpacing(spacing);
    search_ = new QLineEdit(bar);
    search_->setObjectName(QStringLiteral("experimentSearch"));
    search_->setAccessibleName(tr("Search keys"));
    search_->setPlaceholderText(tr("Search keys"));
    search_->setClearButtonEnabled(true);
    advanced_ = new QCheckBox(tr("All keys"), bar);
    advanced_->setObjectName(QStringLiteral("experimentAdvanced"));
    advanced_->setAccessibleName(tr("Show rarely used keys too"));
    advanced_->setToolTip(advanced_->accessibleName());
    onlyDifferences_ = new QCheckBox(tr("Only changed"), bar);
    onlyDifferences_->setObjectName(QStringLiteral("experimentOnlyDifferences"));
    onlyDifferences_->setAccessibleName(tr("Show only what differs from the profile's default"));
    onlyDifferences_->setToolTip(onlyDifferences_->accessibleName());
    row->addWidget(search_, 1);
    row->addWidget(advanced_);
    row->addWidget(onlyDifferences_);
    connect(search_, &QLineEdit::textChanged, this, &ExperimentPanel::applyFilter);
    connect(advanced_, &QCheckBox::toggled, this, &ExperimentPanel::applyFilter);
    connect(onlyDifferences_, &QCheckBox::toggled, this, &ExperimentPanel::applyFilter);
    return bar;
}

QStringList ExperimentPanel::presets() { return QDir(preset_folder).entryList(QDir::Files, QDir::Name); }

void ExperimentPanel::fillPresets(QMenu& menu) {
    for (const QString& name : presets())
        menu.addAction(name, this, [this, name] { openPreset(name); })
            ->setObjectName(QStringLiteral("preset.") + name);
}

void ExperimentPanel::applyFilter() {
    FieldFilter filter;
    filter.words = search_->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    filter.advanced = advanced_->isChecked();
    filter.onlyDifferences = onlyDifferences_->isChecked();
    form_->setFilter(filter);
}

void ExperimentPanel::refresh() {
    const auto& issues = document_.issues();
    problems_->setVisible(!issues.empty());
    if (!issues.empty()) {
        const config::ConfigIssue& first = issues.front();
        const QString red = themeColors().danger.name();
        const QString where =
            first.line > 0
                ? tr("<a href=\"%1\" style=\"color:%2\">line %1</a>: ").arg(QString::number(first.line), red)
                : QString();
        const QString what =
            coreSentence(first.key.empty() ? "the text " + first.message : first.key + " " + first.message);
        const auto more = static_cast<int>(issues.size()) - 1;
        problems_->setText(where + what.toHtmlEscaped() +
                           (more > 0 ? tr(" (and %n more)", nullptr, more) : QString()));
    }
    if (document_.readable()) reward_->setText(rewardFormula(document_.config().environment));
    if (document_.valid()) preview_->setConfig(document_.runConfig());
}

void ExperimentPanel::refreshTitle() {
    title_->setText((document_.modified() ? tr("%1, changed") : QStringLiteral("%1")).arg(document_.title()));
    title_->setToolTip(document_.file());
}

void ExperimentPanel::guarded(const QString& what, std::function<void()> run) {
    message_->hide();
    if (!document_.modified()) {
        run();
        return;
    }
    message_->showMessage(MessageTone::warning, tr("%1 has unsaved changes").arg(document_.title()),
                          tr("%1 replaces them.").arg(what));
    message_->setAction(tr("Replace"), std::move(run));
}

void ExperimentPanel::open(const QString& file, int line) {
    if (file == document_.file() && line > 0) {
        editor_->showLine(line);
        return;
    }
    guarded(file, [this, file, line] {
        if (const auto loaded = document_.load(file); !loaded) {
            message_->showError(loaded.error());
            return;
        }
        settings_.addRecentConfig(document_.file());
        if (line > 0) editor_->showLine(line);
    });
}

void ExperimentPanel::openText(const QString& text, const QString& title) {
    guarded(title, [this, text, title] { document_.start(text, {}, title); });
}

void ExperimentPanel::openPreset(const QString& name) {
    QFile file(preset_folder + name);
    if (!file.open(QIODevice::ReadOnly)) return;
    const QString text = QString::fromUtf8(file.readAll());
    guarded(name, [this, text, name] { document_.start(text, {}, name); });
}

void ExperimentPanel::save() {
    if (document_.file().isEmpty())
        saveAs();
    else
        store(document_.file());
}

void ExperimentPanel::saveAs() {
    const QString proposal =
        document_.file().isEmpty() ? QDir::home().filePath(document_.title()) : document_.file();
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the configuration"), proposal,
                                                      tr("Configurations (*.yaml *.yml *.json)"));
    if (!file.isEmpty()) store(file);
}

void ExperimentPanel::store(const QString& file) {
    if (const auto saved = document_.save(file); !saved) {
        message_->showError(saved.error());
        return;
    }
    message_->hide();
    settings_.addRecentConfig(document_.file());
    settings_.setUnsavedConfig({});
}

void ExperimentPanel::showField(const QString& path) {
    search_->clear();
    form_->showField(path);
}

void ExperimentPanel::restyle() {
    for (QToolButton* each : findChildren<QToolButton*>())
        if (const QString icon = each->property("iconName").toString(); !icon.isEmpty())
            each->setIcon(themedIcon(icon));
    refresh();
}

void ExperimentPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

}  // namespace trimtab::ui
