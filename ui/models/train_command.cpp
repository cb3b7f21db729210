// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/train_command.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "core/config/config_value.h"
#include "core/config/config_writer.h"

namespace trimtab::ui {
namespace {

struct RewardFormulaTexts {
    Q_DECLARE_TR_FUNCTIONS(RewardFormulaTexts)
};

QString weighted(double weight, const char* component) {
    return QStringLiteral("<b>%1</b>&nbsp;%2")
        .arg(QString::fromStdString(config::format_number(weight)), QLatin1String(component));
}

}  // namespace

QString shellWord(const QString& text) {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=,@%+-]+$"));
    if (plain.match(text).hasMatch()) return text;
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QLatin1String("'\\''")) +
           QLatin1Char('\'');
}

QString trainCommandLine(const ExperimentDocument& document, std::uint64_t seed, const QString& resultsDir) {
    QStringList words{QStringLiteral("trimtab"), QStringLiteral("train")};
    const config::Config& config = document.config();
    if (!document.file().isEmpty()) words << QStringLiteral("--config") << shellWord(document.file());
    const config::Config base = document.savedConfig();
    const bool profile = base.environment.profile != config.environment.profile;
    if (profile || (document.file().isEmpty() && config.environment.profile != "default"))
        words << QStringLiteral("--profile") << QString::fromStdString(config.environment.profile);
    for (const config::ConfigDifference& difference : config::diff(base, config)) {
        if (difference.key == "training.seed" || difference.key == "environment.profile") continue;
        words << QStringLiteral("--set")
              << shellWord(QString::fromStdString(difference.key + "=" + difference.b));
    }
    words << QStringLiteral("--seed") << QString::number(seed);
    if (!resultsDir.isEmpty()) words << QStringLiteral("--results-dir") << shellWord(resultsDir);
    return words.join(QLatin1Char(' '));
}

results::TrainingRequest trainingRequest(const ExperimentDocument& document, std::uint64_t seed,
                                         const QString& resultsDir) {
    results::TrainingRequest request;
    request.config = document.runConfig();
    request.config.training.seed = seed;
    request.results_dir = resultsDir.toStdString();
    request.command_line = trainCommandLine(document, seed, resultsDir).toStdString();
    return request;
}

QString rewardFormula(const config::EnvironmentConfig& e) {
    const QString sum = weighted(e.latency_weight, "latency_improvement") + QStringLiteral(" + ") +
                        weighted(e.throughput_weight, "throughput_improvement") + QStringLiteral(" + ") +
                        weighted(e.resource_efficiency_weight, "resource_efficiency") +
                        QStringLiteral(" + ") + weighted(e.stability_weight, "stability_bonus");
    switch (e.reward) {
        case config::RewardForm::standard:
            return RewardFormulaTexts::tr("reward = %1").arg(sum);
        case config::RewardForm::kisim:
            return RewardFormulaTexts::tr(
                       "reward = %1, less 0.5 above 90 % CPU; the original project's form, which pays the "
                       "most replicas "
                       "most of all")
                .arg(sum);
        case config::RewardForm::kisim_advanced:
            return RewardFormulaTexts::tr(
                       "reward = %1; the original project's second form, with the best baseline of each "
                       "pattern")
                .arg(sum);
    }
    return sum;
}

}  // namespace trimtab::ui
