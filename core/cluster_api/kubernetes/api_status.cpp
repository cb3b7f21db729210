// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/api_status.h"

#include <algorithm>

#include "core/cluster_api/kubernetes/field_reader.h"

namespace trimtab::cluster_api {
namespace {

constexpr int longest_message = 300;
constexpr std::size_t most_causes = 8;

/// The cause stands behind the quoted object, which may be as long as it likes.
std::string shortened(const std::string& text) {
    const std::size_t begin = text.find("\"{");
    const std::size_t end = text.rfind("}\": ");
    if (begin != std::string::npos && end != std::string::npos && begin < end)
        return shortened(text.substr(0, begin) + "{...}" + text.substr(end + 2));
    return excerpt(QByteArray::fromStdString(text), longest_message);
}

std::string sentence_of(const std::string& text) {
    return text.empty() || text.ends_with('.') ? text : text + ".";
}

bool has_cause(const ApiStatus& status, const std::string& reason) {
    return std::any_of(status.causes.begin(), status.causes.end(),
                       [&](const auto& cause) { return cause.reason == reason; });
}

std::string forbidden(const ApiStatus& status) {
    if (status.message.find("system:anonymous") != std::string::npos)
        return "No credential reached Kubernetes, which sees system:anonymous (403). Give the connection a "
               "token, a "
               "client certificate or an exec plugin.";
    // Role-based access control and admission share the reason; only an admission policy names causes.
    if (!status.causes.empty())
        return "An admission policy refuses this (403): " +
               sentence_of(shortened(status.causes.front().message)) +
               " Stay within the policy, or ask who keeps it.";
    if (status.message.find("exceeded quota") != std::string::npos)
        return "The namespace's quota is used up (403): " + sentence_of(status.message) + " Raise the quota.";
    return "The account lacks a right (403): " + sentence_of(status.message) +
           " Apply the Role that `trimtab doctor` prints.";
}

std::string conflicting(const ApiStatus& status) {
    if (has_cause(status, "FieldManagerConflict"))
        return "Another field manager owns the field (409): " +
               sentence_of(shortened(status.causes.front().message)) + " Let only one of them write it.";
    if (status.reason == "AlreadyExists") return "It exists already (409). Read it, then update it.";
    return "Someone else changed it meanwhile (409). Read it again before writing.";
}

std::string invalid(const ApiStatus& status) {
    std::string text = "Kubernetes refuses the values (422)";
    for (const auto& cause : status.causes)
        if (!cause.field.empty()) {
            text += ": " + cause.field + ": " + shortened(cause.message);
            break;
        }
    if (!text.ends_with(')')) return sentence_of(text) + " Correct the field.";
    return text + ": " + sentence_of(status.message);
}

std::string unavailable(int code, const ApiStatus& status) {
    const std::string number = std::to_string(code);
    if (code == 503)
        return "The part of Kubernetes that answers this is not available (503). For metrics, check that "
               "metrics-server "
               "runs; else try again.";
    if (has_cause(status, "ResourceVersionTooLarge"))
        return "The API server is behind the version that was asked for (504). Try again.";
    if (code == 504) return "Kubernetes did not finish in time (504); its store may be down. Try again.";
    if (code == 502) return "A proxy before Kubernetes cannot reach it (502). Check the load balancer.";
    return "Kubernetes has a fault of its own (" + number + "): " + sentence_of(status.message) +
           " Try again; check the API server's log.";
}

std::string explain(int code, const ApiStatus& status, bool is_status, const std::string& text) {
    const std::string said = is_status || text.empty() ? "" : " It said: " + sentence_of(text);
    switch (code) {
        case 400:
            return "Kubernetes does not understand the request (400): " +
                   sentence_of(is_status ? status.message : text) + " The server may be too old for it.";
        case 401:
            return "Kubernetes does not accept the credential (401). Log in again, or renew the token or "
                   "client "
                   "certificate of this context.";
        case 403:
            return is_status ? forbidden(status)
                             : "Something before Kubernetes refuses the request (403)." + said +
                                   " Check the proxy.";
        case 404:
            return is_status ? "It does not exist (404): " + sentence_of(status.message) +
                                   " Check name and namespace."
                             : "This server has no such API (404). Check the address; the extension may not "
                               "be installed.";
        case 409:
            return conflicting(status);
        case 410:
            return "The position in the list is too old (410). List again.";
        case 415:
            return "Kubernetes does not know the format of the patch (415). The server may be too old.";
        case 422:
            return invalid(status);
        case 429:
            return "Kubernetes has too many requests (429). It is asked again later.";
        default:
            break;
    }
    if (code >= 500) return unavailable(code, status) + said;
    if (code >= 300 && code < 400)
        return "The address redirects (" + std::to_string(code) +
               "), probably to a login. Use the API server's own.";
    return "Kubernetes refuses the request (" + std::to_string(code) + "): " + sentence_of(status.message) +
           said;
}

ErrorCode code_of(int status) {
    switch (status) {
        case 401:
        case 403:
            return ErrorCode::permission_denied;
        case 404:
            return ErrorCode::not_found;
        case 409:
            return ErrorCode::conflict;
        case 410:
        case 429:
            return ErrorCode::unavailable;
        default:
            return status >= 500 ? ErrorCode::unavailable : ErrorCode::invalid_argument;
    }
}

}  // namespace

std::optional<ApiStatus> parse_api_status(const QByteArray& body) {
    const auto object = parse_json_object(body);
    if (!object) return std::nullopt;
    std::optional<Error> error;
    const FieldReader root(*object, "Status", error);
    if (!root.has("code") && root.text("kind") != "Status") return std::nullopt;
    ApiStatus status{root.count("code"), root.text("reason"), shortened(root.text("message")), {}};
    for (const FieldReader& cause : root.object("details").objects("causes")) {
        if (status.causes.size() >= most_causes) break;
        status.causes.push_back({cause.text("reason"), cause.text("message"), cause.text("field")});
    }
    if (error) return std::nullopt;
    return status;
}

Error api_error(const HttpResponse& response, const std::string& subject) {
    const auto status = parse_api_status(response.body);
    const std::string text =
        response.content_type() == "text/html" ? "a web page" : excerpt(response.body, 120);
    return make_error(code_of(response.status),
                      explain(response.status, status.value_or(ApiStatus{}), status.has_value(), text),
                      subject);
}

bool is_expired(const HttpResponse& response) {
    if (response.status == 410) return true;
    const auto status = parse_api_status(response.body);
    return status && (status->code == 410 || status->reason == "Expired" || status->reason == "Gone");
}

}  // namespace trimtab::cluster_api
