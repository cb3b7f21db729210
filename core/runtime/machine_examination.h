// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster_api/live/doctor.h"
#include "core/config/config.h"

namespace trimtab::runtime {

/// The doctor's look at this machine, in an instant: the libraries, the BLAS that computes, the device that
/// agent.device takes, the memory that is free within the limit of a container. Findings of the connection
/// "Machine". True: everything passed. Any thread.
[[nodiscard]] bool examine_machine(const config::Config& config, const cluster_api::DoctorSink& sink);

}  // namespace trimtab::runtime
