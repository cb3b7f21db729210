// SPDX-License-Identifier: GPL-3.0-or-later
#include <yaml-cpp/yaml.h>

#include <QProcess>
#include <QTest>

#include "core/cluster_api/sweep_job/manifest_yaml.h"
#include "core/cluster_api/sweep_job/sweep_names.h"
#include "tests/core/cluster_api/sweep_job/sweep_fixture.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

class TestSweepManifest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void one_index_runs_one_row() {
        const auto plan = sweep_.plan(SweepFixture::with_volume);
        const auto manifest = SweepFixture::manifest(plan, {1, 3});
        QVERIFY(manifest.has_value());
        const auto& spec = manifest->job["spec"];
        QCOMPARE(spec["completionMode"].get<std::string>(), std::string("Indexed"));
        QCOMPARE(spec["completions"].get<int>(), 2);
        QCOMPARE(spec["parallelism"].get<int>(), 2);
        QCOMPARE(spec["backoffLimitPerIndex"].get<int>(), 2);
        const auto& rules = spec["podFailurePolicy"]["rules"];
        QCOMPARE(rules.size(), std::size_t{2});
        QCOMPARE(rules[0]["action"].get<std::string>(), std::string("Ignore"));
        QCOMPARE(rules[0]["onPodConditions"][0]["type"].get<std::string>(), std::string("DisruptionTarget"));
        QCOMPARE(rules[1]["action"].get<std::string>(), std::string("FailIndex"));
        QCOMPARE(rules[1]["onExitCodes"]["values"][0].get<int>(), 2);
        const auto& pod = spec["template"]["spec"];
        QCOMPARE(pod["restartPolicy"].get<std::string>(), std::string("Never"));  // a failure policy needs it
        QVERIFY(pod["securityContext"]["runAsNonRoot"].get<bool>());
        QVERIFY(!pod["automountServiceAccountToken"].get<bool>());
        const auto& container = pod["containers"][0];
        QCOMPARE(container["resources"]["limits"]["memory"].get<std::string>(), std::string("2Gi"));
        QCOMPARE(pod["volumes"][1]["persistentVolumeClaim"]["claimName"].get<std::string>(),
                 std::string("results"));
        QVERIFY(manifest->name.starts_with("trimtab-mine-"));
        QVERIFY(manifest->name != SweepFixture::manifest(plan, {0, 3})->name);
        QCOMPARE(file(*manifest, "rows.txt"), std::string("1\n3\n"));
    }

    void the_files_that_travel_mean_the_same_rows() {
        const auto plan = sweep_.plan(SweepFixture::with_volume);
        const auto manifest = SweepFixture::manifest(plan);
        QTemporaryDir there;
        unpack(*manifest, there);
        auto read = training::read_sweep_file(there.filePath("sweep.yaml").toStdString());
        QVERIFY2(read.has_value(), read ? "" : read.error().to_string().c_str());
        const auto same = training::SweepPlan::make(std::move(*read));
        QVERIFY(same.has_value());
        QCOMPARE(*training::plan_keys(*same), *training::plan_keys(plan));
    }

    void a_trace_travels_below_its_configuration() {
        std::filesystem::create_directories(sweep_.root() / "traces");
        std::ofstream(sweep_.root() / "traces/t.csv") << "t_s,users\n0,10\n300,20\n";
        const auto plan =
            sweep_.plan(SweepFixture::with_volume, "load:\n  patterns: [trace]\n  trace: traces/t.csv\n");
        const auto manifest = SweepFixture::manifest(plan);
        QVERIFY2(manifest.has_value(), manifest ? "" : manifest.error().to_string().c_str());
        QTemporaryDir there;
        unpack(*manifest, there);
        const auto same =
            training::SweepPlan::make(*training::read_sweep_file(there.filePath("sweep.yaml").toStdString()));
        QCOMPARE(*training::plan_keys(*same), *training::plan_keys(plan));
    }

    void files_that_are_too_large_are_refused() {
        std::ofstream trace(sweep_.root() / "long.csv");
        trace << "t_s,users\n";
        for (int i = 0; i < 200000; ++i) trace << i << ",10\n";
        trace.close();
        const auto plan =
            sweep_.plan(SweepFixture::with_volume, "load:\n  patterns: [trace]\n  trace: long.csv\n");
        const auto manifest = SweepFixture::manifest(plan);
        QVERIFY(!manifest.has_value());
        QVERIFY(manifest.error().message.find("more than a ConfigMap holds") != std::string::npos);
    }

    void upload_and_queue_are_written() {
        const auto plan = sweep_.plan(
            "  image: t\n  upload: 'aws s3 cp --recursive \"$TRIMTAB_SWEEP_FOLDER\" s3://b'\n"
            "  queue: team\n  deadline_s: 3600\n  service_account: writer\n");
        const auto manifest = SweepFixture::manifest(plan);
        const auto& spec = manifest->job["spec"];
        QVERIFY(spec["suspend"].get<bool>());
        QCOMPARE(spec["activeDeadlineSeconds"].get<int>(), 3600);
        QCOMPARE(manifest->job["metadata"]["labels"]["kueue.x-k8s.io/queue-name"].get<std::string>(),
                 std::string("team"));
        const auto& pod = spec["template"]["spec"];
        QVERIFY(pod["volumes"][1].contains("emptyDir"));
        QCOMPARE(pod["serviceAccountName"].get<std::string>(), std::string("writer"));
        const auto command = pod["containers"][0]["command"][2].get<std::string>();
        QVERIFY(command.find("aws s3 cp") != std::string::npos);
    }

    void the_pod_script_runs_its_row_and_keeps_its_exit_code() {
        QTemporaryDir there;
        const auto plan = sweep_.plan("  image: t\n  upload: echo \"$TRIMTAB_SWEEP_FOLDER\" > up.txt\n");
        const auto manifest = SweepFixture::manifest(plan, {1, 3});
        std::string command = (*manifest).job["spec"]["template"]["spec"]["containers"][0]["command"][2];
        for (std::size_t at; (at = command.find("/sweep/")) != std::string::npos;)
            command.replace(at, 7, there.path().toStdString() + "/");
        std::ofstream(there.filePath("rows.txt").toStdString()) << "1\n3\n";
        const std::string program = there.filePath("trimtab").toStdString();
        std::ofstream(program) << "#!/bin/sh\necho \"$@\" > called.txt\nexit 2\n";
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        QProcess shell;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PATH", there.path() + ":" + environment.value("PATH"));
        environment.insert("JOB_COMPLETION_INDEX", "1");
        environment.insert("TRIMTAB_SWEEP_FOLDER", "/results/x");
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(there.path());
        shell.start("/bin/sh", {"-c", QString::fromStdString(command)});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 2);
        QFile called(there.filePath("called.txt")), up(there.filePath("up.txt"));
        QVERIFY(called.open(QIODevice::ReadOnly) && up.open(QIODevice::ReadOnly));
        QVERIFY(called.readAll().contains("--index 3 --results-dir /results"));
        QCOMPARE(up.readAll().trimmed(), QByteArray("/results/x"));
    }

    void the_yaml_reads_back_as_the_same() {
        const auto plan = sweep_.plan(SweepFixture::with_volume);
        const auto manifest = SweepFixture::manifest(plan);
        const auto documents = YAML::LoadAll(manifest->to_yaml());
        QCOMPARE(documents.size(), std::size_t{2});
        QVERIFY(same(documents[0], manifest->config_map));
        QVERIFY(same(documents[1], manifest->job));
    }

    void difficult_values_are_quoted() {
        const nlohmann::ordered_json document = {
            {"a", "yes"},
            {"b: c", "x: y"},
            {"lines", "one\n  two\n\nthree\n"},
            {"odd", "\n x\n"},
            {"tail", "x\n\n"},
            {"none", nullptr},
            {"empty", nlohmann::ordered_json::object()},
            {"list", nlohmann::ordered_json::array()},
            {"nested",
             nlohmann::ordered_json::array({{{"k", 1}, {"l", nlohmann::ordered_json::array({1, 2})}}})},
            {"number", 0.5}};
        const auto read = YAML::Load(manifest_yaml(document));
        QVERIFY2(same(read, document), manifest_yaml(document).c_str());
    }

    void names_that_a_server_refuses_data() {
        QTest::addColumn<QString>("kubernetes");
        QTest::addColumn<QString>("message");
        QTest::newRow("no image") << "  volume_claim: r\n"
                                  << "kubernetes.image is missing";
        QTest::newRow("image") << "  image: Trimtab:0.1\n  volume_claim: r\n"
                               << "kubernetes.image must be an image's reference";
        QTest::newRow("claim") << "  image: t\n  volume_claim: My_Claim\n"
                               << "kubernetes.volume_claim must be lower-case";
        QTest::newRow("cpu") << "  image: t\n  volume_claim: r\n  cpu: a lot\n"
                             << "kubernetes.cpu must be a quantity";
        QTest::newRow("no memory") << "  image: t\n  volume_claim: r\n  memory: 0\n"
                                   << "kubernetes.memory must be a quantity";
        QTest::newRow("nowhere") << "  image: t\n"
                                 << "needs volume_claim or upload";
        QTest::newRow("namespace") << "  image: t\n  volume_claim: r\n  namespace: Team A\n"
                                   << "kubernetes.namespace must be 1 to 63";
    }

    void names_that_a_server_refuses() {
        QFETCH(QString, kubernetes);
        QFETCH(QString, message);
        const auto plan = sweep_.plan(kubernetes.toStdString());
        const std::string name_space =
            plan.file().kubernetes.name_space.empty() ? "research" : plan.file().kubernetes.name_space;
        const auto manifest = SweepFixture::manifest(plan, {0}, name_space);
        QVERIFY(!manifest.has_value());
        QVERIFY2(manifest.error().message.find(message.toStdString()) != std::string::npos,
                 manifest.error().message.c_str());
    }

    void references_and_quantities_that_are_good() {
        for (const char* image :
             {"trimtab", "trimtab:0.1", "registry.example:5000/team/trimtab:latest",
              "a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
            QCOMPARE(image_problem(image), std::string());
        for (const char* quantity : {"1", "500m", "2Gi", "1.5", "1e3", "128974848"})
            QCOMPARE(quantity_problem(quantity), std::string());
    }

    void nothing_left_is_told() {
        const auto manifest = SweepFixture::manifest(sweep_.plan(SweepFixture::with_volume), {});
        QVERIFY(!manifest.has_value());
        QVERIFY(manifest.error().message.find("nothing to submit") != std::string::npos);
    }

  private:
    /// A file of the ConfigMap by the path that it has in the pod.
    static std::string file(const SweepManifest& manifest, const std::string& path) {
        for (const auto& item : manifest.job["spec"]["template"]["spec"]["volumes"][0]["configMap"]["items"])
            if (item["path"] == path) return manifest.config_map["data"][item["key"].get<std::string>()];
        return {};
    }

    static void unpack(const SweepManifest& manifest, const QTemporaryDir& folder) {
        for (const auto& item :
             manifest.job["spec"]["template"]["spec"]["volumes"][0]["configMap"]["items"]) {
            const auto path =
                std::filesystem::path(folder.path().toStdString()) / item["path"].get<std::string>();
            std::filesystem::create_directories(path.parent_path());
            std::ofstream(path)
                << manifest.config_map["data"][item["key"].get<std::string>()].get<std::string>();
        }
    }

    static bool same(const YAML::Node& node, const nlohmann::ordered_json& value) {
        if (value.is_object()) {
            bool equal = node.IsMap() && node.size() == value.size();
            for (const auto& [key, item] : value.items()) equal = equal && same(node[key], item);
            return equal;
        }
        if (value.is_array()) {
            bool equal = node.IsSequence() && node.size() == value.size();
            for (std::size_t i = 0; equal && i < value.size(); ++i) equal = same(node[i], value[i]);
            return equal;
        }
        if (value.is_null()) return node.IsNull();
        // A text must not be read as a number or a truth value: the tag of a plain scalar is "?".
        if (value.is_string())
            return node.IsScalar() && node.Scalar() == value.get<std::string>() && node.Tag() == "!";
        return node.IsScalar() && node.Scalar() == value.dump();
    }

    SweepFixture sweep_;
};

QTEST_GUILESS_MAIN(TestSweepManifest)
#include "tst_sweep_manifest.moc"
