// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/agent_config.h"

namespace trimtab::agent {

/// Calls visit(key, field) for every setting of an agent, in the names of the configuration. `Config` is
/// AgentConfig, const or not.
template <class Config, class Visit>
void visit_agent_config(Config& config, const Visit& visit) {
    visit("learning_rate", config.learning_rate);
    visit("hidden_size", config.hidden_size);
    visit("num_layers", config.num_layers);
    visit("buffer_size", config.buffer_size);
    visit("batch_size", config.batch_size);
    visit("ppo_epochs", config.ppo_epochs);
    visit("gamma", config.gamma);
    visit("gae_lambda", config.gae_lambda);
    visit("clip_epsilon", config.clip_epsilon);
    visit("entropy_coef", config.entropy_coef);
    visit("value_coef", config.value_coef);
    visit("max_grad_norm", config.max_grad_norm);
    visit("learning_rate_final", config.learning_rate_final);
    visit("entropy_coef_final", config.entropy_coef_final);
    visit("adam_epsilon", config.adam_epsilon);
    visit("target_kl", config.target_kl);
    visit("value_clip", config.value_clip);
    visit("normalize_advantage", config.normalize_advantage);
    visit("normalize_observation", config.normalize_observation);
    visit("shared_network", config.shared_network);
    visit("action_masking", config.action_masking);
    visit("time_limit_bootstrap", config.time_limit_bootstrap);
    visit("update_interval_episodes", config.update_interval_episodes);
    visit("device", config.device);
}

}  // namespace trimtab::agent
