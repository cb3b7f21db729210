// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/config/config.h"
#include "core/environment/kubernetes_environment.h"
#include "core/environment/vector_environment.h"

namespace trimtab::python {

/// Raises ValueError for bad input and RuntimeError for the rest.
[[noreturn]] void raise(const Error& error);

template <class T>
T value_or_raise(Expected<T> expected) {
    if (!expected) raise(expected.error());
    return std::move(*expected);
}
inline void success_or_raise(const Expected<void>& expected) {
    if (!expected) raise(expected.error());
}

/// A configuration as the command line reads it: a file (empty: none) and "section.key=value" overrides.
config::Config read_config(const std::string& file, const std::vector<std::string>& overrides);

/// One environment. Results are the lines of `trimtab env`. The GIL is released while the cluster runs.
class NativeEnvironment {
  public:
    NativeEnvironment(const std::string& config_file, const std::vector<std::string>& overrides);

    /// Names, units, bounds and meanings of the observation, one dict an entry.
    [[nodiscard]] pybind11::list observation_table() const;
    [[nodiscard]] std::vector<std::string> patterns() const;
    std::string reset(std::uint64_t seed, const std::string& pattern);
    std::string step(const std::vector<int>& action);
    /// float32[observation size], as the product's own agent sees the state.
    [[nodiscard]] pybind11::array_t<float> scaled_observation() const;
    [[nodiscard]] pybind11::array_t<std::uint8_t> action_mask() const;

  private:
    std::unique_ptr<environment::KubernetesEnvironment> environment_;
};

/// N environments stepped together, writing into NumPy arrays of the caller's.
class NativeVectorEnvironment {
  public:
    /// raw: observations in the units of the table; else scaled. Episodes and seeds are those of training
    /// with `seed`.
    NativeVectorEnvironment(const std::string& config_file, const std::vector<std::string>& overrides, int n,
                            int threads, std::uint64_t seed, bool raw);

    [[nodiscard]] int observation_size() const;
    /// C-contiguous arrays of exactly these types: observations and final observations float32[n, D], rewards
    /// float64[n], terminated and truncated uint8[n]. They are kept alive by this object.
    void write_into(pybind11::array_t<float> observations, pybind11::array_t<double> rewards,
                    pybind11::array_t<std::uint8_t> terminated, pybind11::array_t<std::uint8_t> truncated,
                    pybind11::array_t<float> final_observations);
    void reset();
    /// actions: C-contiguous int32[n, 3].
    void step(const pybind11::array_t<std::int32_t>& actions);
    /// The same step `count` times without returning to Python: what the engine does without the door.
    void repeat(const pybind11::array_t<std::int32_t>& actions, int count);

  private:
    std::unique_ptr<environment::VectorEnvironment> vector_;
    std::vector<pybind11::object> kept_;
};

/// Plays `policy(observation) -> action` on the test episodes and writes one JSON line an episode, in the
/// form that `trimtab compare` reads. Raw observations, float32.
void evaluate_policy(const pybind11::function& policy, const std::string& name,
                     const std::string& config_file, const std::vector<std::string>& overrides,
                     const std::vector<std::string>& patterns, int runs, const std::string& file);

}  // namespace trimtab::python
