// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/checkpoint.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <system_error>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/agent_config_fields.h"
#include "core/agent/checkpoint_tensors.h"
#include "core/agent/ppo_agent_state.h"

namespace trimtab::agent {

namespace {

constexpr std::uintmax_t largest_file = 512ULL << 20U;
constexpr std::int64_t format_version = 1;
const std::string metadata_prefix = "meta.";

std::vector<std::int64_t> shape_of(const NamedParameter& parameter) {
    if (parameter.inputs == 0) return {parameter.outputs};
    return {parameter.outputs, parameter.inputs};
}

/// PyTorch's [outputs, inputs] order of a parameter.
std::vector<float> extract(const NamedParameter& parameter, const FloatVector& flat) {
    std::vector<float> out;
    out.reserve(static_cast<std::size_t>(parameter.size()));
    for (int o = 0; o < parameter.outputs; ++o) {
        for (int i = 0; i < std::max(1, parameter.inputs); ++i) out.push_back(flat[parameter.index(o, i)]);
    }
    return out;
}

void insert(const NamedParameter& parameter, const std::vector<float>& values, FloatVector& flat) {
    std::size_t next = 0;
    for (int o = 0; o < parameter.outputs; ++o) {
        for (int i = 0; i < std::max(1, parameter.inputs); ++i) flat[parameter.index(o, i)] = values[next++];
    }
}

void write_flat(CheckpointWriter& writer, const std::string& prefix, const NetworkLayout& layout,
                const FloatVector& flat) {
    for (const NamedParameter& parameter : layout.parameters) {
        const std::vector<float> values = extract(parameter, flat);
        writer.tensor(prefix + parameter.name, shape_of(parameter), values.data(), values.size());
    }
}

FloatVector read_flat(CheckpointReader& reader, const std::string& prefix, const NetworkLayout& layout) {
    FloatVector flat(layout.size, 0.0F);
    for (const NamedParameter& parameter : layout.parameters) {
        const std::vector<float> values = reader.tensor<float>(prefix + parameter.name, shape_of(parameter));
        if (values.empty()) return flat;
        insert(parameter, values, flat);
    }
    return flat;
}

}  // namespace

/// Knows an agent's insides.
class CheckpointCodec {
  public:
    static void write(CheckpointWriter& writer, const PpoAgent& agent, bool with_optimizer) {
        const PpoAgent::State& state = *agent.state_;
        const NetworkLayout& layout = state.network->layout();
        Parameters parameters;
        state.network->save(parameters);
        writer.scalar("format_version", format_version);
        writer.scalar("spaces.observation_size", state.spaces.observation_size);
        writer.vector("spaces.action_sizes", state.spaces.action_sizes);
        visit_agent_config(state.config, [&](const char* key, auto value) {
            writer.scalar(std::string("agent.") + key, value);
        });
        write_flat(writer, "", layout, parameters.weights);
        writer.vector("normalizer.mean", state.normalizer.mean);
        writer.vector("normalizer.variance", state.normalizer.variance);
        writer.scalar("normalizer.count", state.normalizer.count);
        if (!with_optimizer) return;
        write_flat(writer, "optimizer.exp_avg.", layout, parameters.first_moment);
        write_flat(writer, "optimizer.exp_avg_sq.", layout, parameters.second_moment);
        writer.scalar("optimizer.step", parameters.adam_steps);
        writer.scalar("counters.act_calls", state.act_calls);
        writer.scalar("counters.updates", state.updates);
        writer.scalar("counters.seed", std::bit_cast<std::int64_t>(state.seed));
    }

    static Expected<PpoAgent> read(CheckpointReader& reader, const std::string& file) {
        std::int64_t version = 0;
        reader.scalar("format_version", version);
        if (!reader.error() && version != format_version) {
            reader.refuse(ErrorCode::unsupported, "its format version is " + std::to_string(version) +
                                                      ", this program reads " +
                                                      std::to_string(format_version));
        }
        environment::Spaces spaces;
        reader.scalar("spaces.observation_size", spaces.observation_size);
        for (const std::int64_t size : reader.vector<std::int64_t>("spaces.action_sizes", 64)) {
            spaces.action_sizes.push_back(std::in_range<int>(size) ? static_cast<int>(size) : -1);
        }
        config::AgentConfig config;
        visit_agent_config(
            config, [&](const char* key, auto& value) { reader.scalar(std::string("agent.") + key, value); });
        if (const int device = static_cast<int>(config.device); device < 0 || device > 2) {
            reader.refuse(ErrorCode::parse_error, "its 'agent.device' is out of range");
        }
        if (reader.error()) return Unexpected(*reader.error());
        if (Expected<void> valid = validate_agent(config, spaces); !valid) {
            return fail(ErrorCode::parse_error, "this checkpoint cannot be used: " + valid.error().message,
                        file);
        }
        return read_state(reader, config, spaces);
    }

  private:
    static Expected<PpoAgent> read_state(CheckpointReader& reader, config::AgentConfig config,
                                         const environment::Spaces& spaces) {
        NetworkLayout layout(config, spaces);
        // The weights first: only once the file is known to hold that many is memory taken for the rest.
        for (const NamedParameter& parameter : layout.parameters) {
            if (reader.tensor<float>(parameter.name, shape_of(parameter)).empty())
                return Unexpected(*reader.error());
        }
        Parameters parameters;
        parameters.weights = read_flat(reader, "", layout);
        const bool with_optimizer = reader.has("optimizer.step");
        parameters.first_moment.assign(layout.size, 0.0F);
        parameters.second_moment.assign(layout.size, 0.0F);
        std::int64_t act_calls = 0;
        std::int64_t updates = 0;
        std::int64_t seed = 0;
        if (with_optimizer) {
            parameters.first_moment = read_flat(reader, "optimizer.exp_avg.", layout);
            parameters.second_moment = read_flat(reader, "optimizer.exp_avg_sq.", layout);
            reader.scalar("optimizer.step", parameters.adam_steps);
            reader.scalar("counters.act_calls", act_calls);
            reader.scalar("counters.updates", updates);
            reader.scalar("counters.seed", seed);
        }
        ObservationNormalizer normalizer(spaces.observation_size);
        normalizer.mean = reader.tensor<double>("normalizer.mean", {spaces.observation_size});
        normalizer.variance = reader.tensor<double>("normalizer.variance", {spaces.observation_size});
        reader.scalar("normalizer.count", normalizer.count);
        if (reader.error()) return Unexpected(*reader.error());
        const bool negative = std::any_of(normalizer.variance.begin(), normalizer.variance.end(),
                                          [](double v) { return v < 0; });
        if (negative || normalizer.count < 0 || parameters.adam_steps < 0) {
            reader.refuse(ErrorCode::parse_error, "a variance or a counter in it is negative");
            return Unexpected(*reader.error());
        }

        // A model that was trained on CUDA is usable anywhere.
        if (config.device == config::Device::cuda && !cuda_available()) config.device = config::Device::cpu;
        auto network = make_actor_critic(config, std::move(layout), std::move(parameters));
        if (!network) return Unexpected(network.error());
        auto state = std::make_unique<PpoAgent::State>(config, spaces, std::bit_cast<std::uint64_t>(seed),
                                                       std::move(*network));
        state->normalizer = std::move(normalizer);
        state->act_calls = act_calls;
        state->updates = updates;
        return PpoAgent(std::move(state));
    }
};

Expected<std::string> encode_checkpoint(const PpoAgent& agent,
                                        const std::map<std::string, std::string>& metadata,
                                        bool with_optimizer) {
    CheckpointWriter writer;
    CheckpointCodec::write(writer, agent, with_optimizer);
    for (const auto& [key, text] : metadata) writer.text(metadata_prefix + key, text);
    std::string bytes = writer.write();
    if (bytes.size() > largest_file) {
        return fail(ErrorCode::unsupported,
                    "the checkpoint would be larger than 512 MiB; lower agent.hidden_size");
    }
    return bytes;
}

Expected<Checkpoint> decode_checkpoint(const std::string& bytes, const std::string& name) {
    if (bytes.size() > largest_file) {
        return fail(ErrorCode::invalid_argument,
                    "the file is larger than the 512 MiB that a checkpoint may have", name);
    }
    const Expected<TensorArchive> tensors = read_tensor_archive(bytes, name);
    if (!tensors) return Unexpected(tensors.error());
    CheckpointReader reader(*tensors, name);
    Expected<PpoAgent> agent = CheckpointCodec::read(reader, name);
    if (!agent) return Unexpected(agent.error());
    std::map<std::string, std::string> metadata;
    for (const auto& [key, tensor] : *tensors) {
        if (key.starts_with(metadata_prefix) && tensor.type == ElementType::uint8) {
            metadata.emplace(key.substr(metadata_prefix.size()), tensor.bytes);
        }
    }
    return Checkpoint{std::move(*agent), std::move(metadata)};
}

Expected<Checkpoint> load_checkpoint(const std::filesystem::path& file) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) {
        return fail(ErrorCode::not_found, "there is no such file; give the path of a .pt file",
                    file.string());
    }
    if (!std::filesystem::is_regular_file(status)) {
        return fail(ErrorCode::invalid_argument,
                    "this is not a file; give the path of a .pt file, not of its folder", file.string());
    }
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (!error && size > largest_file) {
        return fail(ErrorCode::invalid_argument,
                    "the file is larger than the 512 MiB that a checkpoint may have", file.string());
    }
    std::ifstream in(file, std::ios::binary);
    std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
    if (error || !in || !in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        return fail(ErrorCode::io_error, "the file cannot be read; check its permissions", file.string());
    }
    return decode_checkpoint(bytes, file.string());
}

}  // namespace trimtab::agent
