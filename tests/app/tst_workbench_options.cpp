// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <iostream>
#include <set>
#include <sstream>

#include "app/exit_code.h"
#include "app/workbench_options.h"

using namespace trimtab::app;

namespace {

std::set<QString> options(const QString& text) {
    static const QRegularExpression option(QStringLiteral("--[a-z-]+"));
    std::set<QString> found;
    for (auto it = option.globalMatch(text); it.hasNext();) found.insert(it.next().captured());
    return found;
}

QString file(const char* name) {
    QFile source(QStringLiteral(TRIMTAB_SOURCE_DIR "/packaging/desktop/") + QLatin1String(name));
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

}  // namespace

/// What the workbench can be started with is what its pages say.
class TestWorkbenchOptions : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void help_manual_and_completion_name_the_same_options() {
        const std::vector<const char*> typed{"trimtab-workbench", "--help"};
        const std::ostringstream page;
        std::streambuf* terminal = std::cout.rdbuf(page.rdbuf());
        const auto parsed = parse_workbench_options(static_cast<int>(typed.size()), typed.data());
        std::cout.rdbuf(terminal);
        QVERIFY(parsed.exit_code.has_value());
        QCOMPARE(*parsed.exit_code, static_cast<int>(exit_done));
        const std::set<QString> known = options(QString::fromStdString(page.str()));
        QVERIFY(known.count(QStringLiteral("--new-window")) == 1 && known.size() >= 9);
        static const QRegularExpression fonts(QStringLiteral("\\\\f[BIR]"));
        QVERIFY(options(file("trimtab-workbench.1.in").remove(fonts).remove(QLatin1Char('\\'))) == known);
        QVERIFY(options(file("trimtab-workbench.bash").remove(QStringLiteral(" -- "))) == known);
    }

    void an_unknown_option_is_a_usage_error() {
        const std::vector<const char*> typed{"trimtab-workbench", "--sede"};
        const std::ostringstream said;
        std::streambuf* terminal = std::cerr.rdbuf(said.rdbuf());
        const auto parsed = parse_workbench_options(static_cast<int>(typed.size()), typed.data());
        std::cerr.rdbuf(terminal);
        QCOMPARE(parsed.exit_code.value_or(-1), static_cast<int>(exit_usage));
        QVERIFY(said.str().find("--sede") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestWorkbenchOptions)
#include "tst_workbench_options.moc"
