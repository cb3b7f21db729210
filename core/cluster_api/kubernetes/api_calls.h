// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/cluster_api/kubernetes/api_call.h"
#include "core/cluster_api/kubernetes/objects.h"

namespace trimtab::cluster_api {

/// dry_run asks the server for everything but storing it: its answer shows what would be.
enum class WriteMode { dry_run, store };

// --- reading

/// One object each; whom the server takes us for; its version, as "v1.29.4".
[[nodiscard]] ApiCall<Deployment> get_deployment(const std::string& namespace_name, const std::string& name);
[[nodiscard]] ApiCall<Scale> get_scale(const std::string& namespace_name, const std::string& name);
[[nodiscard]] ApiCall<UserIdentity> who_am_i();
[[nodiscard]] ApiCall<std::string> server_version();

/// A right that is asked for.
struct AccessQuestion {
    std::string verb;  ///< get, list, watch, create, update, patch
    std::string group;
    std::string resource;
    std::string subresource{};
    std::string name{};  ///< empty: any
    std::string namespace_name{};

    /// "patch deployments/scale gpu in namespace serving"
    [[nodiscard]] std::string to_string() const;
};
[[nodiscard]] ApiCall<AccessReview> review_access(const AccessQuestion& question);

// --- the scale: the only way that replica counts are written

/// A merge patch that names the version it was decided on, so that a stale one is a conflict.
[[nodiscard]] ApiCall<Scale> patch_scale(const std::string& namespace_name, const std::string& name,
                                         int replicas, const std::string& resource_version, WriteMode mode);

// --- the journal annotation

/// A merge patch of a Deployment's annotations: sets `values`, removes `removed`. An empty resource_version
/// is not checked.
[[nodiscard]] ApiCall<Deployment> annotate_deployment(const std::string& namespace_name,
                                                      const std::string& name, const StringPairs& values,
                                                      const std::vector<std::string>& removed,
                                                      const std::string& resource_version, WriteMode mode);

// --- the Lease

[[nodiscard]] ApiCall<Lease> get_lease(const std::string& namespace_name, const std::string& name);
[[nodiscard]] ApiCall<Lease> create_lease(const Lease& lease);
/// Replaces it; lease.meta.resource_version is checked.
[[nodiscard]] ApiCall<Lease> update_lease(const Lease& lease);

}  // namespace trimtab::cluster_api
