// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

#include "core/cluster_api/http/http_client.h"
#include "tests/support/fake_clock.h"
#include "tests/support/scripted_server.h"

namespace trimtab::tests {

/// No proxy, whatever the environment of the test says.
inline cluster_api::EnvironmentReader no_environment() {
    return [](const char*) { return QString(); };
}

inline std::unique_ptr<cluster_api::HttpClient> make_client(const ScriptedServer& server,
                                                            cluster_api::Credential credential = {},
                                                            cluster_api::HttpBehaviour behaviour = {},
                                                            const cluster_api::TlsSettings& tls = {}) {
    auto endpoint = cluster_api::make_endpoint(server.url(), tls, no_environment());
    return std::make_unique<cluster_api::HttpClient>(
        *endpoint, std::make_shared<cluster_api::FixedCredential>(std::move(credential)),
        std::move(behaviour));
}

/// Pauses of a millisecond instead of a second.
inline cluster_api::HttpBehaviour hasty() {
    cluster_api::HttpBehaviour behaviour;
    behaviour.retry.first_delay_ms = 1;
    behaviour.retry.longest_delay_ms = 4;
    return behaviour;
}

}  // namespace trimtab::tests
