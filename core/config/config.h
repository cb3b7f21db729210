// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/agent_config.h"
#include "core/config/cluster_config.h"
#include "core/config/environment_config.h"
#include "core/config/evaluation_config.h"
#include "core/config/figures_config.h"
#include "core/config/load_config.h"
#include "core/config/policies_config.h"
#include "core/config/simulator_config.h"
#include "core/config/training_config.h"

namespace trimtab::config {

/// A whole, validated configuration. A field is found in a file under `<section>.<field>`.
struct Config {
    EnvironmentConfig environment;
    SimulatorConfig simulator;
    LoadConfig load;
    AgentConfig agent;
    TrainingConfig training;
    EvaluationConfig evaluation;
    PoliciesConfig policies;
    ClusterConfig cluster;
    FiguresConfig figures;
};

}  // namespace trimtab::config
