// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster to try the product on: a Kubernetes API, a Prometheus and a Locust on loopback until it is
// killed.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

#include "core/load/load_pattern.h"
#include "tests/support/test_cluster/admin_api.h"
#include "tests/support/test_cluster/api_status.h"
#include "tests/support/test_cluster/test_cluster.h"

namespace {

using namespace trimtab;
using namespace trimtab::test_cluster;

int failed(const Error& error) {
    std::fprintf(stderr, "trimtab-test-cluster: %s\n", error.message.c_str());
    return 2;
}

QCommandLineOption option(const char* name, const char* help, const char* value = nullptr,
                          const char* standard = "") {
    return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(help),
                              value == nullptr ? QString() : QString::fromLatin1(value),
                              QString::fromLatin1(standard));
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "The simulated cluster behind a Kubernetes API, a Prometheus and a Locust on loopback.\n"
        "Prints their URLs as one line of JSON and runs until it is killed."));
    parser.addHelpOption();
    parser.addOptions(
        {option("deployments", "Deployments in the namespace, the two pools among them.", "N", "2"),
         option("pods", "Pods of the other Deployments.", "N", "0"),
         option("restarts", "Pods of others that change every simulated second.", "N", "0"),
         option("tls", "Serve over TLS with an authority of its own."),
         option("identity", "none, token or certificate, in the kubeconfig.", "KIND", "none"),
         option("kubeconfig", "Write a kubeconfig here.", "FILE"),
         option("speed", "Simulated seconds a second; 0: only POST /advance passes time.", "X", "1"),
         option("locust", "Version whose spelling Locust has.", "VERSION", "2.46.0"),
         option("load", "ramp, spike, periodic, random, constant or day, until somebody swarms.", "PATTERN",
                "periodic"),
         option("load-duration", "Seconds that the pattern lasts; its last value stays.", "S", "300"),
         option("seed", "Seed of the cluster and the load.", "N", "1"),
         option("namespace", "Namespace of everything.", "NAME", "workloads"),
         option("port", "First of four consecutive ports; 0: free ones.", "PORT", "0"),
         option("keda", "Serve ScaledObjects (an empty list)."),
         option("deny", "Refuse a verb on a resource, as in \"patch deployments/scale\"; may be repeated.",
                "RULE"),
         option("fault",
                "service/METHOD/path=kind[:number[:retry_after_s]][@first[xcalls]]; may be repeated.",
                "RULE")});
    parser.process(application);
    const auto text = [&parser](const char* name) {
        return parser.value(QString::fromLatin1(name)).toStdString();
    };
    const auto number = [&parser](const char* name) {
        return parser.value(QString::fromLatin1(name)).toDouble();
    };
    const auto all = [&parser](const char* name) { return parser.values(QString::fromLatin1(name)); };

    TestClusterOptions options;
    options.contents.deployments = static_cast<int>(number("deployments"));
    options.contents.pods = static_cast<int>(number("pods"));
    options.contents.restarts_per_s = static_cast<int>(number("restarts"));
    options.contents.namespace_ = text("namespace");
    options.tls = parser.isSet(QStringLiteral("tls"));
    options.speed = number("speed");
    options.seed = static_cast<std::uint64_t>(number("seed"));
    options.locust_version = text("locust");
    options.first_port = static_cast<quint16>(number("port"));
    const auto load =
        load::make_schedule({}, text("load"), options.seed, static_cast<int>(number("load-duration")));
    if (!load) return failed(load.error());
    options.load = *load;

    auto cluster = TestCluster::start(options);
    if (!cluster) return failed(cluster.error());
    TestCluster& running = **cluster;
    running.kubernetes().installed().keda = parser.isSet(QStringLiteral("keda"));
    for (const QString& rule : all("deny"))
        running.kubernetes().access().denied.push_back(rule.toStdString());
    for (const QString& rule : all("fault")) {
        const auto parsed = parse_fault_rule(rule.toStdString());
        if (!parsed) return failed(parsed.error());
        running.faults().add(*parsed);
    }
    if (const QString path = parser.value(QStringLiteral("kubeconfig")); !path.isEmpty()) {
        using Identity = TestCluster::Identity;
        const std::string identity = text("identity");
        const auto written =
            running.writeKubeconfig(path, identity == "token"         ? Identity::token
                                          : identity == "certificate" ? Identity::client_certificate
                                                                      : Identity::none);
        if (!written) return failed(written.error());
    }

    FaultPlan no_faults;
    HttpServer admin(
        "admin", no_faults, running.clock(),
        [&running](const HttpRequest& request, HttpConnection& connection) {
            handle_admin(running, request, connection);
        },
        [](int status) { return api_failure(status); }, nullptr);
    if (auto done = admin.start(options.first_port == 0 ? quint16(0) : quint16(options.first_port + 3));
        !done)
        return failed(done.error());

    const Json urls{
        {"kubernetes", running.kubernetesUrl().toString().toStdString()},
        {"prometheus", running.prometheusUrl().toString().toStdString()},
        {"locust", running.locustUrl().toString().toStdString()},
        {"admin", admin.url().toString().toStdString()},
        {"ca_file", running.certificates() ? running.certificates()->authorityFile().toStdString() : ""},
        {"namespace", options.contents.namespace_},
        {"gpu_deployment", options.contents.gpu_deployment},
        {"cpu_deployment", options.contents.cpu_deployment}};
    std::printf("%s\n", urls.dump().c_str());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
