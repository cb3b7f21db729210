// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "core/config/config_table.h"
#include "ui/charts/time_chart.h"
#include "ui/settings/theme.h"
#include "ui/views/train/experiment_panel.h"
#include "ui/views/train/load_preview.h"
#include "ui/views/train/yaml_editor.h"

using namespace trimtab;
using namespace trimtab::ui;

class TestExperimentPanel : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        dir = std::make_unique<QTemporaryDir>();
        settings = std::make_unique<Settings>(dir->filePath(QStringLiteral("settings.ini")));
        document = std::make_unique<ExperimentDocument>();
        panel = std::make_unique<ExperimentPanel>(*document, *settings);
        panel->resize(1000, 700);
        panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
        editor = find<YamlEditor>("yamlEditor");
        QTRY_VERIFY(panel->findChild<QLineEdit*>(QStringLiteral("training.total_steps")) != nullptr);
    }
    void cleanup() {
        panel.reset();
        document.reset();
        settings.reset();
        dir.reset();
    }

    void a_field_changes_the_text_and_the_text_the_field() {
        type("agent.gamma", "0.9");
        QCOMPARE(editor->toPlainText(), document->text());
        QVERIFY(editor->toPlainText().contains(QStringLiteral("  gamma: 0.9")));
        editor->setPlainText(QStringLiteral("# mine\nagent:\n  gamma: 0.75\n"));
        QCOMPARE(find<QLineEdit>("agent.gamma")->text(), QStringLiteral("0.75"));
        type("agent.gamma", "0.8");
        QCOMPARE(editor->toPlainText(), QStringLiteral("# mine\nagent:\n  gamma: 0.8\n"));
    }

    void a_wrong_value_is_told_at_its_field_and_line_and_goes_when_it_is_right() {
        type("agent.gamma", "1.5");
        auto* issue = find<QLabel>("issue.agent.gamma");
        QVERIFY(issue != nullptr && issue->isVisible());
        QVERIFY2(issue->text().contains(QStringLiteral("from 0 to 1")), qPrintable(issue->text()));
        const int line = document->field("agent.gamma").line;
        QVERIFY(editor->issueAt(line).contains(QStringLiteral("agent.gamma")));
        QVERIFY(find<QLabel>("experimentProblems")->isVisible());
        type("agent.gamma", "0.5");
        QVERIFY(!issue->isVisible());
        QVERIFY(editor->issueAt(line).isEmpty());
        QVERIFY(!find<QLabel>("experimentProblems")->isVisible());
    }

    void text_that_is_no_yaml_locks_the_form_until_it_is_mended() {
        editor->setPlainText(QStringLiteral("agent:\n  gamma: [1\n"));
        QVERIFY(!find<QLineEdit>("agent.gamma")->isEnabled());
        QVERIFY(find<QLabel>("experimentProblems")->text().contains(QStringLiteral("YAML")));
        document->undoStack().undo();
        QVERIFY(find<QLineEdit>("agent.gamma")->isEnabled());
    }

    void undo_takes_back_fields_and_typing_alike() {
        const QString before = document->text();
        type("training.seed", "9");
        auto* undo = find<QToolButton>("experimentUndo");
        QVERIFY(undo->isEnabled());
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(document->text(), before);
        QCOMPARE(editor->toPlainText(), before);
        QCOMPARE(find<QLineEdit>("training.seed")->text(), QStringLiteral("1"));
        QTest::mouseClick(find<QToolButton>("experimentRedo"), Qt::LeftButton);
        QCOMPARE(find<QLineEdit>("training.seed")->text(), QStringLiteral("9"));
    }

    void a_difference_can_be_reset() {
        auto* reset = find<QToolButton>("reset.agent.gamma");
        QVERIFY(!reset->isVisible());
        type("agent.gamma", "0.9");
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(!document->field("agent.gamma").inText);
        QCOMPARE(find<QLineEdit>("agent.gamma")->text(), QStringLiteral("0.99"));
    }

    void choices_and_switches_are_taken_at_once() {
        auto* profile = find<QComboBox>("environment.profile");
        profile->setFocus();
        QTest::keyClicks(profile, QStringLiteral("day"));
        Q_EMIT profile->textActivated(QStringLiteral("day"));
        QCOMPARE(QString::fromStdString(document->config().environment.profile), QStringLiteral("day"));
        QCOMPARE(find<QLineEdit>("environment.episode_duration")->text(), QStringLiteral("3600"));
        auto* extended = find<QCheckBox>("environment.extended_observation");
        extended->click();
        QVERIFY(document->config().environment.extended_observation);
    }

    void every_key_of_the_table_has_a_field_with_a_name() {
        find<QCheckBox>("experimentAdvanced")->setChecked(true);
        find<QLineEdit>("experimentSearch")->setText(QStringLiteral("."));
        for (const config::ConfigKey& key : config::config_table()) {
            auto* editor = panel->findChild<QWidget*>(QString::fromStdString(key.path()));
            QVERIFY2(editor != nullptr, key.path().c_str());
            QVERIFY2(!editor->accessibleName().isEmpty() && editor->isVisibleTo(panel.get()),
                     key.path().c_str());
        }
    }

    void search_and_only_changed_narrow_the_form() {
        QVERIFY(find<QLineEdit>("agent.gamma")->isVisible());
        find<QLineEdit>("experimentSearch")->setText(QStringLiteral("clip range"));
        QVERIFY(!find<QLineEdit>("agent.gamma")->isVisible());
        QVERIFY(find<QLineEdit>("agent.value_clip")->isVisible());
        find<QLineEdit>("experimentSearch")->setText(QStringLiteral("nothing of the kind"));
        QVERIFY(find<QLabel>("formNothing")->isVisible());
        find<QLineEdit>("experimentSearch")->clear();
        type("agent.gamma", "0.9");
        find<QCheckBox>("experimentOnlyDifferences")->setChecked(true);
        QVERIFY(find<QLineEdit>("agent.gamma")->isVisible());
        QVERIFY(!find<QLineEdit>("agent.learning_rate")->isVisible());
    }

    void presets_are_the_shipped_files() {
        const QStringList presets = ExperimentPanel::presets();
        QVERIFY(presets.contains(QStringLiteral("default.yaml")) &&
                presets.contains(QStringLiteral("kisim.json")));
        for (const QString& preset : presets) {
            panel->openPreset(preset);
            QVERIFY2(document->valid(), qPrintable(preset));
            QCOMPARE(document->title(), preset);
        }
        // A field of a file in flow style can be changed as well.
        panel->openPreset(QStringLiteral("kisim.json"));
        type("agent.gamma", "0.9");
        QVERIFY(document->valid());
        QCOMPARE(document->config().agent.gamma, 0.9);
        QVERIFY(document->text().startsWith(QLatin1Char('{')));
    }

    void unsaved_changes_are_asked_about_and_kept_for_recovery() {
        type("training.seed", "77");
        QTRY_COMPARE(settings->unsavedConfig(), document->text());
        panel->openPreset(QStringLiteral("day.yaml"));
        QCOMPARE(document->config().training.seed, std::uint64_t{77});
        auto* replace = panel->findChild<QAbstractButton*>(QStringLiteral("inlineMessageAction"));
        QVERIFY(replace->isVisible());
        QTest::mouseClick(replace, Qt::LeftButton);
        QCOMPARE(document->title(), QStringLiteral("day.yaml"));
        QTRY_COMPARE(settings->unsavedConfig(), QString());
    }

    void a_file_that_is_missing_is_told_in_place() {
        panel->open(dir->filePath(QStringLiteral("none.yaml")));
        auto* icon = panel->findChild<QWidget*>(QStringLiteral("inlineMessageIcon"));
        QVERIFY(icon->isVisible());
    }

    void a_change_of_the_theme_reaches_names_and_mistakes() {
        type("agent.gamma", "0.9");
        type("training.seed", "x");
        auto* name = find<QWidget>("field.agent.gamma")->findChild<QLabel*>();
        auto* issue = find<QLabel>("issue.training.seed");
        for (const bool dark : {true, false}) {
            applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), dark);
            QTRY_VERIFY(name->text().contains(themeColors().accent.name()));
            QTRY_VERIFY(issue->text().contains(themeColors().danger.name()));
            QTRY_VERIFY(find<QLabel>("experimentProblems")->text().contains(themeColors().danger.name()));
        }
    }

    void the_reward_is_shown_with_its_weights() {
        type("environment.latency_weight", "0.7");
        QVERIFY(find<QLabel>("rewardFormula")->text().contains(QStringLiteral("0.7")));
    }

    void the_preview_draws_the_load_and_tells_what_is_wrong_with_a_trace() {
        auto* preview = panel->findChild<LoadPreview*>();
        QTRY_COMPARE(preview->chart().curves().size(), std::size_t{4});
        QVERIFY(preview->message().isEmpty());
        editor->setPlainText(QStringLiteral("load:\n  patterns: [trace]\n  trace: no/such.csv\n"));
        QTRY_VERIFY(preview->message().contains(QStringLiteral("such.csv")));
    }

  private:
    template <class T>
    T* find(const char* name) const {
        return panel->findChild<T*>(QLatin1String(name));
    }
    void type(const char* path, const char* text) {
        auto* line = find<QLineEdit>(path);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(text));
        QTest::keyClick(line, Qt::Key_Return);
    }

    std::unique_ptr<QTemporaryDir> dir;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<ExperimentDocument> document;
    std::unique_ptr<ExperimentPanel> panel;
    YamlEditor* editor = nullptr;
};

QTEST_MAIN(TestExperimentPanel)
#include "tst_experiment_panel.moc"
