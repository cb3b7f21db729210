// SPDX-License-Identifier: GPL-3.0-or-later
#include <pybind11/stl.h>

#include "app/python/native_environment.h"

namespace py = pybind11;
using namespace trimtab::python;

PYBIND11_MODULE(_trimtab, module) {
    module.doc() = "The engine of Trimtab; use the classes of the package instead.";

    py::class_<NativeEnvironment>(module, "Environment")
        .def(py::init<const std::string&, const std::vector<std::string>&>(), py::arg("config_file"),
             py::arg("overrides"))
        .def("observation_table", &NativeEnvironment::observation_table)
        .def("patterns", &NativeEnvironment::patterns)
        .def("reset", &NativeEnvironment::reset, py::arg("seed"), py::arg("pattern"))
        .def("step", &NativeEnvironment::step, py::arg("action"))
        .def("scaled_observation", &NativeEnvironment::scaled_observation)
        .def("action_mask", &NativeEnvironment::action_mask);

    py::class_<NativeVectorEnvironment>(module, "VectorEnvironment")
        .def(py::init<const std::string&, const std::vector<std::string>&, int, int, std::uint64_t, bool>(),
             py::arg("config_file"), py::arg("overrides"), py::arg("n"), py::arg("threads"), py::arg("seed"),
             py::arg("raw"))
        .def_property_readonly("observation_size", &NativeVectorEnvironment::observation_size)
        .def("write_into", &NativeVectorEnvironment::write_into, py::arg("observations").noconvert(),
             py::arg("rewards").noconvert(), py::arg("terminated").noconvert(),
             py::arg("truncated").noconvert(), py::arg("final_observations").noconvert())
        .def("reset", &NativeVectorEnvironment::reset)
        .def("step", &NativeVectorEnvironment::step, py::arg("actions").noconvert())
        .def("repeat", &NativeVectorEnvironment::repeat, py::arg("actions").noconvert(), py::arg("count"));

    module.def("evaluate_policy", &evaluate_policy, py::arg("policy"), py::arg("name"),
               py::arg("config_file"), py::arg("overrides"), py::arg("patterns"), py::arg("runs"),
               py::arg("file"));
}
