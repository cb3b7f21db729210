// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGroupBox>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;

namespace trimtab::runtime {
class SecretStore;
}

namespace trimtab::ui {

/// Where a person types passwords and tokens. They go to the system's keychain, and where there is none stay
/// in memory until the program ends, which a note says; never into a file, a command line or a log. A field
/// is emptied as soon as its secret is kept. GUI thread.
class SecretsBox final : public QGroupBox {
    Q_OBJECT

  public:
    /// The store must outlive the box.
    explicit SecretsBox(runtime::SecretStore& store, QWidget* parent = nullptr);

    /// Keeps what stands in the fields, also in one that is still being typed in.
    void commit();

  private:
    struct Field {
        std::string name;
        QLineEdit* line;
    };
    void keep(const Field& field);
    void forget(const Field& field);

    runtime::SecretStore& store_;
    std::vector<Field> fields_;
    QLabel* note_;
};

}  // namespace trimtab::ui
