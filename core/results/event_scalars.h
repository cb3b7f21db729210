// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/results/event_file.h"
#include "core/telemetry/row.h"

namespace trimtab::results {

/// Turns rows into TensorBoard scalars: update and evaluation rows as they are, "<group>/<metric>" and for
/// evaluations "evaluation/<metric>/<pattern>"; episodes as their means since the previous update, over all
/// and a pattern. A file of every episode would be a hundred times as large and draw the same curve.
class EventScalars {
  public:
    /// The scalars to write at `row`; empty for rows that are only counted.
    [[nodiscard]] EventFile::Scalars add(const telemetry::Row& row);

  private:
    std::map<std::string, std::pair<double, double>> sums_;  // tag -> (sum, count) since the last update
};

}  // namespace trimtab::results
