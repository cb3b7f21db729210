// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/kubernetes_client.h"

#include <algorithm>
#include <utility>

namespace trimtab::cluster_api {

KubernetesClient::KubernetesClient(KubernetesConnection connection, HttpBehaviour behaviour, QObject* parent)
    : QObject(parent),
      connection_(std::move(connection)),
      http_(connection_.endpoint, connection_.credentials, std::move(behaviour)) {}

KubernetesClient::~KubernetesClient() = default;

void KubernetesClient::sendResponse(HttpRequest request, QObject* context, HttpClient::Done done) {
    for (const auto& header : connection_.headers) request.headers.push_back(header);
    http_.send(request, context, [this, done = std::move(done)](Expected<HttpResponse> response) {
        if (response) reportWarnings(*response);
        done(std::move(response));
    });
}

Expected<HttpResponse> KubernetesClient::waitForRequest(HttpRequest request, StopToken stop) {
    for (const auto& header : connection_.headers) request.headers.push_back(header);
    auto response = http_.wait(request, stop);
    if (response) reportWarnings(*response);
    return response;
}

void KubernetesClient::reportWarnings(const HttpResponse& response) {
    constexpr std::size_t most_kept = 100;
    for (const std::string& text : response.warnings()) {
        if (warnings_.size() >= most_kept ||
            std::find(warnings_.begin(), warnings_.end(), text) != warnings_.end())
            continue;
        warnings_.push_back(text);
        Q_EMIT warned(QString::fromStdString(text));
    }
}

}  // namespace trimtab::cluster_api
