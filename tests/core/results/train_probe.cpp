// SPDX-License-Identifier: GPL-3.0-or-later
// A training program for tests that kill it: train_probe new CONFIG RESULTS_DIR | train_probe resume RUN.
// Prints the run folder as soon as it exists and "done" at the end.
#include <cstdio>
#include <string>

#include "core/config/config_reader.h"
#include "core/results/training_session.h"

int main(int argc, char** argv) {
    using namespace trimtab;
    if (argc < 3) return 2;
    results::TrainingRequest request;
    request.command_line = "train_probe";
    // A boundary is saved at each update, so that a kill meets every kind of moment.
    request.last_checkpoint_interval_s = 0;
    if (std::string(argv[1]) == "resume") {
        request.resume = argv[2];
    } else if (argc == 4) {
        config::ConfigSources sources;
        sources.file = argv[2];
        auto config = config::load_config(sources);
        if (!config) {
            std::fprintf(stderr, "%s\n", config.error().to_string().c_str());
            return 2;
        }
        request.config = std::move(*config);
        request.results_dir = argv[3];
    } else {
        return 2;
    }
    results::TrainingHooks hooks;
    hooks.began = [](const std::filesystem::path& folder) {
        std::printf("%s\n", folder.c_str());
        std::fflush(stdout);
    };
    const auto result = results::run_training(request, {}, hooks);
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().to_string().c_str());
        return 1;
    }
    std::printf("done\n");
    return 0;
}
