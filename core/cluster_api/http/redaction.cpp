// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/redaction.h"

#include <QRegularExpression>

namespace trimtab::cluster_api {
namespace {

constexpr const char* mark = "[redacted]";
constexpr std::size_t shortest_secret = 4;

/// How a secret may be spelt in what a server quotes.
std::vector<QByteArray> spellings(const std::string& secret) {
    if (secret.size() < shortest_secret) return {};
    const QByteArray plain = QByteArray::fromStdString(secret);
    return {plain, plain.toBase64(), plain.toBase64(QByteArray::OmitTrailingEquals),
            QByteArray(plain.toPercentEncoding())};
}

std::vector<QByteArray> spellings(const Credential& credential) {
    std::vector<QByteArray> all = spellings(credential.secret);
    if (credential.scheme == Credential::Scheme::basic && !credential.secret.empty())
        all.push_back(QByteArray::fromStdString(credential.user + ':' + credential.secret).toBase64());
    return all;
}

}  // namespace

std::string redacted_text(const std::string& text, const std::vector<std::string>& secrets) {
    QByteArray bytes = QByteArray::fromStdString(text);
    for (const std::string& secret : secrets)
        for (const QByteArray& spelling : spellings(secret)) bytes.replace(spelling, mark);
    static const QRegularExpression user_info(QStringLiteral(R"((\w://)[^\s/?#"'@]+@)"));
    return QString::fromUtf8(bytes).replace(user_info, QStringLiteral("\\1[redacted]@")).toStdString();
}

void redact(HttpResponse& response, const Credential& credential) {
    if (response.ok()) return;
    for (const QByteArray& spelling : spellings(credential)) {
        response.body.replace(spelling, mark);
        for (auto& [name, value] : response.headers) value.replace(spelling, mark);
    }
}

}  // namespace trimtab::cluster_api
