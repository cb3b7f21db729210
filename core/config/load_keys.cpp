// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/section_builder.h"

namespace trimtab::config {

const std::vector<std::string>& load_pattern_names() {
    static const std::vector<std::string> names = {"ramp",     "spike", "periodic", "random",
                                                   "constant", "day",   "trace"};
    return names;
}

void add_load_keys(std::vector<ConfigKey>& rows) {
    using L = LoadConfig;
    SectionBuilder<L> section(rows, "load", &Config::load);
    section.text_list("patterns", &L::patterns, load_pattern_names(),
                      "Load patterns, one an episode in turn.");
    section.choice("jitter", &L::jitter, {"none", "mild", "wide"},
                   "How much the seed moves a pattern's peak and times; wide is for tests of a shift.");
    section.choice("profile", &L::profile, {"default", "published", "kisim"},
                   "Which user counts the patterns reach.");
    section.number("min_users", &L::min_users, "users", 0, 1e6, "Users at the low end of a pattern.");
    section.number("max_users", &L::max_users, "users", 0, 1e6, "Users at the high end of a pattern.");
    section.number("constant_users", &L::constant_users, "users", 0, 1e6,
                   "Users of pattern constant; used while constant_rps is 0.");
    section.number("constant_rps", &L::constant_rps, "req/s", 0, 1e6,
                   "Arrivals of pattern constant, independent of responses; 0: constant_users instead.");
    section.text(
        "trace", &L::trace,
        "File of pattern trace; looked for beside this configuration, then in the working directory.");
    section
        .choice("trace_format", &L::trace_format,
                {"auto", "csv", "azure-functions", "locust-history", "prometheus-range", "common-log"},
                "Format of the trace.")
        .advanced = true;
    section.choice("trace_part", &L::trace_part, {"all", "train", "validation", "test"},
                   "Which part of the trace episodes are cut from.");
    section
        .number("trace_train_share", &L::trace_train_share, "", 0, 1,
                "Share of the trace for training; the parts are cut by time.")
        .advanced = true;
    section
        .number("trace_validation_share", &L::trace_validation_share, "", 0, 1,
                "Share of the trace for validation; the rest is for tests.")
        .advanced = true;
    section
        .number("trace_amplitude", &L::trace_amplitude, "", 0.000001, 1e6,
                "Multiplies every value of the trace.")
        .advanced = true;
    section
        .number("trace_keep_share", &L::trace_keep_share, "", 0.000001, 1,
                "Thinning: each request of the trace is kept with this probability.")
        .advanced = true;
}

}  // namespace trimtab::config
