// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/config/config_table.h"
#include "ui/models/experiment_document.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace trimtab::ui {

/// One key of the configuration as a row of the form: name, editor of its kind, unit, reset to the default,
/// and what is wrong with it. Made from the table of keys alone. GUI thread.
class ConfigField final : public QWidget {
    Q_OBJECT

  public:
    ConfigField(const config::ConfigKey& key, QWidget* parent = nullptr);

    [[nodiscard]] QString path() const { return path_; }
    [[nodiscard]] bool advanced() const { return key_.advanced; }
    [[nodiscard]] bool differs() const { return differs_; }
    /// Whether name or help contain every word.
    [[nodiscard]] bool matches(const QStringList& words) const;
    void showState(const ConfigFieldState& state);
    void setEditable(bool editable);
    void focusEditor();

  Q_SIGNALS:
    /// A person typed or chose `typed`; at once for choices, after a moment or Enter for texts.
    void edited(const QString& path, const QString& typed);
    void resetRequested(const QString& path);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeEditor();
    QWidget* makeTextEditor();
    void fillListMenu(QToolButton* button);
    void browse();
    void commit();
    void restyle();

    const config::ConfigKey& key_;
    QString path_;
    QLabel* name_;
    QLabel* issue_ = nullptr;
    QToolButton* reset_;
    QLineEdit* line_ = nullptr;
    QComboBox* combo_ = nullptr;
    QCheckBox* check_ = nullptr;
    QWidget* editor_;
    QString shown_;
    QString issueText_;
    QTimer pause_;
    bool differs_ = false;
    bool wrong_ = false;
};

}  // namespace trimtab::ui
