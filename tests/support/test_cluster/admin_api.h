// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_cluster/http_connection.h"

namespace trimtab::test_cluster {

class TestCluster;

/// How a test steers the program from outside, as JSON over HTTP:
/// GET /state, /writes (replica history), /calls (every request with its fault);
/// POST /advance?seconds=30, /scale?pool=gpu&replicas=7 (somebody else), /users?count=40,
/// /fault?rule=... (see parse_fault_rule), /clear-faults, /compact, /finish-watches, /stop-scraping.
void handle_admin(TestCluster& cluster, const HttpRequest& request, HttpConnection& connection);

}  // namespace trimtab::test_cluster
