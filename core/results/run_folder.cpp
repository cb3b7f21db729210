// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/run_folder.h"

#include <algorithm>

#include "core/config/config_reader.h"
#include "core/results/atomic_file.h"
#include "core/results/metrics_line.h"
#include "core/results/run_names.h"

namespace trimtab::results {
namespace {

namespace fs = std::filesystem;

constexpr const char* main_file_of_training = "metrics.jsonl";

bool has_file(const fs::path& file) {
    std::error_code error;
    return fs::exists(file, error);
}

std::string main_file(const std::string& kind) {
    if (kind == "evaluation") return "comprehensive_evaluation.json";
    if (kind == "comparison") return "rl_comparison_data.json";
    return main_file_of_training;
}

/// Lines of one of `wanted` begin with {"kind":"<name>": cheaper to tell than to parse.
bool is_wanted(std::string_view line, const std::vector<telemetry::RowKind>& wanted) {
    if (wanted.empty() || !line.starts_with(R"({"kind":")")) return true;
    return std::any_of(wanted.begin(), wanted.end(), [&](telemetry::RowKind kind) {
        return line.substr(9).starts_with(std::string(kind_name(kind)) + "\"");
    });
}

}  // namespace

Expected<RunInfo> open_run(const fs::path& path) {
    const fs::path folder = without_trailing_slash(path);
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::not_found,
                    folder.string() + " is not a run folder; give one like rl/training_20260101_120000");
    RunInfo run;
    run.folder = folder;
    run.kind = kind_of_run(folder.filename().string());
    if (auto manifest = read_manifest(folder)) {
        run.state = manifest->state_at(wall_clock());
        if (run.kind.empty()) run.kind = manifest->kind;
        run.manifest = std::move(*manifest);
        if (!run.manifest->error.empty()) run.problems.push_back("the run failed: " + run.manifest->error);
    } else if (has_file(folder / "manifest.json")) {
        run.problems.push_back(manifest.error().to_string());
    } else if (run.kind.empty()) {
        return fail(ErrorCode::not_found, folder.string() + " holds no run: it has no manifest.json");
    } else {
        run.problems.push_back(
            "manifest.json is missing: command line, seeds and versions of this run are not known");
    }
    if (!has_file(folder / main_file(run.kind))) run.problems.push_back(main_file(run.kind) + " is missing");
    if (run.kind == "training" && !has_file(folder / "config.yaml"))
        run.problems.push_back("config.yaml is missing: the run cannot be resumed");
    return run;
}

std::vector<RunInfo> list_runs(const fs::path& results_dir) {
    std::vector<RunInfo> runs;
    std::error_code error;
    for (fs::directory_iterator at(results_dir, error), end; !error && at != end; at.increment(error)) {
        if (!at->is_directory(error)) continue;
        if (auto run = open_run(at->path())) runs.push_back(std::move(*run));
    }
    // Names carry the time of the start, so they order runs whose manifest is lost as well.
    const auto stamp = [](const RunInfo& run) {
        const std::string name = run.folder.filename().string();
        return name.substr(std::min(name.size(), run.kind.size()));
    };
    std::sort(runs.begin(), runs.end(),
              [&](const RunInfo& a, const RunInfo& b) { return stamp(a) > stamp(b); });
    return runs;
}

Expected<MetricsData> read_metrics(const fs::path& folder, const std::vector<telemetry::RowKind>& wanted) {
    const fs::path file = folder / main_file_of_training;
    auto text = read_file(file, 8ULL << 30);
    if (!text) return Unexpected(text.error());
    MetricsData data;
    const std::string_view all = *text;
    std::int64_t line_number = 0;
    for (std::size_t at = 0; at < all.size();) {
        ++line_number;
        const std::size_t end = all.find('\n', at);
        if (end == std::string_view::npos) {
            data.torn_end = true;
            break;
        }
        const std::string_view line = all.substr(at, end - at);
        at = end + 1;
        if (!is_wanted(line, wanted)) continue;
        auto row = parse_metrics_line(line);
        if (!row) {
            if (++data.damaged_lines <= 5)
                data.problems.push_back(file.string() + ":" + std::to_string(line_number) + ": left out, " +
                                        row.error().message);
            continue;
        }
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), row->kind) != wanted.end())
            data.rows.push_back(std::move(*row));
    }
    if (data.damaged_lines > 5)
        data.problems.push_back(std::to_string(data.damaged_lines) +
                                " damaged lines in all; the curves have holes there");
    return data;
}

Expected<config::Config> read_run_config(const fs::path& folder) {
    config::ConfigSources sources;
    sources.file = folder / "config.yaml";
    return config::load_config(sources);
}

Expected<fs::path> resolve_model(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) return fail(ErrorCode::not_found, "there is no model " + path.string());
    if (!fs::is_directory(path, error)) return path;
    for (const char* name : {"best_model.pt", "last.pt"})
        if (has_file(path / name)) return path / name;
    return fail(ErrorCode::not_found,
                path.string() + " holds neither best_model.pt nor last.pt; give a .pt file");
}

Expected<std::vector<std::string>> verify_artefacts(const fs::path& folder) {
    auto manifest = read_manifest(folder);
    if (!manifest) return Unexpected(manifest.error());
    Manifest now = *manifest;
    if (auto hashed = add_artefacts(folder, now); !hashed) return Unexpected(hashed.error());
    std::vector<std::string> problems;
    for (const auto& [name, recorded] : manifest->artefacts) {
        const auto found = now.artefacts.find(name);
        if (found == now.artefacts.end())
            problems.push_back(name + " is missing");
        else if (found->second.sha256 != recorded.sha256)
            problems.push_back(name + " was changed after the run");
    }
    return problems;
}

}  // namespace trimtab::results
