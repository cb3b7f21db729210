// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/doctor.h"

#include <cmath>

#include "core/base/translatable.h"
#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/live/kubernetes_workload.h"
#include "core/cluster_api/live/placement_writer.h"
#include "core/cluster_api/live/service_observation.h"
#include "core/cluster_api/live/transport_probe.h"

namespace trimtab::cluster_api {
namespace {

std::string number_text(double value) {
    std::string text = std::to_string(value);
    text.resize(text.find('.') + 3);
    return text;
}

/// The Role as a command; it is bound to a service account, and to `who` where that is a person.
std::string role_to_apply(const RoleSettings& settings, const std::string& who) {
    const auto manifest = render_role(settings);
    if (!manifest) return manifest.error().to_string();
    std::string text = "kubectl apply -f - <<'EOF'\n" + *manifest + "EOF";
    if (!who.starts_with("system:serviceaccount:"))
        text += "\nkubectl create rolebinding trimtab-user --role=trimtab --user='" + who + "' -n " +
                settings.namespace_name;
    return text;
}

/// One examination: counts failures on their way to the sink.
class Examination {
  public:
    Examination(const config::Config& config, const SecretReader& secrets, const DoctorSink& sink,
                StopToken stop)
        : config_(config), secrets_(secrets), stop_(stop), sink_([this, sink](const DoctorFinding& finding) {
              healthy_ = healthy_ && finding.result != DoctorResult::failed;
              sink(finding);
          }) {}

    bool run() {
        examine_kubernetes();
        if (needs_prometheus(config_)) examine_prometheus();
        if (needs_locust(config_)) examine_locust();
        return healthy_;
    }

  private:
    void pass(const char* connection, const char* step, const std::string& text) {
        sink_({connection, step, DoctorResult::passed, text, "", ""});
    }
    void fail_step(const char* connection, const char* step, const std::string& text,
                   const std::string& cause, const std::string& fix) {
        sink_({connection, step, DoctorResult::failed, text, cause, fix});
    }
    [[nodiscard]] bool reach(const char* connection, const HttpClient& client) {
        const HttpEndpoint& endpoint = client.endpoint();
        const bool proxied = endpoint.proxy.type() != QNetworkProxy::NoProxy;
        return probe_transport(connection, endpoint.base_url, endpoint.tls, proxied,
                               config_.cluster.request_timeout_s, sink_, stop_);
    }

    // Kubernetes

    void examine_kubernetes() {
        auto client = open_kubernetes(config_);
        if (!client) {
            fail_step("Kubernetes", "address", client.error().to_string(),
                      translatable("CoreTexts", "the kubeconfig cannot be used, or there is none"),
                      "kubectl config view --minify; or set cluster.kubeconfig and cluster.context");
            return;
        }
        KubernetesClient& kubernetes = **client;
        pass("Kubernetes", "address",
             origin_text(kubernetes.http().endpoint().base_url) + ", context " +
                 kubernetes.connection().context);
        if (!reach("Kubernetes", kubernetes.http())) return;
        const auto version = kubernetes.wait(server_version(), stop_);
        const auto identity = kubernetes.wait(who_am_i(), stop_);
        if (!identity && identity.error().code == ErrorCode::permission_denied) {
            fail_step(
                "Kubernetes", "identity", identity.error().message,
                translatable("CoreTexts",
                             "the token or certificate is wrong, has expired, or belongs to another cluster"),
                "kubectl auth whoami");
            return;
        }
        if (!identity) {
            fail_step("Kubernetes", "identity", identity.error().to_string(),
                      translatable("CoreTexts", "the server does not answer as an API server does"),
                      "kubectl version");
            return;
        }
        if (identity->name == "system:anonymous") {
            fail_step("Kubernetes", "identity",
                      translatable("CoreTexts", "the server takes this session for system:anonymous"),
                      translatable("CoreTexts", "the kubeconfig's user has no credentials"),
                      "kubectl config view --minify");
            return;
        }
        pass("Kubernetes", "identity", identity->name + (version ? ", server " + *version : ""));
        if (!check_rights(kubernetes, identity->name)) return;
        check_workload(kubernetes);
    }

    /// The rights to observe must be there; those to control only where control is configured.
    bool check_rights(KubernetesClient& kubernetes, const std::string& who) {
        const auto ask = [&](const std::vector<AccessQuestion>& list, std::string& denied) -> bool {
            for (const AccessQuestion& question : list) {
                const auto review = kubernetes.wait(review_access(question), stop_);
                if (!review) {
                    fail_step("Kubernetes", "permission", review.error().to_string(),
                              translatable("CoreTexts", "the server does not tell which rights there are"),
                              "kubectl auth can-i --list");
                    return false;
                }
                if (!review->allowed) denied += (denied.empty() ? "" : ", ") + question.to_string();
            }
            return true;
        };
        std::string to_observe;
        std::string to_control;
        const RoleSettings settings = role_settings(config_);
        if (!ask(needed_rights(settings, false), to_observe) ||
            !ask(needed_rights(settings, true), to_control))
            return false;
        const std::string fix = role_to_apply(settings, who);
        if (!to_observe.empty()) {
            fail_step("Kubernetes", "permission", who + " may not " + to_observe,
                      translatable("CoreTexts", "no Role gives this right"), fix);
            return false;
        }
        const bool wants_control = config_.cluster.mode != config::ControlMode::observe;
        if (!to_control.empty()) {
            sink_({"Kubernetes", "permission", wants_control ? DoctorResult::failed : DoctorResult::passed,
                   wants_control ? who + " may not " + to_control
                                 : "may observe; may not control: " + to_control,
                   wants_control ? translatable("CoreTexts", "no Role gives this right") : "", fix});
            return true;
        }
        pass("Kubernetes", "permission", translatable("CoreTexts", "may observe and control"));
        return true;
    }

    void check_workload(KubernetesClient& kubernetes) {
        KubernetesWorkload workload(config_, kubernetes);
        const auto status = workload.read(stop_);
        if (!status) {
            fail_step(
                "Kubernetes", "workload", status.error().to_string(),
                translatable("CoreTexts", "a Deployment has another name, or lives in another namespace"),
                "kubectl get deployments -n " + config_.environment.namespace_ +
                    "; then set cluster.gpu_deployment, cluster.cpu_deployment, environment.namespace");
            return;
        }
        std::string text;
        for (std::size_t p = 0; p < 2; ++p)
            text += (p == 0 ? config_.cluster.gpu_deployment + " "
                            : ", " + config_.cluster.cpu_deployment + " ") +
                    std::to_string(status->pools[p].ready) + "/" + std::to_string(status->pools[p].desired) +
                    " ready";
        pass("Kubernetes", "workload", text);
        const auto owned = workload.check_ownership(stop_);
        if (owned) {
            pass("Kubernetes", "ownership",
                 translatable("CoreTexts", "nothing else scales these Deployments"));
            return;
        }
        const bool wants_control = config_.cluster.mode != config::ControlMode::observe;
        sink_({"Kubernetes", "ownership", wants_control ? DoctorResult::failed : DoctorResult::passed,
               owned.error().message,
               wants_control ? translatable("CoreTexts", "control is refused; observing is allowed") : "",
               "kubectl get hpa,scaledobjects -n " + config_.environment.namespace_});
    }

    // Prometheus

    void examine_prometheus() {
        auto client = open_prometheus(config_, secrets_);
        if (!client) {
            fail_step("Prometheus", "address", client.error().to_string(),
                      translatable("CoreTexts", "the address or a file cannot be used"),
                      "set environment.prometheus_url");
            return;
        }
        PrometheusClient& prometheus = **client;
        pass("Prometheus", "address", origin_text(prometheus.http().endpoint().base_url));
        if (!reach("Prometheus", prometheus.http())) return;
        const auto version = prometheus.waitForVersion(stop_);
        if (!version) {
            const bool denied = version.error().code == ErrorCode::permission_denied;
            fail_step(
                "Prometheus", "identity", version.error().to_string(),
                denied
                    ? translatable("CoreTexts",
                                   "it wants a token or a password, and the one given is wrong or missing")
                    : translatable("CoreTexts",
                                   "what answers there is not a Prometheus, or its external URL has a path"),
                denied ? "export TRIMTAB_PROMETHEUS_TOKEN=..., or set cluster.prometheus_user and "
                         "TRIMTAB_PROMETHEUS_PASSWORD"
                       : "curl -s " + config_.environment.prometheus_url + "/api/v1/status/buildinfo");
            return;
        }
        pass("Prometheus", "identity", "version " + *version);
        for (std::size_t i = 0; i < config::query_count; ++i) check_query(prometheus, i);
    }

    void check_query(PrometheusClient& prometheus, std::size_t index) {
        const config::ClusterQuery& query = config::cluster_queries()[index];
        const config::ClusterConfig& c = config_.cluster;
        if (c.queries[index].empty() || !used(index)) return;
        const std::string step = "metric " + query.name;
        const std::string promql = config::expand_query(
            c.queries[index],
            {config_.environment.namespace_, c.gpu_deployment, c.cpu_deployment, c.rate_window_s});
        const auto reading = prometheus.waitForValue(promql, c.data_age_limit_s, stop_);
        const std::string key = "cluster.query_" + query.name;
        if (!reading) {
            fail_step("Prometheus", step.c_str(), reading.error().message, "the query is wrong: " + promql,
                      "trimtab doctor --query '...' tries another; then set " + key);
        } else if (!reading->value) {
            std::string cause = reading->absence;
            if (!query.metric.empty()) cause += " " + why_absent(prometheus, query);
            fail_step("Prometheus", step.c_str(), translatable("CoreTexts", "no data"), cause,
                      "trimtab doctor --query '" + promql + "'; then set " + key);
        } else {
            pass("Prometheus", step.c_str(), number_text(*reading->value) + " " + query.unit);
        }
    }

    /// Whether the series exists at all tells a missing exporter from labels that do not match.
    [[nodiscard]] std::string why_absent(PrometheusClient& prometheus, const config::ClusterQuery& query) {
        const auto any = prometheus.waitForValue("count(" + query.metric + ")", 1e9, stop_);
        if (any && any->value)
            return "(" + query.metric +
                   " exists, but not with these labels: check the namespace, the Deployments' "
                   "names and the label names)";
        return "(" + query.metric + " does not exist: " + query.exporter + " must run and be scraped)";
    }

    [[nodiscard]] bool used(std::size_t index) const {
        using config::QueryId;
        const auto id = static_cast<QueryId>(index);
        if (id == QueryId::gpu_utilization) return true;
        if (id == QueryId::cpu_utilization || id == QueryId::memory_utilization)
            return config_.cluster.usage_source == config::UsageSource::prometheus;
        return config_.cluster.traffic_source == config::TrafficSource::prometheus;
    }

    // Locust

    void examine_locust() {
        auto client = open_locust(config_, secrets_);
        if (!client) {
            fail_step("Locust", "address", client.error().to_string(),
                      translatable("CoreTexts", "the address or a file cannot be used"),
                      "set environment.locust_url");
            return;
        }
        LocustClient& locust = **client;
        pass("Locust", "address", origin_text(locust.http().endpoint().base_url));
        if (!reach("Locust", locust.http())) return;
        const auto statistics = locust.statistics(stop_);
        if (!statistics) {
            const bool denied = statistics.error().code == ErrorCode::permission_denied;
            fail_step(
                "Locust", "identity", statistics.error().to_string(),
                denied ? translatable("CoreTexts", "Locust was started with a login")
                       : translatable("CoreTexts", "what answers there is not Locust's web interface"),
                denied
                    ? "set cluster.locust_user and TRIMTAB_LOCUST_PASSWORD (Locust before 2.21), or start it "
                      "without --web-login behind a proxy of yours"
                    : "curl -s " + config_.environment.locust_url + "/stats/requests");
            return;
        }
        pass("Locust", "identity", "state " + statistics->state_text);
        check_load(*statistics);
    }

    void check_load(const LocustStatistics& statistics) {
        if (!statistics.runs() && !config_.cluster.drive_load) {
            fail_step(
                "Locust", "load",
                translatable("CoreTexts", "no test runs, so latency and throughput have no data"),
                translatable("CoreTexts", "nobody has started the load, and cluster.drive_load is false"),
                "start it in Locust's page, or set cluster.drive_load: true");
            return;
        }
        if (statistics.runs() && statistics.throughput_rps().value_or(0) <= 0) {
            fail_step(
                "Locust", "load", translatable("CoreTexts", "no request succeeds: throughput is zero"),
                translatable("CoreTexts", "the target is wrong, or the allocation is too small for the load"),
                "check the host in Locust's page or cluster.locust_host; trimtab simulate --users " +
                    std::to_string(statistics.user_count) + " --gpu 1:5");
            return;
        }
        pass("Locust", "load",
             statistics.runs() ? std::to_string(statistics.user_count) + " users, " +
                                     number_text(statistics.throughput_rps().value_or(no_data)) + " req/s"
                               : translatable("CoreTexts", "not running; the load controller will start it"));
    }

    const config::Config& config_;
    const SecretReader& secrets_;
    StopToken stop_;
    bool healthy_ = true;
    DoctorSink sink_;
};

}  // namespace

RoleSettings role_settings(const config::Config& config) {
    RoleSettings settings;
    settings.namespace_name = config.environment.namespace_;
    settings.deployments = {config.cluster.gpu_deployment, config.cluster.cpu_deployment};
    settings.lease_name = config.cluster.lease_name;
    settings.placement_resource = placement_resource(config.cluster);
    settings.placement_name = config.cluster.placement_object;
    settings.reads_pod_metrics = config.cluster.usage_source == config::UsageSource::metrics_server;
    return settings;
}

Expected<bool> examine_connections(const config::Config& config, const SecretReader& secrets,
                                   const DoctorSink& sink, StopToken stop) {
    ensure_event_dispatcher();
    Examination examination(config, secrets, sink, stop);
    const bool healthy = examination.run();
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "Stopped during the examination.");
    return healthy;
}

Expected<std::string> try_query(const config::Config& config, const std::string& promql,
                                const SecretReader& secrets, StopToken stop) {
    auto client = open_prometheus(config, secrets);
    if (!client) return Unexpected<Error>(client.error());
    const config::ClusterConfig& c = config.cluster;
    const std::string sent = config::expand_query(
        promql, {config.environment.namespace_, c.gpu_deployment, c.cpu_deployment, c.rate_window_s});
    const auto reading = (*client)->waitForValue(sent, c.data_age_limit_s, stop);
    if (!reading) return Unexpected<Error>(reading.error());
    if (!reading->value) return "no data: " + reading->absence + " (" + sent + ")";
    return number_text(*reading->value) + " (" + sent + ")";
}

}  // namespace trimtab::cluster_api
