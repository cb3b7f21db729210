// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_cluster/http_message.h"
#include "tests/support/test_cluster/object_store.h"
#include "tests/support/test_cluster/resource_path.h"

namespace trimtab::test_cluster {

/// A JSON answer.
[[nodiscard]] HttpResponse json_response(const Json& body, int status = 200);

/// The object `Status` of a failed request, as an API server of 1.34 words it.
[[nodiscard]] HttpResponse api_failure(int status, const std::string& reason, const std::string& message,
                                       const Json& details = Json());

/// The usual body of a status code where nothing more is known: JSON, or plain text for 429, 503 and 504.
[[nodiscard]] HttpResponse api_failure(int status);

[[nodiscard]] HttpResponse api_not_found(const ResourcePath& path);
[[nodiscard]] HttpResponse api_conflict(const ResourcePath& path);
[[nodiscard]] HttpResponse api_forbidden(const ResourcePath& path, const std::string& user,
                                         const std::string& verb);
/// 422 with the offending field.
[[nodiscard]] HttpResponse api_invalid(const ResourcePath& path, const std::string& kind,
                                       const std::string& field, const std::string& why);

/// What a watch or a list from a compacted resourceVersion gets.
[[nodiscard]] Json expired_status(const std::string& message);

}  // namespace trimtab::test_cluster
