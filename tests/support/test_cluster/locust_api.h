// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>

#include "core/cluster/latency_histogram.h"
#include "tests/support/test_cluster/http_connection.h"
#include "tests/support/test_cluster/object_store.h"
#include "tests/support/test_cluster/served_workload.h"

namespace trimtab::test_cluster {

struct LocustVersion {
    std::array<int, 3> numbers{2, 46, 0};

    /// "2.15.1"; 2.46.0 for text that is none.
    [[nodiscard]] static LocustVersion parse(const std::string& text);
    [[nodiscard]] bool before(int major, int minor, int patch) const {
        return numbers < std::array<int, 3>{major, minor, patch};
    }
};

/// The endpoints of Locust's web interface in the spelling of a version; its users and its time are the
/// workload's.
class LocustApi final : public QObject {
    Q_OBJECT

  public:
    LocustApi(ServedWorkload& workload, LocustVersion version, QObject* parent);

    /// A load shape runs: user_count is ignored.
    void setShape(bool shape) { shape_ = shape; }
    /// Basic up to 2.20, a login form from 2.21 on; the Authorization header, or the session cookie's value.
    void setCredential(std::string credential) { credential_ = std::move(credential); }

    void handle(const HttpRequest& request, HttpConnection& connection);
    [[nodiscard]] static HttpResponse failure(int status);

  private:
    [[nodiscard]] HttpResponse swarm(const HttpRequest& request);
    [[nodiscard]] Json statistics() const;
    [[nodiscard]] Json row(const std::string& name, const std::string& method) const;
    [[nodiscard]] bool admitted(const HttpRequest& request) const;
    [[nodiscard]] std::string state() const;
    [[nodiscard]] Json percentile(double q) const;
    void count();
    void forget();

    ServedWorkload& workload_;
    const LocustVersion version_;
    bool shape_ = false;
    std::string credential_;
    enum class Run { ready, started, stopped } run_ = Run::ready;
    cluster::LatencyHistogram latencies_;  ///< since the start or the last reset
    double latency_sum_ms_ = 0;
    qint64 failures_ = 0;
    double since_s_ = 0;
    double counted_s_ = -1;  ///< the last second that was counted
    double cached_at_s_ = 0;
    std::string cached_;
};

}  // namespace trimtab::test_cluster
