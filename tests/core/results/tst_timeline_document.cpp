// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <limits>

#include "core/results/timeline_document.h"
#include "tests/core/results/made_evaluation.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

training::EvaluationResult with_steps() {
    training::EvaluationResult evaluation = made::evaluation({{"ppo"}, {"hpa"}}, {"ramp"}, 2);
    for (int i = 0; i < 2; ++i) {
        training::StepRecord step;
        step.step = i;
        step.time_s = 30.0 * (i + 1);
        step.reward = 0.1 + 0.2;  // a number that only 17 digits tell
        step.latency_p95_ms = 412.25;
        step.desired_gpu = 4;
        step.placement = 2;
        step.value = std::numeric_limits<double>::quiet_NaN();
        step.reason = "GPU 90 % of 70 %";
        evaluation.policies[1].episodes[0].steps.push_back(step);
        step.probabilities = {{0.25, 0.75}, {1.0}};
        step.value = 3.125;
        step.reason.clear();
        evaluation.policies[0].episodes[0].steps.push_back(step);
    }
    return evaluation;
}

training::EvaluationResult without_steps(training::EvaluationResult evaluation) {
    for (auto& policy : evaluation.policies)
        for (auto& episode : policy.episodes) episode.steps.clear();
    return evaluation;
}

}  // namespace

class TestTimelineDocument : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void it_reads_what_it_wrote() {
        const auto evaluation = with_steps();
        const std::string text = timelines_to_jsonl(evaluation);
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), 4);
        auto back = without_steps(evaluation);
        QVERIFY(read_timelines(text, "timelines.jsonl", back));
        for (std::size_t p = 0; p < 2; ++p) {
            QVERIFY(back.policies[p].episodes[1].steps.empty());
            const auto& steps = back.policies[p].episodes[0].steps;
            QCOMPARE(steps.size(), std::size_t{2});
            QCOMPARE(steps[1].time_s, 60.0);
            QVERIFY(steps[1].reward == 0.1 + 0.2);
            QCOMPARE(steps[1].placement, 2);
        }
        const auto& ppo = back.policies[0].episodes[0].steps[0];
        QCOMPARE(ppo.probabilities, (std::vector<std::vector<double>>{{0.25, 0.75}, {1.0}}));
        QCOMPARE(ppo.value, 3.125);
        const auto& hpa = back.policies[1].episodes[0].steps[0];
        QVERIFY(std::isnan(hpa.value) && hpa.probabilities.empty());
        QCOMPARE(hpa.reason, std::string("GPU 90 % of 70 %"));
        QCOMPARE(timelines_to_jsonl(back), text);
    }

    void an_evaluation_without_steps_gives_nothing() {
        QVERIFY(timelines_to_jsonl(without_steps(with_steps())).empty());
    }

    void damage_is_named_with_its_line_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("no json") << "{"
                                 << "[";
        QTest::newRow("no policy") << "\"policy\":\"hpa\""
                                   << "\"polisy\":\"hpa\"";
        QTest::newRow("unknown policy") << "\"policy\":\"hpa\""
                                        << "\"policy\":\"keda\"";
        QTest::newRow("text for a number") << "\"desired_gpu\":4"
                                           << "\"desired_gpu\":\"4\"";
        QTest::newRow("missing field") << "\"ready_cpu\""
                                       << "\"ready_cup\"";
        QTest::newRow("wrong probabilities") << "[1.0]"
                                             << "1.0";
    }
    void damage_is_named_with_its_line() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto evaluation = with_steps();
        const QString text = QString::fromStdString(timelines_to_jsonl(evaluation)).replace(from, to);
        auto back = without_steps(evaluation);
        const auto read = read_timelines(text.toStdString(), "timelines.jsonl", back);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::parse_error);
        QVERIFY2(read.error().to_string().find("timelines.jsonl:") != std::string::npos,
                 read.error().to_string().c_str());
    }
};

QTEST_APPLESS_MAIN(TestTimelineDocument)
#include "tst_timeline_document.moc"
