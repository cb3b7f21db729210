// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/section_builder.h"

namespace trimtab::config {
namespace {

using A = AgentConfig;

void add_original_keys(SectionBuilder<A>& section) {
    section.number("learning_rate", &A::learning_rate, "", 1e-9, 1, "Step size of Adam.");
    section.integer("hidden_size", &A::hidden_size, "", 1, 8192, "Neurons of a hidden layer.");
    section.integer("num_layers", &A::num_layers, "", 1, 16, "Hidden layers.");
    section.integer("buffer_size", &A::buffer_size, "steps", 1, 100000000,
                    "Steps an update over all environments; a multiple of training.n_envs.");
    section.integer("batch_size", &A::batch_size, "steps", 1, 100000000,
                    "Steps a minibatch; at most buffer_size.");
    section.integer("ppo_epochs", &A::ppo_epochs, "", 1, 1000, "Passes over the buffer in an update.");
    section.number("gamma", &A::gamma, "", 0, 1, "Discount of future rewards, a step.");
    section.number("gae_lambda", &A::gae_lambda, "", 0, 1, "Lambda of generalised advantage estimation.");
    section.number("clip_epsilon", &A::clip_epsilon, "", 0.0001, 10,
                   "Clip range of the policy's probability ratio.");
    section.number("entropy_coef", &A::entropy_coef, "", 0, 10, "Weight of the entropy bonus.");
    section.number("value_coef", &A::value_coef, "", 0, 100, "Weight of the value loss.");
    section.number("max_grad_norm", &A::max_grad_norm, "", 0.0001, 1e6,
                   "The gradient's norm is clipped to this.");
}

void add_further_keys(SectionBuilder<A>& section) {
    ConfigKey& final_rate = section.number("learning_rate_final", &A::learning_rate_final, "", 0, 1,
                                           "Learning rate at the end of the run, reached linearly.");
    final_rate.follows = "learning_rate";
    ConfigKey& final_entropy = section.number("entropy_coef_final", &A::entropy_coef_final, "", 0, 10,
                                              "Entropy weight at the end of the run, reached linearly.");
    final_entropy.follows = "entropy_coef";
    section.number("adam_epsilon", &A::adam_epsilon, "", 1e-12, 1, "Adam's epsilon.").advanced = true;
    section
        .number("target_kl", &A::target_kl, "nats", 0, 100,
                "Ends an update's epochs once approx_kl is above it; 0: never.")
        .advanced = true;
    section.number("value_clip", &A::value_clip, "", 0, 1e6, "Clip range of the value loss; 0: none.")
        .advanced = true;
    section
        .boolean("normalize_advantage", &A::normalize_advantage,
                 "Scales advantages to mean 0 and deviation 1, a minibatch at a time.")
        .advanced = true;
    section
        .boolean("normalize_observation", &A::normalize_observation,
                 "Scales inputs by their running mean and deviation, saved with the checkpoint.")
        .advanced = true;
    section.boolean("shared_network", &A::shared_network,
                    "One trunk for actor and critic, instead of one each.");
    section.boolean("action_masking", &A::action_masking,
                    "Forbids replica changes that the bounds would undo.");
    section.boolean(
        "time_limit_bootstrap", &A::time_limit_bootstrap,
        "Learns as if the task went on after the episode's time; false where the episode is the task.");
    section.integer("update_interval_episodes", &A::update_interval_episodes, "episodes", 0, 1000000,
                    "Updates after so many episodes, on a partly filled buffer; 0: when the buffer is full.");
    section.choice("device", &A::device, {"auto", "cpu", "cuda"}, "Where the network is trained.");
}

}  // namespace

void add_agent_keys(std::vector<ConfigKey>& rows) {
    SectionBuilder<A> section(rows, "agent", &Config::agent);
    add_original_keys(section);
    add_further_keys(section);
}

}  // namespace trimtab::config
