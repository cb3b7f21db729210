// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/support/test_cluster/http_connection.h"
#include "tests/support/test_cluster/object_store.h"
#include "tests/support/test_cluster/served_workload.h"

namespace trimtab::test_cluster {

/// One series of an answer at one time.
struct PrometheusSample {
    std::map<std::string, std::string> labels;
    double value = 0;
};

/// What a query gives at the end of a simulated second; `window_s` is the first duration in brackets,
/// else 30.
using PrometheusQuery = std::function<std::vector<PrometheusSample>(const WorkloadSecond& at, int window_s)>;

/// Prometheus' HTTP API over a table from query text to a function of the workload's history. A query that is
/// not in the table has an empty result, as one over metrics that do not exist.
class PrometheusApi final {
  public:
    PrometheusApi(const ServedWorkload& workload, const ClusterClock& clock)
        : workload_(workload), clock_(clock) {}

    /// White space outside of quotes does not count; [$window] stands for any number of seconds, as [60s].
    void set(const std::string& query, PrometheusQuery function);
    /// The same value at every time, without labels.
    void set(const std::string& query, double value);
    void clear() { queries_.clear(); }
    /// The label sets that exist, "__name__" among them: for the values of a label, and for count(...) of a
    /// selector that is not in the table.
    void setSeries(std::vector<std::map<std::string, std::string>> series) { series_ = std::move(series); }
    /// Without the series of these metrics, and with the queries over them empty.
    void removeMetrics(const std::vector<std::string>& names);

    /// Later scrapes failed: results end here, and are empty five minutes on.
    void stopScraping() { scraped_until_ms_ = clock_.nowMs(); }
    void setWarnings(std::vector<std::string> warnings) { warnings_ = std::move(warnings); }
    /// "/prometheus" where the external URL has a path.
    void setPathPrefix(std::string prefix) { prefix_ = std::move(prefix); }
    /// The Authorization header that is accepted; empty: anything is.
    void setAuthorization(std::string header) { authorization_ = std::move(header); }

    void handle(const HttpRequest& request, HttpConnection& connection) const;

    /// Prometheus' words for a status code.
    [[nodiscard]] static HttpResponse failure(int status);

  private:
    using Form = std::map<std::string, std::string>;
    [[nodiscard]] HttpResponse instant(const Form& form) const;
    [[nodiscard]] HttpResponse range(const Form& form) const;
    [[nodiscard]] HttpResponse labelValues(const std::string& label, const Form& form) const;
    [[nodiscard]] std::vector<PrometheusSample> count(const std::string& selector) const;
    [[nodiscard]] std::vector<PrometheusSample> evaluate(const std::string& query, double time_s) const;
    [[nodiscard]] HttpResponse success(Json data) const;

    const ServedWorkload& workload_;
    const ClusterClock& clock_;
    std::map<std::string, PrometheusQuery> queries_;
    std::vector<std::map<std::string, std::string>> series_;
    std::vector<std::string> warnings_;
    std::string prefix_;
    std::string authorization_;
    qint64 scraped_until_ms_ = 0;  ///< 0: until now
};

}  // namespace trimtab::test_cluster
