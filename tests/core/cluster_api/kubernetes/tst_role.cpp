// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>
#include <algorithm>

#include "core/cluster_api/kubernetes/role.h"
#include "core/cluster_api/kubernetes/yaml_tree.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

class TestRole : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_shipped_file_is_what_is_rendered() {
        QFile file(TRIMTAB_SOURCE_DIR "/packaging/kubernetes/role.yaml");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray shipped = file.readAll();
        // Behind the comment for the reader.
        const QByteArray manifest = shipped.mid(shipped.indexOf("apiVersion:"));
        QCOMPARE(QString(manifest), QString::fromStdString(*render_role({})));
    }

    void it_is_the_least() {
        RoleSettings settings;
        settings.deployments = {"gpu", "cpu"};
        settings.placement_resource = http_routes_resource;
        settings.placement_name = "route";
        for (const RoleRule& rule : role_rules(settings)) {
            const auto has = [&](const char* verb) {
                return std::find(rule.verbs.begin(), rule.verbs.end(), verb) != rule.verbs.end();
            };
            QVERIFY(!has("*") && !has("delete") && !has("deletecollection"));
            // Whatever writes names its objects; a create cannot.
            if (has("patch") || has("update")) QVERIFY(!rule.names.empty());
            if (has("create")) QCOMPARE(rule.resources, std::vector<std::string>{"leases"});
            QVERIFY(rule.resources.front() != "secrets");
        }
        QCOMPARE(role_rules(settings).back().group, std::string("gateway.networking.k8s.io"));
    }

    void it_is_valid_yaml_of_three_documents() {
        RoleSettings settings;
        settings.reads_events = true;
        settings.reads_pod_metrics = true;
        const QString text = QString::fromStdString(*render_role(settings));
        const QStringList documents = text.split("---\n");
        QCOMPARE(documents.size(), 3);
        const auto role = read_yaml(documents[1].toStdString(), "role");
        QVERIFY(role.has_value());
        QCOMPARE((*role)->find("kind")->text, std::string("Role"));
        QCOMPARE((*role)->find("rules")->items.size(), role_rules(settings).size());
        QCOMPARE((*role)->find("rules")->items.front()->find("apiGroups")->items.front()->text,
                 std::string());
    }

    void bad_names_are_refused() {
        for (const char* name : {"", "A", "a b", "a\"]\nrules: []", "-a", "a/b"}) {
            RoleSettings settings;
            settings.deployments = {name};
            QVERIFY2(!render_role(settings), name);
        }
    }

    void rights_are_asked_for_one_by_one() {
        RoleSettings settings;
        settings.namespace_name = "ns";
        settings.deployments = {"gpu"};
        const auto controlling = needed_rights(settings, true);
        const auto observing = needed_rights(settings, false);
        const auto contains = [](const auto& rights, const char* text) {
            return std::any_of(rights.begin(), rights.end(),
                               [&](const auto& right) { return right.to_string() == text; });
        };
        QVERIFY(contains(controlling, "patch deployments/scale gpu in namespace ns"));
        QVERIFY(contains(controlling, "update leases trimtab in namespace ns"));
        QVERIFY(contains(controlling, "create leases in namespace ns"));
        QVERIFY(contains(observing, "watch pods in namespace ns"));
        QVERIFY(contains(observing, "get deployments/scale gpu in namespace ns"));
        QVERIFY(!contains(observing, "patch deployments/scale gpu in namespace ns"));
        QVERIFY(observing.size() < controlling.size());
    }
};

QTEST_GUILESS_MAIN(TestRole)
#include "tst_role.moc"
