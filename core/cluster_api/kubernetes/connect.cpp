// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/connect.h"

#include <QDir>
#include <QHostAddress>
#include <QSslCertificate>
#include <QUrl>

#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/kubernetes/exec_credential.h"
#include "core/cluster_api/kubernetes/limited_file.h"
#include "core/cluster_api/kubernetes/token_file_credential.h"

namespace trimtab::cluster_api {
namespace {

/// The content of a file or the data beside it; empty where neither is given.
Expected<QByteArray> content_of(const std::string& file, const std::optional<QByteArray>& data) {
    if (data) return *data;
    if (file.empty()) return QByteArray();
    return read_limited_file(QString::fromStdString(file), largest_credential_file);
}

/// kubectl takes "host:port" too: TLS where anything speaks of certificates.
QString server_url(const KubeconfigCluster& cluster, bool uses_tls) {
    const QString server = QString::fromStdString(cluster.server);
    if (server.contains("://")) return server;
    return (uses_tls ? "https://" : "http://") + server;
}

HttpHeaders impersonation(const KubeconfigUser& user) {
    HttpHeaders headers;
    const auto add = [&](const QByteArray& name, const std::string& value) {
        headers.emplace_back(name, QByteArray::fromStdString(value));
    };
    if (!user.as.empty()) add("Impersonate-User", user.as);
    if (!user.as_uid.empty()) add("Impersonate-Uid", user.as_uid);
    // One header of a name can be sent; the server splits none of these, so more than one group cannot be
    // expressed.
    if (!user.as_groups.empty()) add("Impersonate-Group", user.as_groups.front());
    for (const auto& [key, values] : user.as_extra)
        if (!values.empty())
            add("Impersonate-Extra-" + QUrl::toPercentEncoding(QString::fromStdString(key)), values.front());
    return headers;
}

bool is_expressible(const KubeconfigUser& user) {
    if (user.as_groups.size() > 1) return false;
    for (const auto& extra : user.as_extra)
        if (extra.second.size() > 1) return false;
    return true;
}

QJsonObject cluster_info(const KubeconfigCluster& cluster, const QString& url, const QByteArray& authority) {
    QJsonObject info{{"server", url}};
    if (!authority.isEmpty()) info["certificate-authority-data"] = QString::fromLatin1(authority.toBase64());
    if (!cluster.tls_server_name.empty())
        info["tls-server-name"] = QString::fromStdString(cluster.tls_server_name);
    if (!cluster.proxy_url.empty()) info["proxy-url"] = QString::fromStdString(cluster.proxy_url);
    if (cluster.insecure_skip_tls_verify) info["insecure-skip-tls-verify"] = true;
    return info;
}

/// A token beats a plugin, and a token's file its text.
std::shared_ptr<CredentialProvider> provider_of(const KubeconfigUser& user, Credential certificate,
                                                const QJsonObject& info, const ConnectSettings& settings) {
    if (!user.token_file.empty())
        return std::make_shared<TokenFileCredential>(QString::fromStdString(user.token_file),
                                                     std::move(certificate), *settings.clock);
    if (!user.token.empty()) {
        certificate.scheme = Credential::Scheme::bearer;
        certificate.secret = user.token;
    } else if (!user.username.empty() || !user.password.empty()) {
        certificate.scheme = Credential::Scheme::basic;
        certificate.user = user.username;
        certificate.secret = user.password;
    } else if (user.exec) {
        return std::make_shared<ExecCredential>(*user.exec,
                                                user.exec->provide_cluster_info ? info : QJsonObject(),
                                                *settings.clock, settings.exec_deadline_ms);
    }
    return std::make_shared<FixedCredential>(std::move(certificate));
}

bool is_in_pod(const EnvironmentReader& environment) {
    return !environment("KUBERNETES_SERVICE_HOST").isEmpty() &&
           !environment("KUBERNETES_SERVICE_PORT").isEmpty();
}

/// Of a kubeconfig without any cluster: which files were meant to hold one.
std::string where_looked(const Kubeconfig& empty, const EnvironmentReader& environment) {
    const std::string list = environment("KUBECONFIG").toStdString();
    if (!empty.files.empty()) return empty.files.front() + " names no cluster";
    if (!list.empty()) return "KUBECONFIG names " + list + ", which does not exist";
    return "KUBECONFIG is not set, " + QDir(environment("HOME")).filePath(".kube/config").toStdString() +
           " does not exist";
}

void note_expiry(KubernetesConnection& connection, const QByteArray& certificate, Clock& clock) {
    const auto chain = QSslCertificate::fromData(certificate);
    if (chain.isEmpty() || chain.first().expiryDate().toMSecsSinceEpoch() > clock.utc_ms()) return;
    connection.notes.push_back("The client certificate expired on " +
                               chain.first().expiryDate().toUTC().toString(Qt::ISODate).toStdString() +
                               "; the server will not accept it. Renew it.");
}

}  // namespace

Expected<KubernetesConnection> connect_with_kubeconfig(const Kubeconfig& kubeconfig,
                                                       const std::string& context,
                                                       const ConnectSettings& settings) {
    const std::string name = context.empty() ? kubeconfig.current_context : context;
    if (auto usable = check_context(kubeconfig, name); !usable) return Unexpected(usable.error());
    const KubeconfigContext& chosen = kubeconfig.contexts.at(name);
    const KubeconfigCluster& cluster = kubeconfig.clusters.at(chosen.cluster);
    const KubeconfigUser& user = kubeconfig.users.at(chosen.user);
    if (!is_expressible(user))
        return fail(ErrorCode::unsupported,
                    "Impersonation with more than one group or value cannot be sent. Keep one, or use an "
                    "account of its own.",
                    "user '" + chosen.user + "'");
    const auto authority = content_of(cluster.authority_file, cluster.authority_data);
    const auto certificate = content_of(user.certificate_file, user.certificate_data);
    const auto key = content_of(user.key_file, user.key_data);
    for (const auto* part : {&authority, &certificate, &key})
        if (!*part) return Unexpected(part->error());

    TlsSettings tls{*authority, QString::fromStdString(cluster.tls_server_name),
                    !cluster.insecure_skip_tls_verify};
    Credential identity{Credential::Scheme::none, {}, {}, *certificate, *key};
    const auto readable = make_ssl_configuration(tls, identity);
    if (!readable) return fail(readable.error().code, readable.error().message, "context '" + name + "'");
    const bool uses_tls =
        !authority->isEmpty() || !certificate->isEmpty() || cluster.insecure_skip_tls_verify;
    const QString url = server_url(cluster, uses_tls);
    auto endpoint = make_endpoint(url, tls, settings.environment);
    if (!endpoint)
        return fail(endpoint.error().code, "server: " + endpoint.error().message,
                    "cluster '" + chosen.cluster + "'");
    if (!cluster.proxy_url.empty())
        endpoint->proxy = *parse_proxy(QString::fromStdString(cluster.proxy_url), "proxy-url");

    KubernetesConnection connection;
    connection.endpoint = *endpoint;
    connection.context = name;
    connection.namespace_name = chosen.namespace_name.empty() ? "default" : chosen.namespace_name;
    connection.headers = impersonation(user);
    connection.verifies_server = tls.verify;
    connection.credentials =
        provider_of(user, std::move(identity), cluster_info(cluster, url, *authority), settings);
    if (!tls.verify)
        connection.notes.push_back(
            "The server's certificate is not verified (insecure-skip-tls-verify): whoever is on "
            "the way can read and change everything.");
    if (endpoint->base_url.scheme() == "http")
        connection.notes.push_back("The connection is not encrypted (http).");
    note_expiry(connection, *certificate, *settings.clock);
    return connection;
}

Expected<KubernetesConnection> connect_in_cluster(const ConnectSettings& settings) {
    const QString host = settings.environment("KUBERNETES_SERVICE_HOST");
    const QString port = settings.environment("KUBERNETES_SERVICE_PORT");
    const QDir folder(settings.service_account_folder);
    if (!is_in_pod(settings.environment))
        return fail(ErrorCode::not_found,
                    "This does not run within a pod: KUBERNETES_SERVICE_HOST is not set. Use a kubeconfig.");
    const auto authority = read_limited_file(folder.filePath("ca.crt"), largest_credential_file);
    if (!authority) return Unexpected(authority.error());
    const auto token = read_limited_file(folder.filePath("token"), largest_credential_file);
    if (!token) return Unexpected(token.error());
    const bool is_ipv6 = QHostAddress(host).protocol() == QAbstractSocket::IPv6Protocol;
    TlsSettings tls{*authority, {}, true};
    if (const auto readable = make_ssl_configuration(tls, {}); !readable)
        return fail(readable.error().code, readable.error().message, folder.filePath("ca.crt").toStdString());
    auto endpoint = make_endpoint("https://" + (is_ipv6 ? "[" + host + "]" : host) + ":" + port, tls,
                                  settings.environment);
    if (!endpoint) return Unexpected(endpoint.error());
    const auto space = read_limited_file(folder.filePath("namespace"), 1024);
    KubernetesConnection connection;
    connection.endpoint = *endpoint;
    connection.context = "in-cluster";
    connection.namespace_name =
        space && !space->trimmed().isEmpty() ? space->trimmed().toStdString() : "default";
    connection.credentials =
        std::make_shared<TokenFileCredential>(folder.filePath("token"), Credential{}, *settings.clock);
    return connection;
}

Expected<KubernetesConnection> connect_by_default(const QString& path, const std::string& context,
                                                  const ConnectSettings& settings) {
    const auto kubeconfig = load_kubeconfig(path, settings.environment);
    if (!kubeconfig) return Unexpected(kubeconfig.error());
    const bool nothing = path.isEmpty() && kubeconfig->clusters.empty() && kubeconfig->contexts.empty();
    if (nothing && !is_in_pod(settings.environment))
        return fail(ErrorCode::not_found,
                    "There is no kubeconfig: " + where_looked(*kubeconfig, settings.environment) +
                        ", and this does not run within a pod. Put the cluster's kubeconfig there, or name "
                        "its file in KUBECONFIG or in cluster.kubeconfig.");
    if (nothing && context.empty()) return connect_in_cluster(settings);
    return connect_with_kubeconfig(*kubeconfig, context, settings);
}

}  // namespace trimtab::cluster_api
