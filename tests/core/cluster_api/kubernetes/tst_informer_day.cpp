// SPDX-License-Identifier: GPL-3.0-or-later
// A day of a watch in simulated time, and a namespace as large as they get.
#include <malloc.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include "core/base/seeded_draw.h"
#include "core/cluster_api/kubernetes/informer.h"
#include "core/cluster_api/kubernetes/read_objects.h"
#include "tests/core/cluster_api/http/client_fixture.h"
#include "tests/core/cluster_api/kubernetes/model_api.h"
#include "tests/core/cluster_api/kubernetes/recording.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;
using End = ScriptedAnswer::End;

#ifdef __SANITIZE_ADDRESS__
// Of sanitizer/allocator_interface.h, which GCC 12 does not ship.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace {

int open_files() {
    return static_cast<int>(QDir("/proc/self/fd").entryList(QDir::Files | QDir::System).size());
}

// What is allocated, rather than resident: AddressSanitizer keeps freed memory back on purpose.
double allocated_mib() {
#ifdef __SANITIZE_ADDRESS__
    const std::size_t bytes = __sanitizer_get_current_allocated_bytes();
#else
    const struct mallinfo2 heap = mallinfo2();
    const std::size_t bytes = heap.uordblks + heap.hblkhd;
#endif
    return static_cast<double>(bytes) / (1 << 20);
}

KubernetesConnection connection_to(const ScriptedServer& server) {
    KubernetesConnection connection;
    connection.endpoint = *make_endpoint(server.url(), {}, no_environment());
    connection.credentials = std::make_shared<FixedCredential>();
    return connection;
}

}  // namespace

class TestInformerDay : public QObject {
    Q_OBJECT

    FakeClock clock_;
    DrawSequence draws_{5, DrawStream::load_pattern};
    std::vector<ScriptedAnswer> faults_;
    ScriptedServer server_{[this](const ReceivedRequest& request) {
        if (faults_.empty()) return model_.answer(request);
        const ScriptedAnswer fault = faults_.back();
        faults_.pop_back();
        return fault;
    }};
    ModelApi model_{server_};
    TypedStore<Deployment> store_{read_deployment};

    std::map<std::string, int> seen() const {
        std::map<std::string, int> state;
        for (const auto& [uid, deployment] : store_.objects())
            state[deployment.meta.name] = deployment.replicas;
        return state;
    }
    void change_something() {
        const QByteArray name = "d" + QByteArray::number(draws_.next_below(30));
        const bool exists = model_.state().contains(name.toStdString());
        if (exists && draws_.next_below(4) == 0)
            model_.remove(name);
        else
            model_.set(name, static_cast<int>(draws_.next_below(10)));
    }
    /// Lets the clients work until the store is the present state.
    bool settle(const Informer& informer) {
        for (int i = 0; i < 4000; ++i) {
            QTest::qWait(1);
            if (informer.current() && server_.streams() == 1 && seen() == model_.state()) return true;
            if (i % 4 == 3) clock_.advance(250);
        }
        return false;
    }
    void break_something() {
        model_.delivers = draws_.next_below(2) == 0;
        change_something();
        const QByteArray line = model_.lastLine();
        const ScriptedAnswer overload{.status = 503, .body = "later", .content_type = "text/plain"};
        switch (draws_.next_below(8)) {
            case 0:
                server_.endStreams(false);
                break;
            case 1:  // it hangs
                model_.delivers = false;
                clock_.advance(155'000);
                break;
            case 2:  // the end of the line is lost
                model_.delivers = false;
                server_.push(line.left(line.size() / 2));
                server_.endStreams(false);
                break;
            case 3:
                change_something();
                model_.compact();
                server_.endStreams(draws_.next_below(2) == 0);
                break;
            case 4:
                faults_ = {overload, {.end = End::hang}, {.end = End::reset}, overload};
                server_.endStreams(false);
                break;
            case 5:
                faults_ = {{.status = 410, .body = recorded("err_410_list_exact_rv.json")}};
                server_.endStreams(true);
                break;
            case 6:
                faults_ = {{.status = 429,
                            .body = "later",
                            .content_type = "text/plain",
                            .headers = {{"Retry-After", "3"}}}};
                server_.endStreams(true);
                break;
            default:
                server_.stopListening();
                server_.endStreams(false);
                QTest::qWait(2);
                clock_.advance(2'000);
                QTest::qWait(2);
                server_.reopen();
        }
        model_.delivers = true;
    }

  private Q_SLOTS:
    void misses_nothing_and_leaks_nothing() {
        constexpr std::int64_t day_ms = 24LL * 3600 * 1000;
        for (int i = 0; i < 12; ++i) change_something();
        KubernetesClient client(connection_to(server_), {.retry = {}, .clock = &clock_, .uniform = [this] {
                                                             return draws_.next_uniform();
                                                         }});
        Informer informer(client, {.resource = deployments_resource, .namespace_name = "ns"}, store_);
        informer.start();
        QVERIFY(settle(informer));
        int files = 0;
        double memory_mib = 0;
        std::size_t timers = 0;
        int breaks = 0;
        while (clock_.monotonic_ms() < day_ms) {
            // The server ends each watch after its time; something breaks on the way now and then.
            for (int minute = 0; minute < 5; ++minute) {
                if (draws_.next_below(3) == 0) change_something();
                clock_.advance(60'000);
                model_.bookmark();
                QVERIFY(settle(informer));
            }
            server_.endStreams(true);
            QVERIFY(settle(informer));
            if (draws_.next_below(2) == 0) {
                ++breaks;
                break_something();
                QVERIFY2(settle(informer), QByteArray::number(clock_.monotonic_ms()));
            }
            server_.forgetRequests();
            if (files == 0 && clock_.monotonic_ms() > day_ms / 8) {
                files = open_files();
                memory_mib = allocated_mib();
                timers = clock_.waiting();
            }
        }
        const auto& counts = informer.counts();
        qInfo("%d breaks, %lld watches, %lld lists, %lld events, %.1f MiB more since hour 3", breaks,
              static_cast<long long>(counts.watches), static_cast<long long>(counts.lists),
              static_cast<long long>(counts.events), allocated_mib() - memory_mib);
        QVERIFY(counts.watches > 200);
        QVERIFY(open_files() <= files + 4);
        QVERIFY(clock_.waiting() <= timers + 4);
        QVERIFY(allocated_mib() - memory_mib < 8);
        QVERIFY(informer.children().size() < 8);
    }

    void twenty_thousand_pods_stay_small() {
        constexpr int pods = 20'000;
        const QJsonObject recorded_pod =
            recorded_object("pods_list.json").value("items").toArray().first().toObject();
        const QByteArray body = QJsonDocument(recorded_pod).toJson(QJsonDocument::Compact);
        const QByteArray uid = recorded_pod.value("metadata").toObject().value("uid").toString().toUtf8();
        QVERIFY(body.size() > 2000);
        ScriptedServer server([&](const ReceivedRequest& request) {
            if (request.query.contains("watch")) return ScriptedAnswer{.end = End::stream};
            const QByteArray position = request.query.mid(request.query.indexOf("continue=") + 9);
            const int from = request.query.contains("continue=") ? position.toInt() : 0;
            ScriptedAnswer page{.body = "{\"metadata\":{\"resourceVersion\":\"1\",\"continue\":\"" +
                                        (from + 500 < pods ? QByteArray::number(from + 500) : QByteArray()) +
                                        "\"},\"items\":["};
            for (int i = from; i < from + 500; ++i) {
                if (i > from) page.body += ',';
                page.body +=
                    QByteArray(body).replace(uid, "uid-of-a-pod-that-is-as-long-as-" + QByteArray::number(i));
            }
            page.body += "]}";
            return page;
        });
        KubernetesClient client(connection_to(server));
        TypedStore<Pod> store(read_pod);
        Informer informer(client, {.resource = pods_resource, .namespace_name = {}}, store);
        const double before_mib = allocated_mib();
        informer.start();
        QTRY_VERIFY_WITH_TIMEOUT(informer.current(), 60'000);
        QCOMPARE(store.size(), std::size_t(pods));
        qInfo("%d pods take %.1f MiB", pods, allocated_mib() - before_mib);
        QVERIFY(allocated_mib() - before_mib < 100);
    }
};

QTEST_GUILESS_MAIN(TestInformerDay)
#include "tst_informer_day.moc"
