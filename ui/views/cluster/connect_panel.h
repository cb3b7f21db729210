// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/cluster_api/live/control_run.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace trimtab::ui {

class CommandLineBox;
class InlineMessage;

/// Which cluster, and who decides: a few fields over a configuration file, and the command that does the
/// same. GUI thread.
class ConnectPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit ConnectPanel(QWidget* parent = nullptr);

    /// The session that the fields describe, in `mode`; an error names what is wrong.
    [[nodiscard]] Expected<cluster_api::ControlRequest> request(config::ControlMode mode) const;
    void setModel(const QString& path);
    void setRunning(bool running);
    [[nodiscard]] InlineMessage& message() { return *message_; }

  Q_SIGNALS:
    void startWanted();
    void stopWanted();
    void doctorWanted();

  private:
    [[nodiscard]] std::vector<std::string> overrides() const;
    [[nodiscard]] QString commandLine() const;
    QLineEdit* addField(QFormLayout& form, const QString& label, const QString& key,
                        const QString& hint);
    void chooseFile(QLineEdit* target);

    QLineEdit* file_;
    std::vector<std::pair<QString, QLineEdit*>> fields_;  ///< configuration key and field
    QComboBox* policy_;
    QLineEdit* model_;
    QSpinBox* interval_;
    QCheckBox* drive_;
    QPushButton* start_;
    QPushButton* stop_;
    QPushButton* doctor_;
    CommandLineBox* command_;
    InlineMessage* message_;
};

}  // namespace trimtab::ui
