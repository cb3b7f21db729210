// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/results/report_evaluation.h"
#include "core/telemetry/metric_registry.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

Estimate estimate(double value, double half) {
    Estimate e;
    e.value = value;
    e.n = 10;
    if (half > 0)
        e.interval = statistics::Interval{value - half, value + half, 0.95};
    else
        e.no_interval = "one training seed gives no interval";
    return e;
}

MetricSummary metric(const char* name, double value, double half = 0.012) {
    MetricSummary m;
    m.metric = name;
    m.mean = m.iqm = estimate(value, half);
    m.sample = {10, value, value - 1, value + 1, 0.5, 0.16};
    return m;
}

ComparisonResult comparison() {
    ComparisonResult result;
    result.patterns = {"ramp"};
    result.runs = 10;
    result.resamples = 2000;
    result.unit_statement = "The unit of inference is the episode.";
    result.method_statement = "Intervals are percentile bootstrap intervals.";
    const std::pair<const char*, double> policies[] = {{"ppo", 5.0}, {"hpa_v2", 4.5}, {"planner", 6.0}};
    for (const auto& [name, level] : policies) {
        ContenderSummary contender;
        contender.name = name;
        contender.clairvoyant = contender.name == "planner";
        for (const std::string& pattern : {std::string("ramp"), all_patterns}) {
            PatternSummary summary;
            summary.pattern = pattern;
            summary.metrics = {metric("episode_return", level), metric("cost_usd", 0.1 * level),
                               metric("slo_violations", 0.1 * level)};
            summary.pooled_latency_p95_ms = estimate(100 * level, 5);
            contender.patterns.push_back(summary);
        }
        result.contenders.push_back(contender);
    }
    PairComparison pair;
    pair.policy = "ppo";
    pair.baseline = "hpa_v2";
    for (const std::string& pattern : {std::string("ramp"), all_patterns}) {
        PatternComparison compared;
        compared.pattern = pattern;
        compared.verdict = Verdict::better;
        MetricComparison difference;
        difference.metric = "episode_return";
        difference.difference = estimate(0.5, 0.1);
        compared.metrics = {difference};
        pair.patterns.push_back(compared);
    }
    result.pairs = {pair};
    return result;
}

ReportSource source() {
    ReportSource out;
    out.name = "evaluation_7";
    out.command_line = "trimtab evaluate --model <x>";
    out.config_hash = "abc123";
    out.training_seeds = {1, 2, 3};
    out.version = "trimtab 0.1.0";
    return out;
}

std::string no_figure(const FigureSpec& figure) {
    return "<?xml version=\"1.0\"?>\n<svg id=\"" + figure.name + "\"/>";
}

}  // namespace

class TestReport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_text_has_verdicts_intervals_units_and_sources() {
        const std::string text = report_to_text(evaluation_report({}, comparison(), source()));
        for (const char* wanted :
             {"better", "0.50 [0.40, 0.60]", "5.000 [4.988, 5.012]", "Whole-run p95 (ms)", "Cost (USD)",
              "planner (ceiling)", "evaluation_7", "abc123", "Not judged", "unit of inference"})
            QVERIFY2(text.find(wanted) != std::string::npos, wanted);
    }

    void a_note_of_several_rows_stands_once() {
        ComparisonResult compared = comparison();
        for (const char* pattern : {"ramp", "spike"}) {
            EqualCost one;
            one.policy = "ppo";
            one.pattern = pattern;
            one.note = "no static allocation attains the same";
            compared.equal_cost.push_back(one);
        }
        const std::string text = report_to_text(evaluation_report({}, compared, source()));
        const std::string note = "(1) no static allocation attains the same.";
        QVERIFY2(text.find(note) != std::string::npos, text.c_str());
        QCOMPARE(text.find(note), text.rfind(note));
        QVERIFY(text.find("(2) ") == std::string::npos);
    }

    void best_is_the_best_that_is_no_ceiling() {
        const ReportTable returns = return_table(comparison());
        QVERIFY(returns.rows[0][1].best);
        QVERIFY(!returns.rows[1][1].best);
        QVERIFY(!returns.rows[2][1].best);  // the planner has more, and is no contender
        const ReportTable resources = resource_table(comparison());
        QVERIFY(!resources.rows[0][1].best);
        QVERIFY(resources.rows[1][1].best);  // the lower cost
    }

    void equal_values_have_no_best() {
        ComparisonResult result = comparison();
        result.contenders[1].patterns = result.contenders[0].patterns;
        for (const auto& row : return_table(result).rows) QVERIFY(!row[1].best);
    }

    void a_number_without_interval_says_why() {
        ComparisonResult result = comparison();
        result.contenders[0].patterns[1].metrics[0] = metric("episode_return", 5, 0);
        const std::string text = report_to_text(evaluation_report({}, result, source()));
        QVERIFY(text.find("5.000 (no interval)") != std::string::npos);
        QVERIFY(text.find("one training seed gives no interval") != std::string::npos);
    }

    void the_methods_paragraph_is_filled_in() {
        const std::string text = methods_paragraph(comparison(), source());
        for (const char* wanted : {"ppo, hpa_v2 and planner", "10 episodes a pattern", "seeds 1, 2 and 3",
                                   "percentile bootstrap", "trimtab 0.1.0", "abc123"})
            QVERIFY2(text.find(wanted) != std::string::npos, wanted);
    }

    void the_latex_table_is_whole_and_sets_the_best_in_bold() {
        const std::string tex = comparison_latex_table(comparison());
        for (const char* wanted :
             {"\\toprule", "\\bottomrule", "\\textbf{5.000} {\\scriptsize [4.988, 5.012]}", "hpa\\_v2",
              "Whole-run p95 (ms)", "Cost (USD)", "95\\,\\%"})
            QVERIFY2(tex.find(wanted) != std::string::npos, wanted);
        QVERIFY(tex.find("\\midrule\nplanner (ceiling)") != std::string::npos);
        QCOMPARE(std::count(tex.begin(), tex.end(), '{'), std::count(tex.begin(), tex.end(), '}'));
        // Every row has as many cells as the head.
        std::size_t cells = 0;
        for (std::size_t at = tex.find("\\toprule"), end; (end = tex.find("\\\\\n", at)) != std::string::npos;
             at = end + 3) {
            const auto here = static_cast<std::size_t>(
                std::count(tex.begin() + static_cast<long>(at), tex.begin() + static_cast<long>(end), '&'));
            if (cells != 0) QCOMPARE(here, cells);
            cells = here;
        }
        QCOMPARE(cells, std::size_t{5});
    }

    void html_is_self_contained_and_escaped() {
        const std::string html =
            report_to_html(evaluation_report({}, comparison(), source()),
                           [](const FigureSpec& figure) { return Expected<std::string>(no_figure(figure)); });
        QVERIFY(html.find("<svg id=\"evaluation_comparison\"/>") != std::string::npos);
        QVERIFY(html.find("<?xml") == std::string::npos);
        QVERIFY(html.find("--model &lt;x&gt;") != std::string::npos);
        for (const char* outside : {"http:", "https:", "<script", "src="})
            QVERIFY2(html.find(outside) == std::string::npos, outside);
    }

    void a_figure_that_cannot_be_drawn_is_told() {
        const std::string html =
            report_to_html(evaluation_report({}, comparison(), source()), [](const FigureSpec&) {
                return Expected<std::string>(fail(ErrorCode::unavailable, "no font is installed"));
            });
        QVERIFY(html.find("Not drawn: no font is installed") != std::string::npos);
    }

    void an_anonymous_report_does_not_tell_the_run() {
        ReportSource hidden = source();
        hidden.anonymous = true;
        const std::string text = report_to_text(evaluation_report({}, comparison(), hidden));
        for (const char* secret : {"evaluation_7", "abc123", "trimtab 0.1.0", "--model"})
            QVERIFY2(text.find(secret) == std::string::npos, secret);
    }

    void anonymous_figures_of_a_training_run_do_not_name_it() {
        TrainingRows run;
        run.name = "evaluation_7";
        telemetry::Row row;
        row.kind = telemetry::RowKind::update;
        row.values = {{telemetry::metric::entropy, 1.0}};
        run.add(row);
        ReportSource hidden = source();
        hidden.anonymous = true;
        const auto figures = training_figures(run, hidden, 0.9);
        QCOMPARE(figures.size(), std::size_t{1});
        QCOMPARE(figures.front().panels.front().series.front().name, std::string("run 1"));
        QVERIFY(figures.front().provenance.text().empty());
    }

    void a_training_run_without_metrics_says_so() {
        TrainingRows run;
        run.name = "training_1";
        const std::string text = report_to_text(training_report(run, source(), 0.9));
        QVERIFY(text.find("no evaluation") != std::string::npos);
        QVERIFY(text.find("no metrics that could be drawn") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
