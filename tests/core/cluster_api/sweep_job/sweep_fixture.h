// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/cluster_api/sweep_job/sweep_manifest.h"

namespace trimtab::tests {

/// A sweep of four rows in a temporary folder.
class SweepFixture {
  public:
    std::filesystem::path root() const { return folder_.path().toStdString(); }

    training::SweepPlan plan(const std::string& kubernetes,
                             const std::string& config = "agent:\n  gamma: 0.9\n",
                             const std::string& sweep = "  name: mine\n  retries: 2\n") const {
        std::ofstream(root() / "a.yaml") << config;
        std::ofstream(root() / "s.yaml")
            << "grid:\n  agent.num_layers: [1, 2]\nset:\n  training.total_steps: 5000\n"
            << "sweep:\n  configs: [a.yaml]\n  seeds: 1..2\n"
            << sweep << "kubernetes:\n"
            << kubernetes;
        auto file = training::read_sweep_file(root() / "s.yaml");
        if (!file) qFatal("%s", file.error().to_string().c_str());
        auto made = training::SweepPlan::make(std::move(*file));
        if (!made) qFatal("%s", made.error().to_string().c_str());
        return std::move(*made);
    }

    static Expected<cluster_api::SweepManifest> manifest(const training::SweepPlan& plan,
                                                         const std::vector<int>& rows = {0, 1, 2, 3},
                                                         const std::string& name_space = "research") {
        return cluster_api::make_sweep_manifest(plan, rows, *training::plan_keys(plan), name_space);
    }

    static constexpr const char* with_volume =
        "  image: registry.example:5000/trimtab:0.1\n  volume_claim: results\n";

  private:
    QTemporaryDir folder_;
};

}  // namespace trimtab::tests
