// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/play/move_panel.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "core/config/profiles.h"
#include "ui/settings/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

bool isCheckpoint(const QUrl& url) {
    return url.isLocalFile() && url.toLocalFile().endsWith(QLatin1String(".pt"), Qt::CaseInsensitive);
}

QString placementText(int index) {
    switch (index) {
        case 0:
            return MovePanel::tr("GPU");
        case 1:
            return MovePanel::tr("Balanced");
        default:
            return MovePanel::tr("CPU");
    }
}

}  // namespace

MovePanel::MovePanel(PlaySession& session, QWidget* parent)
    : QWidget(parent), session_(session), message_(new InlineMessage(this)) {
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(spacing, spacing, spacing, spacing);
    column->setSpacing(spacing);
    column->addWidget(message_);
    column->addWidget(buildSetup());
    moves_ = buildMoves();
    column->addWidget(moves_);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Your move"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    // The arrows would walk through the buttons of a group; here they play.
    for (QWidget* child : moves_->findChildren<QWidget*>()) child->installEventFilter(this);
    connect(&session_, &PlaySession::moved, this, &MovePanel::refresh);
    connect(&session_, &PlaySession::started, this, [this] {
        message_->hide();
        setAction({});
        moves_->setFocus();
        step_->setFocus();
    });
    connect(&session_, &PlaySession::failed, this,
            [this](const Error& error) { message_->showError(error); });
    refresh();
}

QWidget* MovePanel::buildSetup() {
    auto* box = new QGroupBox(tr("Episode"), this);
    profile_ = new QComboBox(box);
    profile_->setObjectName(QStringLiteral("playProfile"));
    profile_->setAccessibleName(tr("Scenario"));
    for (const std::string& name : config::profile_names())
        profile_->addItem(QString::fromStdString(name), QString::fromStdString(name));
    pattern_ = new QComboBox(box);
    pattern_->setObjectName(QStringLiteral("playPattern"));
    pattern_->setAccessibleName(tr("Load pattern"));
    for (const char* name : {"ramp", "spike", "periodic", "random", "constant"})
        pattern_->addItem(QLatin1String(name));
    pattern_->setCurrentText(QStringLiteral("spike"));
    seed_ = new QSpinBox(box);
    seed_->setObjectName(QStringLiteral("playSeed"));
    seed_->setAccessibleName(tr("Seed of the episode"));
    seed_->setRange(0, 999999999);
    seed_->setValue(1);
    checkpoint_ = new QLineEdit(box);
    checkpoint_->setObjectName(QStringLiteral("playCheckpoint"));
    checkpoint_->setAccessibleName(tr("Checkpoint that is asked for advice"));
    checkpoint_->setPlaceholderText(tr("No checkpoint"));
    checkpoint_->setClearButtonEnabled(true);
    auto* browse = new QToolButton(box);
    browse->setText(tr("…"));
    browse->setObjectName(QStringLiteral("playBrowse"));
    browse->setAccessibleName(tr("Choose a checkpoint"));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing / 2);
    row->addWidget(checkpoint_, 1);
    row->addWidget(browse);
    start_ = new QPushButton(tr("New episode"), box);
    start_->setObjectName(QStringLiteral("playStart"));
    start_->setAccessibleName(tr("Begin a new episode"));
    auto* form = new QFormLayout(box);
    form->addRow(tr("Scenario"), profile_);
    form->addRow(tr("Load"), pattern_);
    form->addRow(tr("Seed"), seed_);
    form->addRow(tr("PPO"), row);
    form->addRow(start_);
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("Choose a checkpoint"), {}, tr("Checkpoints (*.pt)"));
        if (!file.isEmpty()) checkpoint_->setText(file);
    });
    connect(start_, &QPushButton::clicked, this, [this] { session_.start(setup()); });
    return box;
}

QButtonGroup* MovePanel::head(int index, const QString& name, QGridLayout& grid) {
    const environment::ActionHead& action = environment::action_table()[static_cast<std::size_t>(index)];
    auto* group = new QButtonGroup(this);
    grid.addWidget(new QLabel(name, this), index, 0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    for (std::size_t i = 0; i < action.values.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(index == 2 ? placementText(static_cast<int>(i))
                                   : QString::fromStdString(action.values[i]));
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumHeight(fontMetrics().height() + 14);
        button->setObjectName(QStringLiteral("head%1-%2").arg(index).arg(i));
        button->setAccessibleName(QStringLiteral("%1 %2").arg(name, button->text()));
        group->addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    grid.addLayout(row, index, 1);
    connect(group, &QButtonGroup::idToggled, this, &MovePanel::refresh);
    return group;
}

QWidget* MovePanel::buildMoves() {
    auto* box = new QGroupBox(tr("Your move"), this);
    state_ = new QLabel(box);
    state_->setAccessibleName(tr("State of the episode"));
    state_->setWordWrap(true);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setVerticalSpacing(spacing);
    gpu_ = head(0, tr("GPU"), *grid);
    cpu_ = head(1, tr("CPU"), *grid);
    placement_ = head(2, tr("Prefer"), *grid);
    result_ = new QLabel(box);
    result_->setAccessibleName(tr("What the move leads to"));
    const auto button = [&](const QString& text, const char* objectName, const QString& help) {
        auto* made = new QPushButton(text, box);
        made->setObjectName(QLatin1String(objectName));
        made->setAccessibleName(help);
        made->setToolTip(help);
        return made;
    };
    step_ = button(tr("Step"), "playStep", tr("Plays the move (Space)"));
    step_->setMinimumHeight(fontMetrics().height() + 18);
    undo_ = button(tr("Undo"), "playUndo", tr("Takes the last step back (Backspace)"));
    restart_ = button(tr("Restart"), "playRestart", tr("Begins the same episode again (R)"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(undo_);
    buttons->addWidget(restart_);
    auto* keys = new QLabel(tr("Keys: ↑ ↓ GPU, → ← CPU, 1 2 3 placement, Space step, Backspace undo"), box);
    keys->setWordWrap(true);
    keys->setEnabled(false);
    auto* column = new QVBoxLayout(box);
    column->setSpacing(spacing);
    column->addWidget(state_);
    column->addLayout(grid);
    column->addWidget(result_);
    column->addWidget(step_);
    column->addLayout(buttons);
    column->addWidget(keys);
    connect(step_, &QPushButton::clicked, this, [this] { session_.step(action()); });
    connect(undo_, &QPushButton::clicked, &session_, &PlaySession::undo);
    connect(restart_, &QPushButton::clicked, &session_, &PlaySession::restart);
    setAction({});
    return box;
}

PlaySetup MovePanel::setup() const {
    return {profile_->currentData().toString(), pattern_->currentText(),
            static_cast<std::uint64_t>(seed_->value()), checkpoint_->text().trimmed()};
}

void MovePanel::setCheckpoint(const QString& file) { checkpoint_->setText(file); }

environment::Action MovePanel::action() const {
    return {gpu_->checkedId(), cpu_->checkedId(), static_cast<cluster::Placement>(placement_->checkedId())};
}

void MovePanel::setAction(const environment::Action& action) {
    gpu_->button(action.gpu)->setChecked(true);
    cpu_->button(action.cpu)->setChecked(true);
    placement_->button(static_cast<int>(action.placement))->setChecked(true);
}

void MovePanel::refresh() {
    if (moves_ == nullptr) return;
    start_->setEnabled(!session_.starting());
    start_->setText(session_.starting() ? tr("Preparing…") : tr("New episode"));
    const bool ready = session_.ready();
    const bool over = ready && session_.episode().over();
    for (QButtonGroup* group : {gpu_, cpu_, placement_})
        for (QAbstractButton* each : group->buttons()) each->setEnabled(ready && !over);
    step_->setEnabled(ready && !over);
    undo_->setEnabled(ready && !session_.episode().steps().empty());
    restart_->setEnabled(undo_->isEnabled());
    if (!ready) {
        state_->setText(tr("No episode is going on. Begin one above."));
        result_->clear();
        return;
    }
    const training::HandPlayedEpisode& episode = session_.episode();
    state_->setText(tr("Step %1 of %2, return so far %3")
                        .arg(episode.steps().size())
                        .arg(episode.step_count())
                        .arg(numberText(episode.episode_return(), 2)));
    if (over) {
        result_->setText(tr("The episode is over: see the score."));
        return;
    }
    const cluster::Allocation& now = episode.now().info().executed;
    const cluster::Allocation next =
        environment::apply_action(now, action(), session_.config().environment.min_replicas,
                                  session_.config().environment.max_replicas);
    result_->setText(tr("GPU %1 → %2, CPU %3 → %4, prefers %5")
                         .arg(now.replicas_gpu)
                         .arg(next.replicas_gpu)
                         .arg(now.replicas_cpu)
                         .arg(next.replicas_cpu)
                         .arg(placementText(static_cast<int>(next.placement)).toLower()));
}

void MovePanel::shift(QButtonGroup& group, int by) {
    const int id = std::clamp(group.checkedId() + by, 0, static_cast<int>(group.buttons().size()) - 1);
    group.button(id)->setChecked(true);
}

bool MovePanel::playKey(QKeyEvent* event) {
    if (!session_.ready() || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    switch (event->key()) {
        case Qt::Key_Up:
            shift(*gpu_, 1);
            return true;
        case Qt::Key_Down:
            shift(*gpu_, -1);
            return true;
        case Qt::Key_Right:
            shift(*cpu_, 1);
            return true;
        case Qt::Key_Left:
            shift(*cpu_, -1);
            return true;
        case Qt::Key_1:
        case Qt::Key_2:
        case Qt::Key_3:
            if (step_->isEnabled()) placement_->button(event->key() - Qt::Key_1)->setChecked(true);
            return true;
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            session_.step(action());
            return true;
        case Qt::Key_Backspace:
            session_.undo();
            return true;
        case Qt::Key_R:
            session_.restart();
            return true;
        default:
            return false;
    }
}

void MovePanel::keyPressEvent(QKeyEvent* event) {
    if (!playKey(event)) QWidget::keyPressEvent(event);
}

bool MovePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    // On Undo and Restart Space and Return press the button that has the focus.
    const bool presses = key->key() == Qt::Key_Space || key->key() == Qt::Key_Return;
    if (presses && (watched == undo_ || watched == restart_)) return false;
    return playKey(key);
}

void MovePanel::dragEnterEvent(QDragEnterEvent* event) {
    if (std::ranges::any_of(event->mimeData()->urls(), isCheckpoint)) event->acceptProposedAction();
}

void MovePanel::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        if (isCheckpoint(url)) setCheckpoint(url.toLocalFile());
    event->acceptProposedAction();
}

}  // namespace trimtab::ui
