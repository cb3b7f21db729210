// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <string>

#include "core/cluster_api/http/http_client.h"
#include "core/cluster_api/locust/locust_answer.h"

namespace trimtab::cluster_api {

/// What a load generator is asked to run.
struct SwarmRequest {
    int user_count = 1;
    double spawn_rate = 1;  ///< users a second
    std::string host;       ///< target; empty: what Locust was started with
    std::string run_time;   ///< "10m"; empty: until it is stopped
};

/// One Locust's web interface, 2.12 or later, under one identity. Make, use and destroy it in one thread. The
/// functions wait: this thread's events are delivered meanwhile, and a stop gives `cancelled` within 100 ms.
class LocustClient final : public QObject {
    Q_OBJECT

  public:
    /// Locust computes its statistics anew only this often.
    static constexpr std::int64_t statistics_age_ms = 2000;

    LocustClient(HttpEndpoint endpoint, std::shared_ptr<CredentialProvider> credentials,
                 HttpBehaviour behaviour = {}, QObject* parent = nullptr);

    /// Of one attempt and of all of them; 10 and 30 s unless set.
    void setTimeouts(std::int64_t attempt_ms, std::int64_t deadline_ms);

    /// Starts, or changes the number of users of what runs.
    [[nodiscard]] Expected<SwarmAnswer> swarm(const SwarmRequest& request, StopToken stop = {});
    [[nodiscard]] Expected<void> stop(StopToken stop = {});
    [[nodiscard]] Expected<void> resetStatistics(StopToken stop = {});
    /// Asks at most every two seconds; in between the last answer is given again.
    [[nodiscard]] Expected<LocustStatistics> statistics(StopToken stop = {});

    [[nodiscard]] const HttpClient& http() const { return http_; }

  private:
    [[nodiscard]] Expected<HttpResponse> ask(HttpRequest request, StopToken stop);

    HttpClient http_;
    std::int64_t attempt_ms_ = 10'000;
    std::int64_t deadline_ms_ = 30'000;
    std::optional<LocustStatistics> last_;
    std::int64_t last_ms_ = 0;  ///< monotonic
};

}  // namespace trimtab::cluster_api
