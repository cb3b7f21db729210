// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>

#include "core/cluster_api/http/http_message.h"
#include "core/cluster_api/kubernetes/kubeconfig.h"
#include "core/cluster_api/kubernetes/limited_file.h"

namespace trimtab::cluster_api {
namespace {

/// A name as a message bears it.
std::string shown(const std::string& name) {
    const std::string text = excerpt(QByteArray::fromStdString(name), 80);
    return std::string("'").append(text).append("'");
}

class Check {
  public:
    explicit Check(std::string place) : place_(std::move(place)) {}

    void that(bool holds, const std::string& otherwise) {
        if (!holds && !error_) error_ = make_error(ErrorCode::invalid_argument, otherwise, place_);
    }
    void readable(const std::string& path, const char* field) {
        if (path.empty() || error_) return;
        const auto content = read_limited_file(QString::fromStdString(path), largest_credential_file);
        if (!content)
            error_ = make_error(content.error().code, std::string(field) + ": " + content.error().message,
                                content.error().context);
    }
    [[nodiscard]] Expected<void> result() const {
        if (error_) return Unexpected(*error_);
        return {};
    }

  private:
    std::string place_;
    std::optional<Error> error_;
};

Expected<void> check_cluster(const std::string& name, const KubeconfigCluster& cluster) {
    Check check("cluster " + shown(name));
    check.that(!cluster.server.empty(), "It has no server. Set `server: https://HOST:PORT`.");
    check.that(cluster.authority_file.empty() || !cluster.authority_data,
               "certificate-authority and certificate-authority-data are both set. Keep one of them.");
    check.that(
        !cluster.insecure_skip_tls_verify || (cluster.authority_file.empty() && !cluster.authority_data),
        "insecure-skip-tls-verify is set together with an authority. Remove insecure-skip-tls-verify.");
    check.readable(cluster.authority_file, "certificate-authority");
    if (!cluster.proxy_url.empty()) {
        const auto proxy = parse_proxy(QString::fromStdString(cluster.proxy_url), "proxy-url");
        check.that(proxy.has_value(), proxy ? "" : "proxy-url: " + proxy.error().message);
        check.that(cluster.proxy_url.find("://") != std::string::npos,
                   "proxy-url has no scheme. Write it as http://HOST:PORT or socks5://HOST:PORT.");
    }
    return check.result();
}

void check_exec(Check& check, const KubeconfigExec& exec) {
    const std::string group = "client.authentication.k8s.io/";
    check.that(!exec.command.empty(), "exec has no command. Name the plugin's program.");
    check.that(!exec.api_version.empty(),
               "exec has no apiVersion. Set `apiVersion: client.authentication.k8s.io/v1`.");
    check.that(exec.api_version == group + "v1" || exec.api_version == group + "v1beta1",
               "exec has an apiVersion that is no longer understood. Update the plugin, and set `apiVersion: "
               "client.authentication.k8s.io/v1`.");
    for (const auto& variable : exec.environment)
        check.that(!variable.first.empty(),
                   "exec has an environment variable without a name. Name or remove it.");
    const std::string& mode = exec.interactive_mode;
    check.that(!mode.empty() || exec.api_version != group + "v1",
               "exec has no interactiveMode, which v1 demands. Set `interactiveMode: IfAvailable`.");
    check.that(mode.empty() || mode == "Never" || mode == "IfAvailable" || mode == "Always",
               "exec has an unknown interactiveMode. It is Never, IfAvailable or Always.");
    check.that(mode != "Always",
               "The exec plugin wants a terminal (interactiveMode: Always), and there is none. Log in with "
               "the plugin's "
               "own program first, and set IfAvailable.");
}

Expected<void> check_user(const std::string& name, const KubeconfigUser& user) {
    Check check("user " + shown(name));
    const bool has_certificate = !user.certificate_file.empty() || user.certificate_data;
    const bool has_key = !user.key_file.empty() || user.key_data;
    check.that(user.certificate_file.empty() || !user.certificate_data,
               "client-certificate and client-certificate-data are both set. Keep one of them.");
    check.that(user.key_file.empty() || !user.key_data,
               "client-key and client-key-data are both set. Keep one of them.");
    check.that(!has_certificate || has_key,
               "There is a client certificate without a key. Set client-key as well.");
    check.that(has_certificate || !has_key,
               "There is a client key without a certificate. Set client-certificate as well.");
    check.readable(user.certificate_file, "client-certificate");
    check.readable(user.key_file, "client-key");
    const bool has_token = !user.token.empty() || !user.token_file.empty();
    const bool has_basic = !user.username.empty() || !user.password.empty();
    check.that(!has_token || !has_basic, "A token and a user name are both set. Keep one of them.");
    check.readable(user.token_file, "tokenFile");
    check.that(user.auth_provider.empty() || !user.exec, "auth-provider and exec are both set. Keep exec.");
    check.that(user.auth_provider.empty(), "The auth-provider " + shown(user.auth_provider) +
                                               " is not supported. Use the provider's exec plugin.");
    if (user.exec) check_exec(check, *user.exec);
    check.that(!user.as.empty() || (user.as_uid.empty() && user.as_groups.empty() && user.as_extra.empty()),
               "as-uid, as-groups or as-user-extra is set without as. Name the account in as.");
    return check.result();
}

}  // namespace

Expected<void> check_context(const Kubeconfig& kubeconfig, const std::string& context) {
    static const QRegularExpression label("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$");
    const auto found = kubeconfig.contexts.find(context);
    if (context.empty() || found == kubeconfig.contexts.end()) {
        std::string names;
        for (const auto& [name, value] : kubeconfig.contexts) names += (names.empty() ? "" : ", ") + name;
        if (names.size() > 200) names = names.substr(0, 200) + "...";
        return fail(ErrorCode::not_found,
                    (context.empty() ? "No context is chosen." : "The kubeconfig has no such context.") +
                        (names.empty() ? std::string(" It holds none; check KUBECONFIG.")
                                       : " Choose one of: " + names + "."),
                    context.empty() ? "current-context" : "context " + shown(context));
    }
    Check check("context " + shown(context));
    const KubeconfigContext& chosen = found->second;
    const auto cluster = kubeconfig.clusters.find(chosen.cluster);
    const auto user = kubeconfig.users.find(chosen.user);
    check.that(!chosen.cluster.empty(), "It names no cluster. Set `cluster`.");
    check.that(!chosen.user.empty(), "It names no user. Set `user`.");
    check.that(
        cluster != kubeconfig.clusters.end(),
        "Its cluster " + shown(chosen.cluster) + " is not in the kubeconfig. Add it, or correct the name.");
    check.that(user != kubeconfig.users.end(),
               "Its user " + shown(chosen.user) + " is not in the kubeconfig. Add it, or correct the name.");
    check.that(chosen.namespace_name.empty() ||
                   label.match(QString::fromStdString(chosen.namespace_name)).hasMatch(),
               "Its namespace is not a valid name. It consists of small letters, digits and '-'.");
    if (auto result = check.result(); !result) return result;
    if (auto result = check_cluster(chosen.cluster, cluster->second); !result) return result;
    return check_user(chosen.user, user->second);
}

}  // namespace trimtab::cluster_api
