// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/access_rules.h"

namespace trimtab::test_cluster {

std::optional<std::string> AccessRules::identify(const HttpRequest& request) const {
    const std::string authorization = request.header("authorization");
    const std::string bearer = "Bearer ";
    if (authorization.rfind(bearer, 0) == 0) {
        if (token.empty() || authorization.substr(bearer.size()) != token) return std::nullopt;
        return "system:serviceaccount:workloads:trimtab";
    }
    if (!authorization.empty()) return std::nullopt;
    if (!request.client_certificate_name.empty()) return request.client_certificate_name;
    return anonymous_user;
}

bool AccessRules::allows(const std::string& user, const std::string& verb, const ResourcePath& path) const {
    if (user == anonymous_user && credentials_needed) return false;
    const std::string resource = path.resource + (path.subresource.empty() ? "" : "/" + path.subresource);
    for (const std::string& rule : denied)
        if (rule == verb + " " + resource || rule == "* " + resource || rule == verb + " *") return false;
    return true;
}

std::string request_verb(const HttpRequest& request, const ResourcePath& path) {
    if (request.method == "POST") return "create";
    if (request.method == "PUT") return "update";
    if (request.method == "PATCH") return "patch";
    if (request.method == "DELETE") return "delete";
    if (request.parameter("watch") == "true" || request.parameter("watch") == "1") return "watch";
    return path.name.empty() ? "list" : "get";
}

}  // namespace trimtab::test_cluster
