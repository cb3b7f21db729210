// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/api_status.h"

namespace trimtab::test_cluster {
namespace {

std::string qualified(const ResourcePath& path) {
    return path.full_resource() + (path.name.empty() ? "" : " \"" + path.name + "\"");
}

Json details_of(const ResourcePath& path) {
    Json details{{"kind", path.resource}};
    if (!path.name.empty()) details["name"] = path.name;
    if (!path.group.empty()) details["group"] = path.group;
    return details;
}

}  // namespace

HttpResponse json_response(const Json& body, int status) {
    return {status, "application/json", body.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

HttpResponse api_failure(int status, const std::string& reason, const std::string& message,
                         const Json& details) {
    Json body{{"kind", "Status"},    {"apiVersion", "v1"}, {"metadata", Json::object()},
              {"status", "Failure"}, {"message", message}, {"reason", reason},
              {"code", status}};
    if (!details.is_null()) body["details"] = details;
    return json_response(body, status);
}

HttpResponse api_failure(int status) {
    const std::string text = "text/plain; charset=utf-8";
    switch (status) {
        case 401:
            return api_failure(401, "Unauthorized", "Unauthorized");
        case 403:
            return api_failure(403, "Forbidden", "forbidden: User \"trimtab-client\" cannot do this");
        case 404:
            return {404, text, "404 page not found\n"};
        case 409:
            return api_failure(
                409, "Conflict",
                "Operation cannot be fulfilled: the object has been modified; please apply your "
                "changes to the latest version and try again");
        case 410:
            return json_response(expired_status("The resourceVersion for the provided list is too old."),
                                 410);
        case 422:
            return api_failure(422, "Invalid", "the request is invalid");
        case 429:
            return {429, text, "Too many requests, please try again later.\n"};
        case 503:
            return {503, text, "service unavailable\n"};
        case 504:
            return {
                504, text,
                R"({"metadata":{},"status":"Failure","message":"Timeout: request did not complete within the )"
                R"(allotted timeout","reason":"Timeout","details":{},"code":504})"};
        default:
            return api_failure(status, "InternalError", "Internal error occurred");
    }
}

HttpResponse api_not_found(const ResourcePath& path) {
    return api_failure(404, "NotFound", qualified(path) + " not found", details_of(path));
}

HttpResponse api_conflict(const ResourcePath& path) {
    return api_failure(
        409, "Conflict",
        "Operation cannot be fulfilled on " + qualified(path) +
            ": the object has been modified; please apply your changes to the latest version and "
            "try again",
        details_of(path));
}

HttpResponse api_forbidden(const ResourcePath& path, const std::string& user, const std::string& verb) {
    const std::string resource =
        path.resource + (path.subresource.empty() ? std::string() : "/" + path.subresource);
    return api_failure(403, "Forbidden",
                       qualified(path) + " is forbidden: User \"" + user + "\" cannot " + verb +
                           " resource \"" + resource + "\" in API group \"" + path.group +
                           "\" in the namespace \"" + path.namespace_ + "\"",
                       details_of(path));
}

HttpResponse api_invalid(const ResourcePath& path, const std::string& kind, const std::string& field,
                         const std::string& why) {
    Json details = details_of(path);
    details["causes"] = Json::array({{{"reason", "FieldValueInvalid"}, {"message", why}, {"field", field}}});
    return api_failure(422, "Invalid", kind + " \"" + path.name + "\" is invalid: " + field + ": " + why,
                       details);
}

Json expired_status(const std::string& message) {
    return {{"kind", "Status"},    {"apiVersion", "v1"}, {"metadata", Json::object()},
            {"status", "Failure"}, {"message", message}, {"reason", "Expired"},
            {"code", 410}};
}

}  // namespace trimtab::test_cluster
