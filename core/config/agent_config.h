// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace trimtab::config {

enum class Device { automatic, cpu, cuda };  ///< spelt auto, cpu, cuda in files

/// Section `agent`: PPO (Schulman et al., arXiv 1707.06347). The first block holds the original module's
/// keys.
struct AgentConfig {
    double learning_rate = 3e-4;
    int hidden_size = 256;
    int num_layers = 2;
    int buffer_size = 2048;  ///< steps an update, over all environments
    int batch_size = 64;     ///< the minibatch
    int ppo_epochs = 4;
    double gamma = 0.99;
    double gae_lambda = 0.95;
    double clip_epsilon = 0.2;
    double entropy_coef = 0.01;
    double value_coef = 0.5;
    double max_grad_norm = 0.5;

    double learning_rate_final = 3e-4;  ///< linear over the run, from learning_rate
    double entropy_coef_final = 0.01;   ///< linear over the run, from entropy_coef
    double adam_epsilon = 1e-5;
    double target_kl = 0;                ///< stops an update's epochs above it; 0: never
    double value_clip = 0;               ///< clip range of the value loss; 0: none
    bool normalize_advantage = true;     ///< per minibatch
    bool normalize_observation = false;  ///< running mean and variance, saved with the checkpoint
    bool shared_network = true;          ///< one trunk for actor and critic
    bool action_masking = false;         ///< forbids deltas that the clamp would undo
    bool time_limit_bootstrap =
        false;  ///< learning bootstraps from the final observation of a truncated episode
    int update_interval_episodes =
        0;  ///< updates after so many episodes, on a partly filled buffer; 0: when full
    Device device = Device::automatic;
};

}  // namespace trimtab::config
