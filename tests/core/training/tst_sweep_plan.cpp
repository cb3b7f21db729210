// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <set>

#include "core/training/slurm_script.h"
#include "core/training/sweep_plan.h"

using namespace trimtab;
using namespace trimtab::training;

/// Sweep files, the table of their runs, and the array script.
class TestSweepPlan : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        write("a.yaml", "agent:\n  gamma: 0.98\n");
        write("b.yaml", "environment:\n  profile: day\nload:\n  patterns: [day]\n");
    }

    void every_combination_is_one_row() {
        const auto plan = make(
            "sweep:\n  configs: [a.yaml]\n  seeds: [1..3, 7]\n  patterns: [ramp, spike+random]\n"
            "grid:\n  agent.learning_rate: [1e-4, 3e-4]\n  agent.num_layers: [1, 2, 3]\n");
        QCOMPARE(plan.cases(), 6);
        QCOMPARE(plan.rows(), 6 * 2 * 4);
        std::set<std::string> seen;
        for (int i = 0; i < plan.rows(); ++i) {
            const SweepRow row = plan.row(i);
            const auto config = plan.config(row);
            QVERIFY(config.has_value());
            QCOMPARE(config->training.seed, row.seed);
            QCOMPARE(config->agent.gamma, 0.98);
            QCOMPARE(config->load.patterns.size(), row.pattern == "ramp" ? 1U : 2U);
            QCOMPARE(config->evaluation.patterns, config->load.patterns);
            seen.insert(plan.case_at(row.case_index).name + row.pattern + std::to_string(row.seed));
        }
        QCOMPARE(seen.size(), static_cast<std::size_t>(plan.rows()));
        QCOMPARE(plan.row(0).seed, std::uint64_t{1});
        QCOMPARE(plan.row(11).seed, std::uint64_t{1});  // every configuration has its first seed early
        QCOMPARE(plan.row(12).seed, std::uint64_t{2});
        QCOMPARE(plan.case_at(0).name, std::string("learning_rate=1e-4, num_layers=1"));
        QCOMPARE(plan.case_at(5).name, std::string("learning_rate=3e-4, num_layers=3"));
    }

    void several_files_name_the_configuration() {
        const auto plan = make("sweep:\n  configs: [a.yaml, b.yaml]\n  seeds: 1\n");
        QCOMPARE(plan.cases(), 2);
        QCOMPARE(plan.case_at(1).name, std::string("b"));
        QCOMPARE(plan.config(plan.row(1))->environment.profile, std::string("day"));
    }

    void seeds_default_to_those_of_the_configuration() {
        write("c.yaml", "training:\n  seeds: [5, 6]\n");
        const auto plan = make("sweep:\n  configs: [c.yaml]\n");
        QCOMPARE(plan.rows(), 2);
        QCOMPARE(plan.row(1).seed, std::uint64_t{6});
    }

    void a_key_names_the_run_and_not_its_place() {
        const auto small = make("sweep:\n  configs: [a.yaml]\n  seeds: 3\ngrid:\n  agent.num_layers: [2]\n");
        const auto large =
            make("sweep:\n  configs: [a.yaml]\n  seeds: 1..3\ngrid:\n  agent.num_layers: [1, 2]\n");
        const auto few = plan_keys(small), many = plan_keys(large);
        QVERIFY(few.has_value() && many.has_value());
        QCOMPARE(std::count(many->begin(), many->end(), few->front()), 1);
        QCOMPARE(std::set<std::string>(many->begin(), many->end()).size(), std::size_t{6});
    }

    void ten_thousand_rows_are_planned() {
        std::string values;
        for (int i = 1; i <= 100; ++i) values += (i > 1 ? ", " : "") + std::to_string(i / 1000.0);
        const auto plan = make(
            "sweep:\n  configs: [a.yaml]\n  seeds: 1..100\ngrid:\n  agent.entropy_coef: [" + values + "]\n");
        QCOMPARE(plan.rows(), 10000);
        const auto keys = plan_keys(plan);
        QVERIFY(keys.has_value());
        QCOMPARE(std::set<std::string>(keys->begin(), keys->end()).size(), std::size_t{10000});
    }

    void bad_sweeps_are_refused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const QString head = "sweep:\n  configs: [a.yaml]\n  seeds: 1\n";
        QTest::newRow("unknown key") << head + "  seedz: 2\n"
                                     << ":4: sweep.seedz is not a known key";
        QTest::newRow("unknown section") << head + "grids:\n  a: 1\n"
                                         << "did you mean 'grid'?";
        QTest::newRow("unknown grid key")
            << head + "grid:\n  agent.gama: [0.9]\n"
            << ":5: grid: agent.gama is not a known key; did you mean 'agent.gamma'?";
        QTest::newRow("value out of range") << head + "grid:\n  agent.gamma: [0.9, 7]\n"
                                            << ":5: grid: agent.gamma";
        QTest::newRow("value twice") << head + "grid:\n  agent.gamma: [0.9, 0.9]\n"
                                     << "has the value 0.9 twice";
        QTest::newRow("empty list") << head + "grid:\n  agent.gamma: []\n"
                                    << "at least one value";
        QTest::newRow("no configuration") << "sweep:\n  seeds: 1\n"
                                          << "sweep.configs is missing";
        QTest::newRow("no such file") << "sweep:\n  configs: [nowhere.yaml]\n"
                                      << "neither beside the sweep file";
        QTest::newRow("seed as a key") << head + "set:\n  training.seed: 4\n"
                                       << "give the seeds as sweep.seeds";
        QTest::newRow("patterns as a grid") << head + "grid:\n  load.patterns: [ramp, spike]\n"
                                            << "give the patterns as sweep.patterns";
        QTest::newRow("a seed twice") << "sweep:\n  configs: [a.yaml]\n  seeds: [1..3, 2]\n"
                                      << "seed 2 twice";
        QTest::newRow("no number") << "sweep:\n  configs: [a.yaml]\n  seeds: [x]\n"
                                   << "must hold whole numbers";
        QTest::newRow("a name that Kubernetes refuses") << head + "  name: My_Sweep\n"
                                                        << ":4: sweep.name must be 1 to 50";
        QTest::newRow("overlapping patterns") << head + "  patterns: [ramp, all]\n"
                                              << "stands in two entries";
        QTest::newRow("unknown pattern") << head + "  patterns: [rmp]\n"
                                         << "rmp";
        QTest::newRow("across keys")
            << head + "set:\n  environment.min_replicas: 9\n  environment.max_replicas: 3\n"
            << "min_replicas";
        QTest::newRow("endless seeds") << "sweep:\n  configs: [a.yaml]\n  seeds: 0..9007199254740991\n"
                                       << "too long";
        QTest::newRow("not a sweep") << "[1, 2]\n"
                                     << "is a list";
    }

    void bad_sweeps_are_refused() {
        QFETCH(QString, text);
        QFETCH(QString, message);
        write("bad.yaml", text.toStdString());
        auto file = read_sweep_file(path("bad.yaml"));
        std::string told = file ? "" : file.error().to_string();
        if (file) {
            const auto plan = SweepPlan::make(std::move(*file));
            QVERIFY(!plan.has_value());
            told = plan.error().to_string();
        }
        QVERIFY2(told.find(message.toStdString()) != std::string::npos, told.c_str());
    }

    void ten_million_combinations_are_refused() {
        std::string hundred;
        for (int i = 1; i <= 100; ++i) hundred += (i > 1 ? ", " : "") + std::to_string(i / 1000.0);
        write("many.yaml", "sweep:\n  configs: [a.yaml]\n  seeds: 1..10\ngrid:\n  agent.entropy_coef: [" +
                               hundred + "]\n  agent.clip_epsilon: [" + hundred +
                               "]\n  agent.max_grad_norm: [" + hundred + "]\n");
        auto file = read_sweep_file(path("many.yaml"));
        QVERIFY(file.has_value());
        const auto plan = SweepPlan::make(std::move(*file));
        QVERIFY(!plan.has_value());
        QVERIFY(
            plan.error().message.find("too many combinations: 10 seeds x 1 patterns x 1 configurations x 100 "
                                      "of agent.entropy_coef") != std::string::npos);
    }

    void two_rows_that_ask_for_the_same_run_are_refused() {
        const auto plan =
            make("sweep:\n  configs: [a.yaml]\n  seeds: 1\ngrid:\n  agent.gamma: [0.9, 9e-1]\n");
        const auto keys = plan_keys(plan);
        QVERIFY(!keys.has_value());
        QVERIFY(keys.error().message.find("rows 0 and 1 ask for the same run") != std::string::npos);
    }

    void the_array_script_runs_every_row_once() {
        std::string values;
        for (int i = 1; i <= 25; ++i) values += (i > 1 ? ", " : "") + std::to_string(i / 100.0);
        const auto plan = make(
            "sweep:\n  configs: [a.yaml]\n  seeds: 1..100\n  parallel: 8\ngrid:\n"
            "  agent.entropy_coef: [" +
            values + "]\nslurm:\n  time: 02:00:00\n  setup: 'true'\n");
        // A stand-in for the program, in a folder whose name needs quoting, that notes the row it was given.
        const std::string program = path("it's a program");
        write("it's a program", "#!/bin/sh\necho \"$4\" >> rows.txt\n[ \"$4\" != 7 ]\n");
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        const auto script =
            slurm_script(plan, {program, path("s.yaml"), path("rl"), folder_.path().toStdString(), {}});
        QVERIFY(script.has_value());
        QVERIFY(script->find("#SBATCH --array=0-999%8\n") != std::string::npos);
        QVERIFY(script->find("#SBATCH --time=02:00:00\n") != std::string::npos);
        write("array.sh", *script);
        QCOMPARE(bash({"-n", path("array.sh").c_str()}, ""), 0);
        std::filesystem::remove(path("rows.txt"));
        QCOMPARE(bash({path("array.sh").c_str()}, "3"), 0);
        QCOMPARE(bash({path("array.sh").c_str()}, "7"), 1);
        std::ifstream rows(path("rows.txt"));
        const std::vector<int> seen{std::istream_iterator<int>(rows), {}};
        QCOMPARE(seen, (std::vector<int>{3, 1003, 2003, 7, 7, 1007, 2007}));  // row 7 has one retry
    }

    void a_task_out_of_time_stops_its_row_and_queues_itself_again_data() {
        QTest::addColumn<QString>("signal");
        QTest::addColumn<QString>("seconds");
        QTest::addColumn<QString>("slow");  // before which line of the script the shell stands for a while
        QTest::addColumn<bool>("queued");
        const QString at_once, before_it_knows_the_row = "child=$!", before_it_waits = "while kill -0";
        QTest::newRow("out of time") << "USR1"
                                     << "60" << at_once << true;
        QTest::newRow("out of time in the moment of its start") << "USR1"
                                                                << "60" << before_it_knows_the_row << true;
        QTest::newRow("out of time before the shell waits") << "USR1"
                                                            << "60" << before_it_waits << true;
        QTest::newRow("out of time too soon to get further") << "USR1"
                                                             << "0" << at_once << false;
        QTest::newRow("cancelled") << "TERM"
                                   << "60" << at_once << false;
        QTest::newRow("cancelled in the moment of its start") << "TERM"
                                                              << "60" << before_it_knows_the_row << false;
    }

    void a_task_out_of_time_stops_its_row_and_queues_itself_again() {
        QFETCH(QString, signal);
        QFETCH(QString, seconds);
        QFETCH(QString, slow);
        QFETCH(bool, queued);
        const auto plan = make("sweep:\n  configs: [a.yaml]\n  seeds: 1..2\n");
        // The row sends its shell what Slurm would, ends as a stopped one does, and must not be tried again.
        write("trimtab", "#!/bin/sh\necho row >> rows.txt\nsleep " +
                             std::string(signal == "USR1" ? "60" : "1") +
                             " &\ntrap 'kill $!; echo told >> rows.txt; exit 130' TERM\nkill -" +
                             signal.toStdString() + " $PPID\nwait\nexit 130\n");
        write("scontrol", "#!/bin/sh\necho \"$@\" > queued.txt\n");
        for (const char* name : {"trimtab", "scontrol"})
            std::filesystem::permissions(path(name), std::filesystem::perms::owner_all);
        const auto script = slurm_script(
            plan, {path("trimtab"), path("s.yaml"), path("rl"), folder_.path().toStdString(), {}});
        QVERIFY(script.has_value());
        QString text = QString::fromStdString(*script);
        QVERIFY(text.contains(slow));
        if (!slow.isEmpty()) text.replace(slow, "sleep 0.5; " + slow);
        write("array.sh", text.toStdString());
        for (const char* name : {"rows.txt", "queued.txt"}) std::filesystem::remove(path(name));
        QCOMPARE(
            bash({path("array.sh").c_str()}, "1",
                 {{"SECONDS", seconds}, {"SLURM_JOB_ID", "12"}, {"PATH", folder_.path() + ":/usr/bin:/bin"}}),
            130);
        QCOMPARE(read("rows.txt"), std::string(signal == "USR1" ? "row\ntold\n" : "row\n"));
        QCOMPARE(read("queued.txt"), std::string(queued ? "requeue 12\n" : ""));
    }

    void the_array_holds_the_rows_that_are_asked_for_data() {
        QTest::addColumn<int>("seeds");
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<QString>("array");
        QTest::newRow("all") << 5 << QList<int>{} << "0-4";
        QTest::newRow("some") << 9 << QList<int>{0, 1, 2, 5, 7, 8} << "0-2,5,7-8";
        QTest::newRow("several in a task") << 2500 << QList<int>{3, 1003, 2004} << "3-4";
    }

    void the_array_holds_the_rows_that_are_asked_for() {
        QFETCH(int, seeds);
        QFETCH(QList<int>, rows);
        QFETCH(QString, array);
        const auto plan = make("sweep:\n  configs: [a.yaml]\n  seeds: 1.." + std::to_string(seeds) + "\n");
        SlurmCall call;
        call.rows.assign(rows.begin(), rows.end());
        call.parallel = 4;
        const auto script = slurm_script(plan, call);
        QVERIFY(script.has_value());
        QVERIFY2(script->find("#SBATCH --array=" + array.toStdString() + "%4\n") != std::string::npos,
                 script->c_str());
    }

    void what_sbatch_cannot_read_is_refused() {
        for (const char* line : {"time: 2 hours", "memory: much", "partition: 'a b'", "setup: \"a\\nb\""}) {
            const auto plan =
                make(std::string("sweep:\n  configs: [a.yaml]\n  seeds: 1\nslurm:\n  ") + line + "\n");
            QVERIFY2(!slurm_script(plan, {}).has_value(), line);
        }
    }

  private:
    std::string path(const std::string& name) const { return folder_.filePath(name.c_str()).toStdString(); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(path(name)) << text; }

    SweepPlan make(const std::string& text) const {
        write("s.yaml", text);
        auto file = read_sweep_file(path("s.yaml"));
        if (!file) qFatal("%s", file.error().to_string().c_str());
        auto plan = SweepPlan::make(std::move(*file));
        if (!plan) qFatal("%s", plan.error().to_string().c_str());
        return std::move(*plan);
    }

    std::string read(const std::string& name) const {
        std::ifstream file(path(name));
        return {std::istreambuf_iterator<char>(file), {}};
    }

    static int bash(const QStringList& arguments, const QString& task,
                    const QMap<QString, QString>& more = {}) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("SLURM_ARRAY_TASK_ID", task);
        for (auto it = more.begin(); it != more.end(); ++it) environment.insert(it.key(), it.value());
        process.setProcessEnvironment(environment);
        process.start("bash", arguments);
        return process.waitForFinished() ? process.exitCode() : -1;
    }

    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestSweepPlan)
#include "tst_sweep_plan.moc"
