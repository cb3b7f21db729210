// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/metric_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "core/base/translatable.h"
#include "core/cluster_api/prometheus/series_selectors.h"
#include "core/config/nearest_name.h"

namespace trimtab::cluster_api {
namespace {

constexpr double names_span_s = 3600;
constexpr std::size_t most_questions = 12;
constexpr std::size_t most_values = 5;

constexpr std::string_view look_at_cadvisor =
    "kubectl get --raw \"/api/v1/$(kubectl get nodes -o name | head -n 1 | sed s,node/,nodes/,)"
    "/proxy/metrics/cadvisor\" | head";

constexpr std::array sources = {
    MetricSource{"kube_", "kube-state-metrics", "kubectl get pods -A | grep kube-state-metrics"},
    MetricSource{"container_", "cAdvisor (within each kubelet)", look_at_cadvisor},
    MetricSource{"machine_", "cAdvisor (within each kubelet)", look_at_cadvisor},
    MetricSource{"DCGM_", "dcgm-exporter", "kubectl get pods -A | grep dcgm-exporter"},
    MetricSource{"nvidia_", "an exporter of nvidia-smi", "kubectl get pods -A | grep -i nvidia"},
    MetricSource{"node_", "node-exporter", "kubectl get pods -A | grep node-exporter"},
    MetricSource{"kubelet_", "the kubelet", ""},
    MetricSource{"apiserver_", "the API server", ""},
    MetricSource{"keda_", "KEDA's operator", "kubectl get pods -A | grep keda"},
    MetricSource{"istio_", "Istio's proxies", "kubectl get pods -A | grep istio"},
    MetricSource{"envoy_", "Envoy", ""},
    MetricSource{"nginx_ingress_", "ingress-nginx", "kubectl get pods -A | grep ingress-nginx"},
    MetricSource{"traefik_", "Traefik", "kubectl get pods -A | grep traefik"},
    MetricSource{"haproxy_", "HAProxy", ""},
    MetricSource{"vllm:", "vLLM", ""},
    MetricSource{"nv_", "Triton Inference Server", ""},
    MetricSource{"tgi_", "Text Generation Inference", ""},
    MetricSource{"ray_", "Ray", ""},
    MetricSource{"locust_", "an exporter of Locust", ""},
    MetricSource{"prometheus_", "Prometheus itself", ""},
};

std::set<std::string_view> words_of(std::string_view name) {
    std::set<std::string_view> words;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of("_:"), name.size());
        if (end > 0) words.insert(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

/// From 0 (nothing in common) to 1: of the letters in their order, or of the words between underscores.
double likeness(std::string_view name, const std::set<std::string_view>& words, std::string_view other) {
    const auto longest = static_cast<double>(std::max(name.size(), other.size()));
    const double letters = 1 - static_cast<double>(config::edit_distance(name, other)) / longest;
    const std::set<std::string_view> others = words_of(other);
    const auto common = static_cast<double>(std::count_if(
        words.begin(), words.end(), [&](std::string_view word) { return others.contains(word); }));
    return std::max(letters, common / static_cast<double>(std::max(words.size(), others.size())));
}

std::string listed(const std::vector<std::string>& values, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(values.size(), most); ++i) text += (i == 0 ? "" : ", ") + values[i];
    return values.size() > most ? text + ", ..." : text;
}

/// One examination of one query.
class Search {
  public:
    Search(PrometheusClient& prometheus, StopToken stop) : prometheus_(prometheus), stop_(stop) {}

    QueryAbsence run(const std::string& promql) {
        const QuerySeries query = series_of_query(promql);
        std::vector<std::string> missing;
        std::vector<SeriesSelector> there;
        for (const SeriesSelector& selector : query.selectors) {
            const auto any = exists(selector.name);
            if (!any) return {};
            if (*any)
                there.push_back(selector);
            else if (std::find(missing.begin(), missing.end(), selector.name) == missing.end())
                missing.push_back(selector.name);
        }
        // Of alternatives the one that Prometheus has is the one that was meant to answer.
        if (!missing.empty() && (!query.alternatives || there.empty())) return without(missing.front());
        for (const SeriesSelector& selector : there) {
            const auto any = counts(selector.to_string());
            if (!any) return {};
            if (!*any) return unfit(selector);
        }
        if (there.empty()) return {};
        return {translatable(
                    "CoreTexts",
                    "every series that it reads is there: check the window of rate(...), which must hold two "
                    "samples, "
                    "and the labels of its two sides"),
                "", "", "", ""};
    }

  private:
    /// Nothing: Prometheus does not say, or has been asked enough.
    std::optional<bool> counts(const std::string& selector) {
        if (asked_++ >= most_questions) return std::nullopt;
        const auto result = prometheus_.wait(InstantQuery{"count(" + selector + ")", std::nullopt}, stop_);
        if (!result) return std::nullopt;
        return !result->series.empty();
    }
    std::optional<bool> exists(const std::string& metric) {
        if (metric.empty()) return true;
        const auto known = known_.find(metric);
        if (known != known_.end()) return known->second;
        const auto any = counts(metric);
        if (any) known_[metric] = *any;
        return any;
    }

    QueryAbsence without(const std::string& metric) {
        QueryAbsence absence;
        absence.metric = metric;
        const MetricSource* source = metric_source(metric);
        const auto names = prometheus_.waitForLabelValues("__name__", "", names_span_s, stop_);
        const bool scraped = source != nullptr && names &&
                             std::any_of(names->begin(), names->end(), [&](const std::string& name) {
                                 return name != metric && name.starts_with(source->prefix);
                             });
        if (source == nullptr)
            absence.cause = "Prometheus has no metric " + metric +
                            ": what serves it must run, and Prometheus must scrape it";
        else if (scraped)
            absence.cause = "Prometheus has no metric " + metric + ", but others of " +
                            std::string(source->exporter) +
                            ": its version names this one otherwise, or a filter leaves it out";
        else
            absence.cause = "Prometheus has no metric " + metric + ": " + std::string(source->exporter) +
                            " serves it, must run, and Prometheus must scrape it";
        if (source != nullptr && !scraped) absence.look = source->look;
        if (!names) return absence;
        const auto similar = similar_metrics(metric, *names);
        if (similar.empty()) return absence;
        absence.cause += "\nsimilar names there: " + listed(similar, most_values);
        absence.meant = similar.front();
        return absence;
    }

    QueryAbsence unfit(const SeriesSelector& selector) {
        for (const LabelMatcher& matcher : selector.matchers) {
            const SeriesSelector alone{selector.name, {matcher}};
            const auto any = counts(alone.to_string());
            if (!any) break;
            if (*any) continue;
            QueryAbsence absence;
            absence.label = matcher.label;
            absence.cause =
                "Prometheus has " + selector.name + ", but none of its series has " + matcher.to_string();
            const auto values =
                prometheus_.waitForLabelValues(matcher.label, selector.name, names_span_s, stop_);
            if (values && values->empty())
                absence.cause += "\nthey have no label " + matcher.label;
            else if (values)
                absence.cause += "\nvalues of " + matcher.label + " there: " + listed(*values, most_values);
            return absence;
        }
        return {"Prometheus has " + selector.name + ", but none of its series fits " + selector.to_string(),
                "", "", "", ""};
    }

    PrometheusClient& prometheus_;
    StopToken stop_;
    std::size_t asked_ = 0;
    std::map<std::string, bool> known_;
};

}  // namespace

const MetricSource* metric_source(std::string_view metric) {
    const auto found = std::find_if(sources.begin(), sources.end(), [&](const MetricSource& source) {
        return metric.starts_with(source.prefix);
    });
    return found == sources.end() ? nullptr : &*found;
}

std::vector<std::string> similar_metrics(std::string_view name, const std::vector<std::string>& known,
                                         std::size_t most) {
    constexpr double least_likeness = 0.6;
    const std::set<std::string_view> words = words_of(name);
    std::vector<std::pair<double, std::string_view>> found;
    for (const std::string& other : known)
        if (const double like = likeness(name, words, other); other != name && like >= least_likeness)
            found.emplace_back(like, other);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i) names.emplace_back(found[i].second);
    return names;
}

QueryAbsence explain_absence(PrometheusClient& prometheus, const std::string& promql, StopToken stop) {
    return Search(prometheus, stop).run(promql);
}

}  // namespace trimtab::cluster_api
