// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/deployment_controller.h"

#include <algorithm>

#include "tests/support/test_cluster/placement_objects.h"

namespace trimtab::test_cluster {
namespace {

constexpr std::array<cluster::Pool, 2> both{cluster::Pool::gpu, cluster::Pool::cpu};

std::string other_name(int index) {
    std::string number = std::to_string(index);
    number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
    return "app-" + number;
}

}  // namespace

DeploymentController::DeploymentController(ObjectStore& store, ServedWorkload& workload,
                                           const ClusterClock& clock, ClusterContents contents,
                                           QObject* parent)
    : QObject(parent), store_(store), workload_(workload), clock_(clock), contents_(std::move(contents)) {}

std::string DeploymentController::deployment(cluster::Pool pool) const {
    return pool == cluster::Pool::gpu ? contents_.gpu_deployment : contents_.cpu_deployment;
}

DeploymentShape DeploymentController::shape(cluster::Pool pool) const {
    return {contents_.namespace_, deployment(pool), pool == cluster::Pool::gpu ? "gpu" : "cpu"};
}

void DeploymentController::start() {
    const std::string time = clock_.text();
    store_.put({"namespaces", "", contents_.namespace_}, Json::object(), time);
    store_.put(key("services", contents_.service), service_object(contents_.service, ""), time);
    for (const char* pool : {"gpu", "cpu"})
        store_.put(key("services", contents_.service + "-" + pool), service_object(contents_.service, pool),
                   time);
    store_.put(key("httproutes.gateway.networking.k8s.io", contents_.service),
               route_object(contents_.service + "-gpu", contents_.service + "-cpu"), time);
    store_.put(key("ingresses.networking.k8s.io", contents_.service),
               {{"metadata", {{"annotations", {{"nginx.ingress.kubernetes.io/canary-weight", "50"}}}}},
                {"spec", {{"ingressClassName", "nginx"}}}},
               time);
    for (const cluster::Pool pool : both)
        store_.put(key("deployments.apps", deployment(pool)),
                   deployment_object(shape(pool), workload_.cluster().pool(pool, 1).desired, time), time);
    synchronise();
    fill();
    connect(&workload_, &ServedWorkload::changed, this, [this] { synchronise(); });
    connect(&store_, &ObjectStore::changed, this, &DeploymentController::follow);
}

void DeploymentController::fill() {
    const std::string time = clock_.text();
    const int others = std::max(0, contents_.deployments - 2);
    for (int i = 0; i < others; ++i) {
        const DeploymentShape other{contents_.namespace_, other_name(i), ""};
        const int replicas = contents_.pods / others + (i < contents_.pods % others ? 1 : 0);
        store_.put(key("deployments.apps", other.name), deployment_object(other, replicas, time), time);
        for (int serial = 0; serial < replicas; ++serial) {
            const std::string name = pod_name(other.name, serial);
            store_.put(key("pods", name), pod_object(other, name, cluster::PodPhase::ready, time), time);
        }
    }
    store_.compact();
}

void DeploymentController::synchronise() {
    for (const cluster::Pool pool : both) synchronise(pool);
    restartSome();
}

void DeploymentController::synchronise(cluster::Pool pool) {
    const cluster::PoolSnapshot snapshot = workload_.cluster().pool(pool, 1);
    const DeploymentShape of = shape(pool);
    auto& known = pods_[static_cast<std::size_t>(pool)];
    std::map<int, cluster::PodPhase> now;
    for (const cluster::PodSnapshot& pod : snapshot.pods) now[pod.serial] = pod.phase;
    if (now != known) {
        const std::string time = clock_.text();
        for (const auto& [serial, phase] : known)
            if (!now.contains(serial)) store_.remove(key("pods", pod_name(of.name, serial)));
        for (const auto& [serial, phase] : now) {
            const auto before = known.find(serial);
            if (before != known.end() && before->second == phase) continue;
            const std::string name = pod_name(of.name, serial);
            Json object = pod_object(of, name, phase, time);
            if (const StoredObject* stored = store_.find(key("pods", name))) {
                const Json metadata = stored->json().at("metadata");
                for (const char* kept : {"uid", "creationTimestamp"})
                    object["metadata"][kept] = metadata.at(kept);
            }
            store_.put(key("pods", name), std::move(object), time);
        }
        known = std::move(now);
    }
    const StoredObject* stored = store_.find(key("deployments.apps", of.name));
    if (stored == nullptr || asleep_) return;
    Json object = stored->json();
    const int existing = static_cast<int>(snapshot.pods.size());
    Json status = deployment_status(object, {snapshot.desired, existing, snapshot.ready}, clock_.text());
    const auto without_conditions = [](Json value) {
        value.erase("conditions");
        return value;
    };
    if (without_conditions(status) == without_conditions(object.at("status"))) return;
    object["status"] = std::move(status);
    store_.put(key("deployments.apps", of.name), std::move(object), clock_.text());
}

void DeploymentController::follow(const ObjectChange& change) {
    if (change.key.namespace_ != contents_.namespace_ || change.key.resource == "pods" ||
        std::string_view(change.type) == "DELETED")
        return;
    if (change.key.resource == "deployments.apps") {
        if (asleep_) return;
        const bool gpu = change.key.name == contents_.gpu_deployment;
        if (!gpu && change.key.name != contents_.cpu_deployment) return setOtherReplicas(change);
        const cluster::Pool pool = gpu ? cluster::Pool::gpu : cluster::Pool::cpu;
        const int wanted = change.object.json().at("spec").value("replicas", 0);
        if (wanted != workload_.cluster().pool(pool, 1).desired) (void)workload_.scale(pool, wanted);
        synchronise(pool);
    }
    if (std::string_view(change.type) != "MODIFIED") return;
    if (const auto placement = placement_of(change.key, change.object.json(), contents_.service + "-gpu"))
        workload_.place(*placement);
}

void DeploymentController::setAsleep(bool asleep) {
    asleep_ = asleep;
    if (asleep) return;
    for (const cluster::Pool pool : both)
        if (const StoredObject* stored = store_.find(key("deployments.apps", deployment(pool))))
            follow({"MODIFIED", key("deployments.apps", deployment(pool)), *stored});
}

void DeploymentController::setOtherReplicas(const ObjectChange& change) {
    Json object = change.object.json();
    const int wanted = object.at("spec").value("replicas", 0);
    if (object.at("status").value("replicas", 0) == wanted) return;
    object["status"] = deployment_status(object, {wanted, wanted, wanted}, clock_.text());
    store_.put(change.key, std::move(object), clock_.text());
}

void DeploymentController::restartSome() {
    const int others = std::max(0, contents_.deployments - 2);
    if (contents_.restarts_per_s == 0 || others == 0 || workload_.timeS() == last_restart_s_) return;
    last_restart_s_ = workload_.timeS();
    for (int i = 0; i < contents_.restarts_per_s; ++i) {
        const DeploymentShape other{contents_.namespace_, other_name(restarted_ % others), ""};
        const std::string name = pod_name(other.name, 0);
        if (store_.find(key("pods", name)) != nullptr)
            store_.put(
                key("pods", name),
                pod_object(other, name, cluster::PodPhase::ready, clock_.text(), 1 + restarted_ / others),
                clock_.text());
        ++restarted_;
    }
}

Json DeploymentController::podMetrics(const std::string& namespace_) const {
    Json items = Json::array();
    if (!namespace_.empty() && namespace_ != contents_.namespace_) return items;
    for (const cluster::Pool pool : both) {
        const cluster::PoolSnapshot snapshot = workload_.cluster().pool(pool, 30);
        const double cores = pool == cluster::Pool::cpu ? 4 * snapshot.utilization : 0.3;
        for (const cluster::PodSnapshot& pod : snapshot.pods) {
            if (pod.phase != cluster::PodPhase::ready) continue;
            const std::string cpu = std::to_string(static_cast<long long>(cores * 1e9)) + "n";
            const std::string memory = pool == cluster::Pool::gpu ? "995328Ki" : "552960Ki";
            items.push_back(
                {{"metadata",
                  {{"name", pod_name(deployment(pool), pod.serial)},
                   {"namespace", contents_.namespace_},
                   {"creationTimestamp", clock_.text()},
                   {"labels", {{"app", deployment(pool)}}}}},
                 {"timestamp", clock_.text()},
                 {"window", "15s"},
                 {"containers",
                  {{{"name", deployment(pool)}, {"usage", {{"cpu", cpu}, {"memory", memory}}}}}}});
        }
    }
    return items;
}

}  // namespace trimtab::test_cluster
