// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "core/cluster_api/kubernetes/informer.h"
#include "core/cluster_api/kubernetes/read_objects.h"
#include "tests/core/cluster_api/http/client_fixture.h"
#include "tests/core/cluster_api/kubernetes/model_api.h"
#include "tests/core/cluster_api/kubernetes/recording.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;
using End = ScriptedAnswer::End;

class TestInformer : public QObject {
    Q_OBJECT

    FakeClock clock_;
    std::unique_ptr<ScriptedServer> server_;
    std::unique_ptr<ModelApi> model_;
    std::unique_ptr<KubernetesClient> client_;
    TypedStore<Deployment> store_{read_deployment};
    std::unique_ptr<Informer> informer_;
    std::vector<ScriptedAnswer> faults_;  ///< of the next requests, last first

    std::map<std::string, int> seen() const {
        std::map<std::string, int> state;
        for (const auto& [uid, deployment] : store_.objects())
            state[deployment.meta.name] = deployment.replicas;
        return state;
    }
    void start(ObjectStore& store, const Resource& resource = deployments_resource) {
        informer_ = std::make_unique<Informer>(
            *client_, InformerSettings{.resource = resource, .namespace_name = "ns"}, store);
        informer_->start();
    }
    int requests(const char* part) const {
        int count = 0;
        for (const auto& request : server_->requests()) count += request.query.contains(part) ? 1 : 0;
        return count;
    }

  private Q_SLOTS:
    void init() {
        faults_.clear();
        server_ = std::make_unique<ScriptedServer>([this](const ReceivedRequest& request) {
            if (faults_.empty()) return model_->answer(request);
            const ScriptedAnswer fault = faults_.back();
            faults_.pop_back();
            return fault;
        });
        model_ = std::make_unique<ModelApi>(*server_);
        for (int i = 0; i < 20; ++i) model_->set("d" + QByteArray::number(i), i);
        KubernetesConnection connection;
        connection.endpoint = *make_endpoint(server_->url(), {}, no_environment());
        connection.credentials = std::make_shared<FixedCredential>();
        connection.headers = {{"Impersonate-User", "someone"}};
        client_ = std::make_unique<KubernetesClient>(
            connection, HttpBehaviour{.retry = {}, .clock = &clock_, .uniform = [] { return 0.5; }});
        store_ = TypedStore<Deployment>(read_deployment);
    }
    void cleanup() {
        informer_.reset();
        client_.reset();
        server_.reset();
    }

    void lists_in_pages_then_watches() {
        start(store_);
        QTRY_VERIFY(informer_->current());
        QCOMPARE(seen(), model_->state());
        QCOMPARE(requests("limit=500"), 3);
        QTRY_COMPARE(server_->streams(), 1);
        const QByteArray watch = server_->requests().back().query;
        QVERIFY2(watch.contains("allowWatchBookmarks=true") && watch.contains("timeoutSeconds=450"), watch);
        QCOMPARE(server_->requests().back().headers.at("impersonate-user"), QByteArray("someone"));
    }

    void signals_tell_what_changed() {
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        const QSignalSpy added(informer_.get(), &Informer::added);
        const QSignalSpy changed(informer_.get(), &Informer::changed);
        int removed_with_object = 0;
        connect(informer_.get(), &Informer::removed, this,
                [&](const std::string& uid) { removed_with_object += store_.find(uid) != nullptr ? 1 : 0; });
        model_->set("new", 3);
        model_->set("d3", 8);
        model_->set("d3", 8);  // a new version that shows the same
        model_->remove("d4");
        model_->remove("d5");
        model_->set("d5", 1);  // the same name, another object
        QTRY_COMPARE(seen(), model_->state());
        QCOMPARE(added.count(), 2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(removed_with_object, 2);
        QCOMPARE(informer_->counts().lists, 1);
    }

    void chunks_need_not_end_with_lines() {
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        model_->delivers = false;
        QByteArray lines;
        for (int i = 0; i < 3; ++i) {
            model_->set("d1", 50 + i);
            lines += model_->lastLine();
        }
        for (const char byte : lines.left(150)) server_->push(QByteArray(1, byte));
        server_->push(lines.mid(150) + "\n\r\n");
        QTRY_COMPARE(seen(), model_->state());
        QCOMPARE(informer_->counts().unreadable, 0);
    }

    void a_bookmark_moves_the_position_only() {
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        server_->push(recorded("watch_sendInitialEvents.ndjson").split('\n').value(2) + "\n");
        QTRY_COMPARE(informer_->resourceVersion(), std::string("371"));
        QCOMPARE(seen(), model_->state());
    }

    void the_recorded_watches_are_understood() {
        TypedStore<Pod> pods(read_pod);
        start(pods, pods_resource);
        QTRY_COMPARE(server_->streams(), 1);
        const auto listed = pods.size();
        std::vector<std::string> states;
        connect(informer_.get(), &Informer::changed, this, [&](const std::string& uid) {
            states.push_back(pods.find(uid)->ready ? "ready" : pods.find(uid)->reason);
        });
        server_->push(recorded("watch_pods.ndjson"));
        QTRY_COMPARE(informer_->resourceVersion(), std::string("369"));
        QCOMPARE(informer_->counts().unreadable, 0);
        QCOMPARE(pods.size(), listed);  // it came and went
        QCOMPARE(states.back(), std::string("Terminating"));
        QVERIFY(std::find(states.begin(), states.end(), "ready") != states.end());
        cleanup();
        init();
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        server_->push(recorded("watch_deployments.ndjson"));
        QTRY_VERIFY(store_.find("50484847-86fa-4647-a0f8-6cdf2acb87df") != nullptr);
    }

    void a_watch_goes_on_where_it_ended_data() {
        QTest::addColumn<bool>("cleanly");
        QTest::newRow("its time was up") << true;
        QTest::newRow("the server was killed") << false;
    }
    void a_watch_goes_on_where_it_ended() {
        QFETCH(bool, cleanly);
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        model_->set("d1", 70);
        QTRY_COMPARE(seen(), model_->state());
        model_->delivers = false;
        model_->set("d2", 71);
        server_->endStreams(cleanly);
        model_->delivers = true;
        if (!cleanly) {
            QTRY_COMPARE(informer_->state(), Informer::State::waiting);
            QVERIFY(!informer_->current());
            clock_.advance(1000);
        }
        QTRY_COMPARE(seen(), model_->state());
        QCOMPARE(informer_->counts().lists, 1);
        QCOMPARE(informer_->counts().watches, 2);
    }

    void a_hung_watch_is_left() {
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        const QSignalSpy troubled(informer_.get(), &Informer::troubled);
        model_->bookmark();
        QTRY_COMPARE(informer_->counts().events, 1);
        clock_.advance(100'000);
        model_->bookmark();
        QTRY_COMPARE(informer_->counts().events, 2);
        model_->delivers = false;
        model_->set("d1", 90);
        clock_.advance(149'000);
        QCOMPARE(troubled.count(), 0);
        clock_.advance(1'000);
        QTRY_COMPARE(troubled.count(), 1);
        clock_.advance(1'000);
        QTRY_COMPARE(seen(), model_->state());
    }

    void an_expired_position_lists_anew_data() {
        QTest::addColumn<bool>("as_status");
        QTest::newRow("ERROR line") << false;
        QTest::newRow("HTTP 410") << true;
    }
    void an_expired_position_lists_anew() {
        QFETCH(bool, as_status);
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        model_->delivers = false;
        model_->remove("d7");
        model_->set("d8", 80);
        model_->compact();
        if (as_status) faults_ = {{.status = 410, .body = recorded("err_410_list_exact_rv.json")}};
        server_->endStreams(true);
        QTRY_COMPARE(informer_->state(), Informer::State::waiting);
        clock_.advance(1000);
        QTRY_COMPARE(informer_->counts().lists, 2);
        QTRY_VERIFY(informer_->current());
        QCOMPARE(seen(), model_->state());
        QCOMPARE(informer_->counts().expiries, 1);
    }

    void a_server_that_always_forgets_is_not_flooded() {
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        server_->setHandler([this](const ReceivedRequest& request) {
            if (!request.query.contains("watch")) return model_->answer(request);
            return ScriptedAnswer{.body = recorded("err_410_watch_old_rv.ndjson"), .end = End::stream};
        });
        server_->endStreams(false);
        for (int i = 0; i < 200; ++i) {
            QTest::qWait(2);
            clock_.advance(100);
        }
        QVERIFY2(informer_->counts().lists < 12, QByteArray::number(informer_->counts().lists));
    }

    void pages_that_expire_are_listed_at_once() {
        ReceivedRequest first_page;
        first_page.query = "limit=500";
        faults_ = {{.status = 410, .body = recorded("err_410_continue_expired.json")},
                   model_->answer(first_page)};
        start(store_);
        QTRY_VERIFY(informer_->current());
        QCOMPARE(seen(), model_->state());
        QCOMPARE(server_->requests().size() - static_cast<std::size_t>(server_->streams()), std::size_t(3));
    }

    void refusals_are_told_once_and_tried_again_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("recording");
        QTest::addColumn<int>("code");
        QTest::newRow("401") << 401 << "err_401_bad_token.json"
                             << static_cast<int>(ErrorCode::permission_denied);
        QTest::newRow("403") << 403 << "err_403_other_ns.json"
                             << static_cast<int>(ErrorCode::permission_denied);
        QTest::newRow("404") << 404 << "err_404_path.txt" << static_cast<int>(ErrorCode::not_found);
        QTest::newRow("500") << 500 << "err_404_path.txt" << static_cast<int>(ErrorCode::unavailable);
        QTest::newRow("not JSON") << 200 << "err_404_path.txt" << static_cast<int>(ErrorCode::parse_error);
    }
    void refusals_are_told_once_and_tried_again() {
        QFETCH(int, status);
        QFETCH(QString, recording);
        QFETCH(int, code);
        const ScriptedAnswer refusal{
            .status = status, .body = recorded(recording), .content_type = "application/json"};
        ScriptedAnswer spelt = refusal;
        spelt.body += status == 200 ? "}" : "";
        faults_ = {spelt, spelt, spelt};
        informer_ = std::make_unique<Informer>(
            *client_, InformerSettings{.resource = deployments_resource, .namespace_name = "ns"}, store_);
        const QSignalSpy troubled(informer_.get(), &Informer::troubled);
        const QSignalSpy recovered(informer_.get(), &Informer::recovered);
        informer_->start();
        for (int i = 0; i < 400 && !informer_->current(); ++i) {
            QTest::qWait(2);
            clock_.advance(200);
        }
        QVERIFY(informer_->current());
        QCOMPARE(troubled.count(), 1);
        QCOMPARE(static_cast<int>(qvariant_cast<Error>(troubled.first().first()).code), code);
        QTRY_COMPARE(recovered.count(), 1);
        QCOMPARE(seen(), model_->state());
    }

    void lines_that_are_no_events_list_anew_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("not JSON") << QByteArray("hello\n");
        QTest::newRow("no type") << QByteArray("{\"object\":{}}\n");
        QTest::newRow("half a line, then another") << QByteArray("{\"type\":\"MODI{\"type\":\"ADDED\"}\n");
        QTest::newRow("without end") << QByteArray(9 * 1024 * 1024, 'x');
    }
    void lines_that_are_no_events_list_anew() {
        QFETCH(QByteArray, line);
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        model_->delivers = false;
        model_->set("d9", 99);
        server_->push(line);
        QTRY_COMPARE(informer_->state(), Informer::State::waiting);
        QCOMPARE(informer_->counts().unreadable, 1);
        clock_.advance(1000);
        QTRY_VERIFY(informer_->current());
        QCOMPARE(seen(), model_->state());
    }

    void an_unreadable_object_does_not_keep_its_old_state() {
        start(store_);
        QTRY_COMPARE(server_->streams(), 1);
        server_->push(
            "{\"type\":\"MODIFIED\",\"object\":{\"metadata\":{\"name\":\"d1\",\"uid\":\"d1-2\","
            "\"resourceVersion\":"
            "\"500\"},\"spec\":{\"replicas\":\"many\"}}}\n");
        QTRY_COMPARE(informer_->counts().unreadable, 1);
        QVERIFY(store_.find_named("d1") == nullptr);
        QVERIFY(informer_->current());
    }

    void may_be_stopped_and_started_by_a_receiver() {
        start(store_);
        connect(
            informer_.get(), &Informer::added, informer_.get(), [this] { informer_->stop(); },
            Qt::SingleShotConnection);
        QTRY_COMPARE(informer_->state(), Informer::State::stopped);
        QCOMPARE(store_.size(), std::size_t(1));
        informer_->start();
        QTRY_VERIFY(informer_->current());
        QCOMPARE(seen(), model_->state());
        connect(informer_.get(), &Informer::changed, informer_.get(), [this] { informer_->stop(); });
        QTRY_COMPARE(server_->streams(), 1);
        model_->set("d1", 1000);
        QTRY_COMPARE(server_->streams(), 0);
        QCOMPARE(informer_->state(), Informer::State::stopped);
    }
};

QTEST_GUILESS_MAIN(TestInformer)
#include "tst_informer.moc"
