// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/config/config_reader.h"
#include "core/config/config_writer.h"

using namespace trimtab::config;

class TestConfigWriter : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void what_is_written_is_read_back_data() {
        QTest::addColumn<QStringList>("overrides");
        QTest::newRow("defaults") << QStringList();
        QTest::newRow("day") << QStringList{"environment.profile=day", "agent.gamma=0.95"};
        QTest::newRow("annealed") << QStringList{"agent.learning_rate=0.001", "agent.learning_rate_final=0"};
        QTest::newRow("final at its default, start moved")
            << QStringList{"agent.entropy_coef=0.03", "agent.entropy_coef_final=0.01"};
        QTest::newRow("final with its start") << QStringList{"agent.entropy_coef=0.03"};
        QTest::newRow("awkward texts")
            << QStringList{"load.trace=a b: #c \"d\" \\ é", "environment.namespace=null",
                           "training.init_from=- x", "environment.locust_url=1.5"};
        QTest::newRow("lists") << QStringList{"training.seeds=9007199254740991,0", "load.patterns=day",
                                              "evaluation.policies=[]"};
        QTest::newRow("odd numbers") << QStringList{"agent.gamma=0.30000000000000004",
                                                    "agent.learning_rate=1e-9"};
    }
    void what_is_written_is_read_back() {
        QFETCH(QStringList, overrides);
        std::vector<std::string> set;
        for (const QString& text : overrides) set.push_back(text.toStdString());
        const auto config = parse_config("training: {threads: 1}", "a", set);
        QVERIFY2(config.has_value(), config ? "" : config.error().message.c_str());
        for (const YamlOptions options :
             {YamlOptions{false, false}, {true, false}, {false, true}, {true, true}})
            expect_same(*config, to_yaml(*config, options));
        expect_same(*config, to_json(*config));
        expect_same(*config, to_json(*config, -1));
        const auto pretty = nlohmann::ordered_json::parse(to_json(*config));
        QCOMPARE(to_json(*config, -1), pretty.dump());  // every recorded hash rests on this text
    }

    void only_differences_stay_short() {
        const auto config = parse_config("environment: {profile: day}\nagent: {gamma: 0.95}\n", "a");
        QCOMPARE(to_yaml(*config, {.only_differences = true}),
                 std::string("environment:\n  profile: day\nagent:\n  gamma: 0.95\n"));
    }

    void comments_tell_help_unit_and_range() {
        const std::string text = to_yaml(Config(), {.comments = true});
        QVERIFY(
            text.find("# Discount of future rewards, a step. It is a number from 0 to 1.\n  gamma: 0.99\n") !=
            std::string::npos);
        QVERIFY(text.find("from 1 to 3600 s.\n  action_interval: 30\n") != std::string::npos);
    }

    void json_is_json() {
        const QByteArray text = QByteArray::fromStdString(to_json(Config()));
        const QJsonObject object = QJsonDocument::fromJson(text).object();
        QCOMPARE(object["agent"]["gamma"].toDouble(), 0.99);
        QCOMPARE(object["environment"]["reward"].toString(), QString("default"));
        QVERIFY(text.indexOf("\"environment\"") < text.indexOf("\"agent\""));
    }

    void the_hash_is_of_the_values() {
        const auto a = parse_config("agent: {gamma: 0.9}\n", "a");
        const auto b = parse_config("{\"agent\": {\"gamma\": 9e-1}}", "b");
        const auto c = parse_config("agent: {gamma: 0.91}\n", "c");
        QCOMPARE(config_hash(*a), config_hash(*b));
        QVERIFY(config_hash(*a) != config_hash(*c));
        QCOMPARE(config_hash(*a).size(), 64U);
    }

    void differences_are_listed() {
        const auto b = parse_config("load: {patterns: [ramp]}\nagent: {gamma: 0.9}\n", "b");
        const auto list = diff(Config(), *b);
        QCOMPARE(list.size(), 2U);
        QCOMPARE(list[0].key, std::string("load.patterns"));
        QCOMPARE(list[0].a, std::string("[ramp, spike, periodic, random]"));
        QCOMPARE(list[0].b, std::string("[ramp]"));
        QCOMPARE(list[1].key, std::string("agent.gamma"));
        QCOMPARE(list[1].b, std::string("0.9"));
        QVERIFY(diff(*b, *b).empty());
    }

  private:
    static void expect_same(const Config& config, const std::string& text) {
        const auto again = parse_config(text, "written");
        QVERIFY2(again.has_value(), again ? "" : (again.error().message + "\n" + text).c_str());
        const auto differences = diff(config, *again);
        QVERIFY2(differences.empty(),
                 differences.empty()
                     ? ""
                     : (differences[0].key + ": " + differences[0].a + " / " + differences[0].b).c_str());
    }
};

QTEST_APPLESS_MAIN(TestConfigWriter)
#include "tst_config_writer.moc"
