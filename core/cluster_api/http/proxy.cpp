// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/proxy.h"

#include <QHostAddress>
#include <QStringList>

namespace trimtab::cluster_api {
namespace {

bool names_host(const QString& entry, const QUrl& url, const QHostAddress& address) {
    if (entry == "*") return true;
    const QString host = url.host().toLower();
    if (entry.contains('/')) {
        const auto subnet = QHostAddress::parseSubnet(entry);
        return !address.isNull() && subnet.second >= 0 && address.isInSubnet(subnet);
    }
    if (!address.isNull() && QHostAddress(entry) == address) return true;
    QString name = entry.toLower();
    const qsizetype colon = name.lastIndexOf(':');
    if (colon > 0 && name.count(':') == 1) {
        if (name.mid(colon + 1).toInt() != url.port(url.scheme() == "https" ? 443 : 80)) return false;
        name.truncate(colon);
    }
    if (name.startsWith("*.")) name.remove(0, 1);
    if (name.startsWith('.')) return host.endsWith(name) && host != name;
    return host == name || host.endsWith('.' + name);
}

}  // namespace

Expected<QNetworkProxy> parse_proxy(const QString& text, const std::string& context) {
    if (text.trimmed().isEmpty()) return QNetworkProxy(QNetworkProxy::NoProxy);
    const QString spelt = text.contains("://") ? text.trimmed() : "http://" + text.trimmed();
    const QUrl url(spelt, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return fail(ErrorCode::invalid_argument,
                    "The proxy is not a URL. Write it as http://HOST:PORT or socks5://HOST:PORT.", context);
    QNetworkProxy::ProxyType type = QNetworkProxy::HttpProxy;
    int port = 80;
    if (url.scheme() == "socks5" || url.scheme() == "socks5h") {
        type = QNetworkProxy::Socks5Proxy;
        port = 1080;
    } else if (url.scheme() != "http") {
        return fail(ErrorCode::unsupported,
                    "Proxies of the kind '" + url.scheme().toStdString() +
                        "' cannot be used. Use http:// or socks5:// for the way to the proxy.",
                    context);
    }
    return QNetworkProxy(type, url.host(), static_cast<quint16>(url.port(port)), url.userName(),
                         url.password());
}

Expected<QNetworkProxy> proxy_from_environment(const QUrl& url, const EnvironmentReader& environment) {
    const auto either = [&](const char* small, const char* capital) {
        const QString value = environment(small);
        return value.isEmpty() ? environment(capital) : value;
    };
    const bool secure = url.scheme() == "https";
    // Servers put a request header "Proxy" into HTTP_PROXY, but never into the small spelling
    // (CVE-2016-5385).
    QString value = secure ? either("https_proxy", "HTTPS_PROXY") : either("http_proxy", "HTTP_PROXY");
    if (!secure && !environment("REQUEST_METHOD").isEmpty()) value = environment("http_proxy");
    std::string variable = secure ? "HTTPS_PROXY" : "HTTP_PROXY";
    if (value.isEmpty()) {
        value = either("all_proxy", "ALL_PROXY");
        variable = "ALL_PROXY";
    }
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    if (value.isEmpty()) return none;
    const QHostAddress address(url.host());
    if (url.host().compare("localhost", Qt::CaseInsensitive) == 0 || address.isLoopback()) return none;
    for (const QString& entry : either("no_proxy", "NO_PROXY").split(',', Qt::SkipEmptyParts))
        if (names_host(entry.trimmed(), url, address)) return none;
    return parse_proxy(value, variable);
}

EnvironmentReader process_environment() {
    return [](const char* name) { return qEnvironmentVariable(name); };
}

}  // namespace trimtab::cluster_api
