// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/reward_panel.h"

#include "core/telemetry/metric_registry.h"
#include "ui/settings/theme.h"
#include "ui/text/core_text.h"

namespace trimtab::ui {
namespace {

namespace metric = telemetry::metric;
using telemetry::RowKind;

CurvePlan ofPatterns(RowKind kind, int id, bool smoothable) {
    CurvePlan plan{kind, id, {}, {}, smoothable};
    plan.byPattern = true;
    return plan;
}

CurvePlan ofUpdate(int id) { return {RowKind::update, id, {}, seriesColor(0), false}; }

}  // namespace

RewardPanel::RewardPanel(ChartTools& tools, ShownRuns& shown, QWidget* parent)
    : ChartsPanel(tools, shown, parent) {
    setObjectName(QStringLiteral("rewardPanel"));
    addChart(tr("Episode return"), {}, {ofPatterns(RowKind::episode, metric::episode_return, true)})
        ->setToolTip(
            tr("Sum of the rewards of an episode while training, with actions that are drawn, not chosen"));
    CurvePlan all{RowKind::evaluation, metric::evaluation_return, tr("all"), seriesColor(6), false};
    addChart(tr("Evaluation return"), {},
             {ofPatterns(RowKind::evaluation, metric::evaluation_return, false), all})
        ->setToolTip(
            tr("Mean return of the greedy policy on validation episodes, which training never meets"));
    const std::pair<int, QString> components[] = {
        {metric::latency_improvement, tr("Latency improvement")},
        {metric::throughput_improvement, tr("Throughput improvement")},
        {metric::resource_efficiency, tr("Resource efficiency")},
        {metric::stability_bonus, tr("Stability bonus")}};
    for (const auto& [id, title] : components)
        addChart(title, {}, {ofPatterns(RowKind::episode, id, true)})
            ->setToolTip(tr("Component of the reward, unweighted, summed over an episode"));
    follow();
}

DiagnosticsPanel::DiagnosticsPanel(ChartTools& tools, ShownRuns& shown, QWidget* parent)
    : ChartsPanel(tools, shown, parent) {
    setObjectName(QStringLiteral("diagnosticsPanel"));
    const std::pair<int, QString> plans[] = {{metric::policy_loss, tr("Policy loss")},
                                             {metric::value_loss, tr("Value loss")},
                                             {metric::entropy, tr("Entropy")},
                                             {metric::approx_kl, tr("Approximate KL")},
                                             {metric::clip_fraction, tr("Clip fraction")},
                                             {metric::explained_variance, tr("Explained variance")},
                                             {metric::gradient_norm, tr("Gradient norm")},
                                             {metric::learning_rate, tr("Learning rate")},
                                             {metric::steps_per_s, tr("Speed")}};
    for (const auto& [id, title] : plans) {
        const telemetry::Metric& info = telemetry::metric_info(id);
        addChart(title, coreText(info.unit), {ofUpdate(id)})->setToolTip(coreText(info.meaning));
    }
    follow();
}

}  // namespace trimtab::ui
