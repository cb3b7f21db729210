// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/expected.h"
#include "core/training/sweep_file.h"

namespace trimtab::cluster_api {

/// What a server would refuse in section `kubernetes`, found before anything is sent: names by RFC 1123,
/// quantities, the image's reference. The error lists every issue. `name_space` is where it would go.
[[nodiscard]] Expected<void> check_sweep_names(const training::SweepFile& file,
                                               const std::string& name_space);

/// Empty, or why it is no RFC 1123 subdomain (names of most objects, at most 253 characters).
[[nodiscard]] std::string subdomain_problem(const std::string& name);

/// Empty, or why it is no positive resource quantity ("500m", "2Gi").
[[nodiscard]] std::string quantity_problem(const std::string& quantity);

/// Empty, or why it is no reference of a container image ("registry.example:5000/trimtab:0.1").
[[nodiscard]] std::string image_problem(const std::string& image);

}  // namespace trimtab::cluster_api
