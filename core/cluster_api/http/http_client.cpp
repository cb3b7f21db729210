// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/http_client.h"

#include <QPointer>
#include <utility>

#include "core/cluster_api/http/event_wait.h"
#include "core/cluster_api/http/http_exchange.h"

namespace trimtab::cluster_api {

HttpClient::HttpClient(HttpEndpoint endpoint, std::shared_ptr<CredentialProvider> credentials,
                       HttpBehaviour behaviour, QObject* parent)
    : QObject(parent),
      session_(std::move(endpoint)),
      credentials_(std::move(credentials)),
      behaviour_(std::move(behaviour)) {
    ensure_event_dispatcher();
}

HttpClient::~HttpClient() { cancelAll(); }

void HttpClient::send(const HttpRequest& request, QObject* context, Done done) {
    // Its callback comes through the event loop, so never before this has returned.
    (new HttpExchange(request, session_, credentials_, behaviour_, context, std::move(done), this))->start();
}

Expected<HttpResponse> HttpClient::wait(const HttpRequest& request, StopToken stop) {
    QPointer<HttpExchange> exchange;
    auto result = wait_for_result<HttpResponse>(stop, [&](Done done) {
        exchange = new HttpExchange(request, session_, credentials_, behaviour_, this, std::move(done), this);
        exchange->start();
    });
    delete exchange;
    return result;
}

void HttpClient::cancelAll() {
    const auto exchanges = findChildren<HttpExchange*>(QString(), Qt::FindDirectChildrenOnly);
    for (HttpExchange* exchange : exchanges) delete exchange;
}

}  // namespace trimtab::cluster_api
