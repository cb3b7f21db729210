// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/admin_api.h"

#include "tests/support/test_cluster/api_status.h"
#include "tests/support/test_cluster/test_cluster.h"

namespace trimtab::test_cluster {
namespace {

int number(const HttpRequest& request, const std::string& name) {
    return QByteArray::fromStdString(request.parameter(name)).toInt();
}

const char* placement_name(cluster::Placement placement) {
    if (placement == cluster::Placement::balanced) return "balanced";
    return placement == cluster::Placement::prefer_gpu ? "prefer_gpu" : "prefer_cpu";
}

Json state(TestCluster& cluster) {
    const cluster::WindowMetrics m = cluster.workload().window(cluster.workload().last(), 30);
    return {{"time_s", cluster.workload().timeS()},
            {"users", m.current_users},
            {"latency_p95_ms", m.latency_p95_ms},
            {"throughput_rps", m.throughput_rps},
            {"desired_gpu", m.desired_gpu},
            {"desired_cpu", m.desired_cpu},
            {"ready_gpu", m.ready_gpu},
            {"ready_cpu", m.ready_cpu},
            {"spec_gpu", cluster.replicas(cluster::Pool::gpu)},
            {"spec_cpu", cluster.replicas(cluster::Pool::cpu)},
            {"placement", placement_name(cluster.workload().cluster().desired().placement)},
            {"resource_version", cluster.store().version()}};
}

Json writes(const TestCluster& cluster) {
    Json list = Json::array();
    for (const ReplicaWrite& write : cluster.replicaHistory())
        list.push_back({{"cluster_time_s", write.cluster_time_s},
                        {"wall_ms", write.wall_ms},
                        {"deployment", write.deployment},
                        {"before", write.before},
                        {"after", write.after},
                        {"dry_run", write.dry_run},
                        {"user", write.user},
                        {"user_agent", write.user_agent}});
    return list;
}

Json calls(TestCluster& cluster) {
    Json list = Json::array();
    for (const FaultPlan::Call& call : cluster.faults().calls())
        list.push_back({{"service", call.service},
                        {"method", call.method},
                        {"target", call.target},
                        {"fault", call.fault ? Json(fault_name(*call.fault)) : Json()}});
    return list;
}

/// Whether the command is known and was carried out.
bool perform(TestCluster& cluster, const HttpRequest& request) {
    if (request.path == "/advance") {
        cluster.advance(number(request, "seconds"));
    } else if (request.path == "/scale") {
        const bool gpu = request.parameter("pool") == "gpu";
        return cluster.scaleAsSomebody(gpu ? cluster::Pool::gpu : cluster::Pool::cpu,
                                       number(request, "replicas"));
    } else if (request.path == "/users") {
        cluster.workload().setUsers(number(request, "count"), 100);
    } else if (request.path == "/fault") {
        const auto rule = parse_fault_rule(request.parameter("rule"));
        if (!rule) return false;
        cluster.faults().add(*rule);
    } else if (request.path == "/clear-faults") {
        cluster.faults().clear();
        cluster.clock().setSkew(0);
    } else if (request.path == "/compact") {
        cluster.store().compact();
    } else if (request.path == "/finish-watches") {
        cluster.kubernetes().lists().finishWatches();
    } else if (request.path == "/stop-scraping") {
        cluster.prometheus().stopScraping();
    } else {
        return false;
    }
    return true;
}

}  // namespace

void handle_admin(TestCluster& cluster, const HttpRequest& request, HttpConnection& connection) {
    if (request.method == "POST")
        return connection.reply(perform(cluster, request)
                                    ? json_response(state(cluster))
                                    : json_response({{"error", "not understood"}}, 400));
    if (request.path == "/state") return connection.reply(json_response(state(cluster)));
    if (request.path == "/writes") return connection.reply(json_response(writes(cluster)));
    if (request.path == "/calls") return connection.reply(json_response(calls(cluster)));
    connection.reply(json_response({{"error", "not found"}}, 404));
}

}  // namespace trimtab::test_cluster
