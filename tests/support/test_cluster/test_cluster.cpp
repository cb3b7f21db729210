// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/test_cluster.h"

#include <QFile>

#include "tests/support/test_cluster/api_status.h"
#include "tests/support/test_cluster/default_queries.h"

namespace trimtab::test_cluster {
namespace {

constexpr int tick_ms = 50;
constexpr const char* token = "test-cluster-token";

QByteArray base64(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toBase64() : QByteArray();
}

}  // namespace

TestCluster::TestCluster(const TestClusterOptions& options)
    : options_(options),
      workload_(options.simulator, clock_),
      kubernetes_(
          store_, clock_, replica_history_, [this] { return workload_.timeS(); }, this),
      controller_(store_, workload_, clock_, options.contents, this),
      prometheus_(workload_, clock_),
      locust_(workload_, LocustVersion::parse(options.locust_version), this),
      kubernetes_server_(
          "kubernetes", faults_, clock_,
          [this](const HttpRequest& r, HttpConnection& c) { kubernetes_.handle(r, c); },
          [](int status) { return api_failure(status); }, this),
      prometheus_server_(
          "prometheus", faults_, clock_,
          [this](const HttpRequest& r, HttpConnection& c) { prometheus_.handle(r, c); },
          PrometheusApi::failure, this),
      locust_server_(
          "locust", faults_, clock_,
          [this](const HttpRequest& r, HttpConnection& c) { locust_.handle(r, c); }, LocustApi::failure,
          this) {}

Expected<std::unique_ptr<TestCluster>> TestCluster::start(const TestClusterOptions& options) {
    std::unique_ptr<TestCluster> cluster(new TestCluster(options));
    if (auto done = cluster->begin(); !done) return Unexpected<Error>(done.error());
    return cluster;
}

Expected<void> TestCluster::begin() {
    if (options_.speed == 0) clock_.followSimulation();
    if (options_.tls) {
        certificates_ = options_.certificates;
        if (!certificates_) {
            auto made = Certificates::create();
            if (!made) return Unexpected<Error>(made.error());
            certificates_ = *made;
        }
    }
    if (auto done = workload_.start(options_.seed, options_.load, options_.initial); !done) return done;
    controller_.start();
    kubernetes_.pod_metrics = [this](const std::string& of) { return controller_.podMetrics(of); };
    set_default_queries(prometheus_, workload_, options_.contents);
    quint16 port = options_.first_port;
    for (HttpServer* server : {&kubernetes_server_, &prometheus_server_, &locust_server_}) {
        if (certificates_) server->useTls(certificates_);
        if (auto done = server->start(port); !done) return done;
        if (port != 0) ++port;
    }
    if (options_.speed > 0) {
        connect(&timer_, &QTimer::timeout, this, [this] {
            owed_s_ += options_.speed * tick_ms / 1000;
            const int whole = static_cast<int>(owed_s_);
            owed_s_ -= whole;
            workload_.advance(whole);
        });
        timer_.start(tick_ms);
    }
    return {};
}

HttpServer& TestCluster::server(const std::string& service) {
    if (service == "prometheus") return prometheus_server_;
    return service == "locust" ? locust_server_ : kubernetes_server_;
}

int TestCluster::count(cluster::Pool pool, const char* part, const char* field) const {
    const StoredObject* stored =
        store_.find({"deployments.apps", options_.contents.namespace_, controller_.deployment(pool)});
    return stored == nullptr ? -1 : stored->json().at(part).value(field, 0);
}

int TestCluster::replicas(cluster::Pool pool) const { return count(pool, "spec", "replicas"); }

int TestCluster::readyReplicas(cluster::Pool pool) const { return count(pool, "status", "readyReplicas"); }

bool TestCluster::scaleAsSomebody(cluster::Pool pool, int replicas) {
    return kubernetes_.writes().setReplicas(options_.contents.namespace_, controller_.deployment(pool),
                                            replicas, "somebody");
}

Expected<void> TestCluster::writeKubeconfig(const QString& path, Identity identity) {
    QByteArray user = "{}";
    if (identity == Identity::token) {
        kubernetes_.access().token = token;
        kubernetes_.access().credentials_needed = true;
        user = QByteArray("{token: ") + token + "}";
    } else if (identity == Identity::client_certificate) {
        if (!certificates_)
            return fail(ErrorCode::invalid_argument, "A client certificate needs a cluster with TLS.");
        kubernetes_.access().credentials_needed = true;
        user = "{client-certificate-data: " + base64(certificates_->clientCertificateFile()) +
               ", client-key-data: " + base64(certificates_->clientKeyFile()) + "}";
    }
    QByteArray cluster = "server: " + kubernetesUrl().toString().toUtf8();
    if (certificates_) cluster += ", certificate-authority-data: " + base64(certificates_->authorityFile());
    QFile file(path);
    const QByteArray text =
        "apiVersion: v1\nkind: Config\ncurrent-context: test\nclusters:\n- name: test\n  cluster: {" +
        cluster + "}\nusers:\n- name: tester\n  user: " + user +
        "\ncontexts:\n- name: test\n  context: {cluster: test, user: tester, namespace: " +
        QByteArray::fromStdString(options_.contents.namespace_) + "}\n";
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
        return fail(ErrorCode::io_error,
                    "The kubeconfig cannot be written: " + file.errorString().toStdString());
    return {};
}

}  // namespace trimtab::test_cluster
