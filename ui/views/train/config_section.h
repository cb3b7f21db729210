// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "core/config/config_table.h"
#include "ui/models/experiment_document.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace trimtab::ui {

class ConfigField;

/// What the form shows of its fields.
struct FieldFilter {
    QStringList words;             ///< all must stand in name or help; empty: every field
    bool advanced = false;         ///< also the rarely used
    bool onlyDifferences = false;  ///< nothing but what is not the default
};

/// One section of the configuration: a heading that folds, and its fields, made when they are first seen. GUI
/// thread.
class ConfigSectionBox final : public QWidget {
    Q_OBJECT

  public:
    ConfigSectionBox(const config::ConfigSection& section, ExperimentDocument& document,
                     QWidget* parent = nullptr);

    void setFolded(bool folded);
    [[nodiscard]] bool folded() const { return folded_; }
    /// Takes the document's state over; shows what the filter lets through.
    void refresh(const FieldFilter& filter);
    /// Makes the fields if need be; null where the section has no such key.
    ConfigField* field(const std::string& path);

  Q_SIGNALS:
    void edited(const QString& path, const QString& typed);
    void resetRequested(const QString& path);

  private:
    void makeFields();
    [[nodiscard]] bool lets(const ConfigField& field, const ConfigFieldState& state) const;

    std::string name_;
    ExperimentDocument& document_;
    FieldFilter filter_;
    QToolButton* heading_;
    QLabel* count_;
    QWidget* inside_;
    std::vector<ConfigField*> fields_;
    bool folded_ = true;
};

}  // namespace trimtab::ui
