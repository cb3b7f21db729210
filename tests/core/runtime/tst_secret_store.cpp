// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "core/runtime/secret_store.h"

using trimtab::runtime::SecretStore;

/// Without a session bus there is no keychain: what a server or a container has.
class TestSecretStore : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void without_a_keychain_a_secret_lives_as_long_as_the_program() {
        SecretStore store;
        QSignalSpy noted(&store, &SecretStore::noteChanged);
        std::optional<SecretStore::Place> place;
        store.store("prometheus-password", "planted-7431", this,
                    [&](SecretStore::Place where) { place = where; });
        QTRY_VERIFY(place.has_value());
        QCOMPARE(*place, SecretStore::Place::session);
        QCOMPARE(noted.count(), 1);
        QVERIFY(!store.note().isEmpty());
        QVERIFY(!store.note().contains(QStringLiteral("planted-7431")));
        QCOMPARE(store.waitFor("prometheus-password"), std::optional<std::string>("planted-7431"));

        SecretStore another;
        QVERIFY(!another.waitFor("prometheus-password").has_value());
        store.remove("prometheus-password");
        QVERIFY(!store.waitFor("prometheus-password").has_value());
    }

    void nothing_of_it_is_in_a_file() {
        SecretStore store;
        bool stored = false;
        store.store("locust-password", "planted-9902", this, [&](SecretStore::Place) { stored = true; });
        QTRY_VERIFY(stored);
        for (QDirIterator it(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains("planted-9902"), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
