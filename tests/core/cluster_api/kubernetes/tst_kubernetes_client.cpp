// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/kubernetes_client.h"
#include "core/cluster_api/kubernetes/read_objects.h"
#include "tests/core/cluster_api/http/client_fixture.h"
#include "tests/core/cluster_api/kubernetes/recording.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

KubernetesConnection connection_to(const ScriptedServer& server) {
    KubernetesConnection connection;
    connection.endpoint = *make_endpoint(server.url(), {}, no_environment());
    connection.credentials = std::make_shared<FixedCredential>(Credential::bearer("t"));
    connection.headers = {{"Impersonate-User", "someone"}};
    return connection;
}

QByteArray pod_page(int from, int count, const QByteArray& next) {
    QByteArray items;
    for (int i = from; i < from + count; ++i)
        items += (items.isEmpty() ? "" : ",") + QByteArray("{\"metadata\":{\"name\":\"p") +
                 QByteArray::number(i) + "\"}}";
    return "{\"metadata\":{\"resourceVersion\":\"9\",\"continue\":\"" + next + "\"},\"items\":[" + items +
           "]}";
}

}  // namespace

class TestKubernetesClient : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void calls_in_both_forms_with_headers_and_warnings() {
        ScriptedServer server([](const ReceivedRequest&) {
            return ScriptedAnswer{.body = recorded("warn_unknown_field.json"),
                                  .headers = {{"Warning", "299 - \"unknown field \\\"spec.foo\\\"\""}}};
        });
        KubernetesClient cluster(connection_to(server));
        const QSignalSpy warned(&cluster, &KubernetesClient::warned);
        QVERIFY(cluster.wait(get_scale("workloads", "gpu")).has_value());
        bool answered = false;
        cluster.send(get_scale("workloads", "gpu"), this,
                     [&](const Expected<Scale>& scale) { answered = scale.has_value(); });
        QTRY_VERIFY(answered);
        QCOMPARE(server.requests().front().headers.at("impersonate-user"), QByteArray("someone"));
        QCOMPARE(warned.count(), 1);  // the same text once
        QCOMPARE(warned.first().first().toString(), QString("unknown field \"spec.foo\""));
    }

    void transport_errors_name_what_was_asked() {
        ScriptedServer server([](const ReceivedRequest&) { return ScriptedAnswer{}; });
        server.stopListening();
        KubernetesClient cluster(connection_to(server), hasty());
        const auto scale = cluster.wait(get_scale("workloads", "gpu"));
        QCOMPARE(scale.error().code, ErrorCode::unavailable);
        QVERIFY(scale.error().context.starts_with("scale of deployment gpu at http://127.0.0.1"));
    }

    void lists_come_in_pages() {
        ScriptedServer server([](const ReceivedRequest& request) {
            if (!request.query.contains("continue")) return ScriptedAnswer{.body = pod_page(0, 500, "a")};
            if (request.query.contains("continue=a")) return ScriptedAnswer{.body = pod_page(500, 500, "b")};
            return ScriptedAnswer{.body = pod_page(1000, 7, "")};
        });
        KubernetesClient cluster(connection_to(server));
        const auto pods = cluster.list<Pod>(pods_resource, "ns", read_pod);
        QCOMPARE(pods->size(), std::size_t(1007));
        QCOMPARE(pods->back().meta.name, std::string("p1006"));
        QVERIFY(server.requests().front().query.contains("limit=500"));
    }

    void an_expired_page_lists_everything_at_once() {
        ScriptedServer server([](const ReceivedRequest& request) {
            if (request.query.contains("continue"))
                return ScriptedAnswer{.status = 410, .body = recorded("err_410_continue_expired.json")};
            if (request.query.contains("limit")) return ScriptedAnswer{.body = pod_page(0, 500, "a")};
            return ScriptedAnswer{.body = pod_page(0, 700, "")};
        });
        KubernetesClient cluster(connection_to(server));
        QCOMPARE(cluster.list<Pod>(pods_resource, "ns", read_pod)->size(), std::size_t(700));
        QCOMPARE(server.requests().size(), std::size_t(3));
    }

    void a_refused_list_is_an_error() {
        ScriptedServer server([](const ReceivedRequest&) {
            return ScriptedAnswer{.status = 403, .body = recorded("err_403_other_ns.json")};
        });
        KubernetesClient cluster(connection_to(server));
        QCOMPARE(cluster.list<Pod>(pods_resource, "ns", read_pod).error().code, ErrorCode::permission_denied);
    }
};

QTEST_GUILESS_MAIN(TestKubernetesClient)
#include "tst_kubernetes_client.moc"
