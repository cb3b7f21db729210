// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/checkpoint_contents.h"

#include "core/agent/checkpoint.h"
#include "core/base/sha256.h"
#include "core/config/config_reader.h"
#include "core/results/atomic_file.h"

namespace trimtab::results {
namespace {

constexpr std::uint64_t largest_file = 512ULL << 20;

TensorRole role_of(const std::string& name) {
    if (name.starts_with("meta.")) return TensorRole::text;
    if (name.starts_with("optimizer.")) return TensorRole::optimizer;
    if (name.starts_with("normalizer.")) return TensorRole::normalizer;
    if (name.ends_with(".weight") || name.ends_with(".bias")) return TensorRole::weight;
    return TensorRole::state;
}

}  // namespace

std::string TensorEntry::shape_text() const {
    if (shape.empty()) return "scalar";
    std::string text;
    for (const std::int64_t size : shape) {
        if (!text.empty()) text += " x ";
        text += std::to_string(size);
    }
    return text;
}

std::string TensorEntry::type_text() const {
    switch (type) {
        case agent::ElementType::uint8:
            return "uint8";
        case agent::ElementType::int64:
            return "int64";
        case agent::ElementType::float32:
            return "float32";
        case agent::ElementType::float64:
            return "float64";
    }
    return {};
}

Expected<CheckpointContents> read_checkpoint_contents(const std::filesystem::path& file) {
    const auto bytes = read_file(file, largest_file);
    if (!bytes) return Unexpected<Error>(bytes.error());
    const auto archive = agent::read_tensor_archive(*bytes, file.string());
    if (!archive) return Unexpected<Error>(archive.error());
    auto checkpoint = agent::decode_checkpoint(*bytes, file.string());
    if (!checkpoint) return Unexpected<Error>(checkpoint.error());

    CheckpointContents contents;
    contents.file = file;
    contents.bytes = bytes->size();
    contents.sha256 = sha256_hex(*bytes);
    for (const auto& [name, tensor] : *archive) {
        contents.tensors.push_back({name, role_of(name), tensor.type, tensor.shape, tensor.bytes.size()});
        contents.resumable = contents.resumable || contents.tensors.back().role == TensorRole::optimizer;
    }
    contents.parameters = checkpoint->agent.parameter_count();
    contents.observation_size = checkpoint->agent.spaces().observation_size;
    contents.action_sizes = checkpoint->agent.spaces().action_sizes;
    contents.metadata = std::move(checkpoint->metadata);
    contents.provenance = contents.metadata["provenance"];
    const auto stored = contents.metadata.find("config");
    if (stored == contents.metadata.end()) {
        contents.config_problem = "the file carries no configuration; the default one is used to play it";
    } else if (auto config = config::parse_config(stored->second, file.string())) {
        contents.config = std::make_shared<const config::Config>(std::move(*config));
    } else {
        contents.config_problem = config.error().to_string();
    }
    return contents;
}

}  // namespace trimtab::results
