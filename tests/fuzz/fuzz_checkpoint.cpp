// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries: Trimtab::agent
// The checkpoint reader: whatever the bytes, an error or an agent that is written and read back unchanged.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "core/agent/checkpoint.h"
#include "core/agent/stored_zip.h"

using namespace trimtab;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto checkpoint = agent::decode_checkpoint(bytes, "fuzz");
    if (!checkpoint) {
        if (checkpoint.error().message.empty()) std::abort();
        return 0;
    }
    const auto written = agent::encode_checkpoint(checkpoint->agent, checkpoint->metadata, true);
    if (!written || !agent::decode_checkpoint(*written, "written")) std::abort();
    return 0;
}

/// Two of three times one entry of the archive is mutated and the archive written anew: a random change of
/// the file itself would nearly always stop at a checksum.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned int seed) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto entries = agent::read_stored_zip(bytes);
    if (!entries || entries->empty() || seed % 3 == 0) return LLVMFuzzerMutate(data, size, max_size);
    const std::size_t chosen = seed / 3 % entries->size();
    agent::StoredZipWriter writer;
    std::size_t index = 0;
    for (const auto& [name, content] : *entries) {
        std::string changed(content);
        if (index++ == chosen) {
            changed.resize(content.size() + 64);
            changed.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(changed.data()), content.size(),
                                            changed.size()));
        }
        writer.add(name, changed);
    }
    const std::string out = writer.finish();
    if (out.size() > max_size) return LLVMFuzzerMutate(data, size, max_size);
    std::memcpy(data, out.data(), out.size());
    return out.size();
}
