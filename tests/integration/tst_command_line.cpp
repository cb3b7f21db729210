// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/command_line.h"
#include "app/command_table.h"
#include "app/completion.h"
#include "app/exit_code.h"
#include "app/help_page.h"
#include "core/agent/policy_factory.h"
#include "core/config/config_table.h"
#include "core/load/load_pattern.h"

using namespace trimtab;
using namespace trimtab::app;

class TestCommandLine : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void words_are_sorted_into_options_and_positionals() {
        const auto parsed =
            parse({"config", "diff", "a.yaml", "--set", "x.y=1", "b.yaml", "--set=z=-2", "--json"});
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
        QCOMPARE(parsed->path, (std::vector<std::string>{"config", "diff"}));
        QCOMPARE(parsed->arguments.positionals(), (std::vector<std::string>{"a.yaml", "b.yaml"}));
        QCOMPARE(parsed->arguments.all("--set"), (std::vector<std::string>{"x.y=1", "z=-2"}));
        QVERIFY(parsed->arguments.has("--json"));
    }

    void global_options_stand_anywhere() {
        QCOMPARE(parse({"--log-level", "debug", "config", "schema"})->arguments.text("--log-level"),
                 std::string("debug"));
        QCOMPARE(parse({"config", "schema", "--log-level", "error"})->arguments.text("--log-level"),
                 std::string("error"));
    }

    void a_positional_may_be_the_name_of_a_command() {
        const auto parsed = parse({"help", "config", "check"});
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->path, std::vector<std::string>{"help"});
        QCOMPARE(parsed->arguments.positionals(), (std::vector<std::string>{"config", "check"}));
    }

    void mistakes_are_usage_errors_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QStringList& words, const char* message) {
            QTest::newRow(name) << words << QString(message);
        };
        row("unknown command", {"trian", "--config", "a"},
            "'trian' is not a command of trimtab; did you mean 'train'?");
        row("far command", {"xyzzyx"}, "'xyzzyx' is not a command of trimtab. See trimtab --help.");
        row("unknown subcommand", {"config", "chekc"},
            "'chekc' is not a command of trimtab config; did you mean 'check'?");
        row("unknown option", {"train", "--sede", "1"},
            "'--sede' is not an option of trimtab train; did you mean '--seed'?");
        row("unknown option with value", {"train", "--confg=a"}, "did you mean '--config'?");
        row("not a number", {"train", "--seed", "x"},
            "--seed must be a whole number from 0 to 9007199254740991, not 'x'");
        row("negative number", {"env", "--seed", "-1"}, "--seed must be a whole number");
        row("out of range", {"evaluate", "--runs", "0"},
            "--runs must be a whole number from 1 to 1000, not '0'");
        row("unknown choice", {"env", "--profile", "dya"}, "not 'dya'; did you mean 'day'?");
        row("given twice", {"train", "--seed", "1", "--seed", "2"}, "--seed is given 2 times; give it once");
        row("value missing", {"train", "--seed"}, "--seed");
        row("positional missing", {"config", "check"}, "FILE is missing");
        row("one too many", {"config", "diff", "a", "b", "c"}, "'c' is one word too many");
    }
    void mistakes_are_usage_errors() {
        QFETCH(QStringList, words);
        QFETCH(QString, message);
        std::vector<std::string> list;
        for (const QString& word : words) list.push_back(word.toStdString());
        const auto parsed = parse(list);
        QVERIFY(!parsed);
        QCOMPARE(exit_code(parsed.error().code), exit_usage);
        QVERIFY2(QString::fromStdString(parsed.error().message).contains(message),
                 parsed.error().message.c_str());
    }

    void help_is_not_refused_for_what_is_missing() {
        const auto parsed = parse({"config", "check", "--help"});
        QVERIFY(parsed.has_value());
        QVERIFY(parsed->arguments.has("--help"));
    }

    void exit_codes_are_those_of_the_design() {
        QCOMPARE(exit_code(ErrorCode::invalid_argument), 2);
        QCOMPARE(exit_code(ErrorCode::parse_error), 2);
        QCOMPARE(exit_code(ErrorCode::not_found), 2);
        QCOMPARE(exit_code(ErrorCode::unsupported), 2);
        QCOMPARE(exit_code(ErrorCode::io_error), 1);
        QCOMPARE(exit_code(ErrorCode::numeric_error), 1);
        QCOMPARE(exit_code(ErrorCode::conflict), 1);
        QCOMPARE(exit_code(ErrorCode::internal), 1);
        QCOMPARE(exit_code(ErrorCode::unavailable), 3);
        QCOMPARE(exit_code(ErrorCode::permission_denied), 3);
        QCOMPARE(exit_code(ErrorCode::cancelled), 130);
    }

    void every_page_comes_from_the_table() {
        std::string man;
        for (const char c : man_page())
            if (c != '\\') man += c;
        const std::string bash = bash_completion();
        const std::string zsh = zsh_completion();
        const std::string fish = fish_completion();
        for (const Command& command : command_table()) {
            const std::string page = help_page(command, {command.name});
            if (command.hidden) continue;
            QVERIFY2(help_page().find("  " + command.name + " ") != std::string::npos, command.name.c_str());
            for (const OptionSpec& option : command.options) {
                QVERIFY2(page.find(option.name) != std::string::npos, option.name.c_str());
                QVERIFY2(man.find(option.name) != std::string::npos, option.name.c_str());
                QVERIFY2(bash.find(option.name) != std::string::npos, option.name.c_str());
                QVERIFY2(zsh.find(option.name) != std::string::npos, option.name.c_str());
                QVERIFY2(fish.find("-l " + option.name.substr(2)) != std::string::npos, option.name.c_str());
            }
        }
        QVERIFY(bash.find("agent.learning_rate=") != std::string::npos);
    }

    void the_configuration_knows_every_policy_and_pattern() {
        const config::ConfigKey* policies = config::find_key("evaluation.policies");
        for (const agent::PolicyEntry& entry : agent::policy_table())
            QVERIFY2(std::count(policies->choices.begin(), policies->choices.end(), entry.name) == 1,
                     entry.name.c_str());
        QCOMPARE(policies->choices.size(), agent::policy_table().size());
        QCOMPARE(config::find_key("load.patterns")->choices, load::pattern_names());
    }

    void every_command_is_complete_data() {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < command_table().size(); ++i)
            QTest::newRow(command_table()[i].name.c_str()) << static_cast<int>(i);
    }
    void every_command_is_complete() {
        QFETCH(int, row);
        const Command& command = command_table()[static_cast<std::size_t>(row)];
        QVERIFY(!command.summary.empty() && !command.description.empty());
        QVERIFY(static_cast<bool>(command.run) != !command.subcommands.empty());
        for (const OptionSpec& option : command.options) {
            QVERIFY2(option.name.rfind("--", 0) == 0, option.name.c_str());
            QVERIFY2(!option.help.empty() && option.help.back() == '.', option.name.c_str());
            QCOMPARE(option.kind == ArgumentKind::flag, option.value_name.empty());
            QVERIFY2(option.name.find("password") == std::string::npos &&
                         option.name.find("token") == std::string::npos,
                     "secrets are never options");
        }
    }

  private:
    static Expected<Invocation> parse(const std::vector<std::string>& words) {
        return parse_command_line(words, command_table());
    }
};

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
