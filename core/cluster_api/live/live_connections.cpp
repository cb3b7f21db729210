// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/live_connections.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "core/cluster_api/kubernetes/connect.h"
#include "core/cluster_api/kubernetes/token_file_credential.h"
#include "core/cluster_api/live/service_observation.h"
#include "core/results/atomic_file.h"

namespace trimtab::cluster_api {
namespace {

constexpr std::uint64_t largest_secret = 64 * 1024;

std::string first_line(const std::string& text) { return text.substr(0, text.find_first_of("\r\n")); }

std::int64_t milliseconds(double seconds) { return static_cast<std::int64_t>(seconds * 1000); }

Expected<HttpEndpoint> endpoint(const std::string& url, const std::string& ca_file, bool skip_tls_verify) {
    TlsSettings tls;
    tls.verify = !skip_tls_verify;
    if (!ca_file.empty()) {
        const auto pem = results::read_file(ca_file, 1 << 20);
        if (!pem) return Unexpected<Error>(pem.error());
        tls.ca_pem = QByteArray::fromStdString(*pem);
    }
    return make_endpoint(QString::fromStdString(url), tls);
}

/// A password is asked for only where there is a user.
Credential basic_or_none(const std::string& user, const SecretReader& secrets, const char* password) {
    return user.empty() ? Credential{} : Credential::basic(user, secrets(password).value_or(""));
}

}  // namespace

std::string secret_variable(const std::string& name) {
    std::string variable = "TRIMTAB_" + name;
    for (char& c : variable)
        c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return variable;
}

SecretReader environment_secrets() {
    return [](const std::string& name) -> std::optional<std::string> {
        const std::string variable = secret_variable(name);
        if (const char* value = std::getenv(variable.c_str()); value != nullptr && *value != '\0')
            return value;
        if (const char* file = std::getenv((variable + "_FILE").c_str()); file != nullptr && *file != '\0')
            if (const auto text = results::read_file(file, largest_secret)) return first_line(*text);
        return std::nullopt;
    };
}

SecretReader first_of(SecretReader first, SecretReader second) {
    return [first = std::move(first), second = std::move(second)](const std::string& name) {
        auto secret = first ? first(name) : std::nullopt;
        return !secret && second ? second(name) : secret;
    };
}

Expected<std::unique_ptr<KubernetesClient>> open_kubernetes(const config::Config& config) {
    ensure_event_dispatcher();
    const config::ClusterConfig& c = config.cluster;
    auto connection = connect_by_default(QString::fromStdString(c.kubeconfig), c.context);
    if (!connection) return Unexpected<Error>(connection.error());
    return std::make_unique<KubernetesClient>(std::move(*connection));
}

Expected<std::unique_ptr<PrometheusClient>> open_prometheus(const config::Config& config,
                                                            const SecretReader& secrets) {
    ensure_event_dispatcher();
    const config::ClusterConfig& c = config.cluster;
    auto where =
        endpoint(config.environment.prometheus_url, c.prometheus_ca_file, c.prometheus_skip_tls_verify);
    if (!where) return Unexpected<Error>(where.error());
    std::shared_ptr<CredentialProvider> credentials;
    if (!c.prometheus_token_file.empty())
        credentials = std::make_shared<TokenFileCredential>(QString::fromStdString(c.prometheus_token_file),
                                                            Credential{}, system_clock());
    else if (const auto token = secrets(prometheus_token_secret))
        credentials = std::make_shared<FixedCredential>(Credential::bearer(*token));
    else
        credentials = std::make_shared<FixedCredential>(
            basic_or_none(c.prometheus_user, secrets, prometheus_password_secret));
    auto client = std::make_unique<PrometheusClient>(std::move(*where), std::move(credentials));
    client->setTimeouts(milliseconds(c.request_timeout_s), milliseconds(2 * c.request_timeout_s));
    return client;
}

Expected<std::unique_ptr<LocustClient>> open_locust(const config::Config& config,
                                                    const SecretReader& secrets) {
    ensure_event_dispatcher();
    const config::ClusterConfig& c = config.cluster;
    auto where = endpoint(config.environment.locust_url, c.locust_ca_file, c.locust_skip_tls_verify);
    if (!where) return Unexpected<Error>(where.error());
    auto client = std::make_unique<LocustClient>(
        std::move(*where),
        std::make_shared<FixedCredential>(basic_or_none(c.locust_user, secrets, locust_password_secret)));
    client->setTimeouts(milliseconds(c.request_timeout_s), milliseconds(2 * c.request_timeout_s));
    return client;
}

Expected<LiveConnections> open_connections(const config::Config& config, const SecretReader& secrets) {
    LiveConnections connections;
    auto kubernetes = open_kubernetes(config);
    if (!kubernetes) return Unexpected<Error>(kubernetes.error());
    connections.kubernetes = std::move(*kubernetes);
    if (needs_prometheus(config)) {
        auto prometheus = open_prometheus(config, secrets);
        if (!prometheus) return Unexpected<Error>(prometheus.error());
        connections.prometheus = std::move(*prometheus);
    }
    if (needs_locust(config)) {
        auto locust = open_locust(config, secrets);
        if (!locust) return Unexpected<Error>(locust.error());
        connections.locust = std::move(*locust);
    }
    return connections;
}

}  // namespace trimtab::cluster_api
