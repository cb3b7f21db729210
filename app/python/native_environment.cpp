// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/python/native_environment.h"

#include <algorithm>

#include "app/step_json.h"
#include "core/config/config_reader.h"
#include "core/environment/make_environment.h"
#include "core/environment/observation.h"

namespace trimtab::python {

namespace py = pybind11;

void raise(const Error& error) {
    const bool bad_input = error.code == ErrorCode::invalid_argument ||
                           error.code == ErrorCode::parse_error || error.code == ErrorCode::not_found ||
                           error.code == ErrorCode::unsupported;
    if (bad_input) throw py::value_error(error.to_string());
    throw std::runtime_error(error.to_string());
}

config::Config read_config(const std::string& file, const std::vector<std::string>& overrides) {
    return value_or_raise(config::load_config({file, overrides}));
}

NativeEnvironment::NativeEnvironment(const std::string& config_file,
                                     const std::vector<std::string>& overrides) {
    const config::Config config = read_config(config_file, overrides);
    const py::gil_scoped_release released;
    environment_ = value_or_raise(environment::make_environment(config));
}

py::list NativeEnvironment::observation_table() const {
    py::list table;
    for (const environment::ObservationField& field :
         environment::observation_table(environment_->config().environment)) {
        py::dict entry;
        entry["name"] = field.name;
        entry["unit"] = field.unit;
        entry["minimum"] = field.minimum;
        entry["maximum"] = field.maximum;
        entry["meaning"] = field.meaning;
        table.append(entry);
    }
    return table;
}

std::vector<std::string> NativeEnvironment::patterns() const { return environment_->config().load.patterns; }

std::string NativeEnvironment::reset(std::uint64_t seed, const std::string& pattern) {
    const py::gil_scoped_release released;
    std::vector<float> input(static_cast<std::size_t>(environment_->spaces().observation_size));
    success_or_raise(environment_->reset({seed, pattern}, input));
    return app::reset_line(*environment_);
}

std::string NativeEnvironment::step(const std::vector<int>& action) {
    const py::gil_scoped_release released;
    const environment::Action move = value_or_raise(environment::make_action(action));
    return app::step_line(*environment_, value_or_raise(environment_->step(move)));
}

py::array_t<float> NativeEnvironment::scaled_observation() const {
    py::array_t<float> out(environment_->spaces().observation_size);
    environment_->write_input({out.mutable_data(), static_cast<std::size_t>(out.size())});
    return out;
}

py::array_t<std::uint8_t> NativeEnvironment::action_mask() const {
    int size = 0;
    for (const int n : environment_->spaces().action_sizes) size += n;
    py::array_t<std::uint8_t> mask(size);
    environment_->action_mask({mask.mutable_data(), static_cast<std::size_t>(size)});
    return mask;
}

}  // namespace trimtab::python
