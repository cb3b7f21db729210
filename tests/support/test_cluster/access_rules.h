// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/support/test_cluster/http_message.h"
#include "tests/support/test_cluster/resource_path.h"

namespace trimtab::test_cluster {

/// Who may do what on the Kubernetes API. A client certificate of our authority always names a user.
struct AccessRules {
    std::string token;                ///< the one that is accepted; empty: none
    bool credentials_needed = false;  ///< false: without credentials everything is allowed, too
    std::vector<std::string> denied;  ///< "patch deployments/scale", "list scaledobjects", "* leases"

    /// The user's name, system:anonymous without credentials; nothing for a token that is not ours.
    [[nodiscard]] std::optional<std::string> identify(const HttpRequest& request) const;
    [[nodiscard]] bool allows(const std::string& user, const std::string& verb,
                              const ResourcePath& path) const;
};

inline constexpr const char* anonymous_user = "system:anonymous";

/// get, list, watch, create, update, patch or delete.
[[nodiscard]] std::string request_verb(const HttpRequest& request, const ResourcePath& path);

}  // namespace trimtab::test_cluster
