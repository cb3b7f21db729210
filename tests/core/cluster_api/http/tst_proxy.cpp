// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <map>

#include "core/cluster_api/http/proxy.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

using Variables = std::map<QByteArray, QString>;
Q_DECLARE_METATYPE(Variables)

class TestProxy : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void follows_the_environment_data() {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host");  // empty: no proxy
        const Variables both{{"HTTPS_PROXY", "http://secure:1"}, {"http_proxy", "plain:2"}};
        QTest::newRow("nothing set") << Variables{} << "https://a.example"
                                     << "";
        QTest::newRow("https") << both << "https://a.example"
                               << "secure";
        QTest::newRow("http") << both << "http://a.example"
                              << "plain";
        QTest::newRow("small letters first")
            << Variables{{"HTTPS_PROXY", "http://large:1"}, {"https_proxy", "http://small:1"}}
            << "https://a.example"
            << "small";
        QTest::newRow("all") << Variables{{"ALL_PROXY", "socks5://socks:1"}} << "https://a.example"
                             << "socks";
        QTest::newRow("loopback") << both << "https://127.0.0.1:6443"
                                  << "";
        QTest::newRow("loopback 6") << both << "https://[::1]:6443"
                                    << "";
        QTest::newRow("localhost") << both << "https://LOCALHOST"
                                   << "";
        QTest::newRow("cgi") << Variables{{"HTTP_PROXY", "evil:1"}, {"REQUEST_METHOD", "GET"}}
                             << "http://a.example"
                             << "";
        const auto without = [&](const char* row, const char* list, const char* url, const char* host) {
            Variables variables = both;
            variables["NO_PROXY"] = list;
            QTest::newRow(row) << variables << QString(url) << QString(host);
        };
        without("named", "x, a.example", "https://a.example", "");
        without("subdomain", "example", "https://a.example", "");
        without("leading dot", ".example", "https://a.example", "");
        without("dot is not the name", ".a.example", "https://a.example", "secure");
        without("not a suffix", "ample", "https://a.example", "secure");
        without("star", "*", "https://a.example", "");
        without("star dot", "*.example", "https://a.example", "");
        without("address", "10.1.2.3", "https://10.1.2.3:6443", "");
        without("range", "10.0.0.0/8", "https://10.1.2.3:6443", "");
        without("other range", "11.0.0.0/8", "https://10.1.2.3:6443", "secure");
        without("broken range", "10.0.0.0/99", "https://10.1.2.3:6443", "secure");
        without("port", "a.example:6443", "https://a.example:6443", "");
        without("other port", "a.example:80", "https://a.example:6443", "secure");
    }
    void follows_the_environment() {
        QFETCH(Variables, variables);
        QFETCH(QString, url);
        QFETCH(QString, host);
        const auto proxy = proxy_from_environment(QUrl(url), [&](const char* name) {
            const auto found = variables.find(name);
            return found == variables.end() ? QString() : found->second;
        });
        QVERIFY(proxy.has_value());
        QCOMPARE(proxy->hostName(), host);
        QCOMPARE(proxy->type() == QNetworkProxy::NoProxy, host.isEmpty());
    }

    void reads_user_and_kind() {
        const auto proxy = parse_proxy("socks5://u:p%40@host", "proxy-url");
        QCOMPARE(proxy->type(), QNetworkProxy::Socks5Proxy);
        QCOMPARE(proxy->port(), quint16(1080));
        QCOMPARE(proxy->password(), QString("p@"));
    }

    void refuses_what_cannot_work() {
        QCOMPARE(parse_proxy("https://host:1", "HTTPS_PROXY").error().code, ErrorCode::unsupported);
        QCOMPARE(parse_proxy("http://", "HTTPS_PROXY").error().code, ErrorCode::invalid_argument);
        QCOMPARE(parse_proxy("http://u:planted@", "HTTPS_PROXY").error().to_string().find("planted"),
                 std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
