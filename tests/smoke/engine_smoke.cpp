// SPDX-License-Identifier: GPL-3.0-or-later
// The engine alone, without Qt and without a test framework: simulate, train a little, evaluate, read the
// result back. Exits 0 when every expectation holds.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/checkpoint.h"
#include "core/agent/ppo_policy.h"
#include "core/base/seeded_draw.h"
#include "core/cluster/steady_state.h"
#include "core/config/config_reader.h"
#include "core/results/training_session.h"
#include "core/training/evaluator.h"

namespace {

using namespace trimtab;

int failures = 0;

bool expect(bool holds, const std::string& what) {
    std::printf("%s %s\n", holds ? "ok  " : "FAIL", what.c_str());
    if (!holds) ++failures;
    return holds;
}

/// expect() for an Expected; a failure says its error.
template <class T>
bool expect_value(const Expected<T>& result, const std::string& what) {
    return expect(result.has_value(), result ? what : what + ": " + result.error().to_string());
}

/// A folder of its own, removed at the end.
struct TemporaryFolder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("trimtab-smoke-" + std::to_string(std::random_device{}()));
    TemporaryFolder() { std::filesystem::create_directories(path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

void draws_match_the_specification() {
    expect(std::abs(uniform_draw(0, DrawStream::think, 0, 0) - 0.350286150546) < 1e-12,
           "SIMULATOR 2, first draw");
}

void the_cluster_serves_requests() {
    cluster::SteadyStateRequest request;
    request.load = 40;
    request.replications = 20;
    const auto state = cluster::simulate_steady_state(config::SimulatorConfig{}, request);
    if (!expect_value(state, "forty users on 3 + 3 replicas")) return;
    expect(std::abs(state->throughput_rps.mean - 23.511) < 0.5, "throughput as in SIMULATOR 8");
}

/// 1024 steps of a small network; four updates.
Expected<config::Config> short_run(const std::string& device) {
    return config::parse_config(
        "environment: {baseline: published}\n"
        "agent: {hidden_size: 32, buffer_size: 256, device: " +
            device +
            "}\n"
            "training: {total_steps: 1024, n_envs: 8, threads: 1, evaluation_runs: 1}\n",
        "smoke");
}

Expected<results::TrainingRunResult> train(const config::Config& config, const TemporaryFolder& folder) {
    results::TrainingRequest request;
    request.config = config;
    request.results_dir = folder.path;
    return results::run_training(request, {});
}

void a_short_run_trains_records_and_is_read_back() {
    const TemporaryFolder folder;
    const auto config = short_run("cpu");
    if (!expect_value(config, "a configuration")) return;
    const auto run = train(*config, folder);
    if (!expect_value(run, "a training run")) return;
    expect(run->summary.finished && run->summary.updates == 4, "1024 steps are four updates");
    expect(std::filesystem::exists(run->folder / "metrics.jsonl"), "metrics are recorded");

    auto checkpoint = agent::load_checkpoint(run->folder / "best_model.pt");
    if (!expect_value(checkpoint, "best_model.pt is read back")) return;
    const agent::PpoPolicy policy(std::move(checkpoint->agent), "ppo");
    const agent::Policy* const policies[] = {&policy};
    auto plan = training::evaluation_plan(*config);
    plan.runs = 1;
    plan.threads = 1;
    const auto result = training::evaluate(*config, policies, plan);
    if (!expect_value(result, "an evaluation")) return;
    expect(result->policies.size() == 1 && result->policies.front().episodes.size() == 4,
           "one episode a pattern");
}

/// What the first update of a short run on `device` measured; a null value where it failed.
nlohmann::json first_update(const std::string& device) {
    const TemporaryFolder folder;
    const auto config = short_run(device);
    if (!expect_value(config, "a configuration for " + device)) return {};
    const auto run = train(*config, folder);
    if (!expect_value(run, "a training run on " + device)) return {};
    expect_value(agent::load_checkpoint(run->folder / "best_model.pt"), "its best_model.pt is read back");
    std::ifstream metrics(run->folder / "metrics.jsonl");
    for (std::string line; std::getline(metrics, line);)
        if (auto values = nlohmann::json::parse(line, nullptr, false); values.contains("approx_kl"))
            return values;
    expect(false, "metrics of an update on " + device);
    return {};
}

void the_gpu_agrees_with_the_processor() {
    if (!agent::cuda_available()) {
        std::printf("skip CUDA: LibTorch finds no device\n");
        return;
    }
    const nlohmann::json cpu = first_update("cpu");
    const nlohmann::json cuda = first_update("cuda");
    if (cpu.is_null() || cuda.is_null()) return;
    for (const char* value : {"policy_loss", "value_loss", "entropy", "approx_kl"}) {
        const double difference = std::abs(cpu.at(value).get<double>() - cuda.at(value).get<double>());
        expect(difference < 1e-4 * std::max(1.0, std::abs(cpu.at(value).get<double>())),
               std::string(value) + " on CUDA is within 1e-4 of the processor's: " +
                   (std::ostringstream() << difference).str());
    }
}

}  // namespace

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);  // a crash shows how far it came
    draws_match_the_specification();
    the_cluster_serves_requests();
    a_short_run_trains_records_and_is_read_back();
    the_gpu_agrees_with_the_processor();
    return failures == 0 ? 0 : 1;
}
