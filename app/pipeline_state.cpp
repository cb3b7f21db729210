// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline_state.h"

#include <nlohmann/json.hpp>

#include "core/results/atomic_file.h"

namespace trimtab::app {
namespace {

constexpr const char* state_file = "pipeline.json";

}  // namespace

Expected<PipelineState> read_pipeline_state(const std::filesystem::path& results_dir,
                                            const std::string& config_hash) {
    PipelineState state;
    state.config_hash = config_hash;
    const std::filesystem::path file = results_dir / state_file;
    if (!std::filesystem::exists(file)) return state;
    const auto text = results::read_file(file);
    if (!text) return Unexpected<Error>(text.error());
    const auto document = nlohmann::json::parse(*text, nullptr, false);
    if (document.is_discarded() || !document.is_object())
        return fail(ErrorCode::parse_error, "this is not a pipeline's state; remove it to start anew",
                    file.string());
    if (document.value("config_hash", "") != config_hash) return state;
    try {
        for (const auto& [seed, folder] : document.at("trained").items())
            state.trained[std::stoull(seed)] = folder.get<std::string>();
        state.comparison = document.at("comparison").get<std::string>();
    } catch (const std::exception&) {
        return fail(ErrorCode::parse_error, "this is not a pipeline's state; remove it to start anew",
                    file.string());
    }
    return state;
}

Expected<void> write_pipeline_state(const std::filesystem::path& results_dir, const PipelineState& state) {
    nlohmann::ordered_json trained = nlohmann::ordered_json::object();
    for (const auto& [seed, folder] : state.trained) trained[std::to_string(seed)] = folder;
    const nlohmann::ordered_json document = {
        {"config_hash", state.config_hash}, {"trained", trained}, {"comparison", state.comparison}};
    return results::write_file_atomically(results_dir / state_file, document.dump(2) + "\n");
}

}  // namespace trimtab::app
