// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <vector>

#include "ui/views/train/config_section.h"

class QLabel;

namespace trimtab::ui {

/// The configuration as a form made from the table of its keys. Shows the document and changes it; never
/// holds a value of its own. GUI thread.
class ExperimentForm final : public QScrollArea {
    Q_OBJECT

  public:
    explicit ExperimentForm(ExperimentDocument& document, QWidget* parent = nullptr);

    void setFilter(const FieldFilter& filter);
    /// Unfolds, scrolls to and focuses the field of a key.
    void showField(const QString& path);

  Q_SIGNALS:
    /// A field could not change the text: why, for a person.
    void refused(const QString& reason);

  private:
    void refresh();

    ExperimentDocument& document_;
    FieldFilter filter_;
    QLabel* nothing_;
    std::vector<ConfigSectionBox*> sections_;
};

}  // namespace trimtab::ui
