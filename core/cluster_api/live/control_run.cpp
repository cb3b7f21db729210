// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/control_run.h"

#include <pwd.h>
#include <unistd.h>

#include <array>

#include "core/cluster_api/live/kubernetes_workload.h"
#include "core/cluster_api/live/leftover.h"
#include "core/cluster_api/live/replica_writer.h"
#include "core/cluster_api/live/service_observation.h"
#include "core/environment/baseline_table.h"
#include "core/results/model_policies.h"
#include "core/results/run_names.h"

namespace trimtab::cluster_api {
namespace {

Expected<std::unique_ptr<agent::Policy>> make_policy(const ControlRequest& request, ControlDesk& desk,
                                                     StopToken stop) {
    if (request.model.empty() && request.policy.empty()) return std::unique_ptr<agent::Policy>();
    const auto list = [](const std::string& name) {
        return name.empty() ? std::vector<std::string>() : std::vector<std::string>{name};
    };
    results::PolicyNotes notes;
    notes.found = [&desk](const std::string& text) {
        desk.publish(ControlNotice{0, NoticeLevel::info, text});
    };
    auto policies =
        results::make_policies(list(request.model), list(request.policy), request.config, stop, notes);
    if (!policies) return Unexpected<Error>(policies.error());
    if (policies->front().policy->clairvoyant())
        return fail(
            ErrorCode::unsupported,
            "the planner looks into the future of the embedded cluster; a real one has none to look into");
    return std::move(policies->front().policy);
}

/// The configuration of another workload whose journal is on this disk.
config::Config config_of(const config::Config& config, const JournalEntry& entry) {
    config::Config out = config;
    out.environment.namespace_ = entry.namespace_;
    out.cluster.gpu_deployment = entry.gpu_deployment;
    out.cluster.cpu_deployment = entry.cpu_deployment;
    if (out.cluster.context.empty() && entry.context != "in-cluster") out.cluster.context = entry.context;
    return out;
}

Expected<void> restore_one(const config::Config& config, Journal& journal, const JournalEntry& entry,
                           bool force, const std::function<void(const std::string&)>& tell, StopToken stop) {
    auto client = open_kubernetes(config);
    if (!client) return Unexpected<Error>(client.error());
    KubernetesWorkload workload(config, **client);
    workload.set_waiting(tell);
    if (!entry.cluster.empty() && workload.cluster() != entry.cluster)
        return fail(ErrorCode::conflict, "the journal of " + entry.namespace_ + "/" + entry.gpu_deployment +
                                             " is about " + entry.cluster + ", and the kubeconfig leads to " +
                                             workload.cluster() +
                                             "; give the context with --set cluster.context=...");
    if (config.cluster.lease)
        if (auto held = workload.acquire_lease(stop); !held) return held;
    RealPacer pacer;
    const auto report = restore_entry(workload, journal, entry, force, pacer, stop);
    if (config.cluster.lease) workload.release_lease({});
    if (!report) return Unexpected<Error>(report.error());
    tell(entry.namespace_ + ": " + report->text +
         (report->left_alone.empty() ? "" : "; left alone, use --force to override: " + report->left_alone));
    return {};
}

}  // namespace

std::string present_user() {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const passwd* user = ::getpwuid(::geteuid());
    return (user != nullptr ? std::string(user->pw_name) : std::to_string(::geteuid())) + "@" + host.data();
}

Expected<ControlRunResult> run_control(const ControlRequest& request, ControlDesk& desk, StopToken stop) {
    const bool observes = request.model.empty() && request.policy.empty();
    if (observes && request.config.cluster.mode != config::ControlMode::observe)
        return fail(ErrorCode::invalid_argument, "mode " + mode_name(request.config.cluster.mode) +
                                                     " needs a model or a policy to decide");
    // Before the policy, whose search may take minutes: what is missing here is known at once.
    auto connections = open_connections(request.config, request.secrets);
    if (!connections) return Unexpected<Error>(connections.error());
    auto policy = make_policy(request, desk, stop);
    if (!policy) return Unexpected<Error>(policy.error());

    ControlOptions options;
    options.config = request.config;
    options.journal_folder = request.journal_folder;
    options.command_line = request.command_line;
    options.user = present_user();
    options.max_steps = request.max_steps;
    options.max_observations = request.max_observations;
    options.restore_leftover = request.restore_leftover;
    // A reward is relative to the baseline of a load pattern: without a pattern, or anybody to reward, there
    // is none. Measuring them plays some hundred episodes.
    if (!observes && request.config.cluster.drive_load) {
        auto baselines =
            environment::baselines_for(request.config, {.threads = 0, .cache_file = {}, .stop = stop});
        if (!baselines) return Unexpected<Error>(baselines.error());
        options.baselines = std::move(*baselines);
    }
    if (request.record) {
        auto folder = results::create_run_folder(request.results_dir, "live");
        if (!folder) return Unexpected<Error>(folder.error());
        options.recording = *folder;
    }
    KubernetesWorkload workload(request.config, *connections->kubernetes);
    ServiceObservation source(request.config, connections->prometheus.get(), connections->locust.get(),
                              connections->kubernetes.get());
    RealPacer real;
    Pacer& pacer = request.pacer != nullptr ? *request.pacer : real;
    ControlSession session(options, {workload, source, pacer, policy->get(), desk});
    auto summary = session.run(stop);
    if (!summary) return Unexpected<Error>(summary.error());
    return ControlRunResult{*summary, options.recording};
}

Expected<int> restore_all(const config::Config& config, const std::filesystem::path& journal_folder,
                          bool force, const std::function<void(const std::string&)>& tell, StopToken stop) {
    Journal journal(journal_folder);
    std::vector<std::string> problems;
    const std::vector<JournalEntry> entries = journal.all(&problems);
    std::optional<Error> first_error;
    const auto keep = [&](const Error& error) {
        tell(error.to_string());
        if (!first_error) first_error = error;
    };
    for (const std::string& problem : problems) keep(make_error(ErrorCode::parse_error, problem));
    int restored = 0;
    for (const JournalEntry& entry : entries) {
        if (auto done = restore_one(config_of(config, entry), journal, entry, force, tell, stop); !done)
            keep(done.error());
        else
            ++restored;
    }
    // A session on another machine left its journal on the Deployments only.
    if (entries.empty() && problems.empty()) {
        auto client = open_kubernetes(config);
        if (!client) return Unexpected<Error>(client.error());
        KubernetesWorkload workload(config, **client);
        const auto status = workload.read(stop);
        if (!status) return Unexpected<Error>(status.error());
        for (const PoolStatus& pool : status->pools) {
            if (pool.journal.empty() || restored > 0 || first_error) continue;
            if (const auto entry = journal_of_annotation(pool.journal); !entry)
                keep(entry.error());
            else if (auto done = restore_one(config, journal, *entry, force, tell, stop); !done)
                keep(done.error());
            else
                ++restored;
        }
    }
    if (first_error) return Unexpected<Error>(*first_error);
    return restored;
}

}  // namespace trimtab::cluster_api
