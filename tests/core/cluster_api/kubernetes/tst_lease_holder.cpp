// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include "core/cluster_api/kubernetes/lease_holder.h"
#include "core/cluster_api/kubernetes/read_objects.h"
#include "tests/core/cluster_api/http/client_fixture.h"
#include "tests/core/cluster_api/kubernetes/recording.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

class TestLeaseHolder : public QObject {
    Q_OBJECT

    FakeClock clock_;
    std::optional<QJsonObject> lease_;  ///< on the server
    int version_ = 0;
    int status_ = 0;  ///< instead of an answer
    bool hangs_ = false;
    std::unique_ptr<ScriptedServer> server_;
    std::unique_ptr<KubernetesClient> client_;

    static ScriptedAnswer refusal(int status) {
        return {.status = status,
                .body = "{\"kind\":\"Status\",\"code\":" + QByteArray::number(status) + "}"};
    }
    ScriptedAnswer answer(const ReceivedRequest& request) {
        if (hangs_) return {.end = ScriptedAnswer::End::hang};
        if (status_ != 0) return refusal(status_);
        const QJsonObject sent = QJsonDocument::fromJson(request.body).object();
        const QJsonValue sent_version = sent.value("metadata").toObject().value("resourceVersion");
        if (request.method == "POST") {
            if (lease_) return refusal(409);
        } else if (!lease_) {
            return refusal(404);
        } else if (request.method == "PUT" &&
                   sent_version != lease_->value("metadata").toObject().value("resourceVersion")) {
            return refusal(409);
        }
        if (request.method != "GET") store(sent);
        return {.body = QJsonDocument(*lease_).toJson()};
    }
    void store(QJsonObject lease) {
        QJsonObject meta = lease.value("metadata").toObject();
        meta["resourceVersion"] = QString::number(++version_);
        lease["metadata"] = meta;
        lease_ = lease;
    }
    void store_of(const std::string& holder) {
        Lease lease;
        lease.meta = {"trimtab", "ns", "u", "", 0, 0, false};
        lease.holder = holder;
        lease.duration_s = 15;
        store(QJsonDocument::fromJson(create_lease(lease).request.body).object());
    }
    std::string holder() const { return lease_ ? read_lease(*lease_)->holder : std::string(); }
    int transitions() const { return read_lease(*lease_)->transitions; }
    std::unique_ptr<LeaseHolder> contender(const std::string& identity) {
        return std::make_unique<LeaseHolder>(
            *client_, LeaseSettings{.namespace_name = "ns", .name = "trimtab", .identity = identity});
    }
    /// Lets time pass in small steps, with the network in between.
    void pass(int seconds) {
        for (int i = 0; i < 10 * seconds; ++i) {
            clock_.advance(100);
            QTest::qWait(2);
        }
    }

  private Q_SLOTS:
    void init() {
        lease_.reset();
        status_ = 0;
        hangs_ = false;
        server_ = std::make_unique<ScriptedServer>(
            [this](const ReceivedRequest& request) { return answer(request); });
        KubernetesConnection connection;
        connection.endpoint = *make_endpoint(server_->url(), {}, no_environment());
        connection.credentials = std::make_shared<FixedCredential>();
        client_ = std::make_unique<KubernetesClient>(
            connection, HttpBehaviour{.retry = {}, .clock = &clock_, .uniform = [] { return 0.5; }});
    }
    void cleanup() {
        client_.reset();
        server_.reset();
    }

    void is_created_and_renewed() {
        const auto me = contender("me");
        me->acquire();
        QTRY_VERIFY(me->held());
        QCOMPARE(holder(), std::string("me"));
        QCOMPARE(read_lease(*lease_)->duration_s, 15);
        const std::int64_t first = read_lease(*lease_)->renewed_ms;
        pass(60);
        QVERIFY(me->held());
        QVERIFY(read_lease(*lease_)->renewed_ms >= first + 50'000);
        QCOMPARE(read_lease(*lease_)->acquired_ms, first);
        QCOMPARE(transitions(), 0);
        QVERIFY2(version_ >= 15 && version_ <= 32, QByteArray::number(version_));
    }

    void a_holder_that_renews_is_respected() {
        const auto other = contender("other");
        const auto me = contender("me");
        const QSignalSpy blocked(me.get(), &LeaseHolder::blocked);
        other->acquire();
        QTRY_VERIFY(other->held());
        me->acquire();
        pass(60);
        QVERIFY(other->held());
        QVERIFY(!me->held());
        QCOMPARE(me->otherHolder(), std::string("other"));
        QCOMPARE(blocked.count(), 1);
    }

    void a_dead_holder_is_replaced_after_its_time() {
        store_of("dead");
        const auto me = contender("me");
        me->acquire();
        QTRY_COMPARE(me->otherHolder(), std::string("dead"));
        pass(13);
        QVERIFY(!me->held());  // whatever the times in the lease say
        pass(5);
        QTRY_VERIFY(me->held());
        QCOMPARE(holder(), std::string("me"));
        QCOMPARE(transitions(), 1);
    }

    void a_given_back_lease_is_free_at_once() {
        const auto other = contender("other");
        other->acquire();
        QTRY_VERIFY(other->held());
        QVERIFY(other->releaseAndWait().has_value());
        QVERIFY(!other->held());
        QCOMPARE(holder(), std::string());
        const auto me = contender("me");
        QVERIFY(me->waitUntilHeld().has_value());
        QCOMPARE(transitions(), 0);
    }

    void two_never_hold_it_together() {
        const auto one = contender("one");
        const auto two = contender("two");
        one->acquire();
        two->acquire();
        for (int i = 0; i < 120; ++i) {
            pass(1);
            QVERIFY(!(one->held() && two->held()));
            if (i == 60) (one->held() ? one : two)->abandon();  // it dies
        }
        QVERIFY(one->held() != two->held());
    }

    void it_is_lost_at_the_deadline_data() {
        QTest::addColumn<int>("status");
        QTest::newRow("hangs") << 0;
        QTest::newRow("500") << 500;
        QTest::newRow("403") << 403;
        QTest::newRow("503") << 503;
    }
    void it_is_lost_at_the_deadline() {
        QFETCH(int, status);
        const auto me = contender("me");
        const QSignalSpy lost(me.get(), &LeaseHolder::lost);
        me->acquire();
        QTRY_VERIFY(me->held());
        hangs_ = status == 0;
        status_ = status;
        pass(7);
        QCOMPARE(lost.count(), 0);
        clock_.advance(3'000);
        QVERIFY(!me->held());  // before any signal
        QVERIFY2(me->loss().starts_with("it could not be renewed since 2"), me->loss().c_str());
        pass(12);
        QVERIFY2(me->loss().starts_with("it could not be renewed since 2"), me->loss().c_str());
        QCOMPARE(qvariant_cast<Error>(lost.first().first()).message.find(me->loss()) != std::string::npos,
                 true);
        QCOMPARE(lost.count(), 1);
        QCOMPARE(me->state(), LeaseHolder::State::idle);
    }

    void a_short_outage_is_survived() {
        const auto me = contender("me");
        const QSignalSpy lost(me.get(), &LeaseHolder::lost);
        me->acquire();
        QTRY_VERIFY(me->held());
        status_ = 503;
        pass(5);
        status_ = 0;
        pass(10);
        QVERIFY(me->held());
        QCOMPARE(lost.count(), 0);
        QVERIFY(me->loss().empty());
    }

    void a_foreign_write_is_noticed_data() {
        QTest::addColumn<QString>("holder");
        QTest::addColumn<bool>("survives");
        QTest::addColumn<std::string>("loss");
        QTest::newRow("another holder") << "thief" << false << std::string("'thief' took it");
        QTest::newRow("no holder") << "" << false << std::string("somebody took it away");
        QTest::newRow("an annotation") << "me" << true << std::string();
    }
    void a_foreign_write_is_noticed() {
        QFETCH(QString, holder);
        QFETCH(bool, survives);
        const auto me = contender("me");
        const QSignalSpy lost(me.get(), &LeaseHolder::lost);
        me->acquire();
        QTRY_VERIFY(me->held());
        store_of(holder.toStdString());
        pass(6);
        QCOMPARE(lost.count(), survives ? 0 : 1);
        QCOMPARE(me->held(), survives);
        QTEST(me->loss(), "loss");
        if (!survives) QCOMPARE(qvariant_cast<Error>(lost.first().first()).code, ErrorCode::conflict);
    }

    void a_deleted_lease_is_made_again() {
        const auto me = contender("me");
        me->acquire();
        QTRY_VERIFY(me->held());
        lease_.reset();
        pass(6);
        QVERIFY(me->held());
        QCOMPARE(holder(), std::string("me"));
    }

    void waiting_tells_why_not() {
        status_ = 403;
        QCOMPARE(contender("me")->waitUntilHeld().error().code, ErrorCode::permission_denied);
        status_ = 0;
        store_of("other");
        const auto blocked = contender("me")->waitUntilHeld({}, 1);
        QCOMPARE(blocked.error().code, ErrorCode::conflict);
        QVERIFY(blocked.error().message.find("'other'") != std::string::npos);
        RunControl control;
        control.request_stop();
        QCOMPARE(contender("me")->waitUntilHeld(StopToken(control)).error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestLeaseHolder)
#include "tst_lease_holder.moc"
