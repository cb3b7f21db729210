// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster_api/kubernetes/api_calls.h"

namespace trimtab::cluster_api {

/// Makes a request a write of a JSON body: PATCH is a merge patch; unknown fields are refused.
void write_json(HttpRequest& request, const QByteArray& method, const QJsonObject& body, WriteMode mode);

}  // namespace trimtab::cluster_api
