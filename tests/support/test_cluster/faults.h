// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "tests/support/test_cluster/http_message.h"

namespace trimtab::test_cluster {

enum class FaultKind {
    latency,              ///< `amount` ms before the request is carried out
    status,               ///< `status`, with the body that the service gives to it; not carried out
    hang,                 ///< no answer, the connection stays open
    reset,                ///< connection reset; not carried out
    applied_then_reset,   ///< carried out, then reset before the answer
    half_body,            ///< carried out, half of the answer (of a watch: of its next event), then reset
    not_json,             ///< 200 with a page of HTML; not carried out
    wrong_type,           ///< 200 with JSON of another shape; not carried out
    huge_body,            ///< 200 with a body of `amount` bytes; not carried out
    wrong_ca,             ///< reset; the next handshake shows a certificate of another authority
    expired_certificate,  ///< reset; the next handshake shows an expired certificate
    clock_skew            ///< carried out; from now on the cluster's clock is `amount` s ahead
};

struct Fault {
    FaultKind kind = FaultKind::reset;
    int status = 503;
    int retry_after_s = 0;  ///< 0: no Retry-After
    qint64 amount = 0;
};

/// Which calls get a fault. Empty fields match everything.
struct FaultRule {
    std::string service;  ///< kubernetes, prometheus or locust
    std::string method;
    std::string path_contains;  ///< of path?query, as the request spelt it after decoding
    int first_call = 1;         ///< counted among the calls that match
    int calls = 1;              ///< so many in a row; -1: for ever
    Fault fault;
};

/// Decides about each call, and keeps a list of them all. One thread.
class FaultPlan {
  public:
    struct Call {
        std::string service;
        std::string method;
        std::string target;  ///< path, and the query after a question mark
        std::optional<FaultKind> fault;
    };

    void add(const FaultRule& rule) { rules_.push_back({rule, 0}); }
    void clear() { rules_.clear(); }
    /// Counts the call; the fault of the first rule that covers it.
    [[nodiscard]] std::optional<Fault> next(const std::string& service, const HttpRequest& request);
    [[nodiscard]] const std::vector<Call>& calls() const { return calls_; }

  private:
    struct Counted {
        FaultRule rule;
        int seen = 0;
    };
    std::vector<Counted> rules_;
    std::vector<Call> calls_;
};

/// "half_body" and the other names above; fails on an unknown name.
[[nodiscard]] Expected<FaultKind> fault_kind(const std::string& name);
[[nodiscard]] std::string fault_name(FaultKind kind);

/// service/method/path=kind[:number[:retry_after_s]][@first_call[xcalls]], for a command line, for example
/// "kubernetes/PATCH/scale=status:409@2" or "//=latency:250@1x-1".
[[nodiscard]] Expected<FaultRule> parse_fault_rule(const std::string& text);

}  // namespace trimtab::test_cluster
