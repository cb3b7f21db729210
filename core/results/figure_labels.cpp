// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_labels.h"

#include <array>
#include <cctype>
#include <utility>

#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

constexpr std::array unit_suffixes{std::string_view("_ms"), std::string_view("_rps"),
                                   std::string_view("_usd"), std::string_view("_wh")};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> capitals{{{"gpu", "GPU"},
                                                                                 {"cpu", "CPU"},
                                                                                 {"slo", "SLO"},
                                                                                 {"kl", "KL"},
                                                                                 {"coef", "coefficient"},
                                                                                 {"approx", "approximate"},
                                                                                 {"per", "per"}}};

std::string capitalized(std::string word) {
    for (const auto& [plain, shown] : capitals)
        if (word == plain) return std::string(shown);
    return word;
}

}  // namespace

std::string metric_label(int id) {
    if (id == telemetry::metric::steps_per_s) return "Training speed";
    std::string_view name = telemetry::metric_info(id).name;
    for (const std::string_view suffix : unit_suffixes)
        if (name.ends_with(suffix)) name.remove_suffix(suffix.size());
    std::string out;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('_'), name.size());
        if (!out.empty()) out += ' ';
        out += capitalized(std::string(name.substr(0, end)));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    if (!out.empty()) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return out;
}

FigureAxis metric_axis(int id) {
    FigureAxis axis;
    axis.label = metric_label(id);
    axis.unit = telemetry::metric_info(id).unit;
    return axis;
}

std::string legend_name(std::string_view name) { return name.empty() ? "all" : std::string(name); }

}  // namespace trimtab::results
