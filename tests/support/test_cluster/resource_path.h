// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace trimtab::test_cluster {

/// A request path of the Kubernetes API, taken apart.
struct ResourcePath {
    std::string group;  ///< empty: core
    std::string version;
    std::string namespace_;
    std::string resource;  ///< plural: "deployments"
    std::string name;
    std::string subresource;

    /// "deployments.apps", "pods"
    [[nodiscard]] std::string full_resource() const {
        return group.empty() ? resource : resource + "." + group;
    }
};

/// A kind that the test cluster serves.
struct ServedKind {
    const char* full_resource;
    const char* api_version;
    const char* kind;
};

/// Nothing for a path of another form.
[[nodiscard]] std::optional<ResourcePath> parse_resource_path(const std::string& path);

/// Null for one that is not served.
[[nodiscard]] const ServedKind* served_kind(const ResourcePath& path);

}  // namespace trimtab::test_cluster
