// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include "core/config/config_reader.h"
#include "core/config/config_schema.h"

using namespace trimtab::config;

class TestShippedConfigs : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void every_file_loads_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"default.yaml", "day.yaml", "quick.yaml", "kisim.json", "production.yaml"})
            QTest::newRow(name) << name;
    }
    void every_file_loads() {
        QFETCH(QString, name);
        const auto config = load(name);
        QVERIFY2(config.has_value(), config ? "" : config.error().to_string().c_str());
    }

    void the_default_experiment_is_the_reference_one() {
        const auto config = load("default.yaml");
        QVERIFY(config->environment.extended_observation);
        QCOMPARE(config->agent.entropy_coef, 0.08);
        QCOMPARE(config->agent.value_coef, 0.1);
        QCOMPARE(config->agent.entropy_coef_final, 0.0);
        QCOMPARE(config->agent.learning_rate_final, 0.0);
        QCOMPARE(config->agent.time_limit_bootstrap, false);
        const auto episodes = config->training.total_steps / 10;
        const auto checkpoints = episodes / config->training.checkpoint_interval_episodes;
        QVERIFY(checkpoints >= 24 && checkpoints <= 60);
    }

    void the_day_bootstraps_and_staggers() {
        const auto config = load("day.yaml");
        QCOMPARE(config->environment.episode_duration, 3600.0);
        QCOMPARE(config->agent.gamma, 0.95);
        QVERIFY(config->agent.time_limit_bootstrap);
        QVERIFY(config->training.stagger_starts);
    }

    void kisim_is_the_original_run() {
        const auto config = load("kisim.json");
        QCOMPARE(config->environment.reward, RewardForm::kisim);
        QCOMPARE(config->training.total_episodes, std::int64_t{100});
        QCOMPARE(config->training.n_envs, 1);
        QCOMPARE(config->agent.update_interval_episodes, 10);
        QCOMPARE(config->training.checkpoint_interval_episodes, 10);
        QCOMPARE(config->training.evaluation_interval_episodes, 20);
    }

    void production_is_live() { QCOMPARE(load("production.yaml")->cluster.backend, BackendKind::live); }

    /// To renew the file: trimtab config schema > configs/schema/config.schema.json
    void the_schema_file_is_the_generated_one() {
        QFile file(QString(TRIMTAB_SOURCE_DIR) + "/configs/schema/config.schema.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray::fromStdString(config_schema()));
    }

  private:
    static trimtab::Expected<Config> load(const QString& name) {
        return load_config({(QString(TRIMTAB_SOURCE_DIR) + "/configs/" + name).toStdString(), {}});
    }
};

QTEST_APPLESS_MAIN(TestShippedConfigs)
#include "tst_shipped_configs.moc"
