// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries: Trimtab::cluster_api_kubernetes
// The kubeconfig reader: whatever the bytes, a sentence or a connection; what an exec plugin prints likewise.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/cluster_api/kubernetes/connect.h"
#include "core/cluster_api/kubernetes/exec_credential.h"
#include "core/cluster_api/kubernetes/kubeconfig.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

namespace {

template <class T>
void require_sentence(const Expected<T>& result) {
    if (!result && (result.error().message.size() < 20 || result.error().message.size() > 2000)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    KubeconfigExec exec;
    exec.command = "plugin";
    exec.api_version = "client.authentication.k8s.io/v1";
    require_sentence(parse_exec_credential(QByteArray(text.data(), static_cast<qsizetype>(size)), exec));

    const auto config = parse_kubeconfig(text, "fuzz", "/nonexistent");
    require_sentence(config);
    if (!config) return 0;
    ConnectSettings settings;
    settings.environment = [](const char*) { return QString(); };
    for (const auto& [name, context] : config->contexts) {
        const auto connection = connect_with_kubeconfig(*config, name, settings);
        require_sentence(connection);
        // What cannot be used must not connect.
        if (!name.empty() && connection && !check_context(*config, name)) std::abort();
        if (connection && (connection->endpoint.base_url.host().isEmpty() || !connection->credentials))
            std::abort();
    }
    return 0;
}
