// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trimtab::test_cluster {

/// One HTTP/1.1 request as a server's handler sees it.
struct HttpRequest {
    std::string method;
    std::string path;                            ///< percent-decoded, without the query
    std::map<std::string, std::string> query;    ///< decoded; the last of equal names
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
    std::string client_certificate_name;  ///< common name of a client certificate of our authority, or empty

    [[nodiscard]] std::string header(const std::string& name) const { return found(headers, name); }
    [[nodiscard]] std::string parameter(const std::string& name) const { return found(query, name); }

    [[nodiscard]] static std::string found(const std::map<std::string, std::string>& values,
                                           const std::string& name) {
        const auto at = values.find(name);
        return at == values.end() ? std::string() : at->second;
    }
};

/// A whole answer; Content-Length and Date are added by the connection.
struct HttpResponse {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers = {};
};

/// The pairs of `a=b&c=d`, decoded (a plus is a space).
[[nodiscard]] std::map<std::string, std::string> decode_form(std::string_view text);

/// "Not Found" of 404; "Status" of an unknown code.
[[nodiscard]] std::string_view reason_phrase(int status);

}  // namespace trimtab::test_cluster
