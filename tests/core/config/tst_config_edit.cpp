// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/config/config_edit.h"
#include "core/config/config_reader.h"
#include "core/config/config_table.h"
#include "core/config/config_value.h"
#include "core/config/config_writer.h"

using namespace trimtab::config;

namespace {

const char* const commented =
    "# mine\n"
    "environment:\n"
    "  profile: default   # the usual\n"
    "\n"
    "agent:\n"
    "  learning_rate: 3e-4\n"
    "  # why not\n"
    "  gamma: 0.99 # discount\n"
    "\n"
    "load:\n"
    "  patterns:\n"
    "    - ramp\n"
    "    - spike\n"
    "  jitter: none\n";

}  // namespace

class TestConfigEdit : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void one_key_changes_and_the_rest_stays_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("value with a comment") << "agent.gamma"
                                              << "0.95"
                                              << "gamma: 0.99 #"
                                              << "gamma: 0.95 #";
        QTest::newRow("as typed") << "agent.learning_rate"
                                  << "1e-3"
                                  << "learning_rate: 3e-4"
                                  << "learning_rate: 1e-3";
        QTest::newRow("not allowed") << "agent.gamma"
                                     << "much"
                                     << "0.99"
                                     << "much";
        QTest::newRow("negative") << "agent.gamma"
                                  << "-1"
                                  << "0.99"
                                  << "-1";
        QTest::newRow("awkward") << "agent.gamma"
                                 << "a: #b"
                                 << "0.99"
                                 << "\"a: #b\"";
        QTest::newRow("list of lines") << "load.patterns"
                                       << "random, ramp"
                                       << "patterns:\n    - ramp\n    - spike\n"
                                       << "patterns: [random, ramp]\n";
        QTest::newRow("new key in its order") << "agent.hidden_size"
                                              << "64"
                                              << "  learning_rate: 3e-4\n"
                                              << "  learning_rate: 3e-4\n  hidden_size: 64\n";
        QTest::newRow("new key first") << "load.max_users"
                                       << "50"
                                       << "  jitter: none\n"
                                       << "  jitter: none\n  max_users: 50\n";
        QTest::newRow("new section") << "training.seed"
                                     << "7"
                                     << "  jitter: none\n"
                                     << "  jitter: none\n\ntraining:\n  seed: 7\n";
    }
    void one_key_changes_and_the_rest_stays() {
        QFETCH(QString, path);
        QFETCH(QString, typed);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto edited = set_in_text(commented, path.toStdString(), typed.toStdString());
        QVERIFY(edited.has_value());
        QCOMPARE(QString::fromStdString(*edited), QString(commented).replace(from, to));
    }

    void a_key_and_its_empty_section_can_be_removed() {
        QCOMPARE(*remove_from_text(commented, "agent.gamma"),
                 QString(commented).remove("  gamma: 0.99 # discount\n").toStdString());
        QCOMPARE(*remove_from_text("agent:\n  gamma: 0.9\nload:\n  jitter: none\n", "agent.gamma"),
                 std::string("load:\n  jitter: none\n"));
        QCOMPARE(*remove_from_text(commented, "training.seed"), std::string(commented));
        QVERIFY(check_config(*remove_from_text("agent:\n  gamma: 0.9\n", "agent.gamma"), "a").issues.empty());
    }

    void a_file_in_flow_style_is_written_anew() {
        const auto edited =
            set_in_text("{\"agent\": {\"gamma\": 0.9, \"device\": \"cpu\"}}", "agent.gamma", "0.8");
        QCOMPARE(*edited,
                 std::string("{\n  \"agent\": {\n    \"gamma\": 0.8,\n    \"device\": \"cpu\"\n  }\n}\n"));
        const auto added = set_in_text("agent: {gamma: 0.9}\n", "training.seeds", "1, 2");
        const auto config = parse_config(*added, "a");
        QVERIFY(config.has_value());
        QCOMPARE(config->training.seeds.size(), std::size_t{2});
        QCOMPARE(config->agent.gamma, 0.9);
    }

    void an_empty_text_gets_its_first_section() {
        QCOMPARE(*set_in_text("", "agent.gamma", "0.9"), std::string("agent:\n  gamma: 0.9\n"));
        QCOMPARE(*set_in_text("# mine\n", "agent.gamma", "0.9"),
                 std::string("# mine\nagent:\n  gamma: 0.9\n"));
    }

    void what_cannot_be_read_is_not_touched() {
        const auto edited = set_in_text("agent:\n  gamma: [0.9\n", "agent.gamma", "0.8");
        QVERIFY(!edited.has_value());
        QVERIFY(edited.error().code == trimtab::ErrorCode::parse_error);
        QVERIFY(!set_in_text("", "agent.nonsense", "1").has_value());
    }

    // Every key set to its own default value, one after another, gives the default configuration, whatever
    // the style.
    void every_key_can_be_set() {
        for (const std::string& start : {std::string(commented), std::string("{\"agent\": {\"gamma\": 0.5}}"),
                                         to_yaml(Config(), {.comments = true})}) {
            std::string text = start;
            for (const ConfigKey& key : config_table()) {
                const std::string value = value_to_text(key.get(Config()));
                const auto edited = set_in_text(text, key.path(), value);
                QVERIFY2(edited.has_value(), key.path().c_str());
                text = *edited;
            }
            const auto config = parse_config(text, "a");
            QVERIFY2(config.has_value(), config ? "" : config.error().message.c_str());
            for (const ConfigDifference& each : diff(Config(), *config))
                QFAIL((each.key + ": " + each.a + " became " + each.b).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestConfigEdit)
#include "tst_config_edit.moc"
