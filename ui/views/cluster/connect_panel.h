// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <map>
#include <vector>

#include "core/cluster_api/live/control_run.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace trimtab::runtime {
class SecretStore;
}

namespace trimtab::ui {

class CommandLineBox;
class InlineMessage;
class SecretsBox;
class Settings;

/// Which cluster, and who decides: a few fields over a configuration file, passwords and tokens, and the
/// command that does the same. What is typed is there again at the next start, secrets by way of the
/// keychain. GUI thread.
class ConnectPanel final : public QWidget {
    Q_OBJECT

  public:
    /// Both must outlive the panel.
    ConnectPanel(Settings& settings, runtime::SecretStore& secrets, QWidget* parent = nullptr);

    /// The session that the fields describe, in `mode`; an error names what is wrong.
    [[nodiscard]] Expected<cluster_api::ControlRequest> request(config::ControlMode mode) const;
    /// Keeps the secrets that are being typed; before request() is used.
    void commitSecrets();
    /// Sets the text of one of the configured queries.
    void setQuery(const QString& name, const QString& promql);
    void setRunning(bool running);
    [[nodiscard]] InlineMessage& message() { return *message_; }

  Q_SIGNALS:
    void startWanted();
    void stopWanted();
    void doctorWanted();
    /// Something that request() depends on.
    void changed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    [[nodiscard]] std::vector<std::string> overrides() const;
    [[nodiscard]] QString commandLine() const;
    QLineEdit* addField(QFormLayout& form, const QString& label, const QString& key, const QString& hint);
    void addPolicies(QFormLayout& form);
    QHBoxLayout* withBrowse(QLineEdit* field, const QString& name, const QString& title,
                            const QString& filter);
    void saveConfig();
    void remember();
    void recall();
    void tellChange();

    Settings& settings_;

    QLineEdit* file_;
    std::vector<std::pair<QString, QLineEdit*>> fields_;  ///< configuration key and field
    QComboBox* policy_;
    QLineEdit* model_;
    QSpinBox* interval_;
    QCheckBox* drive_;
    SecretsBox* secrets_;
    std::map<QString, QString> queries_;  ///< key and text of those that were changed
    QPushButton* start_;
    QPushButton* stop_;
    QPushButton* doctor_;
    QPushButton* save_;
    CommandLineBox* command_;
    InlineMessage* message_;
};

}  // namespace trimtab::ui
