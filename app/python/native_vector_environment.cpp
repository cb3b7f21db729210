// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/python/native_environment.h"
#include "core/environment/baseline_table.h"
#include "core/environment/make_environment.h"
#include "core/environment/seed_plan.h"

namespace trimtab::python {

namespace py = pybind11;

namespace {

/// Shows the raw observation where the engine's environments show the scaled one.
class RawEnvironment final : public environment::Environment {
  public:
    explicit RawEnvironment(std::unique_ptr<environment::KubernetesEnvironment> inner)
        : inner_(std::move(inner)) {}

    [[nodiscard]] const environment::Spaces& spaces() const override { return inner_->spaces(); }
    [[nodiscard]] Expected<void> reset(const environment::EpisodeSpec& episode,
                                       std::span<float> input) override {
        Expected<void> begun = inner_->reset(episode, input);
        std::ranges::copy(inner_->observation(), input.begin());
        return begun;
    }
    [[nodiscard]] Expected<environment::StepResult> step(std::span<const int> action,
                                                         std::span<float> input) override {
        Expected<environment::StepResult> result = inner_->step(action, input);
        std::ranges::copy(inner_->observation(), input.begin());
        return result;
    }
    void action_mask(std::span<std::uint8_t> mask) const override { inner_->action_mask(mask); }

  private:
    std::unique_ptr<environment::KubernetesEnvironment> inner_;
};

template <class T>
std::span<T> writable(py::array_t<T>& array) {
    if (!(array.flags() & py::array::c_style)) throw py::value_error("the arrays must be C-contiguous");
    return {array.mutable_data(), static_cast<std::size_t>(array.size())};
}

std::span<const int> readable(const py::array_t<std::int32_t>& actions) {
    if (!(actions.flags() & py::array::c_style))
        throw py::value_error("actions must be C-contiguous, int32[n, 3]");
    return {actions.data(), static_cast<std::size_t>(actions.size())};
}

}  // namespace

NativeVectorEnvironment::NativeVectorEnvironment(const std::string& config_file,
                                                 const std::vector<std::string>& overrides, int n,
                                                 int threads, std::uint64_t seed, bool raw) {
    config::Config config = read_config(config_file, overrides);
    if (n < 1) throw py::value_error("num_envs must be at least 1");
    config.training.seed = seed;
    config.training.n_envs = n;
    const py::gil_scoped_release released;
    const environment::BaselineSet baselines = value_or_raise(environment::baselines_for(config));
    std::vector<std::unique_ptr<environment::Environment>> environments;
    for (int i = 0; i < n; ++i) {
        auto one = value_or_raise(environment::make_environment(config, baselines));
        if (raw)
            environments.push_back(std::make_unique<RawEnvironment>(std::move(one)));
        else
            environments.push_back(std::move(one));
    }
    vector_ = std::make_unique<environment::VectorEnvironment>(
        std::move(environments), environment::training_plan(config), std::max(threads, 1));
}

int NativeVectorEnvironment::observation_size() const { return vector_->spaces().observation_size; }

void NativeVectorEnvironment::write_into(py::array_t<float> observations, py::array_t<double> rewards,
                                         py::array_t<std::uint8_t> terminated,
                                         py::array_t<std::uint8_t> truncated,
                                         py::array_t<float> final_observations) {
    success_or_raise(vector_->write_into({writable(observations), writable(rewards), writable(terminated),
                                          writable(truncated), writable(final_observations)}));
    kept_ = {observations, rewards, terminated, truncated, final_observations};
}

void NativeVectorEnvironment::reset() {
    const py::gil_scoped_release released;
    success_or_raise(vector_->reset());
}

void NativeVectorEnvironment::step(const py::array_t<std::int32_t>& actions) { repeat(actions, 1); }

void NativeVectorEnvironment::repeat(const py::array_t<std::int32_t>& actions, int count) {
    const std::span<const int> indices = readable(actions);
    const int sizes[] = {5, 5, 3};
    for (std::size_t i = 0; i < indices.size(); ++i)
        if (indices[i] < 0 || indices[i] >= sizes[i % 3])
            throw py::value_error("actions lie in MultiDiscrete[5, 5, 3]; entry " + std::to_string(i) +
                                  " is " + std::to_string(indices[i]));
    const py::gil_scoped_release released;
    for (int i = 0; i < count; ++i) success_or_raise(vector_->step(indices));
}

}  // namespace trimtab::python
