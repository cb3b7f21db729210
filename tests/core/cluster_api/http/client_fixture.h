// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

#include "core/cluster_api/http/http_client.h"
#include "tests/support/fake_clock.h"
#include "tests/support/scripted_server.h"

namespace trimtab::tests {

/// The machine's clock at a tenth of its speed: a deadline that no test means to meet stays far away on a
/// slow or loaded machine.
class SlowClock final : public cluster_api::Clock {
  public:
    [[nodiscard]] std::int64_t monotonic_ms() const override {
        return cluster_api::system_clock().monotonic_ms() / slowness;
    }
    [[nodiscard]] std::int64_t utc_ms() const override { return cluster_api::system_clock().utc_ms(); }
    void call_after(std::int64_t delay_ms, QObject* context, std::function<void()> action) override {
        cluster_api::system_clock().call_after(delay_ms * slowness, context, std::move(action));
    }

  private:
    static constexpr std::int64_t slowness = 10;
};

/// Everything by default, deadlines ten times as long.
inline cluster_api::HttpBehaviour patient() {
    static SlowClock clock;
    cluster_api::HttpBehaviour behaviour;
    behaviour.clock = &clock;
    return behaviour;
}

/// No proxy, whatever the environment of the test says.
inline cluster_api::EnvironmentReader no_environment() {
    return [](const char*) { return QString(); };
}

inline std::unique_ptr<cluster_api::HttpClient> make_client(const ScriptedServer& server,
                                                            cluster_api::Credential credential = {},
                                                            cluster_api::HttpBehaviour behaviour = patient(),
                                                            const cluster_api::TlsSettings& tls = {}) {
    auto endpoint = cluster_api::make_endpoint(server.url(), tls, no_environment());
    return std::make_unique<cluster_api::HttpClient>(
        *endpoint, std::make_shared<cluster_api::FixedCredential>(std::move(credential)),
        std::move(behaviour));
}

/// Patient, with pauses of milliseconds instead of seconds.
inline cluster_api::HttpBehaviour hasty() {
    cluster_api::HttpBehaviour behaviour = patient();
    behaviour.retry.first_delay_ms = 1;
    behaviour.retry.longest_delay_ms = 4;
    return behaviour;
}

}  // namespace trimtab::tests
