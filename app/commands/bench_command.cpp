// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "app/bench/agent_bench.h"
#include "app/bench/device_bench.h"
#include "app/bench/evaluation_bench.h"
#include "app/bench/simulator_bench.h"
#include "app/bench/training_bench.h"
#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/text_table.h"

namespace trimtab::app {
namespace {

using Json = nlohmann::ordered_json;

Expected<Json> measure(const config::Config& config, double seconds, Session& session) {
    session.console.info("measuring the simulator");
    const auto simulator = run_simulator_bench(seconds);
    if (!simulator) return Unexpected<Error>(simulator.error());
    session.console.info("measuring the agent");
    const auto agent = run_agent_bench(seconds);
    if (!agent) return Unexpected<Error>(agent.error());
    session.console.info("measuring the trainer");
    const auto training = run_training_bench(config, seconds, session.stop);
    if (!training) return Unexpected<Error>(training.error());
    session.console.info("measuring evaluations");
    const auto evaluation = run_evaluation_bench(config, seconds, session.stop);
    if (!evaluation) return Unexpected<Error>(evaluation.error());
    return Json{{"simulator_steps_per_s", simulator->simulator_steps_per_s},
                {"simulator_ns_per_request", simulator->simulator_ns_per_request},
                {"act_us_b1", agent->act_us_b1},
                {"act_us_b64", agent->act_us_b64},
                {"update_us_mb64", agent->update_us_mb64},
                {"sgemm_gflops", agent->sgemm_gflops},
                {"update_floor_ratio", agent->update_floor_ratio},
                {"learner_steps_per_s", training->learner_steps_per_s},
                {"learner_steps_per_s_1env", training->learner_steps_per_s_1env},
                {"training_steps_per_s", training->training_steps_per_s},
                {"training_steps_per_s_1core", training->training_steps_per_s_1core},
                {"collect_share", training->collect_share},
                {"act_share", training->act_share},
                {"update_share", training->update_share},
                {"evaluate_share", training->evaluate_share},
                {"output_share", training->output_share},
                {"evaluation_episodes_per_s", evaluation->evaluation_episodes_per_s},
                {"planner_seconds_per_episode", evaluation->planner_seconds_per_episode},
                {"peak_rss_mb", training->peak_rss_mb},
                {"kernels", agent->kernels},
                {"blas", agent->blas},
                {"torch", agent->torch},
                {"threads", training->threads}};
}

/// --devices: the processor against the GPU.
Expected<int> bench_devices(const Arguments& arguments, Session& session) {
    const auto measured = run_device_bench(arguments.number("--seconds", 3) * 5, session.stop);
    if (!measured) return Unexpected<Error>(measured.error());
    TextTable table({"hidden_size", "batch_size", "cpu us", "cuda us"});
    Json rows = Json::array();
    for (const DeviceTiming& timing : measured->timings) {
        table.add_row({std::to_string(timing.hidden_size), std::to_string(timing.batch_size),
                       format_fixed(timing.cpu_us, 0), format_fixed(timing.cuda_us, 0)});
        rows.push_back({{"hidden_size", timing.hidden_size},
                        {"batch_size", timing.batch_size},
                        {"cpu_us", timing.cpu_us},
                        {"cuda_us", measured->cuda ? Json(timing.cuda_us) : Json(nullptr)}});
    }
    if (arguments.has("--json"))
        session.console.print_line(Json{
            {"cuda", measured->cuda},
            {"conclusion", measured->conclusion()},
            {"minibatches", rows}}.dump(2));
    else
        session.console.print(table.to_string() + measured->conclusion() + "\n");
    return exit_done;
}

Expected<int> bench(const Arguments& arguments, Session& session) {
    if (arguments.has("--devices")) return bench_devices(arguments, session);
    // The reference experiment's observation, unless a file says otherwise.
    const std::vector<std::string> reference = {"environment.extended_observation=true"};
    const auto config =
        configuration(arguments, arguments.has("--config") ? std::vector<std::string>() : reference);
    if (!config) return Unexpected<Error>(config.error());
    const auto measured = measure(*config, arguments.number("--seconds", 3), session);
    if (!measured) return Unexpected<Error>(measured.error());
    if (arguments.has("--json")) {
        session.console.print_line(measured->dump(2));
        return exit_done;
    }
    TextTable table({"measure", "value"});
    for (const auto& [key, value] : measured->items())
        table.add_row({key, value.is_number_float() ? format_fixed(value.get<double>(), 3)
                            : value.is_string()     ? value.get<std::string>()
                                                    : value.dump()});
    session.console.print(table.to_string());
    return exit_done;
}

}  // namespace

Command bench_command() {
    Command command{"bench", "Measures speed on this machine",
                    "Measures the simulator, the agent, the whole trainer and evaluations for a few seconds "
                    "each. Other work on the "
                    "machine makes every number worse."};
    OptionSpec seconds{"--seconds", ArgumentKind::number, "S", "Time for each measurement."};
    seconds.minimum = 0.05;
    seconds.maximum = 600;
    seconds.default_text = "3";
    const OptionSpec devices{"--devices", ArgumentKind::flag, "",
                             "Measures instead from which width and minibatch on a GPU pays."};
    command.options = joined_options({seconds, devices, json_option()}, config_options());
    command.run = bench;
    return command;
}

}  // namespace trimtab::app
