// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include "core/base/run_control.h"
#include "core/cluster_api/http/tls_settings.h"
#include "core/cluster_api/live/doctor.h"

namespace trimtab::cluster_api {

/// Looks up the name, opens the port and shakes hands over TLS, telling each step. True: the server can be
/// spoken to. `proxied`: the connection goes through a proxy, which then does these steps itself.
[[nodiscard]] bool probe_transport(const std::string& connection, const QUrl& url, const TlsSettings& tls,
                                   bool proxied, double timeout_s, const DoctorSink& sink, StopToken stop);

}  // namespace trimtab::cluster_api
