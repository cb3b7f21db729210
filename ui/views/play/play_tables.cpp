// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/play/play_tables.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/environment/observation.h"
#include "core/results/figure_axis.h"
#include "core/results/figure_evaluation.h"
#include "core/training/episode_player.h"
#include "ui/text/number_text.h"

namespace trimtab::ui {

using results::FigureSpec;
using results::ReportTable;

namespace {

struct PlayTexts {
    Q_DECLARE_TR_FUNCTIONS(PlayTexts)
};

std::string utf8(const QString& translated) { return translated.toStdString(); }

std::string number(double value, int decimals) { return numberText(value, decimals).toStdString(); }

std::string shortNumber(double value) {
    return std::isfinite(value) ? results::format_number(value, 4) : std::string("\u2013");
}

std::string placementName(cluster::Placement placement) {
    return environment::action_table()[2].values[static_cast<std::size_t>(placement)];
}

/// "gpu_delta +1 (81 %), ...": the likeliest choice of every head with its probability.
std::string likeliest(const std::vector<std::vector<double>>& probabilities) {
    std::string text;
    for (std::size_t head = 0; head < probabilities.size() && head < 3; ++head) {
        const auto& p = probabilities[head];
        if (p.empty()) continue;
        const auto best = static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
        const auto& table = environment::action_table()[head];
        if (!text.empty()) text += ", ";
        text += table.name;
        text += " " + table.values[best] + " (" + number(100 * p[best], 0) + " %)";
    }
    return text;
}

}  // namespace

ReportTable observationTable(const environment::KubernetesEnvironment& state) {
    results::ReportTable table;
    table.header = {utf8(PlayTexts::tr("Observation")), utf8(PlayTexts::tr("Value")),
                    utf8(PlayTexts::tr("Unit")), utf8(PlayTexts::tr("Range")),
                    utf8(PlayTexts::tr("Meaning"))};
    const auto fields = environment::observation_table(state.config().environment);
    const std::vector<float>& values = state.observation();
    for (std::size_t i = 0; i < fields.size() && i < values.size(); ++i)
        table.rows.push_back({fields[i].name, shortNumber(values[i]), fields[i].unit,
                              shortNumber(fields[i].minimum) + " \u2013 " + shortNumber(fields[i].maximum),
                              fields[i].meaning});
    return table;
}

ReportTable rewardTable(const PlaySession& session) {
    const config::EnvironmentConfig& weights = session.config().environment;
    const auto& steps = session.episode().steps();
    struct Component {
        QString name;
        double weight;
        double environment::RewardComponents::*value;
    };
    const Component components[] = {{PlayTexts::tr("Latency improvement"), weights.latency_weight,
                                     &environment::RewardComponents::latency_improvement},
                                    {PlayTexts::tr("Throughput improvement"), weights.throughput_weight,
                                     &environment::RewardComponents::throughput_improvement},
                                    {PlayTexts::tr("Resource efficiency"), weights.resource_efficiency_weight,
                                     &environment::RewardComponents::resource_efficiency},
                                    {PlayTexts::tr("Stability bonus"), weights.stability_weight,
                                     &environment::RewardComponents::stability_bonus}};
    results::ReportTable table;
    table.header = {utf8(PlayTexts::tr("Component")), utf8(PlayTexts::tr("Weight")),
                    utf8(PlayTexts::tr("This step")), utf8(PlayTexts::tr("Adds")),
                    utf8(PlayTexts::tr("Episode"))};
    for (const Component& component : components) {
        double sum = 0;
        for (const training::HandStep& step : steps) sum += step.info.reward.*component.value;
        const double last = steps.empty() ? 0 : steps.back().info.reward.*component.value;
        table.rows.push_back({utf8(component.name), number(component.weight, 2), number(last, 3),
                              number(component.weight * last, 3), number(component.weight * sum, 3)});
    }
    table.rows.push_back({utf8(PlayTexts::tr("Reward")), "", "",
                          number(steps.empty() ? 0 : steps.back().reward, 3),
                          number(session.episode().episode_return(), 3)});
    for (results::ReportCell& cell : table.rows.back()) cell.best = true;
    return table;
}

ReportTable adviceTable(const PlaySession& session) {
    results::ReportTable table;
    table.header = {utf8(PlayTexts::tr("Policy")), utf8(PlayTexts::tr("Would set")),
                    utf8(PlayTexts::tr("Reward")), utf8(PlayTexts::tr("p95 (ms)")),
                    utf8(PlayTexts::tr("Value")),  utf8(PlayTexts::tr("Why"))};
    for (const Advisor& advisor : session.advisors()) {
        std::string name = advisor.name.toStdString();
        if (advisor.policy->clairvoyant()) name += " " + utf8(PlayTexts::tr("(ceiling)"));
        if (!advisor.advice || !*advisor.advice) {
            const std::string text = advisor.advice             ? advisor.advice->error().message
                                     : session.episode().over() ? utf8(PlayTexts::tr("The episode is over."))
                                                                : utf8(PlayTexts::tr("Thinking…"));
            table.rows.push_back({name, text, "", "", "", ""});
            continue;
        }
        const training::Advice& advice = **advisor.advice;
        const std::string would = "GPU " + std::to_string(advice.allocation.replicas_gpu) + ", CPU " +
                                  std::to_string(advice.allocation.replicas_cpu) + ", " +
                                  placementName(advice.allocation.placement);
        table.rows.push_back(
            {name, would, number(advice.reward, 3), number(advice.latency_p95_ms, 0),
             std::isfinite(advice.value) ? number(advice.value, 2) : std::string("\u2013"),
             advice.probabilities.empty() ? advice.reason : likeliest(advice.probabilities)});
    }
    return table;
}

ReportTable scoreTable(const std::vector<PlayScore>& scores) {
    results::ReportTable table;
    table.header = {utf8(PlayTexts::tr("Player")),     utf8(PlayTexts::tr("Return")),
                    utf8(PlayTexts::tr("p95 (ms)")),   utf8(PlayTexts::tr("SLO viol. (%)")),
                    utf8(PlayTexts::tr("Served (%)")), utf8(PlayTexts::tr("Cost (USD)")),
                    utf8(PlayTexts::tr("Scalings"))};
    for (const PlayScore& score : scores) {
        const training::EpisodeResult& r = score.result;
        std::string name = score.name.toStdString();
        if (score.clairvoyant) name += " " + utf8(PlayTexts::tr("(ceiling)"));
        std::vector<results::ReportCell> row{name,
                                             number(r.episode_return, 3),
                                             number(r.latency_p95_ms, 0),
                                             number(100 * r.slo_violations, 0),
                                             number(100 * r.served_share, 1),
                                             number(r.cost_usd, 4),
                                             std::to_string(r.scaling_actions)};
        if (score.person)
            for (results::ReportCell& cell : row) cell.best = true;
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureSpec playTimeline(const PlaySession& session) {
    const training::HandPlayedEpisode& episode = session.episode();
    training::EpisodeResult played;
    played.pattern = episode.episode().pattern;
    played.seed = episode.episode().seed;
    for (const training::HandStep& step : episode.steps())
        played.steps.push_back(training::step_record(step.info, step.reward, {}));
    FigureSpec figure = results::replica_timeline_figure(utf8(PlayTexts::tr("You")), played,
                                                         session.config().environment.slo_ms);
    // The whole episode from the start, so that the picture does not jump with every step.
    const double end_s = session.config().environment.episode_duration;
    for (results::FigurePanel& panel : figure.panels) {
        panel.x.minimum = 0;
        panel.x.maximum = end_s;
    }
    return figure;
}

}  // namespace trimtab::ui
