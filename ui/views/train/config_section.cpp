// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/config_section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/text/core_text.h"
#include "ui/views/train/config_field.h"

namespace trimtab::ui {

ConfigSectionBox::ConfigSectionBox(const config::ConfigSection& section, ExperimentDocument& document,
                                   QWidget* parent)
    : QWidget(parent),
      name_(section.name),
      document_(document),
      heading_(new QToolButton(this)),
      count_(new QLabel(this)),
      inside_(new QWidget(this)) {
    const QString name = QString::fromStdString(section.name);
    setObjectName(QStringLiteral("section.") + name);
    heading_->setObjectName(QStringLiteral("fold.") + name);
    heading_->setText(name);
    heading_->setAccessibleName(tr("Section %1").arg(name));
    heading_->setToolTip(coreText(section.help));
    heading_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heading_->setAutoRaise(true);
    QFont bold = font();
    bold.setBold(true);
    heading_->setFont(bold);
    count_->setEnabled(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    row->addWidget(heading_);
    row->addWidget(count_, 1);
    auto* fields = new QVBoxLayout(inside_);
    fields->setContentsMargins(spacing, 0, spacing, spacing);
    fields->setSpacing(spacing / 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing / 2);
    column->addLayout(row);
    column->addWidget(inside_);
    connect(heading_, &QToolButton::clicked, this, [this] { setFolded(!folded_); });
    setFolded(true);
}

void ConfigSectionBox::setFolded(bool folded) {
    folded_ = folded;
    heading_->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    inside_->setVisible(!folded);
    if (!folded) refresh(filter_);
}

void ConfigSectionBox::makeFields() {
    if (!fields_.empty()) return;
    for (const config::ConfigKey& key : config::config_table()) {
        if (key.section != name_) continue;
        auto* field = new ConfigField(key, inside_);
        inside_->layout()->addWidget(field);
        connect(field, &ConfigField::edited, this, &ConfigSectionBox::edited);
        connect(field, &ConfigField::resetRequested, this, &ConfigSectionBox::resetRequested);
        fields_.push_back(field);
    }
}

bool ConfigSectionBox::lets(const ConfigField& field, const ConfigFieldState& state) const {
    if (!state.issue.isEmpty()) return true;
    if (filter_.onlyDifferences && !state.differs) return false;
    if (!filter_.words.isEmpty()) return field.matches(filter_.words);
    return filter_.advanced || !field.advanced() || state.inText;
}

void ConfigSectionBox::refresh(const FieldFilter& filter) {
    filter_ = filter;
    int differing = 0;
    bool issue = false;
    for (const config::ConfigKey& key : config::config_table()) {
        if (key.section != name_) continue;
        const ConfigFieldState state = document_.field(key.path());
        differing += state.differs && key.path() != "environment.profile" ? 1 : 0;
        issue = issue || !state.issue.isEmpty();
    }
    count_->setText(differing == 0 ? QString() : tr("%n differ(s) from the default", nullptr, differing));
    const bool searching = !filter.words.isEmpty() || filter.onlyDifferences;
    // A mistake is never folded away.
    const bool open = !folded_ || searching || issue;
    if (open) makeFields();
    int visible = 0;
    for (ConfigField* field : fields_) {
        const ConfigFieldState state = document_.field(field->path().toStdString());
        field->showState(state);
        field->setEditable(document_.readable());
        const bool let = lets(*field, state);
        field->setVisible(let);
        visible += let ? 1 : 0;
    }
    inside_->setVisible(open && visible > 0);
    heading_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    setVisible(!searching || visible > 0);
}

ConfigField* ConfigSectionBox::field(const std::string& path) {
    if (path.substr(0, path.find('.')) != name_) return nullptr;
    setFolded(false);
    for (ConfigField* field : fields_)
        if (field->path().toStdString() == path) return field;
    return nullptr;
}

}  // namespace trimtab::ui
