// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "ui/settings/settings_file.h"

using namespace trimtab::ui;

class TestSettingsFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_value_is_there_at_once_and_in_the_file_soon() {
        const QTemporaryDir dir;
        const QString path = dir.filePath("s.ini");
        SettingsFile file(path);
        file.setValue("look/colour", "dark");
        QCOMPARE(file.value("look/colour").toString(), QStringLiteral("dark"));
        QTRY_COMPARE(QSettings(path, QSettings::IniFormat).value("look/colour").toString(),
                     QStringLiteral("dark"));
    }

    void all_changes_are_written_in_order_before_the_object_is_gone() {
        const QTemporaryDir dir;
        const QString path = dir.filePath("s.ini");
        {
            SettingsFile file(path);
            for (int i = 0; i <= 200; ++i) file.setValue("count", i);
            file.setValue("docks/train", "a");
            file.remove("docks");
            file.setValue("docks/play", "b");
        }
        const SettingsFile read(path);
        QCOMPARE(read.value("count").toInt(), 200);
        QCOMPARE(read.keysIn("docks"), QStringList("play"));
    }

    void a_group_is_removed_and_its_namesake_stays() {
        const QTemporaryDir dir;
        SettingsFile file(dir.filePath("s.ini"));
        file.setValue("run", "itself");
        file.setValue("run/first", "1");
        file.setValue("runs", "others");
        file.remove("run");
        QCOMPARE(file.value("run", "gone").toString(), QStringLiteral("gone"));
        QCOMPARE(file.keysIn("run"), QStringList());
        QCOMPARE(file.value("runs").toString(), QStringLiteral("others"));
    }

    void keys_of_another_program_stay_in_the_file() {
        const QTemporaryDir dir;
        const QString path = dir.filePath("s.ini");
        {
            SettingsFile first(path), second(path);
            first.setValue("from/first", "1");
            second.setValue("from/second", "2");
        }
        QCOMPARE(SettingsFile(path).keysIn("from"), QStringList({"first", "second"}));
    }

    void a_write_that_fails_is_told() {
        const QTemporaryDir dir;
        const QString path = dir.filePath("s.ini");
        SettingsFile file(path);
        QVERIFY(file.writable());
        // A folder in the file's place cannot be replaced, also not by root.
        QVERIFY(QDir().mkpath(path + "/in the way"));
        file.setValue("look/colour", "dark");
        QTRY_VERIFY(!file.writable());
        QCOMPARE(file.value("look/colour").toString(), QStringLiteral("dark"));
    }
};

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settings_file.moc"
