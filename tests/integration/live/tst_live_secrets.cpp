// SPDX-License-Identifier: GPL-3.0-or-later
// Plants secrets wherever a session takes them from, lets sessions and examinations succeed and fail with
// them, and looks for them in every file that was written, in what was told, in Qt's log at its most
// talkative and in a support bundle.
#include <QDirIterator>
#include <QFile>
#include <QLoggingCategory>
#include <QMutex>
#include <QTemporaryDir>
#include <QTest>

#include "app/control_text.h"
#include "core/agent/policy_factory.h"
#include "core/cluster_api/live/audit_log.h"
#include "core/cluster_api/live/control_run.h"
#include "core/cluster_api/live/doctor.h"
#include "core/results/bundle.h"
#include "core/runtime/support_bundle.h"
#include "tests/support/test_cluster/test_cluster.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::test_cluster;

namespace {

QMutex log_mutex;
QByteArray log_text;

void keep(QtMsgType, const QMessageLogContext& context, const QString& text) {
    const QMutexLocker lock(&log_mutex);
    log_text += QByteArray(context.category) + ": " + text.toUtf8() + "\n";
}

/// A secret as it is, and as a header or a kubeconfig spells it.
QList<QByteArray> spellings(const QByteArray& secret) {
    return {secret, secret.toBase64(QByteArray::OmitTrailingEquals), secret.toPercentEncoding(),
            QByteArray("ann:" + secret).toBase64(QByteArray::OmitTrailingEquals)};
}

}  // namespace

class TestLiveSecrets : public QObject {
    Q_OBJECT

    QTemporaryDir sources_;  ///< where the secrets stand on purpose
    std::unique_ptr<TestCluster> cluster_;
    std::shared_ptr<Certificates> certificates_;

    QString source(const char* name, const QByteArray& text) const {
        QFile file(sources_.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("no source");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    /// A kubeconfig with these lines as its user, and `more` in its cluster.
    QString kubeconfig(const QByteArray& user, const QByteArray& more = {}, QByteArray server = {}) const {
        if (server.isEmpty()) server = cluster_->kubernetesUrl().toString().toUtf8();
        const QByteArray authority =
            certificates_ ? ", certificate-authority: " + certificates_->authorityFile().toUtf8()
                          : QByteArray();
        return source("kubeconfig",
                      "apiVersion: v1\nkind: Config\ncurrent-context: test\nclusters:\n"
                      "- name: test\n  cluster: {server: " +
                          server + authority + more + "}\nusers:\n- name: tester\n  user: " + user +
                          "\ncontexts:\n- name: test\n  context: {cluster: test, user: tester, "
                          "namespace: workloads}\n");
    }

    QByteArray exec(const QByteArray& lines) const {
        return "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: " +
               source("plugin", "#!/bin/sh\n" + lines + "\n").toUtf8() +
               ", args: [--password, planted-9003], env: [{name: SECRET, value: planted-9004}]}}";
    }

    config::Config config() const {
        config::Config c;
        c.environment.namespace_ = "workloads";
        c.environment.action_interval = 1;
        c.environment.episode_duration = 60;
        c.environment.warm_up = 0;
        c.environment.baseline = config::BaselineTable::published;
        c.environment.prometheus_url = cluster_->prometheusUrl().toString().toStdString();
        c.environment.locust_url = cluster_->locustUrl().toString().toStdString();
        c.cluster.backend = config::BackendKind::live;
        c.cluster.mode = config::ControlMode::automatic;
        c.cluster.request_timeout_s = 3;
        c.cluster.kubeconfig = sources_.filePath(QStringLiteral("kubeconfig")).toStdString();
        if (certificates_)
            c.cluster.prometheus_ca_file = c.cluster.locust_ca_file =
                certificates_->authorityFile().toStdString();
        return c;
    }

    /// Runs a session and an examination; everything that they said.
    QByteArray use(const config::Config& config, const QString& folder, const SecretReader& secrets) {
        QByteArray said;
        ControlDesk desk;
        desk.set_listener([&](const ControlEvent& event) {
            if (const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event))
                said += QByteArray::fromStdString(app::view_json(**view) + app::view_line(**view) + "\n");
            else if (const auto* entry = std::get_if<DecisionEntry>(&event))
                said +=
                    QByteArray::fromStdString(encode_decision(*entry) + app::decision_line(*entry) + "\n");
            else
                said += QByteArray::fromStdString(std::get<ControlNotice>(event).text + "\n");
        });
        ControlRequest request;
        request.config = config;
        request.policy = "rule";
        request.results_dir = (folder + "/rl").toStdString();
        request.journal_folder = (folder + "/journal").toStdString();
        request.command_line = "trimtab control --policy rule";
        request.max_steps = 2;
        request.secrets = secrets;
        if (const auto run = run_control(request, desk, {}); !run)
            said += QByteArray::fromStdString(run.error().to_string() + "\n");
        else
            said += "run: " + QByteArray::number(qlonglong(run->summary.steps)) + " steps\n";
        std::vector<DoctorFinding> findings;
        const auto healthy = examine_connections(
            config, secrets,
            [&](const DoctorFinding& finding) {
                findings.push_back(finding);
                said += QByteArray::fromStdString(finding.connection + finding.step + finding.text +
                                                  finding.cause + finding.fix + "\n");
            },
            {});
        if (!healthy) said += QByteArray::fromStdString(healthy.error().to_string() + "\n");
        pack(config, findings, folder);
        return said;
    }

    /// A support bundle, unpacked where every file is looked through.
    void pack(const config::Config& config, const std::vector<DoctorFinding>& findings,
              const QString& folder) {
        runtime::SupportBundle bundle{config, findings, (folder + "/rl").toStdString(),
                                      (folder + "/journal").toStdString()};
        const std::string zip = (folder + "/support.zip").toStdString();
        const auto packed = runtime::write_support_bundle(bundle, zip);
        QVERIFY2(packed.has_value(), packed ? "" : packed.error().to_string().c_str());
        QVERIFY(packed->size() >= 3);
        QVERIFY(results::extract_bundle(zip, (folder + "/support").toStdString()).has_value());
    }

    /// Where one of the secrets stands; empty: nowhere.
    static QString found(const QList<QByteArray>& secrets, const QString& folder, const QByteArray& said) {
        const auto within = [&](const QByteArray& text) {
            return std::ranges::any_of(secrets, [&](const QByteArray& secret) {
                return std::ranges::any_of(spellings(secret),
                                           [&](const QByteArray& part) { return text.contains(part); });
            });
        };
        if (within(said)) return "what was told: " + QString::fromUtf8(said);
        {
            const QMutexLocker lock(&log_mutex);
            if (within(log_text)) return QStringLiteral("the log");
        }
        for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly) || within(file.readAll())) return file.fileName();
        }
        return {};
    }

    void start(bool tls) {
        TestClusterOptions options;
        options.speed = 1;
        options.tls = tls;
        options.load = {"constant", load::LoadKind::closed, {20}};
        auto started = TestCluster::start(options);
        if (!started) qFatal("%s", started.error().message.c_str());
        cluster_ = std::move(*started);
        certificates_ = cluster_->certificates();
    }

  private Q_SLOTS:
    void initTestCase() {
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        qInstallMessageHandler(keep);
    }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    void no_secret_of_a_kubeconfig_gets_out_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<bool>("works");
        const auto row = [](const char* kind, bool tls, bool works) {
            QTest::newRow(kind) << QString(kind) << tls << works;
        };
        row("token", false, true);
        row("token over TLS", true, true);
        row("wrong token", false, false);
        row("basic", false, false);
        row("client key", true, true);
        row("exec", false, true);
        row("exec that fails", false, false);
        row("exec with rubbish", false, false);
        row("proxy", false, false);
    }

    void no_secret_of_a_kubeconfig_gets_out() {
        QFETCH(QString, kind);
        QFETCH(bool, tls);
        QFETCH(bool, works);
        start(tls);
        QList<QByteArray> secrets{"planted-9001", "planted-9002", "planted-9003", "planted-9004"};
        cluster_->kubernetes().access().token = "planted-9001";
        cluster_->kubernetes().access().credentials_needed = true;
        const QByteArray credential =
            R"(echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"planted-9001"}}')";
        if (kind.startsWith("token")) kubeconfig("{token: planted-9001}");
        if (kind == "wrong token") kubeconfig("{token: planted-9002}");
        if (kind == "basic") kubeconfig("{username: ann, password: planted-9002}");
        if (kind == "exec") kubeconfig(exec("echo planted-9002 >&2; " + credential));
        if (kind == "exec that fails") kubeconfig(exec("echo token planted-9002 is over >&2; exit 3"));
        if (kind == "exec with rubbish") kubeconfig(exec("echo planted-9002; echo planted-9002 >&2"));
        if (kind == "proxy")
            kubeconfig("{token: planted-9001}",
                       ", proxy-url: \"http://ann:planted-9002@127.0.0.1:" +
                           QByteArray::number(cluster_->locustUrl().port()) + "\"",
                       "http://10.255.255.1:8001");
        if (kind == "client key") {
            QFile key(certificates_->clientKeyFile());
            QVERIFY(key.open(QIODevice::ReadOnly));
            secrets << key.readAll().split('\n').value(1);
            QVERIFY(secrets.last().size() > 30);
            kubeconfig("{client-certificate: " + certificates_->clientCertificateFile().toUtf8() +
                       ", client-key: " + certificates_->clientKeyFile().toUtf8() + "}");
        }
        const QTemporaryDir folder;
        const QByteArray said = use(config(), folder.path(), [](const std::string&) { return std::nullopt; });
        QCOMPARE(said.contains("run: 2 steps"), works);
        QCOMPARE(found(secrets, folder.path(), said), QString());
    }

    void no_secret_of_the_services_gets_out_data() {
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<bool>("token");
        QTest::newRow("token") << true << true;
        QTest::newRow("passwords") << true << false;
        QTest::newRow("wrong token") << false << true;
        QTest::newRow("wrong passwords") << false << false;
    }

    void no_secret_of_the_services_gets_out() {
        QFETCH(bool, accepted);
        QFETCH(bool, token);
        start(false);
        const QString file = sources_.filePath(QStringLiteral("kubeconfig"));
        QVERIFY(cluster_->writeKubeconfig(file, TestCluster::Identity::token).has_value());
        const QList<QByteArray> secrets{"planted-9101", "planted-9102", "planted-9103"};
        const SecretReader reader = [token](const std::string& name) -> std::optional<std::string> {
            if (name == prometheus_token_secret)
                return token ? std::optional<std::string>("planted-9101") : std::nullopt;
            return name == prometheus_password_secret ? "planted-9102" : "planted-9103";
        };
        config::Config wanted = config();
        wanted.cluster.prometheus_user = wanted.cluster.locust_user = "ann";
        cluster_->prometheus().setAuthorization(
            !accepted ? "Bearer other"
            : token   ? "Bearer planted-9101"
                      : "Basic " + QByteArray("ann:planted-9102").toBase64().toStdString());
        const QTemporaryDir folder;
        const QByteArray said = use(wanted, folder.path(), reader);
        QCOMPARE(said.contains("run: 2 steps"), accepted);
        QCOMPARE(found(secrets, folder.path(), said), QString());
    }

    /// The test itself must see a secret where there is one.
    void a_planted_secret_is_found() {
        const QTemporaryDir folder;
        QCOMPARE(found({"planted-9301"}, folder.path(), "x"), QString());
        QVERIFY(!found({"planted-9301"}, folder.path(), QByteArray("ann:planted-9301").toBase64()).isEmpty());
        qWarning("planted-9302");
        QCOMPARE(found({"planted-9302"}, folder.path(), {}), QString("the log"));
        QFile file(folder.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a planted-9303 b");
        file.close();
        QCOMPARE(found({"planted-9303"}, folder.path(), {}), file.fileName());
        const QMutexLocker lock(&log_mutex);
        QVERIFY2(log_text.contains("trimtab.http"), "Qt's log was not at its most talkative");
    }

    void a_bundle_is_redacted() {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath("rl/live_20260101_000000"));
        QFile audit(folder.filePath("rl/live_20260101_000000/audit.jsonl"));
        QVERIFY(audit.open(QIODevice::WriteOnly));
        audit.write("planted-9401 at http://ann:pw-of-ann@host\n");
        audit.close();
        runtime::SupportBundle bundle{
            {},
            {{"Locust", "load", DoctorResult::failed, "no data for planted-9401", "", ""}},
            folder.filePath("rl").toStdString(),
            {},
            {"planted-9401"},
            "12:00 Cluster: Bearer planted-9401\n"};
        const std::string zip = folder.filePath("support.zip").toStdString();
        QVERIFY(runtime::write_support_bundle(bundle, zip).has_value());
        QVERIFY(results::extract_bundle(zip, folder.filePath("support").toStdString()).has_value());
        QCOMPARE(found({"planted-9401"}, folder.filePath("support"), {}), QString());
        QFile log(folder.filePath("support/trimtab-support/log.txt"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QCOMPARE(log.readAll(), QByteArray("12:00 Cluster: Bearer [redacted]\n"));
        QFile packed(folder.filePath("support/trimtab-support/live_20260101_000000/audit.jsonl"));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        QCOMPARE(packed.readAll(), QByteArray("[redacted] at http://[redacted]@host\n"));
        QVERIFY(QFile::exists(folder.filePath("support/trimtab-support/machine.txt")));
    }
};

QTEST_GUILESS_MAIN(TestLiveSecrets)
#include "tst_live_secrets.moc"
