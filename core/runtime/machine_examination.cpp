// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/machine_examination.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <optional>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/blas.h"
#include "core/agent/torch_library.h"
#include "core/base/translatable.h"
#include "core/results/build_info.h"

namespace trimtab::runtime {
namespace {

using cluster_api::DoctorFinding;
using cluster_api::DoctorResult;

constexpr double run_bytes = 600e6;

DoctorFinding passed(const char* step, const std::string& text) {
    return {"Machine", step, DoctorResult::passed, text, "", ""};
}
DoctorFinding failed(const char* step, const std::string& text, const char* cause, const char* fix) {
    return {"Machine", step, DoctorResult::failed, text, cause, fix};
}

DoctorFinding find_libraries() {
    const results::BuildInfo& build = results::build_info();
    std::string text = build.compiler + ", " + build.build_type;
    for (const auto& [name, version] : build.libraries)
        text.append(", ").append(name).append(" ").append(version);
    return passed("libraries", text);
}

DoctorFinding find_blas() {
    if (agent::blas_warning().empty()) return passed("BLAS", agent::blas_name());
    return failed(
        "BLAS", translatable("CoreTexts", "LibTorch uses the reference BLAS"),
        translatable(
            "CoreTexts",
            "OpenBLAS is not installed: what LibTorch computes on the processor is many times slower"),
        "apt-get install libopenblas0-pthread");
}

/// Whether agent.device would be honoured.
DoctorFinding find_device(const config::Config& config) {
    if (const auto torch = agent::torch_functions(); !torch)
        return failed("CUDA", torch.error().message,
                      translatable("CoreTexts", "its library is missing, damaged, or of another version"),
                      "apt-get install --reinstall trimtab");
    const bool available = agent::cuda_available();
    if (config.agent.device == config::Device::cuda && !available)
        return failed(
            "CUDA", translatable("CoreTexts", "agent.device is cuda, and this LibTorch sees no CUDA device"),
            translatable("CoreTexts", "it was built without CUDA, or no device is visible to this process"),
            "nvidia-smi; or set agent.device: auto");
    if (!available)
        return passed("CUDA",
                      translatable("CoreTexts", "this LibTorch sees no CUDA device; training takes the CPU"));
    return passed("CUDA", config.agent.device == config::Device::cpu
                              ? translatable("CoreTexts", "CUDA is available; agent.device cpu takes the CPU")
                              : translatable("CoreTexts", "CUDA is available, and training takes it"));
}

std::optional<double> number_in(const char* file) {
    std::ifstream in(file);
    double value = 0;
    return in >> value ? std::optional(value) : std::nullopt;
}

/// Bytes that a run could still get; nothing where the system does not tell.
std::optional<double> available_bytes() {
    std::optional<double> available;
    std::ifstream file("/proc/meminfo");
    std::string name;
    double kib = 0;
    std::string unit;
    while (file >> name >> kib && std::getline(file, unit))
        if (name == "MemAvailable:") available = kib * 1024;
    // A container's limit lies below the machine's memory.
    const auto limit = number_in("/sys/fs/cgroup/memory.max");
    const auto used = number_in("/sys/fs/cgroup/memory.current");
    if (available && limit && used) available = std::min(*available, std::max(0.0, *limit - *used));
    return available;
}

DoctorFinding find_memory() {
    const auto available = available_bytes();
    if (!available)
        return passed("memory",
                      translatable("CoreTexts", "not known on this system; a run needs less than 600 MB"));
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.1f GB available", *available / 1e9);
    if (*available >= run_bytes) return passed("memory", text.data());
    return failed(
        "memory", text.data(),
        translatable("CoreTexts",
                     "a run may need 600 MB, and compiling 1.1 GB a LibTorch source: the system ends "
                     "what takes more than there is"),
        "set training.n_envs lower, close other programs, or add swap");
}

}  // namespace

bool examine_machine(const config::Config& config, const cluster_api::DoctorSink& sink) {
    const cluster_api::DoctorSink timed = cluster_api::with_times(sink);
    bool sound = true;
    const auto tell = [&](const DoctorFinding& finding) {
        sound = sound && finding.result == DoctorResult::passed;
        timed(finding);
    };
    tell(find_libraries());
    tell(find_blas());
    tell(find_device(config));
    tell(find_memory());
    return sound;
}

}  // namespace trimtab::runtime
