// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QtTest>

#include "core/results/checkpoint_contents.h"
#include "core/results/comparison_session.h"
#include "core/results/run_library.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

const QString samples = QStringLiteral(TRIMTAB_SOURCE_DIR "/resources/samples");

}  // namespace

/// The results that come with the program are what they claim to be.
class TestSampleResults : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void there_are_two_trainings_of_one_experiment_and_their_comparison() {
        const auto runs = scan_library(samples.toStdString());
        QStringList kinds;
        for (const LibraryRun& run : runs) {
            kinds << QString::fromStdString(run.kind);
            QVERIFY2(run.state == RunState::finished, run.folder.c_str());
            QVERIFY2(run.problems.empty(), run.folder.c_str());
        }
        kinds.sort();
        QCOMPARE(kinds, (QStringList{"comparison", "training", "training"}));
        std::vector<const LibraryRun*> trainings;
        for (const LibraryRun& run : runs)
            if (run.kind == "training") trainings.push_back(&run);
        QCOMPARE(trainings[0]->group, trainings[1]->group);
        const config::Config* configs[] = {trainings[0]->config.get(), trainings[1]->config.get()};
        const auto differences = contrasting_keys(configs);
        QCOMPARE(differences.size(), std::size_t(1));
        QCOMPARE(differences.front().key, std::string("training.seed"));
    }

    void every_recorded_file_is_as_it_was_written() {
        for (const QString& name : QDir(samples).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const auto problems = verify_artefacts((samples + u'/' + name).toStdString());
            QVERIFY(problems);
            QVERIFY2(problems->empty(), qPrintable(name));
        }
    }

    void the_comparison_and_the_checkpoints_open() {
        for (const LibraryRun& run : scan_library(samples.toStdString())) {
            if (run.kind == "comparison") {
                const auto comparison = read_comparison(run.folder);
                QVERIFY2(comparison, comparison ? "" : comparison.error().message.c_str());
                QVERIFY(comparison->comparison.pairs.size() >= 4);
                QVERIFY(!comparison->comparison.expected_improvements.empty());
            } else {
                const auto checkpoint = read_checkpoint_contents(run.folder / "best_model.pt");
                QVERIFY(checkpoint);
                QCOMPARE(checkpoint->config->training.seed, run.seeds.front());
            }
        }
    }

    void they_stay_small() {
        qint64 bytes = 0;
        for (QDirIterator at(samples, QDir::Files, QDirIterator::Subdirectories); at.hasNext();) {
            at.next();
            bytes += qCompress([&] {
                         QFile file(at.filePath());
                         return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
                     }())
                         .size();
        }
        QVERIFY2(bytes > 100000 && bytes < 2000000, QByteArray::number(bytes));
    }
};

QTEST_APPLESS_MAIN(TestSampleResults)
#include "tst_sample_results.moc"
