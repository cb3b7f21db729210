// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace trimtab::config {

enum class LoadJitter { none, mild, wide };
enum class LoadProfile { standard, published, kisim };  ///< spelt default, published, kisim in files
enum class TracePart { all, train, validation, test };

/// Section `load`: what traffic the workload meets (SIMULATOR 3, DESIGN 3.3).
struct LoadConfig {
    std::vector<std::string> patterns = {
        "ramp", "spike", "periodic", "random"};  ///< rotated episode by episode; also constant, day, trace
    LoadJitter jitter = LoadJitter::mild;
    LoadProfile profile = LoadProfile::standard;
    double min_users = 10;
    double max_users = 100;
    double constant_users = 40;  ///< pattern `constant`, closed loop, when constant_rps is 0
    double constant_rps = 0;     ///< pattern `constant`, open loop, req/s
    std::string trace;           ///< file of pattern `trace`
    std::string trace_format =
        "auto";  ///< auto, csv, azure-functions, locust-history, prometheus-range, common-log
    TracePart trace_part = TracePart::all;
    double trace_train_share = 0.6;       ///< cut by time, in this order
    double trace_validation_share = 0.2;  ///< the rest is test
    double trace_amplitude = 1;           ///< multiplies every value
    double trace_keep_share = 1;          ///< thinning: each request is kept with this probability
};

}  // namespace trimtab::config
