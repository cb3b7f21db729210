// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string>
#include <vector>

namespace trimtab::test_cluster {

/// One accepted change of a Deployment's replicas, or one that was only tried (dry run).
struct ReplicaWrite {
    double cluster_time_s = 0;
    qint64 wall_ms = 0;
    std::string deployment;
    int before = 0;
    int after = 0;
    bool dry_run = false;
    std::string user;
    std::string user_agent;
};

/// Every write in order, so that a test can show that bounds were never left.
using ReplicaHistory = std::vector<ReplicaWrite>;

}  // namespace trimtab::test_cluster
