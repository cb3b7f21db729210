// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::statistics {

/// Indices of the points that no other point beats: at most as large in every coordinate and smaller in one.
/// All coordinates are minimised; equal points stay together. Error: points of different lengths, or a value
/// that is not finite.
[[nodiscard]] Expected<std::vector<std::size_t>> pareto_front(std::span<const std::vector<double>> points);

}  // namespace trimtab::statistics
