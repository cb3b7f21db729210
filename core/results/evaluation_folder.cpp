// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/evaluation_folder.h"

#include <utility>
#include <vector>

#include "core/config/config_writer.h"
#include "core/results/atomic_file.h"
#include "core/results/comparison_json.h"
#include "core/results/comparison_report.h"
#include "core/results/evaluation_document.h"
#include "core/results/manifest.h"
#include "core/results/run_names.h"
#include "core/results/timeline_document.h"

namespace trimtab::results {
namespace {

constexpr const char* document_name = "comprehensive_evaluation.json";

using Documents = std::vector<std::pair<std::string, std::string>>;

Expected<std::filesystem::path> write_folder(const std::filesystem::path& results_dir,
                                             const std::string& kind, const config::Config& config,
                                             const training::EvaluationResult& evaluation,
                                             const std::string& command_line, const Documents& documents) {
    auto folder = create_run_folder(results_dir, kind);
    if (!folder) return folder;
    Manifest manifest = new_manifest(kind, folder->filename().string());
    manifest.state = RunState::finished;
    manifest.ended = manifest.started;
    manifest.command_line = command_line;
    manifest.config_hash = config::config_hash(config);
    for (const auto& policy : evaluation.policies)
        if (policy.training_seed != 0) manifest.seeds.push_back(policy.training_seed);
    manifest.summary = {{"runs", evaluation.runs},
                        {"policies", static_cast<double>(evaluation.policies.size())}};
    for (const auto& [name, text] : documents)
        if (auto written = write_file_atomically(*folder / name, text); !written)
            return Unexpected(written.error());
    if (auto hashed = add_artefacts(*folder, manifest); !hashed) return Unexpected(hashed.error());
    if (auto written = write_manifest(*folder, manifest); !written) return Unexpected(written.error());
    return folder;
}

Documents evaluation_documents(const config::Config& config, const training::EvaluationResult& evaluation) {
    Documents documents = {{document_name, evaluation_to_json(evaluation, wall_clock())},
                           {"config.yaml", config::to_yaml(config)}};
    if (std::string timelines = timelines_to_jsonl(evaluation); !timelines.empty())
        documents.emplace_back(timeline_file, std::move(timelines));
    return documents;
}

}  // namespace

Expected<std::filesystem::path> write_evaluation(const std::filesystem::path& results_dir,
                                                 const config::Config& config,
                                                 const training::EvaluationResult& result,
                                                 const std::string& command_line) {
    return write_folder(results_dir, "evaluation", config, result, command_line,
                        evaluation_documents(config, result));
}

Expected<std::filesystem::path> write_comparison(const std::filesystem::path& results_dir,
                                                 const config::Config& config,
                                                 const training::EvaluationResult& evaluation,
                                                 const ComparisonResult& comparison,
                                                 const std::string& command_line) {
    Documents documents = evaluation_documents(config, evaluation);
    documents.emplace_back(comparison_data_file, comparison_to_json(comparison));
    documents.emplace_back(comparison_report_file, comparison_report(comparison));
    return write_folder(results_dir, "comparison", config, evaluation, command_line, documents);
}

Expected<training::EvaluationResult> read_evaluation(const std::filesystem::path& folder) {
    auto text = read_file(folder / document_name);
    if (!text) return Unexpected(text.error());
    auto evaluation = evaluation_from_json(*text, (folder / document_name).string());
    const std::filesystem::path timelines = folder / timeline_file;
    std::error_code missing;
    if (!evaluation || !std::filesystem::exists(timelines, missing)) return evaluation;
    const auto lines = read_file(timelines);
    if (!lines) return Unexpected(lines.error());
    if (auto read = read_timelines(*lines, timelines.string(), *evaluation); !read)
        return Unexpected(read.error());
    return evaluation;
}

Expected<void> seal_folder(const std::filesystem::path& folder) {
    auto manifest = read_manifest(folder);
    if (!manifest) return Unexpected(manifest.error());
    if (auto hashed = add_artefacts(folder, *manifest); !hashed) return hashed;
    return write_manifest(folder, *manifest);
}

}  // namespace trimtab::results
