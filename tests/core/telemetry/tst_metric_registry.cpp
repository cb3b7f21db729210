// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <set>

#include "core/telemetry/metric_registry.h"

using namespace trimtab::telemetry;

class TestMetricRegistry : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void every_metric_is_described_and_found_by_its_name() {
        std::set<std::string_view> names;
        for (const Metric& m : metric_table()) {
            QVERIFY(names.insert(m.name).second);
            QVERIFY(!m.meaning.empty());
            QVERIFY(m.minimum < m.maximum);
            QVERIFY(m.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                    std::string_view::npos);
            QCOMPARE(find_metric(m.name).value_or(-1), m.id);
            QCOMPARE(metric_info(m.id).name, m.name);
        }
        QVERIFY(!find_metric("no_such_metric"));
    }

    void the_ten_observations_come_first_in_their_order() {
        const std::vector<std::string_view> expected{
            "cpu_utilization",    "memory_utilization",   "gpu_utilization",      "current_latency_p95",
            "current_throughput", "current_replicas_gpu", "current_replicas_cpu", "load_trend",
            "load_variance",      "time_in_episode"};
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(metric_table()[i].name, expected[i]);
            QVERIFY(metric_table()[i].group == MetricGroup::observation);
        }
    }

    void names_with_a_unit_agree_with_the_unit() {
        for (const Metric& m : metric_table()) {
            if (m.name.ends_with("_ms")) QCOMPARE(m.unit, std::string_view("ms"));
            if (m.name.ends_with("_rps")) QCOMPARE(m.unit, std::string_view("req/s"));
            if (m.name.ends_with("_usd")) QCOMPARE(m.unit, std::string_view("USD"));
            if (m.name.ends_with("_wh")) QCOMPARE(m.unit, std::string_view("Wh"));
        }
    }
};

QTEST_APPLESS_MAIN(TestMetricRegistry)
#include "tst_metric_registry.moc"
