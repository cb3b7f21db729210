// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/secrets_box.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "core/cluster_api/live/live_connections.h"
#include "core/runtime/secret_store.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {

using namespace cluster_api;

SecretsBox::SecretsBox(runtime::SecretStore& store, QWidget* parent)
    : QGroupBox(tr("Passwords and tokens"), parent), store_(store), note_(new QLabel(this)) {
    setObjectName(QStringLiteral("secretsBox"));
    auto* form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const std::pair<const char*, QString> secrets[] = {
        {prometheus_token_secret, tr("Prometheus token")},
        {prometheus_password_secret, tr("Prometheus password")},
        {locust_password_secret, tr("Locust password")}};
    for (const auto& [name, title] : secrets) {
        const Field field{name, new QLineEdit(this)};
        field.line->setObjectName(QLatin1String("secret-") + QLatin1String(name));
        field.line->setAccessibleName(title);
        field.line->setEchoMode(QLineEdit::Password);
        field.line->setPlaceholderText(tr("unchanged"));
        auto* forget = new QToolButton(this);
        forget->setObjectName(QLatin1String("forget-") + QLatin1String(name));
        forget->setAccessibleName(tr("Forget: %1").arg(title));
        forget->setToolTip(tr("Forgets what is kept"));
        forget->setIcon(themedIcon(QStringLiteral("trash")));
        forget->setAutoRaise(true);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(spacing / 2);
        row->addWidget(field.line, 1);
        row->addWidget(forget);
        form->addRow(title, row);
        fields_.push_back(field);
        connect(field.line, &QLineEdit::editingFinished, this, [this, field] { keep(field); });
        connect(forget, &QToolButton::clicked, this, [this, field] { this->forget(field); });
    }
    note_->setObjectName(QStringLiteral("secretsNote"));
    note_->setAccessibleName(tr("Where secrets are kept"));
    note_->setWordWrap(true);
    note_->setText(store_.note().isEmpty()
                       ? tr("Kept in the keychain, never in a file of Trimtab. Kubernetes "
                            "itself uses the kubeconfig.")
                       : store_.note());
    form->addRow(note_);
    connect(&store_, &runtime::SecretStore::noteChanged, note_, &QLabel::setText);
}

void SecretsBox::commit() {
    for (const Field& field : fields_) keep(field);
}

void SecretsBox::keep(const Field& field) {
    const std::string secret = field.line->text().toStdString();
    if (secret.empty()) return;
    field.line->clear();
    field.line->setPlaceholderText(tr("kept until the program ends"));
    store_.store(field.name, secret, field.line, [line = field.line](runtime::SecretStore::Place place) {
        if (place == runtime::SecretStore::Place::keychain)
            line->setPlaceholderText(tr("kept in the keychain"));
    });
}

void SecretsBox::forget(const Field& field) {
    field.line->clear();
    field.line->setPlaceholderText(tr("none"));
    store_.remove(field.name);
}

}  // namespace trimtab::ui
