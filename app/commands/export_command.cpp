// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "core/agent/checkpoint.h"
#include "core/agent/torchscript.h"
#include "core/config/config_reader.h"
#include "core/environment/action.h"
#include "core/environment/observation.h"
#include "core/results/atomic_file.h"
#include "core/results/run_folder.h"

namespace trimtab::app {
namespace {

using Json = nlohmann::ordered_json;

/// What a user needs to feed the module: how raw observations become its inputs, and what its outputs mean.
Json interface_json(const config::Config& config) {
    Json inputs = Json::array();
    for (const environment::ObservationField& field : environment::observation_table(config.environment)) {
        const bool logarithmic = field.scale == environment::InputScale::log_p95;
        Json input = {{"name", field.name},
                      {"unit", field.unit},
                      {"meaning", field.meaning},
                      {"minimum", field.minimum},
                      {"maximum", field.maximum},
                      {"input", logarithmic ? "log10(max(x, 50) / 1000)" : "(x - center) / half_range"}};
        if (!logarithmic) input.update({{"center", field.center}, {"half_range", field.half_range}});
        inputs.push_back(std::move(input));
    }
    Json heads = Json::array();
    for (const environment::ActionHead& head : environment::action_table())
        heads.push_back({{"name", head.name}, {"meaning", head.meaning}, {"values", head.values}});
    return {{"profile", config.environment.profile}, {"inputs", inputs}, {"heads", heads}};
}

Expected<int> export_policy(const Arguments& arguments, Session& session) {
    const std::filesystem::path file = arguments.positionals().at(1);
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored) && !arguments.has("--force"))
        return fail(ErrorCode::invalid_argument,
                    file.string() + " exists; choose another name, or replace it with --force");
    const auto model = results::resolve_model(arguments.positionals().front());
    if (!model) return Unexpected<Error>(model.error());
    const auto checkpoint = agent::load_checkpoint(*model);
    if (!checkpoint) return Unexpected<Error>(checkpoint.error());
    std::map<std::string, std::string> extra_files;
    if (const auto text = checkpoint->metadata.find("config"); text != checkpoint->metadata.end()) {
        const auto config = config::parse_config(text->second, model->string());
        if (!config) return Unexpected<Error>(config.error());
        extra_files["trimtab.json"] =
            interface_json(*config).dump(2, ' ', false, Json::error_handler_t::replace);
    }
    const auto bytes = agent::encode_torchscript(checkpoint->agent, extra_files);
    if (!bytes) return Unexpected<Error>(bytes.error());
    if (auto written = results::write_file_atomically(file, *bytes); !written)
        return Unexpected<Error>(written.error());
    session.console.print_line(file.string());
    return exit_done;
}

}  // namespace

Command export_command() {
    Command command{
        "export", "Writes a model's policy as TorchScript",
        "Writes the policy of a model as a TorchScript module that torch.jit.load opens without Trimtab. It "
        "takes "
        "scaled observations, float32[n, D], and gives a list of probabilities, one [n, choices] a head of "
        "the action, and the values [n]. The extra file trimtab.json in it names the inputs with their "
        "scaling and the meaning of every choice."};
    command.options = {{"--force", ArgumentKind::flag, "", "Replaces a file of that name."}};
    command.positionals = {
        {"MODEL", "A checkpoint, or a run folder for its best model.", ArgumentKind::file, 1, 1},
        {"FILE", "The TorchScript file to write.", ArgumentKind::file, 1, 1}};
    command.examples = {{"trimtab export rl/training_20260101_120000 policy.ts.pt",
                         "In Python: probabilities, values = torch.jit.load('policy.ts.pt')(inputs)"}};
    command.run = export_policy;
    return command;
}

}  // namespace trimtab::app
