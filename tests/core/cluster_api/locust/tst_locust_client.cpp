// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/cluster_api/locust/load_controller.h"
#include "core/load/load_pattern.h"
#include "tests/core/cluster_api/http/client_fixture.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

const QByteArray started = R"({"success":true,"message":"Swarming started","host":"http://a"})";

LocustClient client_of(const ScriptedServer& server, HttpBehaviour behaviour = hasty()) {
    return LocustClient(*make_endpoint(server.url(), {}, no_environment()),
                        std::make_shared<FixedCredential>(), behaviour);
}

}  // namespace

class TestLocustClient : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_swarm_is_a_form() {
        ScriptedServer server([](const ReceivedRequest&) { return ScriptedAnswer{.body = started}; });
        LocustClient client = client_of(server);
        const auto answer = client.swarm({25, 2.5, "http://inference.example/a b", "10m"});
        QVERIFY2(answer.has_value(), answer ? "" : answer.error().message.c_str());
        const ReceivedRequest& request = server.requests().front();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QByteArray("/swarm"));
        QCOMPARE(request.headers.at("content-type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(
            request.body,
            QByteArray(
                "user_count=25&spawn_rate=2.5&host=http%3A%2F%2Finference.example%2Fa%20b&run_time=10m"));
        QVERIFY(!client.swarm({-1, 1, {}, {}}).has_value());
        QVERIFY(!client.swarm({1, 0, {}, {}}).has_value());
        QCOMPARE(server.requests().size(), std::size_t(1));
    }

    void statistics_are_asked_at_most_every_two_seconds() {
        FakeClock clock;
        ScriptedServer server([](const ReceivedRequest& request) -> ScriptedAnswer {
            if (request.path != "/stats/requests") return {.body = started};
            return {.body = R"({"state":"running","user_count":3,"stats":[]})"};
        });
        HttpBehaviour behaviour = hasty();
        behaviour.clock = &clock;
        LocustClient client = client_of(server, behaviour);
        for (int i = 0; i < 4; ++i) QCOMPARE(client.statistics()->user_count, 3);
        QCOMPARE(server.requests().size(), std::size_t(1));
        clock.advance(LocustClient::statistics_age_ms);
        QVERIFY(client.statistics().has_value());
        QCOMPARE(server.requests().size(), std::size_t(2));
        QVERIFY(client.swarm({5, 1, {}, {}}).has_value());  // what was known is over
        QVERIFY(client.statistics().has_value());
        QCOMPARE(server.requests().size(), std::size_t(4));
    }

    void stop_and_reset_are_the_paths_of_the_web_interface() {
        ScriptedServer server([](const ReceivedRequest& request) -> ScriptedAnswer {
            if (request.path == "/stop") return {.body = R"({"success":true,"message":"Test stopped"})"};
            return {.body = "ok", .content_type = "text/html; charset=utf-8"};
        });
        LocustClient client = client_of(server);
        QVERIFY(client.stop().has_value());
        QVERIFY(client.resetStatistics().has_value());
        QCOMPARE(server.requests()[0].path, QByteArray("/stop"));
        QCOMPARE(server.requests()[0].method, QByteArray("GET"));
        QCOMPARE(server.requests()[1].path, QByteArray("/stats/reset"));
    }

    void the_load_follows_its_schedule_and_posts_changes_only() {
        std::vector<QByteArray> posted;
        ScriptedServer server([&](const ReceivedRequest& request) -> ScriptedAnswer {
            if (request.path == "/stop") return {.body = R"({"success":true,"message":"Test stopped"})"};
            posted.push_back(request.body);
            return {.body = started};
        });
        LocustClient client = client_of(server);
        LoadController load(client, {}, 20);
        QVERIFY(!load.follow(0).has_value());  // no schedule yet
        QVERIFY(load.finish().has_value());    // nothing to stop
        const load::LoadSchedule spike = load::make_schedule({}, "spike", 1, 300).value();
        QVERIFY(load.begin(spike).has_value());
        int changes = 0;
        for (int t = -30; t < 300; ++t) {
            QVERIFY(load.follow(t).has_value());
            QCOMPARE(load.users(), static_cast<int>(spike.at(t)));
            if (t > 0 && spike.at(t) != spike.at(t - 1)) ++changes;
        }
        QCOMPARE(changes, 2);
        QCOMPARE(posted.size(), std::size_t(3));
        QCOMPARE(posted[0], QByteArray("user_count=10&spawn_rate=20"));
        QVERIFY(load.finish().has_value());
        QCOMPARE(server.requests().back().path, QByteArray("/stop"));
        QCOMPARE(load.users(), -1);
    }

    void arrivals_and_load_shapes_cannot_be_driven() {
        ScriptedServer server([](const ReceivedRequest&) -> ScriptedAnswer {
            return {
                .body =
                    R"({"success":true,"message":"Swarming started using shape class 'Steps'","host":""})"};
        });
        LocustClient client = client_of(server);
        LoadController load(client, {}, 1);
        QCOMPARE(load.begin({"day", load::LoadKind::open, {5}}).error().code, ErrorCode::unsupported);
        QVERIFY(load.begin({"constant", load::LoadKind::closed, {5}}).has_value());
        QCOMPARE(load.follow(0).error().code, ErrorCode::unsupported);
    }

    void a_change_that_failed_is_posted_again() {
        int calls = 0;
        ScriptedServer server([&](const ReceivedRequest&) -> ScriptedAnswer {
            if (++calls == 1) return {.status = 500, .body = "x", .content_type = "text/html"};
            return {.body = started};
        });
        LocustClient client = client_of(server);
        LoadController load(client, {}, 1);
        QVERIFY(load.begin({"constant", load::LoadKind::closed, {5}}).has_value());
        QCOMPARE(load.follow(0).error().code, ErrorCode::invalid_argument);
        QVERIFY(load.follow(1).has_value());
        QCOMPARE(calls, 2);
    }
};

QTEST_GUILESS_MAIN(TestLocustClient)
#include "tst_locust_client.moc"
