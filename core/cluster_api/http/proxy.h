// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QString>
#include <QUrl>
#include <functional>

#include "core/base/expected.h"

namespace trimtab::cluster_api {

/// Reads a variable of the environment; empty where it is unset.
using EnvironmentReader = std::function<QString(const char* name)>;

/// The proxy for a URL from HTTPS_PROXY or HTTP_PROXY (in small letters first), else ALL_PROXY; none where
/// NO_PROXY names the host (names with their subdomains, addresses, CIDR ranges, host:port, '*') or the host
/// is this machine. An error names the variable with an unusable value.
[[nodiscard]] Expected<QNetworkProxy> proxy_from_environment(const QUrl& url,
                                                             const EnvironmentReader& environment);

/// "http://user:pw@host:3128" or "socks5://host:1080"; an empty text is no proxy.
[[nodiscard]] Expected<QNetworkProxy> parse_proxy(const QString& text, const std::string& context);

/// The process's own environment.
[[nodiscard]] EnvironmentReader process_environment();

}  // namespace trimtab::cluster_api
