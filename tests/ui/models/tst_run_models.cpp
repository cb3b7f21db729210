// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/results/manifest.h"
#include "ui/models/run_filter_model.h"
#include "ui/models/run_library.h"
#include "ui/models/run_list_model.h"
#include "ui/models/run_notes.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

/// A run folder with a manifest and a configuration, and nothing else.
void makeRun(const QString& results, const QString& name, results::RunState state, double best_return,
             const char* config = "training:\n  seed: 1\n") {
    const QString folder = results + u'/' + name;
    QVERIFY(QDir().mkpath(folder));
    results::Manifest manifest =
        results::new_manifest(name.section(u'_', 0, 0).toStdString(), name.toStdString());
    manifest.state = state;
    manifest.seeds = {1};
    manifest.summary["best_return"] = best_return;
    manifest.summary["steps"] = 1000;
    QVERIFY(results::write_manifest(folder.toStdString(), manifest));
    QFile file(folder + QStringLiteral("/config.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(config);
}

}  // namespace

class TestRunModels : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        folder = std::make_unique<QTemporaryDir>();
        QVERIFY(folder->isValid());
        makeRun(folder->path(), QStringLiteral("training_20260101_100000"), results::RunState::finished, 3.5);
        makeRun(folder->path(), QStringLiteral("training_20260102_100000"), results::RunState::stopped, 4.5);
        makeRun(folder->path(), QStringLiteral("comparison_20260103_100000"), results::RunState::finished, 0);
    }

    void the_list_shows_every_run_newest_first_and_keeps_the_contract() {
        RunNotes notes;
        RunListModel model(notes);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns(results::scan_library(folder->path().toStdString()));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, RunListModel::nameColumn).data().toString(),
                 QStringLiteral("comparison_20260103_100000"));
        QCOMPARE(model.index(1, RunListModel::stateColumn).data().toString(), QStringLiteral("stopped"));
        QCOMPARE(model.index(1, RunListModel::profileColumn).data().toString(), QStringLiteral("default"));
        QCOMPARE(model.index(1, RunListModel::seedColumn).data().toString(), QStringLiteral("1"));
        QCOMPARE(model.index(1, RunListModel::returnColumn).data(RunListModel::sortRole).toDouble(), 4.5);
        QCOMPARE(model.rowOf(folder->filePath(QStringLiteral("training_20260101_100000"))), 2);
        QCOMPARE(model.rowOf(folder->filePath(QStringLiteral("nothing"))), -1);
    }

    void a_new_scan_inserts_removes_and_leaves_the_rest_where_it_is() {
        RunNotes notes;
        RunListModel model(notes);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns(results::scan_library(folder->path().toStdString()));
        const QPersistentModelIndex kept = model.index(2, 0);
        makeRun(folder->path(), QStringLiteral("training_20260104_100000"), results::RunState::failed, 1);
        QVERIFY(QDir(folder->filePath(QStringLiteral("training_20260102_100000"))).removeRecursively());
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRuns(results::scan_library(folder->path().toStdString()));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(kept.data().toString(), QStringLiteral("training_20260101_100000"));
    }

    void the_filter_looks_at_words_kind_tags_and_notes() {
        RunNotes notes;
        RunListModel model(notes);
        RunFilterModel filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&filter,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns(results::scan_library(folder->path().toStdString()));
        notes.setFolder(folder->path());
        notes.setNote(QStringLiteral("training_20260102_100000"),
                      {{QStringLiteral("baseline")}, QStringLiteral("Before the change")});
        filter.setKind(QStringLiteral("training"));
        QCOMPARE(filter.rowCount(), 2);
        filter.setWords(QStringLiteral("stopped BASE"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setWords(QStringLiteral("change"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setWords(QStringLiteral("nothing like it"));
        QCOMPARE(filter.rowCount(), 0);
    }

    void returns_sort_as_numbers() {
        RunNotes notes;
        RunListModel model(notes);
        RunFilterModel filter;
        filter.setSourceModel(&model);
        makeRun(folder->path(), QStringLiteral("training_20260105_100000"), results::RunState::finished, 12);
        model.setRuns(results::scan_library(folder->path().toStdString()));
        filter.sort(RunListModel::returnColumn, Qt::DescendingOrder);
        QCOMPARE(filter.index(0, RunListModel::nameColumn).data().toString(),
                 QStringLiteral("training_20260105_100000"));
    }

    void tags_are_kept_beside_the_runs_and_no_hashed_file_changes() {
        const QString run = QStringLiteral("training_20260101_100000");
        const auto files = [&] { return QDir(folder->filePath(run)).entryList(QDir::Files, QDir::Name); };
        const QStringList before = files();
        {
            RunNotes notes;
            RunListModel model(notes);
            QSignalSpy loaded(&notes, &RunNotes::loaded);
            notes.setFolder(folder->path());
            QVERIFY(loaded.wait());
            model.setRuns(results::scan_library(folder->path().toStdString()));
            QVERIFY(model.setData(model.index(2, RunListModel::tagsColumn),
                                  QStringLiteral(" fast,  seed study, fast ")));
            QCOMPARE(model.index(2, RunListModel::tagsColumn).data().toString(),
                     QStringLiteral("fast, seed study"));
            QTRY_VERIFY(QFile::exists(folder->filePath(RunNotes::fileName())));
        }
        RunNotes again;
        QSignalSpy loaded(&again, &RunNotes::loaded);
        again.setFolder(folder->path());
        QVERIFY(loaded.wait());
        QCOMPARE(again.note(run).tags, (QStringList{QStringLiteral("fast"), QStringLiteral("seed study")}));
        QCOMPARE(again.allTags().size(), 2);
        QCOMPARE(files(), before);
    }

    void a_damaged_notes_file_is_told_and_left_alone() {
        QFile file(folder->filePath(RunNotes::fileName()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ broken");
        file.close();
        RunNotes notes;
        QSignalSpy failed(&notes, &RunNotes::failed);
        notes.setFolder(folder->path());
        QVERIFY(failed.wait());
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("run_notes.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{ broken"));
    }

    void the_library_sees_a_run_that_appears() {
        RunLibrary library;
        QSignalSpy scanned(&library, &RunLibrary::scannedAgain);
        library.setFolder(folder->path());
        QVERIFY(scanned.wait());
        QCOMPARE(library.runs().size(), std::size_t(3));
        makeRun(folder->path(), QStringLiteral("evaluation_20260106_100000"), results::RunState::finished, 0);
        QTRY_COMPARE(library.runs().size(), std::size_t(4));
        QCOMPARE(library.runs().front().kind, std::string("evaluation"));
    }

    void a_missing_folder_is_an_empty_library_until_it_is_made() {
        RunLibrary library;
        QSignalSpy scanned(&library, &RunLibrary::scannedAgain);
        const QString missing = folder->filePath(QStringLiteral("not/yet/there"));
        library.setFolder(missing);
        QVERIFY(scanned.wait());
        QVERIFY(library.runs().empty());
        QVERIFY(library.scanned());
        makeRun(missing, QStringLiteral("training_20260106_100000"), results::RunState::finished, 1);
        QTRY_COMPARE(library.runs().size(), std::size_t(1));
        // And from then on it is the folder itself that is watched.
        makeRun(missing, QStringLiteral("training_20260107_100000"), results::RunState::finished, 1);
        QTRY_COMPARE(library.runs().size(), std::size_t(2));
    }

    void only_what_differs_is_contrasted() {
        makeRun(folder->path(), QStringLiteral("training_20260107_100000"), results::RunState::finished, 1,
                "agent:\n  learning_rate: 0.001\ntraining:\n  seed: 2\n");
        const auto runs = results::scan_library(folder->path().toStdString());
        const config::Config* configs[] = {runs[0].config.get(), runs[2].config.get()};
        const auto keys = results::contrasting_keys(configs);
        QCOMPARE(keys.size(), std::size_t(2));
        QCOMPARE(keys[0].key, std::string("agent.learning_rate"));
        QCOMPARE(keys[0].values.size(), std::size_t(2));
        QVERIFY(keys[0].values[0] != keys[0].values[1]);
        QCOMPARE(keys[1].key, std::string("training.seed"));
        QVERIFY(runs[0].group != runs[2].group);
    }

  private:
    std::unique_ptr<QTemporaryDir> folder;
};

QTEST_MAIN(TestRunModels)
#include "tst_run_models.moc"
