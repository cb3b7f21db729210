// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/ppo_agent.h"

#include <algorithm>
#include <cmath>
#include <exception>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/cpu_actor_critic.h"
#include "core/agent/initialization.h"
#include "core/agent/ppo_agent_state.h"
#include "core/base/seeded_draw.h"

namespace trimtab::agent {

namespace {

// Measured on an H200 (`device_times`): a minibatch costs 2.1 to 4 ms there whatever its size. Two cores take
// 0.9 ms for one of 2.4e8 FLOPs and 5.2 ms for one of 4.2e8; sixteen take 0.4 and 4.3 ms.
constexpr double cuda_pays_from_flops = 3e8;

std::size_t index(int row, int stride) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(stride);
}

}  // namespace

Expected<void> validate_agent(const config::AgentConfig& config, const environment::Spaces& spaces) {
    const auto require = [](bool holds, const char* message) -> Expected<void> {
        if (!holds) return fail(ErrorCode::invalid_argument, message);
        return {};
    };
    const auto in_range = [](double x, double low, double high) {
        return x >= low && x <= high;
    };  // false for NaN
    const bool heads_ok = !spaces.action_sizes.empty() && spaces.action_sizes.size() <= 64 &&
                          std::all_of(spaces.action_sizes.begin(), spaces.action_sizes.end(),
                                      [](int size) { return size >= 1 && size <= 4096; });
    for (const Expected<void>& check : {
             require(in_range(spaces.observation_size, 1, 65536), "the observation size must be 1 to 65536"),
             require(heads_ok, "there must be 1 to 64 action heads of 1 to 4096 actions"),
             require(in_range(config.hidden_size, 1, 4096), "agent.hidden_size must be 1 to 4096"),
             require(in_range(config.num_layers, 1, 16), "agent.num_layers must be 1 to 16"),
             require(in_range(config.batch_size, 1, 1 << 20), "agent.batch_size must be 1 to 1048576"),
             require(in_range(config.ppo_epochs, 1, 1000), "agent.ppo_epochs must be 1 to 1000"),
             require(in_range(config.learning_rate, 0, 1) && in_range(config.learning_rate_final, 0, 1),
                     "agent.learning_rate and learning_rate_final must be 0 to 1"),
             require(in_range(config.clip_epsilon, 0, 1e6) && in_range(config.value_clip, 0, 1e6) &&
                         in_range(config.target_kl, 0, 1e6),
                     "agent.clip_epsilon, value_clip and target_kl must not be negative"),
             require(in_range(config.max_grad_norm, 1e-12, 1e12), "agent.max_grad_norm must be positive"),
             require(in_range(config.adam_epsilon, 1e-30, 1),
                     "agent.adam_epsilon must be above 0, at most 1"),
         }) {
        if (!check) return check;
    }
    return {};
}

Expected<std::unique_ptr<ActorCritic>> make_actor_critic(const config::AgentConfig& config,
                                                         NetworkLayout layout, Parameters parameters) {
    const bool wants_cuda = config.device == config::Device::cuda;
    const bool may_pay = config.device == config::Device::automatic &&
                         layout.update_flops(config.batch_size) >= cuda_pays_from_flops;
    // Asking LibTorch for CUDA loads its driver: only where the answer matters.
    if (wants_cuda || (may_pay && cuda_available()))
        return make_torch_actor_critic(std::move(layout), parameters, "cuda");
    return std::unique_ptr<ActorCritic>(
        std::make_unique<CpuActorCritic>(std::move(layout), std::move(parameters)));
}

PpoAgent::State::State(const config::AgentConfig& agent_config, const environment::Spaces& agent_spaces,
                       std::uint64_t agent_seed, std::unique_ptr<ActorCritic> actor_critic)
    : config(agent_config),
      spaces(agent_spaces),
      seed(agent_seed),
      network(std::move(actor_critic)),
      normalizer(agent_spaces.observation_size),
      heads(agent_spaces.action_sizes),
      action(agent_spaces.action_sizes.size()) {}

int PpoAgent::State::forward(std::span<const float> raw_inputs) {
    const int n = static_cast<int>(raw_inputs.size()) / spaces.observation_size;
    const float* source = raw_inputs.data();
    if (config.normalize_observation) {
        if (inputs.size() < raw_inputs.size()) inputs.resize(raw_inputs.size());
        normalizer.apply(raw_inputs, std::span(inputs).first(raw_inputs.size()));
        source = inputs.data();
    }
    const std::size_t needed = index(n, network->layout().output_stride);
    if (outputs.size() < needed) outputs.resize(needed);
    network->forward(source, n, outputs.data());
    return n;
}

Expected<PpoAgent> PpoAgent::create(const config::AgentConfig& config, const environment::Spaces& spaces,
                                    std::uint64_t seed) {
    if (Expected<void> valid = validate_agent(config, spaces); !valid) return Unexpected(valid.error());
    NetworkLayout layout(config, spaces);
    Parameters parameters = initial_parameters(layout, seed);
    auto network = make_actor_critic(config, std::move(layout), std::move(parameters));
    if (!network) return Unexpected(network.error());
    return PpoAgent(std::make_unique<State>(config, spaces, seed, std::move(*network)));
}

Expected<PpoAgent> PpoAgent::copy() const {
    Parameters parameters;
    state_->network->save(parameters);
    auto network = make_actor_critic(state_->config, state_->network->layout(), std::move(parameters));
    if (!network) return Unexpected(network.error());
    auto state = std::make_unique<State>(state_->config, state_->spaces, state_->seed, std::move(*network));
    state->act_calls = state_->act_calls;
    state->updates = state_->updates;
    state->normalizer = state_->normalizer;
    return PpoAgent(std::move(state));
}

PpoAgent::PpoAgent(std::unique_ptr<State> state) : state_(std::move(state)) {}
PpoAgent::PpoAgent(PpoAgent&&) noexcept = default;
PpoAgent& PpoAgent::operator=(PpoAgent&&) noexcept = default;
PpoAgent::~PpoAgent() = default;

void PpoAgent::act(std::span<const float> inputs, std::span<const std::uint8_t> masks, ActOutput& out) {
    const int n = state_->forward(inputs);
    const NetworkLayout& layout = state_->network->layout();
    const int heads = state_->heads.heads();
    const std::uint64_t key = stream_key(state_->seed, DrawStream::action);
    const auto call = static_cast<std::uint64_t>(state_->act_calls++) & 0xFFFFFFFFULL;
    out.actions.resize(index(n, heads));
    out.log_probs.resize(static_cast<std::size_t>(n));
    out.values.resize(static_cast<std::size_t>(n));
    state_->heads.set(state_->outputs.data(), layout.output_stride, n,
                      masks.empty() ? nullptr : masks.data());
    for (int i = 0; i < n; ++i) {
        const auto row = static_cast<std::size_t>(i);
        out.log_probs[row] =
            state_->heads.sample(i, keyed_bits(key, row, call), out.actions.data() + index(i, heads));
        out.values[row] =
            state_->outputs[index(i, layout.output_stride) + static_cast<std::size_t>(layout.value_column)];
    }
}

void PpoAgent::act_greedy(std::span<const float> inputs, std::span<const std::uint8_t> masks,
                          ActOutput& out) {
    const int n = state_->forward(inputs);
    const NetworkLayout& layout = state_->network->layout();
    const int heads = state_->heads.heads();
    out.actions.resize(index(n, heads));
    out.log_probs.resize(static_cast<std::size_t>(n));
    out.values.resize(static_cast<std::size_t>(n));
    out.probabilities.resize(index(n, layout.logits));
    state_->heads.set(state_->outputs.data(), layout.output_stride, n,
                      masks.empty() ? nullptr : masks.data());
    for (int i = 0; i < n; ++i) {
        const auto row = static_cast<std::size_t>(i);
        out.log_probs[row] = state_->heads.most_probable(i, out.actions.data() + index(i, heads));
        state_->heads.probabilities(i, out.probabilities.data() + index(i, layout.logits));
        out.values[row] =
            state_->outputs[index(i, layout.output_stride) + static_cast<std::size_t>(layout.value_column)];
    }
}

void PpoAgent::evaluate_values(std::span<const float> inputs, std::span<float> values) {
    const int n = state_->forward(inputs);
    const NetworkLayout& layout = state_->network->layout();
    for (int i = 0; i < n; ++i) {
        values[static_cast<std::size_t>(i)] =
            state_->outputs[index(i, layout.output_stride) + static_cast<std::size_t>(layout.value_column)];
    }
}

void PpoAgent::probabilities(std::span<const float> input, std::span<const std::uint8_t> mask,
                             std::span<float> out) {
    state_->forward(input);
    state_->heads.set(state_->outputs.data(), state_->network->layout().output_stride, 1,
                      mask.empty() ? nullptr : mask.data());
    state_->heads.probabilities(0, out.data());
}

Expected<UpdateStatistics> PpoAgent::update(RolloutBuffer& buffer, double progress, StopToken stop) {
    PpoUpdate::Context context;
    context.progress = progress;
    context.seed = state_->seed;
    context.update = state_->updates;
    context.normalizer = state_->config.normalize_observation ? &state_->normalizer : nullptr;
    context.stop = stop;
    Expected<UpdateStatistics> statistics = [&]() -> Expected<UpdateStatistics> {
        try {
            return state_->update.run(*state_->network, state_->config, buffer, context);
        } catch (const std::exception& exception) {  // LibTorch reports a failing device by throwing
            return fail(ErrorCode::internal,
                        std::string("the update failed on device ") + device() + ": " + exception.what());
        }
    }();
    if (!statistics) return statistics;
    ++state_->updates;
    if (state_->config.normalize_observation) {
        state_->normalizer.fold(
            std::span(buffer.inputs).first(index(buffer.rows(), buffer.observation_size)));
    }
    return statistics;
}

const config::AgentConfig& PpoAgent::config() const { return state_->config; }
const environment::Spaces& PpoAgent::spaces() const { return state_->spaces; }
std::string PpoAgent::device() const { return state_->network->device(); }
std::int64_t PpoAgent::parameter_count() const { return state_->network->layout().parameter_count(); }
void PpoAgent::set_update_threads(int threads) { state_->network->set_threads(threads); }

Expected<void> PpoAgent::copy_weights(const PpoAgent& other) {
    const State& from = *other.state_;
    if (from.spaces != state_->spaces || from.config.hidden_size != state_->config.hidden_size ||
        from.config.num_layers != state_->config.num_layers ||
        from.config.shared_network != state_->config.shared_network ||
        from.config.normalize_observation != state_->config.normalize_observation) {
        return fail(
            ErrorCode::invalid_argument,
            "the two networks have different sizes: observation size, action sizes, agent.hidden_size, "
            "agent.num_layers, agent.shared_network and agent.normalize_observation must be equal");
    }
    Parameters own;
    Parameters theirs;
    state_->network->save(own);
    from.network->save(theirs);
    own.weights = std::move(theirs.weights);
    state_->network->load(own);
    state_->normalizer = from.normalizer;
    return {};
}

}  // namespace trimtab::agent
