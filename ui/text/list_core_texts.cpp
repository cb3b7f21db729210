// SPDX-License-Identifier: GPL-3.0-or-later
// list_core_texts FILE: writes what the tables of core say as a source that lupdate reads, so that core needs
// no Qt and no text is listed twice.
#include <array>
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <string_view>

#include "core/agent/policy_factory.h"
#include "core/config/config_table.h"
#include "core/environment/observation.h"
#include "core/telemetry/metric_registry.h"

namespace {

using namespace trimtab;

// Headings and verdicts of the tables of a comparison, which core writes where it needs them.
constexpr std::array report_words{
    "Policy",
    "Pattern",
    "Baseline",
    "Mean",
    "Std",
    "Min",
    "Max",
    "IQM",
    "Criterion",
    "Value",
    "Result",
    "Best baseline",
    "Its return",
    "Planner's return",
    "Share closed",
    "Cost of an episode (USD)",
    "Return above the statics'",
    "Share of cost saved",
    "better",
    "worse",
    "no difference",
    "not judged",
    "none",
    "met",
    "not met",
    "all",
    "Panel",
    "Series",
    "Low",
    "High",
    "Configuration",
    "Runs",
    "Verdicts by episode return: is the policy better or worse than the baseline?",
    "Paired difference in episode return, policy minus baseline, with its interval.",
    "Resources over all load patterns, of an episode: means with intervals.",
    "Episode return by load pattern: means with intervals.",
    "Every policy on every load pattern: means of an episode with intervals."};

// The steps of an examination of the machine and the connections.
constexpr std::array doctor_steps{"Machine", "libraries", "memory",     "address",  "name",
                                  "port",    "identity",  "permission", "workload", "pods",
                                  "bounds",  "ownership", "lease",      "load"};

std::set<std::string> core_texts() {
    std::set<std::string> texts(report_words.begin(), report_words.end());
    texts.insert(doctor_steps.begin(), doctor_steps.end());
    for (const agent::PolicyEntry& policy : agent::policy_table()) texts.insert(policy.description);
    for (const config::ConfigSection& section : config::config_sections()) texts.insert(section.help);
    for (const config::ConfigKey& key : config::config_table()) {
        texts.insert(key.help);
        texts.insert(key.unit);
    }
    for (const telemetry::Metric& metric : telemetry::metric_table()) {
        texts.insert(std::string(metric.meaning));
        texts.insert(std::string(metric.unit));
    }
    config::EnvironmentConfig extended;
    extended.extended_observation = true;
    for (const auto& field : environment::observation_table(extended)) {
        texts.insert(field.meaning);
        texts.insert(field.unit);
    }
    texts.erase(std::string());
    return texts;
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + "\"";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("list_core_texts: name the file to write\n", stderr);
        return 2;
    }
    std::ofstream out(argv[1]);
    for (const std::string& text : core_texts())
        out << "QT_TRANSLATE_NOOP(\"CoreTexts\", " << quoted(text) << ")\n";
    return out.flush() ? 0 : 1;
}
