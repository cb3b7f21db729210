// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translatable.h"
#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/live/examination.h"

namespace trimtab::cluster_api {
namespace {

constexpr const char* locust_name = "Locust";

void check_load(Examination& examination, const LocustStatistics& statistics) {
    if (!statistics.runs() && !examination.config.cluster.drive_load) {
        examination.fail_step(
            locust_name, "load",
            translatable("CoreTexts", "no test runs, so latency and throughput have no data"),
            translatable("CoreTexts", "nobody has started the load, and cluster.drive_load is false"),
            "start it in Locust's page, or set cluster.drive_load: true");
        return;
    }
    if (statistics.runs() && statistics.throughput_rps().value_or(0) <= 0) {
        examination.fail_step(
            locust_name, "load", translatable("CoreTexts", "no request succeeds: throughput is zero"),
            translatable("CoreTexts", "the target is wrong, or the allocation is too small for the load"),
            "check the host in Locust's page or cluster.locust_host; trimtab simulate --users " +
                std::to_string(statistics.user_count) + " --gpu 1:5");
        return;
    }
    examination.pass(locust_name, "load",
                     statistics.runs()
                         ? std::to_string(statistics.user_count) + " users, " +
                               finding_number(statistics.throughput_rps().value_or(0)) + " req/s"
                         : translatable("CoreTexts", "not running; the load controller will start it"));
}

}  // namespace

void examine_locust(Examination& examination) {
    auto client = open_locust(examination.config, examination.secrets);
    if (!client) {
        examination.fail_step(locust_name, "address", client.error().to_string(),
                              translatable("CoreTexts", "the address or a file cannot be used"),
                              "set environment.locust_url");
        return;
    }
    LocustClient& locust = **client;
    examination.pass(locust_name, "address", origin_text(locust.http().endpoint().base_url));
    if (!examination.reach(locust_name, locust.http())) return;
    const auto statistics = locust.statistics(examination.stop);
    if (!statistics) {
        const bool denied = statistics.error().code == ErrorCode::permission_denied;
        examination.fail_step(
            locust_name, "identity", statistics.error().to_string(),
            denied ? translatable("CoreTexts", "Locust was started with a login")
                   : translatable("CoreTexts", "what answers there is not Locust's web interface"),
            denied ? "set cluster.locust_user and TRIMTAB_LOCUST_PASSWORD (Locust before 2.21), or start it "
                     "without --web-login behind a proxy of yours"
                   : "curl -s " + examination.config.environment.locust_url + "/stats/requests");
        return;
    }
    examination.pass(locust_name, "identity", "state " + statistics->state_text);
    check_load(examination, *statistics);
}

}  // namespace trimtab::cluster_api
