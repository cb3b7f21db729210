// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/experiment_form.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"
#include "ui/views/train/config_field.h"

namespace trimtab::ui {

ExperimentForm::ExperimentForm(ExperimentDocument& document, QWidget* parent)
    : QScrollArea(parent), document_(document) {
    setObjectName(QStringLiteral("experimentForm"));
    setAccessibleName(tr("Configuration as a form"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(spacing, spacing, spacing, spacing);
    column->setSpacing(spacing);
    nothing_ = new QLabel(tr("No key matches. Clear the search, or show all keys."), inside);
    nothing_->setObjectName(QStringLiteral("formNothing"));
    nothing_->setWordWrap(true);
    column->addWidget(nothing_);
    for (const config::ConfigSection& section : config::config_sections()) {
        auto* box = new ConfigSectionBox(section, document_, inside);
        column->addWidget(box);
        sections_.push_back(box);
        const auto apply = [this](const Expected<void>& done) {
            if (!done) Q_EMIT refused(coreSentence(done.error().message));
        };
        connect(box, &ConfigSectionBox::edited, this,
                [this, apply](const QString& path, const QString& typed) {
                    apply(document_.setValue(path, typed));
                });
        connect(box, &ConfigSectionBox::resetRequested, this,
                [this, apply](const QString& path) { apply(document_.resetValue(path)); });
    }
    column->addStretch();
    setWidget(inside);
    connect(&document_, &ExperimentDocument::changed, this, &ExperimentForm::refresh);
    // One section a turn of the event loop: the window answers while the form grows.
    int delay = 0;
    for (ConfigSectionBox* box : sections_)
        for (const char* name : {"section.environment", "section.load", "section.agent", "section.training"})
            if (box->objectName() == QLatin1String(name))
                QTimer::singleShot(delay++, box, [box] { box->setFolded(false); });
    refresh();
}

void ExperimentForm::setFilter(const FieldFilter& filter) {
    filter_ = filter;
    refresh();
}

void ExperimentForm::refresh() {
    for (ConfigSectionBox* box : sections_) box->refresh(filter_);
    nothing_->setVisible(std::ranges::all_of(sections_, [](const auto* box) { return box->isHidden(); }));
}

void ExperimentForm::showField(const QString& path) {
    setFilter({});
    for (ConfigSectionBox* box : sections_)
        if (ConfigField* field = box->field(path.toStdString())) {
            field->setVisible(true);
            // The layout places it first.
            QTimer::singleShot(0, field, [this, field] {
                ensureWidgetVisible(field);
                field->focusEditor();
            });
        }
}

}  // namespace trimtab::ui
