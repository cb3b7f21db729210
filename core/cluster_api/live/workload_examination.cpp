// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translatable.h"
#include "core/cluster_api/kubernetes/read_objects.h"
#include "core/cluster_api/live/examination.h"
#include "core/cluster_api/live/kubernetes_workload.h"

namespace trimtab::cluster_api {
namespace {

constexpr const char* kubernetes_name = "Kubernetes";

std::string pool_text(const std::string& name, const PoolStatus& pool) {
    if (pool.desired < 0) return "the replicas of " + name + " are not known";
    if (pool.ready < 0)
        return name + " wants " + std::to_string(pool.desired) +
               ", and its controller has not said yet how many are ready";
    return name + " " + std::to_string(pool.ready) + "/" + std::to_string(pool.desired) + " ready";
}

/// Pods that are wanted and do not come.
void check_pods(Examination& examination, const std::string& name, const PoolStatus& pool) {
    if (pool.desired <= 0 || pool.ready != 0) return;
    examination.fail_step(
        kubernetes_name, "pods", "no pod of " + name + " is ready",
        pool.trouble.empty()
            ? translatable("CoreTexts", "they do not start, or their readiness probe does not succeed")
            : pool.trouble,
        "kubectl describe deployment " + name + " -n " + examination.config.environment.namespace_ +
            "; kubectl get events -n " + examination.config.environment.namespace_);
}

void check_bounds(Examination& examination, const std::string& name, const PoolStatus& pool) {
    const config::EnvironmentConfig& e = examination.config.environment;
    if (pool.desired < 0 || (pool.desired >= e.min_replicas && pool.desired <= e.max_replicas)) return;
    examination.tell_of_control(
        kubernetes_name, "bounds",
        name + " has " + std::to_string(pool.desired) +
            " replicas, outside environment.min_replicas and max_replicas (" +
            std::to_string(e.min_replicas) + " to " + std::to_string(e.max_replicas) + ")",
        translatable("CoreTexts", "control is refused; observing is allowed"),
        "kubectl scale deployment " + name + " --replicas=" + std::to_string(e.min_replicas) + " -n " +
            e.namespace_ + "; or set environment.min_replicas and environment.max_replicas");
}

/// A Lease counts as another's as long as it was renewed within its duration, by both clocks.
void check_lease(Examination& examination, KubernetesClient& kubernetes) {
    const std::string& space = examination.config.environment.namespace_;
    const std::string& name = examination.config.cluster.lease_name;
    const auto lease = kubernetes.wait(get_lease(space, name), examination.stop);
    if (!lease) return;  // none yet, or no right to see it, which `permission` has told
    const std::int64_t now_ms = kubernetes.http().behaviour().clock->utc_ms();
    if (lease->holder.empty() || now_ms - lease->renewed_ms > 1000LL * lease->duration_s) return;
    examination.tell_of_control(
        kubernetes_name, "lease", "the Lease " + name + " is held by " + lease->holder,
        translatable("CoreTexts", "another Trimtab controls these Deployments; control is refused"),
        "kubectl get lease " + name + " -n " + space + " -o yaml");
}

void check_ownership(Examination& examination, KubernetesWorkload& workload) {
    const auto owned = workload.check_ownership(examination.stop);
    if (owned)
        examination.pass(kubernetes_name, "ownership",
                         translatable("CoreTexts", "nothing else scales these Deployments"));
    else
        examination.tell_of_control(
            kubernetes_name, "ownership", owned.error().message,
            translatable("CoreTexts", "control is refused; observing is allowed"),
            "kubectl get hpa,scaledobjects -n " + examination.config.environment.namespace_);
}

/// Where utilisation is asked of metrics-server, it must be there and know the pods.
void check_metrics_server(Examination& examination, KubernetesClient& kubernetes) {
    if (examination.config.cluster.usage_source != config::UsageSource::metrics_server) return;
    const std::string& space = examination.config.environment.namespace_;
    const auto pods =
        kubernetes.list<PodMetrics>(pod_metrics_resource, space, read_pod_metrics, examination.stop);
    if (!pods)
        examination.fail_step(
            kubernetes_name, "metrics-server", pods.error().to_string(),
            translatable("CoreTexts", "metrics-server is not installed, or its pod does not run"),
            "kubectl get apiservice v1beta1.metrics.k8s.io; kubectl get pods -A | grep metrics-server; or "
            "set "
            "cluster.usage_source: prometheus");
    else if (pods->empty())
        examination.fail_step(kubernetes_name, "metrics-server",
                              translatable("CoreTexts", "it knows no pod of this namespace"),
                              translatable("CoreTexts", "no pod runs there, or it has not measured them yet"),
                              "kubectl top pods -n " + space);
    else
        examination.pass(kubernetes_name, "metrics-server",
                         "it measures " + std::to_string(pods->size()) + " pods");
}

}  // namespace

void examine_workload(Examination& examination, KubernetesClient& kubernetes) {
    const config::Config& config = examination.config;
    KubernetesWorkload workload(config, kubernetes);
    const auto status = workload.read(examination.stop);
    if (!status) {
        examination.fail_step(
            kubernetes_name, "workload", status.error().to_string(),
            translatable("CoreTexts", "a Deployment has another name, or lives in another namespace"),
            "kubectl get deployments -n " + config.environment.namespace_ +
                "; then set cluster.gpu_deployment, cluster.cpu_deployment, environment.namespace");
        return;
    }
    const std::array<const std::string*, 2> names = {&config.cluster.gpu_deployment,
                                                     &config.cluster.cpu_deployment};
    for (std::size_t p = 0; p < names.size(); ++p)
        examination.pass(kubernetes_name, "workload", pool_text(*names[p], status->pools[p]));
    for (std::size_t p = 0; p < names.size(); ++p) check_pods(examination, *names[p], status->pools[p]);
    for (std::size_t p = 0; p < names.size(); ++p) check_bounds(examination, *names[p], status->pools[p]);
    check_ownership(examination, workload);
    check_lease(examination, kubernetes);
    check_metrics_server(examination, kubernetes);
}

}  // namespace trimtab::cluster_api
