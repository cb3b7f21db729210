// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/sweep_job/sweep_manifest.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "core/base/sha256.h"
#include "core/cluster_api/sweep_job/manifest_yaml.h"
#include "core/cluster_api/sweep_job/sweep_names.h"

namespace trimtab::cluster_api {
namespace {

using Json = nlohmann::ordered_json;
using Path = std::filesystem::path;

constexpr std::size_t largest_config_map = 1000000;  // a server takes 1 MiB with the object's own fields
constexpr int user = 65532;                          // nobody's, as in common base images

// One row of the sweep. The shell is the container's first process: it passes on the signal that ends a pod,
// so that the run writes its last checkpoint.
constexpr const char* script =
    "row=$(sed -n \"$((JOB_COMPLETION_INDEX + 1))p\" /sweep/rows.txt)\n"
    "trimtab sweep /sweep/sweep.yaml --index \"$row\" --results-dir /results &\n"
    "child=$!\n"
    "trap 'kill -TERM \"$child\"' TERM\n"
    "wait \"$child\"; code=$?\n"
    "while kill -0 \"$child\" 2>/dev/null; do wait \"$child\"; code=$?; done\n";

/// Files of the ConfigMap by the path that they have in the pod.
using Files = std::map<std::string, std::string>;

Expected<std::string> read_text(const Path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return fail(ErrorCode::io_error, "cannot be read", path.string());
    return text.str();
}

/// The sweep without its own place: configurations beside it, only what a row needs.
std::string portable_sweep(const training::SweepPlan& plan) {
    const training::SweepFile& file = plan.file();
    Json out = {{"sweep",
                 {{"name", file.name},
                  {"configs", Json::array()},
                  {"seeds", file.seeds},
                  {"patterns", file.patterns},
                  {"metric", file.metric}}}};
    for (const Path& config : file.configs) out["sweep"]["configs"].push_back(config.filename().string());
    for (const auto& key : file.grid) out["grid"][key.key] = key.values;
    for (const std::string& set : file.overrides) {
        const auto equals = set.find('=');
        out["set"][set.substr(0, equals)] = set.substr(equals + 1);
    }
    return out.dump(1) + "\n";
}

/// The trace of a configuration, at the path that the configuration names it by.
Expected<void> add_trace(Files& files, const Path& config, const std::string& trace) {
    if (trace.empty()) return {};
    const Path relative =
        Path(trace).lexically_relative(config.parent_path().empty() ? "." : config.parent_path());
    const Path beside = config.parent_path().empty() ? Path(trace) : relative;
    if (beside.empty() || beside.is_absolute() || *beside.begin() == "..")
        return fail(ErrorCode::invalid_argument,
                    "load.trace must lie beside the configuration or below it to travel to a cluster",
                    config.string());
    auto text = read_text(trace);
    if (!text) return Unexpected(text.error());
    files[beside.string()] = std::move(*text);
    return {};
}

Expected<Files> travelling_files(const training::SweepPlan& plan, const std::vector<int>& rows) {
    Files files;
    files["sweep.yaml"] = portable_sweep(plan);
    for (const int row : rows) files["rows.txt"] += std::to_string(row) + "\n";
    std::map<int, bool> seen;
    for (const int row : rows) {
        const auto one = plan.case_at(plan.row(row).case_index);
        const Path& config = plan.file().configs[static_cast<std::size_t>(one.config)];
        const auto resolved = plan.config(plan.row(row));
        if (!resolved) return Unexpected(resolved.error());
        if (auto added = add_trace(files, config, resolved->load.trace); !added)
            return Unexpected(added.error());
        if (!seen.emplace(one.config, true).second) continue;
        auto text = read_text(config);
        if (!text) return Unexpected(text.error());
        files[config.filename().string()] = std::move(*text);
    }
    std::size_t size = 0;
    for (const auto& [path, text] : files) size += path.size() + text.size();
    if (size > largest_config_map)
        return fail(ErrorCode::invalid_argument,
                    "its files are " + std::to_string(size) +
                        " bytes, which is more than a ConfigMap holds (1 MB); " +
                        "use shorter traces, or split the sweep",
                    plan.file().path.string());
    return files;
}

Json labels(const training::SweepFile& file) {
    return {{"app.kubernetes.io/name", "trimtab"},
            {"app.kubernetes.io/component", "sweep"},
            {"trimtab.org/sweep", file.name}};
}

Json pod_spec(const training::SweepFile& file, const std::string& name, const Json& items) {
    const training::SweepKubernetes& settings = file.kubernetes;
    std::string command = script;
    if (!settings.upload.empty()) command += "( " + settings.upload + "\n) || code=1\n";
    command += "exit \"$code\"\n";
    const Json resources = {{"cpu", settings.cpu}, {"memory", settings.memory}};
    Json results = {{"name", "results"}};
    if (settings.volume_claim.empty())
        results["emptyDir"] = Json::object();
    else
        results["persistentVolumeClaim"] = {{"claimName", settings.volume_claim}};
    const Json env =
        Json::array({{{"name", "HOME"}, {"value", "/tmp"}},
                     {{"name", "TRIMTAB_SWEEP_FOLDER"}, {"value", "/results/sweep_" + file.name}}});
    const Json mounts = Json::array({{{"name", "sweep"}, {"mountPath", "/sweep"}, {"readOnly", true}},
                                     {{"name", "results"}, {"mountPath", "/results"}}});
    const Json container = {
        {"name", "run"},
        {"image", settings.image},
        {"command", Json::array({"/bin/sh", "-c", command})},
        {"env", env},
        {"resources", {{"requests", resources}, {"limits", resources}}},
        {"securityContext",
         {{"allowPrivilegeEscalation", false}, {"capabilities", {{"drop", Json::array({"ALL"})}}}}},
        {"volumeMounts", mounts}};
    const Json sweep = {{"name", "sweep"}, {"configMap", {{"name", name}, {"items", items}}}};
    Json spec = {{"restartPolicy", "Never"},
                 {"terminationGracePeriodSeconds", 120},
                 {"automountServiceAccountToken", !settings.service_account.empty()},
                 {"securityContext",
                  {{"runAsNonRoot", true},
                   {"runAsUser", user},
                   {"runAsGroup", user},
                   {"fsGroup", user},
                   {"seccompProfile", {{"type", "RuntimeDefault"}}}}},
                 {"containers", Json::array({container})},
                 {"volumes", Json::array({sweep, results})}};
    if (!settings.service_account.empty()) spec["serviceAccountName"] = settings.service_account;
    if (!settings.image_pull_secret.empty())
        spec["imagePullSecrets"] = Json::array({{{"name", settings.image_pull_secret}}});
    return spec;
}

Json job_spec(const training::SweepFile& file, int indexes, const Json& pod) {
    // Exit code 2 is bad input, which another try does not mend; an evicted pod is no failure of its row.
    const Json evicted = {{"type", "DisruptionTarget"}, {"status", "True"}};
    const Json bad_input = {{"containerName", "run"}, {"operator", "In"}, {"values", Json::array({2})}};
    const Json rules = Json::array({{{"action", "Ignore"}, {"onPodConditions", Json::array({evicted})}},
                                    {{"action", "FailIndex"}, {"onExitCodes", bad_input}}});
    Json spec = {{"completionMode", "Indexed"},
                 {"completions", indexes},
                 {"parallelism", file.parallel > 0 ? std::min(file.parallel, indexes) : indexes},
                 {"backoffLimitPerIndex", file.retries},
                 {"podFailurePolicy", {{"rules", rules}}},
                 {"template", {{"metadata", {{"labels", labels(file)}}}, {"spec", pod}}}};
    if (file.kubernetes.deadline_s > 0) spec["activeDeadlineSeconds"] = file.kubernetes.deadline_s;
    if (!file.kubernetes.queue.empty()) spec["suspend"] = true;  // until Kueue admits it
    return spec;
}

}  // namespace

std::string SweepManifest::to_yaml() const {
    return manifest_yaml(config_map) + "---\n" + manifest_yaml(job);
}

Expected<SweepManifest> make_sweep_manifest(const training::SweepPlan& plan, const std::vector<int>& rows,
                                            const std::vector<std::string>& keys,
                                            const std::string& name_space) {
    const training::SweepFile& file = plan.file();
    if (auto checked = check_sweep_names(file, name_space); !checked) return Unexpected(checked.error());
    if (rows.empty())
        return fail(ErrorCode::invalid_argument,
                    "every run of this sweep is finished; there is nothing to submit", file.path.string());
    const auto files = travelling_files(plan, rows);
    if (!files) return Unexpected(files.error());
    SweepManifest out;
    Sha256 hash;
    for (const int row : rows) hash.update(keys[static_cast<std::size_t>(row)]);
    out.name = "trimtab-" + file.name + "-" + hash.hex_digest().substr(0, 6);
    out.name_space = name_space;
    out.indexes = static_cast<int>(rows.size());
    Json data = Json::object(), items = Json::array();
    int number = 0;
    for (const auto& [path, text] : *files) {
        const std::string key = "file-" + std::to_string(number++);
        data[key] = text;
        items.push_back({{"key", key}, {"path", path}});
    }
    const Json metadata = {{"name", out.name}, {"namespace", name_space}, {"labels", labels(file)}};
    out.config_map = {{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", metadata}, {"data", data}};
    out.job = {{"apiVersion", "batch/v1"},
               {"kind", "Job"},
               {"metadata", metadata},
               {"spec", job_spec(file, out.indexes, pod_spec(file, out.name, items))}};
    if (!file.kubernetes.queue.empty())
        out.job["metadata"]["labels"]["kueue.x-k8s.io/queue-name"] = file.kubernetes.queue;
    return out;
}

}  // namespace trimtab::cluster_api
