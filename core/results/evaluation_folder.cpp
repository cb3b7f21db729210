// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/evaluation_folder.h"

#include "core/config/config_writer.h"
#include "core/results/atomic_file.h"
#include "core/results/evaluation_document.h"
#include "core/results/manifest.h"
#include "core/results/run_names.h"

namespace trimtab::results {
namespace {

constexpr const char* document_name = "comprehensive_evaluation.json";

}  // namespace

Expected<std::filesystem::path> write_evaluation(const std::filesystem::path& results_dir,
                                                 const config::Config& config,
                                                 const training::EvaluationResult& result,
                                                 const std::string& command_line) {
    auto folder = create_run_folder(results_dir, "evaluation");
    if (!folder) return folder;
    Manifest manifest = new_manifest("evaluation", folder->filename().string());
    manifest.state = RunState::finished;
    manifest.ended = manifest.started;
    manifest.command_line = command_line;
    manifest.config_hash = config::config_hash(config);
    for (const auto& policy : result.policies)
        if (policy.training_seed != 0) manifest.seeds.push_back(policy.training_seed);
    manifest.summary = {{"runs", result.runs}, {"policies", static_cast<double>(result.policies.size())}};
    if (auto written =
            write_file_atomically(*folder / document_name, evaluation_to_json(result, wall_clock()));
        !written)
        return Unexpected(written.error());
    if (auto written = write_file_atomically(*folder / "config.yaml", config::to_yaml(config)); !written)
        return Unexpected(written.error());
    if (auto hashed = add_artefacts(*folder, manifest); !hashed) return Unexpected(hashed.error());
    if (auto written = write_manifest(*folder, manifest); !written) return Unexpected(written.error());
    return folder;
}

Expected<training::EvaluationResult> read_evaluation(const std::filesystem::path& folder) {
    auto text = read_file(folder / document_name);
    if (!text) return Unexpected(text.error());
    return evaluation_from_json(*text, (folder / document_name).string());
}

Expected<void> seal_folder(const std::filesystem::path& folder) {
    auto manifest = read_manifest(folder);
    if (!manifest) return Unexpected(manifest.error());
    if (auto hashed = add_artefacts(folder, *manifest); !hashed) return hashed;
    return write_manifest(folder, *manifest);
}

}  // namespace trimtab::results
