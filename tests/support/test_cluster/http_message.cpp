// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/http_message.h"

#include <QByteArray>

namespace trimtab::test_cluster {
namespace {

std::string decoded(std::string_view text) {
    QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes).toStdString();
}

}  // namespace

std::map<std::string, std::string> decode_form(std::string_view text) {
    std::map<std::string, std::string> values;
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        const std::size_t equals = pair.find('=');
        if (!pair.empty())
            values[decoded(pair.substr(0, equals))] =
                equals == std::string_view::npos ? std::string() : decoded(pair.substr(equals + 1));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return values;
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 302:
            return "Found";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 415:
            return "Unsupported Media Type";
        case 422:
            return "Unprocessable Entity";
        case 429:
            return "Too Many Requests";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        case 504:
            return "Gateway Timeout";
        default:
            return "Status";
    }
}

}  // namespace trimtab::test_cluster
