// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace trimtab::cluster_api {

using QueryItems = std::vector<std::pair<QString, QString>>;
using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// One request; paths are relative to the client's base URL.
struct HttpRequest {
    QByteArray method = "GET";
    QString path{};      ///< begins with '/'; percent-encoded where needed
    QueryItems query{};  ///< not encoded
    QByteArray body{};
    QByteArray content_type{};  ///< of the body
    QByteArray accept = "application/json";
    HttpHeaders headers{};  ///< further ones

    /// Whether sending twice does no harm: broken connections, 503 and 504 are then repeated as well (429
    /// always is). Unset: GET, HEAD, PUT and DELETE are, POST and PATCH are not. Qt itself sends any request
    /// once more when the connection closes before the first byte of an answer, so a write must name the
    /// version it changes.
    std::optional<bool> repeatable{};
    std::int64_t attempt_timeout_ms = 10'000;        ///< of one attempt
    std::int64_t deadline_ms = 30'000;               ///< of all attempts with their pauses
    std::int64_t response_limit = 64 * 1024 * 1024;  ///< largest body, bytes

    [[nodiscard]] bool is_repeatable() const {
        return repeatable.value_or(method == "GET" || method == "HEAD" || method == "PUT" ||
                                   method == "DELETE");
    }
};

/// An answer of any status.
struct HttpResponse {
    int status = 0;
    HttpHeaders headers{};
    QByteArray body{};

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    /// The first header of that name in any case; empty where there is none.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    /// In lower case and without parameters: "application/json".
    [[nodiscard]] QByteArray content_type() const;
    /// application/json and its +json relatives.
    [[nodiscard]] bool is_json() const;
    /// The texts of the Warning headers (RFC 7234, 5.5).
    [[nodiscard]] std::vector<std::string> warnings() const;
    /// Retry-After in its form of seconds or of a date relative to `utc_ms`; at most a day.
    [[nodiscard]] std::optional<std::int64_t> retry_after_ms(std::int64_t utc_ms) const;
};

/// "a=1&b=%2B": every reserved character is encoded, also '+', which QUrlQuery leaves.
[[nodiscard]] QByteArray encode_form(const QueryItems& items);

/// POST or PUT of application/x-www-form-urlencoded.
[[nodiscard]] HttpRequest form_request(const QByteArray& method, const QString& path,
                                       const QueryItems& items);

/// The text for a message: first line(s) of a body as valid UTF-8 without control characters, at most
/// `length` long.
[[nodiscard]] std::string excerpt(const QByteArray& body, int length = 160);

}  // namespace trimtab::cluster_api
