// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/http_message.h"

#include <QDateTime>
#include <QLocale>
#include <QUrl>
#include <algorithm>

namespace trimtab::cluster_api {

QByteArray HttpResponse::header(const QByteArray& name) const {
    for (const auto& [key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0) return value;
    return {};
}

QByteArray HttpResponse::content_type() const {
    const QByteArray value = header("content-type");
    return value.split(';').first().trimmed().toLower();
}

bool HttpResponse::is_json() const {
    const QByteArray type = content_type();
    return type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

std::vector<std::string> HttpResponse::warnings() const {
    std::vector<std::string> texts;
    for (const auto& [key, value] : headers) {
        if (key.compare("warning", Qt::CaseInsensitive) != 0) continue;
        // code agent "text" ["date"], and several of them after commas: the first quoted string of each.
        bool taken = false;
        for (qsizetype i = 0; i < value.size(); ++i) {
            if (value[i] == ',') taken = false;
            if (value[i] != '"') continue;
            QByteArray text;
            for (++i; i < value.size() && value[i] != '"'; ++i) {
                if (value[i] == '\\' && i + 1 < value.size()) ++i;
                text += value[i];
            }
            if (!taken) texts.push_back(excerpt(text, 400));
            taken = true;
        }
    }
    return texts;
}

std::optional<std::int64_t> HttpResponse::retry_after_ms(std::int64_t utc_ms) const {
    constexpr std::int64_t day_ms = 24LL * 3600 * 1000;
    const QByteArray value = header("retry-after").trimmed();
    if (value.isEmpty()) return std::nullopt;
    bool is_number = false;
    const qint64 seconds = value.toLongLong(&is_number);
    if (is_number)
        return seconds < 0 ? std::nullopt
                           : std::optional<std::int64_t>(std::min<std::int64_t>(seconds, 24LL * 3600) * 1000);
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(value), "ddd, dd MMM yyyy hh:mm:ss 'GMT'");
    if (!date.isValid()) return std::nullopt;
    const qint64 at_ms = QDateTime(date.date(), date.time(), Qt::UTC).toMSecsSinceEpoch();
    return std::clamp<std::int64_t>(at_ms - utc_ms, 0, day_ms);
}

QByteArray encode_form(const QueryItems& items) {
    QByteArray text;
    for (const auto& [name, value] : items) {
        if (!text.isEmpty()) text += '&';
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

HttpRequest form_request(const QByteArray& method, const QString& path, const QueryItems& items) {
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = encode_form(items);
    request.content_type = "application/x-www-form-urlencoded";
    return request;
}

std::string excerpt(const QByteArray& body, int length) {
    QString text = QString::fromUtf8(body.left(4 * static_cast<qsizetype>(length))).simplified();
    text.removeIf([](QChar c) { return !c.isPrint(); });
    if (text.size() > length) text = text.left(length - 3) + "...";
    return text.toStdString();
}

}  // namespace trimtab::cluster_api
