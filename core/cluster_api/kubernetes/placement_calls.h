// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "core/cluster_api/kubernetes/api_calls.h"

namespace trimtab::cluster_api {

// The ways in which placement is executed on a live cluster. Each is a merge patch of the one configured
// object.

/// Annotations and labels of an object, both possibly empty; an empty value removes a key. Some router of the
/// cluster reads them.
[[nodiscard]] ApiCall<ObjectMeta> patch_metadata(const Resource& resource, const std::string& namespace_name,
                                                 const std::string& name, const StringPairs& annotations,
                                                 const StringPairs& labels, WriteMode mode);

/// The pairs of a Service's selector that change; an empty value removes a key.
[[nodiscard]] ApiCall<ObjectMeta> patch_service_selector(const std::string& namespace_name,
                                                         const std::string& name, const StringPairs& selector,
                                                         WriteMode mode);

/// The whole object, to be changed and sent back.
[[nodiscard]] ApiCall<QJsonObject> get_object(const Resource& resource, const std::string& namespace_name,
                                              const std::string& name);

/// The weights (>= 0, by the backend's Service name) in every rule of an HTTPRoute as get_object() gave it. A
/// merge patch replaces lists, so all rules are sent, with the version they were read in. not_found where a
/// backend is in no rule.
[[nodiscard]] Expected<ApiCall<ObjectMeta>> patch_route_weights(const QJsonObject& route,
                                                                const std::map<std::string, int>& weights,
                                                                WriteMode mode);

}  // namespace trimtab::cluster_api
