// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/cluster_api/http/credential.h"
#include "core/cluster_api/http/http_message.h"

namespace trimtab::cluster_api {

/// `text` with "[redacted]" for each of `secrets`, as it is, in base64 and percent-encoded, and for user and
/// password of every URL in it. Secrets of fewer than four bytes are found where they stand as a value
/// (password=abc, "abc", Bearer abc), so that ordinary words stay.
[[nodiscard]] std::string redacted_text(const std::string& text, const std::vector<std::string>& secrets);

/// Takes the credential out of the body and the headers of an answer that is an error: some servers and
/// proxies quote the request in it, and messages quote the answer.
void redact(HttpResponse& response, const Credential& credential);

}  // namespace trimtab::cluster_api
