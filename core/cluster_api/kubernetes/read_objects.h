// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/base/expected.h"
#include "core/cluster_api/kubernetes/objects.h"

namespace trimtab::cluster_api {

/// Readers of single objects. A field of a wrong type is a parse_error that names it; fields of value 0,
/// which the server omits, are 0.
[[nodiscard]] Expected<ObjectMeta> read_meta(const QJsonObject& object);
[[nodiscard]] Expected<Deployment> read_deployment(const QJsonObject& object);
[[nodiscard]] Expected<Pod> read_pod(const QJsonObject& object);
[[nodiscard]] Expected<Scale> read_scale(const QJsonObject& object);
[[nodiscard]] Expected<Autoscaler> read_horizontal_pod_autoscaler(const QJsonObject& object);
[[nodiscard]] Expected<Autoscaler> read_scaled_object(const QJsonObject& object);
[[nodiscard]] Expected<Lease> read_lease(const QJsonObject& object);
[[nodiscard]] Expected<Event> read_event(const QJsonObject& object);
[[nodiscard]] Expected<PodMetrics> read_pod_metrics(const QJsonObject& object);
[[nodiscard]] Expected<AccessReview> read_access_review(const QJsonObject& object);
[[nodiscard]] Expected<UserIdentity> read_user_identity(const QJsonObject& object);
/// gitVersion of /version: "v1.34.9".
[[nodiscard]] Expected<std::string> read_server_version(const QJsonObject& object);

}  // namespace trimtab::cluster_api
