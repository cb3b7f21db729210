// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/config_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/config/config_value.h"
#include "ui/settings/theme.h"
#include "ui/text/core_text.h"

namespace trimtab::ui {
namespace {

constexpr int typing_pause_ms = 400;
constexpr int name_width = 27 * spacing;
constexpr int unit_width = 7 * spacing;

bool isFile(const QString& path) {
    return path == QLatin1String("load.trace") || path == QLatin1String("training.init_from");
}

}  // namespace

ConfigField::ConfigField(const config::ConfigKey& key, QWidget* parent)
    : QWidget(parent),
      key_(key),
      path_(QString::fromStdString(key.path())),
      name_(new QLabel(QString::fromStdString(key.name), this)),
      reset_(new QToolButton(this)) {
    const QString help = coreText(key.help);
    const QString allowed = QString::fromStdString(config::allowed_values(key));
    setObjectName(QStringLiteral("field.") + path_);
    setToolTip(tr("<p><b>%1</b></p><p>%2</p><p>It is %3.</p>")
                   .arg(path_, help.toHtmlEscaped(), allowed.toHtmlEscaped()));
    name_->setFixedWidth(name_width);
    editor_ = makeEditor();
    editor_->setObjectName(path_);
    editor_->setAccessibleName(QString::fromStdString(key.name));
    editor_->setAccessibleDescription(tr("%1 It is %2.").arg(help, allowed));
    name_->setBuddy(editor_);
    editor_->installEventFilter(this);
    reset_->setObjectName(QStringLiteral("reset.") + path_);
    reset_->setAccessibleName(tr("Reset %1 to its default").arg(QString::fromStdString(key.name)));
    reset_->setAutoRaise(true);
    reset_->setFocusPolicy(Qt::TabFocus);
    QSizePolicy keep = reset_->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    reset_->setSizePolicy(keep);
    reset_->hide();
    connect(reset_, &QToolButton::clicked, this, [this] { Q_EMIT resetRequested(path_); });

    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    row->addWidget(name_);
    row->addWidget(editor_, 1);
    auto* unit = new QLabel(coreText(key.unit), this);
    unit->setEnabled(false);
    unit->setFixedWidth(unit_width);
    row->addWidget(unit);
    if (key.kind == config::ValueKind::text_list && !key.choices.empty()) {
        auto* pick = new QToolButton(this);
        pick->setObjectName(QStringLiteral("pick.") + path_);
        pick->setAccessibleName(tr("Choose %1").arg(QString::fromStdString(key.name)));
        pick->setText(QStringLiteral("…"));
        pick->setAutoRaise(true);
        connect(pick, &QToolButton::clicked, this, [this, pick] { fillListMenu(pick); });
        row->insertWidget(2, pick);
    }
    if (isFile(path_)) {
        auto* pick = new QToolButton(this);
        pick->setObjectName(QStringLiteral("pick.") + path_);
        pick->setAccessibleName(tr("Choose a file for %1").arg(QString::fromStdString(key.name)));
        pick->setText(QStringLiteral("…"));
        pick->setAutoRaise(true);
        connect(pick, &QToolButton::clicked, this, &ConfigField::browse);
        row->insertWidget(2, pick);
    }
    row->addWidget(reset_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    pause_.setSingleShot(true);
    pause_.setInterval(typing_pause_ms);
    connect(&pause_, &QTimer::timeout, this, &ConfigField::commit);
    restyle();
}

QWidget* ConfigField::makeEditor() {
    if (key_.kind == config::ValueKind::boolean) {
        check_ = new QCheckBox(this);
        connect(check_, &QCheckBox::clicked, this, [this](bool on) {
            Q_EMIT edited(path_, on ? QStringLiteral("true") : QStringLiteral("false"));
        });
        return check_;
    }
    if (key_.kind == config::ValueKind::choice) {
        combo_ = new QComboBox(this);
        combo_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        combo_->setMinimumContentsLength(8);
        combo_->setFocusPolicy(Qt::StrongFocus);
        for (const std::string& choice : key_.choices) combo_->addItem(QString::fromStdString(choice));
        connect(combo_, &QComboBox::textActivated, this,
                [this](const QString& text) { Q_EMIT edited(path_, text); });
        return combo_;
    }
    return makeTextEditor();
}

QWidget* ConfigField::makeTextEditor() {
    line_ = new QLineEdit(this);
    const bool number = key_.kind == config::ValueKind::integer || key_.kind == config::ValueKind::number;
    if (number) line_->setFont(numberFont());
    connect(line_, &QLineEdit::textEdited, this, [this] { pause_.start(); });
    connect(line_, &QLineEdit::editingFinished, this, &ConfigField::commit);
    return line_;
}

void ConfigField::fillListMenu(QToolButton* button) {
    QStringList chosen = line_->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString& item : chosen) item = item.trimmed();
    QMenu menu(this);
    for (const std::string& choice : key_.choices) {
        QAction* action = menu.addAction(QString::fromStdString(choice));
        action->setCheckable(true);
        action->setChecked(chosen.contains(action->text()));
    }
    const QAction* picked = menu.exec(button->mapToGlobal(QPoint(0, button->height())));
    if (picked == nullptr) return;
    if (picked->isChecked())
        chosen << picked->text();
    else
        chosen.removeAll(picked->text());
    Q_EMIT edited(path_, chosen.join(QStringLiteral(", ")));
}

void ConfigField::browse() {
    const QString filter = path_ == QLatin1String("load.trace")
                               ? tr("Traces (*.csv *.json *.log *.txt);;All files (*)")
                               : tr("Checkpoints (*.pt);;All files (*)");
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a file"), line_->text(), filter);
    if (!file.isEmpty()) Q_EMIT edited(path_, file);
}

void ConfigField::commit() {
    pause_.stop();
    if (line_ == nullptr || line_->text().trimmed() == shown_) return;
    shown_ = line_->text().trimmed();
    Q_EMIT edited(path_, shown_);
}

bool ConfigField::matches(const QStringList& words) const {
    // English too: what a person knows from the documentation is found as well.
    const QString text =
        path_ + QLatin1Char(' ') + QString::fromStdString(key_.help) + QLatin1Char(' ') + coreText(key_.help);
    return std::ranges::all_of(words,
                               [&text](const QString& w) { return text.contains(w, Qt::CaseInsensitive); });
}

void ConfigField::showState(const ConfigFieldState& state) {
    shown_ = state.typed;
    // What is being typed stays: the text has taken it over, or will in a moment.
    const bool typing = line_ != nullptr && line_->hasFocus() && pause_.isActive();
    if (line_ != nullptr && line_->text().trimmed() != state.typed && !typing) {
        line_->setText(state.typed);
        // The beginning tells more than the end.
        if (!line_->hasFocus()) line_->setCursorPosition(0);
    }
    if (combo_ != nullptr) {
        const int at = combo_->findText(state.typed);
        combo_->setCurrentIndex(at);
        combo_->setPlaceholderText(at < 0 ? state.typed : QString());
    }
    if (check_ != nullptr)
        check_->setChecked(state.typed.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0);
    reset_->setVisible(state.differs && path_ != QLatin1String("environment.profile"));
    const QString value = state.defaultValue.isEmpty() ? tr("nothing") : state.defaultValue;
    reset_->setToolTip(tr("Back to the default: %1").arg(value));
    if (!state.issue.isEmpty() && issue_ == nullptr) {
        issue_ = new QLabel(this);
        issue_->setObjectName(QStringLiteral("issue.") + path_);
        issue_->setWordWrap(true);
        issue_->setIndent(name_width + spacing);
        layout()->addWidget(issue_);
    }
    if (issue_ != nullptr) {
        issue_->setAccessibleName(state.issue);
        issue_->setVisible(!state.issue.isEmpty());
    }
    const bool restyled = differs_ != state.differs || issueText_ != state.issue;
    differs_ = state.differs;
    issueText_ = state.issue;
    wrong_ = !state.issue.isEmpty();
    if (restyled) restyle();
}

void ConfigField::setEditable(bool editable) {
    editor_->setEnabled(editable);
    reset_->setEnabled(editable);
}

void ConfigField::focusEditor() { editor_->setFocus(Qt::OtherFocusReason); }

/// Undo belongs to the document, not to the line; the wheel scrolls the form, it does not change what it
/// passes.
bool ConfigField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel && combo_ != nullptr && !combo_->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConfigField::restyle() {
    const ThemeColors& colors = themeColors();
    // In the text, as a palette of its own would not survive a change of the theme.
    const QString name = QString::fromStdString(key_.name);
    const QString marked = QStringLiteral("<b style=\"color:%1\">%2</b>");
    name_->setText(wrong_     ? marked.arg(colors.danger.name(), name)
                   : differs_ ? marked.arg(colors.accent.name(), name)
                              : name);
    reset_->setIcon(themedIcon(QStringLiteral("undo"), colors.mutedText));
    reset_->setIconSize({14, 14});
    if (issue_ != nullptr)
        issue_->setText(QStringLiteral("<span style=\"color:%1\">%2</span>")
                            .arg(colors.danger.name(), issueText_.toHtmlEscaped()));
    if (line_ != nullptr)
        line_->setStyleSheet(wrong_ ? QStringLiteral("QLineEdit{border-color:%1}").arg(colors.danger.name())
                                    : QString());
}

void ConfigField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

}  // namespace trimtab::ui
