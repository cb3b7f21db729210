// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <QTest>

#include "app/exit_code.h"
#include "app/restart.h"

using namespace trimtab::app;

namespace {

/// Exit code of a child that puts `program` into its place.
int exit_code_of(const std::string& program, const std::vector<std::string>& arguments) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(restart(program, arguments));
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
    return WEXITSTATUS(status);
}

}  // namespace

/// The workbench that starts again is the one that was there.
class TestRestart : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_same_options_come_back_without_the_paths() {
        const std::vector<const char*> typed{"trimtab-workbench", "rl/run",         "--settings",  "a b.ini",
                                             "--results-dir",     "/tmp/results ä", "--new-window"};
        const auto first = parse_workbench_options(static_cast<int>(typed.size()), typed.data());
        QVERIFY(!first.exit_code);
        const auto arguments = restart_arguments(first.options);
        std::vector<const char*> again{"trimtab-workbench"};
        for (const std::string& argument : arguments) again.push_back(argument.c_str());
        const auto second = parse_workbench_options(static_cast<int>(again.size()), again.data());
        QVERIFY(!second.exit_code);
        QCOMPARE(second.options.settings_file, first.options.settings_file);
        QCOMPARE(second.options.results_dir, first.options.results_dir);
        QCOMPARE(second.options.new_window, first.options.new_window);
        QVERIFY(second.options.open.empty());
        QVERIFY(restart_arguments({}).empty());
    }

    void the_program_takes_the_place_of_the_process() {
        QCOMPARE(exit_code_of("/bin/sh", {"-c", "test \"$1\" = 'two words' && exit 7", "sh", "two words"}),
                 7);
    }

    void a_program_that_is_gone_is_a_failure() {
        QCOMPARE(exit_code_of("/nonexistent/trimtab-workbench", {}), static_cast<int>(exit_failed));
    }
};

QTEST_GUILESS_MAIN(TestRestart)
#include "tst_restart.moc"
