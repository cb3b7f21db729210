// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QTest>

#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/placement_calls.h"
#include "tests/core/cluster_api/kubernetes/recording.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

QJsonObject body_of(const HttpRequest& request) { return QJsonDocument::fromJson(request.body).object(); }
QJsonObject json(const char* text) { return QJsonDocument::fromJson(text).object(); }

}  // namespace

class TestApiCalls : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_scale_is_patched_with_its_version() {
        const auto call = patch_scale("workloads", "gpu", 3, "313", WriteMode::dry_run);
        QCOMPARE(call.request.method, QByteArray("PATCH"));
        QCOMPARE(call.request.path, QString("/apis/apps/v1/namespaces/workloads/deployments/gpu/scale"));
        QCOMPARE(call.request.content_type, QByteArray("application/merge-patch+json"));
        QCOMPARE(body_of(call.request),
                 json(R"({"metadata":{"resourceVersion":"313"},"spec":{"replicas":3}})"));
        QCOMPARE(encode_form(call.request.query),
                 QByteArray("fieldManager=trimtab&fieldValidation=Strict&dryRun=All"));
        QCOMPARE(call.request.repeatable, std::optional<bool>(true));
        const auto stored = patch_scale("workloads", "gpu", 3, "313", WriteMode::store);
        QVERIFY(!encode_form(stored.request.query).contains("dryRun"));
        QVERIFY(!stored.request.repeatable.has_value());  // a broken PATCH is read back, not sent again
        const auto answer = stored.read(
            HttpResponse{200, {{"Content-Type", "application/json"}}, recorded("scale_patch_merge.json")});
        QVERIFY(answer.has_value());
    }

    void names_cannot_leave_their_path() {
        QCOMPARE(get_scale("a/b", "../c?x").request.path,
                 QString("/apis/apps/v1/namespaces/a%2Fb/deployments/..%2Fc%3Fx/scale"));
    }

    void annotations_are_set_and_removed() {
        const auto call = annotate_deployment("ns", "gpu", {{"trimtab/original", "3"}}, {"trimtab/old"}, "7",
                                              WriteMode::store);
        QCOMPARE(
            body_of(call.request),
            json(
                R"({"metadata":{"annotations":{"trimtab/original":"3","trimtab/old":null},"resourceVersion":"7"}})"));
        QVERIFY(!body_of(annotate_deployment("ns", "gpu", {}, {"a"}, "", WriteMode::store).request)
                     .value("metadata")
                     .toObject()
                     .contains("resourceVersion"));
    }

    void a_lease_is_written_as_it_is_read() {
        const Lease lease{
            {"trimtab", "ns", {}, "9", 0, 0, false}, "me", 15, 1'767'225'600'123, 1'767'225'601'000, 2};
        const auto call = update_lease(lease);
        QCOMPARE(call.request.method, QByteArray("PUT"));
        QVERIFY(call.request.body.contains("2026-01-01T00:00:00.123000Z"));
        const auto back = call.parse(body_of(call.request));
        QCOMPARE(back->holder, lease.holder);
        QCOMPARE(back->acquired_ms, lease.acquired_ms);
        QCOMPARE(back->renewed_ms, lease.renewed_ms);
        QCOMPARE(back->transitions, 2);
        const auto fresh = create_lease(lease);
        QCOMPARE(fresh.request.method, QByteArray("POST"));
        QCOMPARE(fresh.request.path, QString("/apis/coordination.k8s.io/v1/namespaces/ns/leases"));
    }

    void rights_are_asked_for() {
        const AccessQuestion question{.verb = "patch",
                                      .group = "apps",
                                      .resource = "deployments",
                                      .subresource = "scale",
                                      .name = "gpu",
                                      .namespace_name = "ns"};
        QCOMPARE(question.to_string(), std::string("patch deployments/scale gpu in namespace ns"));
        const auto call = review_access(question);
        QCOMPARE(
            body_of(call.request).value("spec").toObject().value("resourceAttributes").toObject(),
            json(
                R"({"verb":"patch","group":"apps","resource":"deployments","subresource":"scale","name":"gpu","namespace":"ns"})"));
        const auto answer =
            call.read(HttpResponse{201, {{"Content-Type", "application/json"}}, recorded("ssr.json")});
        QVERIFY(answer.has_value());
        QVERIFY(!answer->allowed);
        QCOMPARE(who_am_i().request.method, QByteArray("POST"));
    }

    void placement_by_metadata_and_selector() {
        const auto metadata = patch_metadata(services_resource, "ns", "inference", {{"weight", "30"}},
                                             {{"old", ""}}, WriteMode::dry_run);
        QCOMPARE(body_of(metadata.request),
                 json(R"({"metadata":{"annotations":{"weight":"30"},"labels":{"old":null}}})"));
        QCOMPARE(metadata.request.path, QString("/api/v1/namespaces/ns/services/inference"));
        const auto selector = patch_service_selector("ns", "inference", {{"pool", "gpu"}}, WriteMode::store);
        QCOMPARE(body_of(selector.request), json(R"({"spec":{"selector":{"pool":"gpu"}}})"));
    }

    void placement_by_route_weights() {
        const QJsonObject route =
            json(R"({"metadata":{"name":"r","namespace":"ns","resourceVersion":"5"},"spec":{"rules":[
            {"matches":[{"path":{"value":"/"}}],"backendRefs":[{"name":"gpu","port":80,"weight":1},{"name":"cpu","port":80}]},
            {"backendRefs":[{"name":"other","weight":4}]}]}})");
        const auto call = patch_route_weights(route, {{"gpu", 70}, {"cpu", 30}}, WriteMode::store);
        QVERIFY(call.has_value());
        QCOMPARE(body_of(call->request), json(R"({"metadata":{"resourceVersion":"5"},"spec":{"rules":[
            {"matches":[{"path":{"value":"/"}}],"backendRefs":[{"name":"gpu","port":80,"weight":70},{"name":"cpu","port":80,"weight":30}]},
            {"backendRefs":[{"name":"other","weight":4}]}]}})"));
        QCOMPARE(patch_route_weights(route, {{"tpu", 1}}, WriteMode::store).error().code,
                 ErrorCode::not_found);
        QCOMPARE(patch_route_weights(route, {{"gpu", -1}}, WriteMode::store).error().code,
                 ErrorCode::invalid_argument);
        QVERIFY(!patch_route_weights({}, {{"gpu", 1}}, WriteMode::store));
    }
};

QTEST_GUILESS_MAIN(TestApiCalls)
#include "tst_api_calls.moc"
