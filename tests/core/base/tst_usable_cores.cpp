// SPDX-License-Identifier: GPL-3.0-or-later
#include <sched.h>

#include <QtTest>
#include <cmath>
#include <thread>

#include "core/base/usable_cores.h"

using namespace trimtab;

namespace {

void write(const QDir& folder, const QString& name, const QByteArray& text) {
    QVERIFY(folder.mkpath(QFileInfo(folder.filePath(name)).path()));
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

}  // namespace

class TestUsableCores : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_container_has_what_its_group_may_use_data() {
        QTest::addColumn<QByteArray>("outer");
        QTest::addColumn<QByteArray>("inner");
        QTest::addColumn<QByteArray>("membership");
        QTest::addColumn<double>("cores");
        QTest::newRow("two cores") << QByteArray("max 100000\n") << QByteArray("200000 100000\n")
                                   << QByteArray("0::/pods/trimtab\n") << 2.0;
        QTest::newRow("half a core") << QByteArray() << QByteArray("50000 100000\n")
                                     << QByteArray("0::/pods/trimtab\n") << 0.5;
        QTest::newRow("the group around it has less")
            << QByteArray("100000 100000\n") << QByteArray("400000 100000\n")
            << QByteArray("0::/pods/trimtab\n") << 1.0;
        QTest::newRow("beside a hierarchy of version 1")
            << QByteArray() << QByteArray("300000 100000\n")
            << QByteArray("4:cpu:/pods/other\n0::/pods/trimtab\n") << 3.0;
        QTest::newRow("no limit") << QByteArray("max 100000\n") << QByteArray("max 100000\n")
                                  << QByteArray("0::/pods/trimtab\n") << qInf();
        QTest::newRow("rubbish") << QByteArray("-1 0\n") << QByteArray("many few\n")
                                 << QByteArray("0::/pods/trimtab\n") << qInf();
        QTest::newRow("no groups") << QByteArray() << QByteArray() << QByteArray() << qInf();
    }
    void a_container_has_what_its_group_may_use() {
        QFETCH(QByteArray, outer);
        QFETCH(QByteArray, inner);
        QFETCH(QByteArray, membership);
        const QTemporaryDir folder;
        write(folder.path(), "pods/cpu.max", outer);
        write(folder.path(), "pods/trimtab/cpu.max", inner);
        QTEST(cpu_quota_cores(folder.path().toStdString(), membership.toStdString()), "cores");
    }

    void a_process_of_one_processor_uses_one() {
        int cores = 0;
        std::thread([&cores] {
            cpu_set_t allowed;
            CPU_ZERO(&allowed);
            QCOMPARE(sched_getaffinity(0, sizeof allowed, &allowed), 0);
            int first = 0;
            while (!CPU_ISSET(first, &allowed)) ++first;
            CPU_ZERO(&allowed);
            CPU_SET(first, &allowed);
            QCOMPARE(sched_setaffinity(0, sizeof allowed, &allowed), 0);  // of this thread alone
            cores = usable_cores();
        }).join();
        QCOMPARE(cores, 1);
        QVERIFY(usable_cores() >= 1);
    }
};

QTEST_GUILESS_MAIN(TestUsableCores)
#include "tst_usable_cores.moc"
