// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/cluster_api/http/http_message.h"

namespace trimtab::cluster_api {

/// The body of a refusal: metav1.Status.
struct ApiStatus {
    struct Cause {
        std::string reason;
        std::string message;
        std::string field;
    };
    int code = 0;
    std::string reason;   ///< Forbidden, NotFound, Conflict, AlreadyExists, Expired, Invalid ...
    std::string message;  ///< shortened: a 422 may carry the whole object
    std::vector<Cause> causes;
};

/// A Status in whatever spelling (the store's 504 has no kind); nothing where the body is something else.
[[nodiscard]] std::optional<ApiStatus> parse_api_status(const QByteArray& body);

/// Why the server refused, as a sentence with the next step. `subject` is what was asked for: "scale of
/// deployment gpu". permission_denied: 401, 403; not_found: 404; conflict: 409; unavailable: 410, 429, 5xx;
/// invalid_argument: the rest.
[[nodiscard]] Error api_error(const HttpResponse& response, const std::string& subject);

/// Whether a list or watch has to begin anew: 410, as a status or as an ERROR event's object.
[[nodiscard]] bool is_expired(const HttpResponse& response);

}  // namespace trimtab::cluster_api
