// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <set>

#include "core/config/config_table.h"
#include "core/config/config_value.h"
#include "core/config/nearest_name.h"

using namespace trimtab::config;

class TestConfigTable : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void every_key_is_documented_once() {
        std::set<std::string> paths;
        for (const ConfigKey& key : config_table()) {
            QVERIFY2(paths.insert(key.path()).second, key.path().c_str());
            QVERIFY2(key.help.size() > 4 && key.help.back() == '.', key.path().c_str());
            QCOMPARE(find_key(key.path()), &key);
        }
        for (const ConfigSection& section : config_sections()) {
            const bool used = std::any_of(config_table().begin(), config_table().end(),
                                          [&](const ConfigKey& key) { return key.section == section.name; });
            QVERIFY2(used, section.name.c_str());
        }
    }

    void every_default_is_allowed_and_survives_a_file() {
        const Config defaults;
        for (const ConfigKey& key : config_table()) {
            const auto value = value_from_text(key, value_to_text(key.get(defaults)));
            QVERIFY2(value.has_value(), (key.path() + " " + (value ? "" : value.error().message)).c_str());
            QVERIFY2(*value == key.get(defaults), key.path().c_str());
        }
    }

    void setting_a_key_changes_that_key_alone() {
        const Config defaults;
        for (const ConfigKey& key : config_table()) {
            Config changed;
            key.set(changed, another_value(key, key.get(defaults)));
            for (const ConfigKey& other : config_table()) {
                const bool equal = other.get(changed) == other.get(defaults);
                QVERIFY2(equal == (&other != &key), (key.path() + " / " + other.path()).c_str());
            }
        }
    }

    void nearest_key_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("missing letter") << "agent.gama"
                                        << "agent.gamma";
        QTest::newRow("swapped letters") << "agent.laerning_rate"
                                         << "agent.learning_rate";
        QTest::newRow("no section") << "learning_rte"
                                    << "agent.learning_rate";
        QTest::newRow("section misspelt") << "trainig.seed"
                                          << "training.seed";
    }
    void nearest_key() {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        QCOMPARE(QString::fromStdString(trimtab::config::nearest_key(typed.toStdString())), meant);
    }

    void edit_distance_counts_edits() {
        QCOMPARE(edit_distance("", ""), 0U);
        QCOMPARE(edit_distance("kitten", "sitting"), 3U);
        QCOMPARE(edit_distance("gamma", "gmama"), 1U);
        QCOMPARE(edit_distance("train", "tarin"), 1U);
        QCOMPARE(edit_distance("abc", ""), 3U);
    }

    void a_far_name_is_not_suggested() {
        QCOMPARE(likely_name("trian", {"train", "evaluate"}), std::string("train"));
        QCOMPARE(likely_name("zzzzz", {"train", "evaluate"}), std::string());
        QCOMPARE(likely_name("x", {}), std::string());
    }

    void numbers_have_a_short_text() {
        QCOMPARE(format_number(0.1), std::string("0.1"));
        QCOMPARE(format_number(1e6), std::string("1000000"));
        QCOMPARE(format_number(3e-4), std::string("0.0003"));
        QCOMPARE(format_number(1e-9), std::string("1e-09"));
        QCOMPARE(format_number(0.30000000000000004), std::string("0.30000000000000004"));
    }

  private:
    static ConfigValue another_value(const ConfigKey& key, const ConfigValue& value) {
        if (const auto* flag = std::get_if<bool>(&value)) return !*flag;
        if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole + 1;
        if (const auto* number = std::get_if<double>(&value)) return *number + 1;
        if (std::holds_alternative<std::vector<std::string>>(value)) return std::vector<std::string>{"csv"};
        if (std::holds_alternative<std::vector<std::int64_t>>(value)) return std::vector<std::int64_t>{77};
        for (const std::string& choice : key.choices)
            if (choice != std::get<std::string>(value)) return choice;
        return std::string("other");
    }
};

QTEST_APPLESS_MAIN(TestConfigTable)
#include "tst_config_table.moc"
