// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/redaction.h"

#include <QRegularExpression>

namespace trimtab::cluster_api {
namespace {

constexpr const char* mark = "[redacted]";
/// Shorter secrets stand in ordinary words: they are taken out only where they are a value.
constexpr std::size_t shortest_anywhere = 4;

/// How a secret may be spelt in what a server quotes.
std::vector<QByteArray> spellings(const std::string& secret) {
    if (secret.empty()) return {};
    const QByteArray plain = QByteArray::fromStdString(secret);
    return {plain, plain.toBase64(), plain.toBase64(QByteArray::OmitTrailingEquals),
            QByteArray(plain.toPercentEncoding())};
}

/// Takes `value` out where it is the whole text, or follows "=", a quote, a scheme or a word for secrets, and
/// ends there. The text passes as Latin-1, so that no byte of it changes.
void take_out_value(QByteArray& text, const QByteArray& value) {
    if (text.trimmed() == value) {
        text = mark;
        return;
    }
    static const QString before = QStringLiteral(
        R"re((=|["'`]|\b(?:bearer|basic|authorization|pass(?:word|wd|phrase)|pwd|secret|token|credential|api[_-]?key)(?:["'`]?\s*(?::|=|\bis\b)\s*|\s+)["'`]?))re");
    static const QString behind = QStringLiteral(R"re((?=$|[\s"'`,;.&<>)\]}]))re");
    const QRegularExpression found(
        before + QRegularExpression::escape(QString::fromLatin1(value)) + behind,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    text = QString::fromLatin1(text).replace(found, QStringLiteral("\\1") + mark).toLatin1();
}

void take_out(QByteArray& text, const std::string& secret) {
    for (const QByteArray& spelling : spellings(secret))
        if (secret.size() < shortest_anywhere)
            take_out_value(text, spelling);
        else
            text.replace(spelling, mark);
}

void take_out(QByteArray& text, const Credential& credential) {
    if (credential.scheme == Credential::Scheme::basic && !credential.secret.empty())
        text.replace(QByteArray::fromStdString(credential.user + ':' + credential.secret).toBase64(), mark);
    take_out(text, credential.secret);
}

}  // namespace

std::string redacted_text(const std::string& text, const std::vector<std::string>& secrets) {
    QByteArray bytes = QByteArray::fromStdString(text);
    for (const std::string& secret : secrets) take_out(bytes, secret);
    static const QRegularExpression user_info(QStringLiteral(R"((\w://)[^\s/?#"'@]+@)"));
    return QString::fromUtf8(bytes).replace(user_info, QStringLiteral("\\1[redacted]@")).toStdString();
}

void redact(HttpResponse& response, const Credential& credential) {
    if (response.ok()) return;
    take_out(response.body, credential);
    for (auto& header : response.headers) take_out(header.second, credential);
}

}  // namespace trimtab::cluster_api
