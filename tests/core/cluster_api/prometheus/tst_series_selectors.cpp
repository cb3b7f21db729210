// SPDX-License-Identifier: GPL-3.0-or-later
// Which series a PromQL text reads.
#include <QTest>

#include "core/cluster_api/prometheus/series_selectors.h"
#include "core/config/cluster_queries.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

namespace {

QString names_of(const std::string& promql) {
    QStringList names;
    for (const SeriesSelector& selector : series_of_query(promql).selectors)
        names << QString::fromStdString(selector.to_string());
    return names.join(QLatin1Char(' '));
}

}  // namespace

class TestSeriesSelectors : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void metrics_are_told_from_functions_labels_and_texts_data() {
        QTest::addColumn<QString>("promql");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* name, const char* promql, const char* wanted) {
            QTest::newRow(name) << promql << wanted;
        };
        row("name", "up", "up");
        row("labels", "up{job=\"a b\", instance!~'x|y'}", "up{job=\"a b\",instance!~'x|y'}");
        row("function and range", "rate(http_requests_total[5m] offset 1h)", "http_requests_total");
        row("aggregation before", "sum by (le, code) (rate(a_bucket[1m]))", "a_bucket");
        row("aggregation behind", "sum(a) without(pod)", "a");
        row("parameter", "topk(3, a) + quantile(0.95, b)", "a b");
        row("matching", "a / on(pod) group_left(node) b", "a b");
        row("group without labels", "a * ignoring (x) group_left b", "a b");
        row("recording rule", "job:errors:rate5m{job=\"x\"}", "job:errors:rate5m{job=\"x\"}");
        row("name as label", "{__name__=\"odd name\",a=\"b\"}", "odd name{a=\"b\"}");
        row("labels alone", "{job=\"x\"}", "{job=\"x\"}");
        row("bracket in a text", "a{x=\"}{[(\"} > b", "a{x=\"}{[(\"} b");
        row("escaped quote", "a{x=\"\\\"b\"}", "a{x=\"\\\"b\"}");
        row("comment", "a # or b\n+ c", "a c");
        row("text argument", "label_replace(a, \"x\", \"$1\", \"y\", \"(.*)\")", "a");
        row("numbers", "1e3 * a - 0x1F + Inf", "a");
        row("time", "a @ start() and b", "a b");
        row("subquery", "max_over_time(rate(a[1m])[5m:30s])", "a");
        row("nothing", "", "");
        row("open label", "a{x=", "a");
        row("open text", "a{x=\"b", "a{x=\"b}");
        row("rubbish", "}{)(][,;==~!\\", "");
    }
    void metrics_are_told_from_functions_labels_and_texts() {
        QFETCH(QString, promql);
        QFETCH(QString, wanted);
        const QString found = names_of(promql.toStdString());
        if (wanted.isEmpty())
            QVERIFY2(found.trimmed().isEmpty(), qPrintable(found));
        else
            QCOMPARE(found, wanted);
    }

    void every_default_query_reads_the_metric_that_its_table_names() {
        for (const config::ClusterQuery& query : config::cluster_queries()) {
            if (query.promql.empty()) continue;
            const QuerySeries series = series_of_query(query.promql);
            QVERIFY(!series.selectors.empty());
            QCOMPARE(series.selectors[0].name, query.metric);
            QVERIFY(series.selectors[0].matchers.size() >= 2);
        }
    }

    void an_alternative_is_seen() {
        QVERIFY(series_of_query("a or b").alternatives);
        QVERIFY(!series_of_query("a{x=\"or\"} / b").alternatives);
    }

    void a_metric_gets_another_name_everywhere_but_in_texts() {
        QCOMPARE(renamed_metric("a{x=\"a\"} / rate(a[1m]) + ab", "a", "better"),
                 std::string("better{x=\"a\"} / rate(better[1m]) + ab"));
        QCOMPARE(renamed_metric("b", "a", "better"), std::string("b"));
    }
};

QTEST_GUILESS_MAIN(TestSeriesSelectors)
#include "tst_series_selectors.moc"
