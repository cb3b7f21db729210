// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/cluster_api/http/clock.h"
#include "core/cluster_api/http/credential.h"
#include "core/cluster_api/http/http_message.h"
#include "core/cluster_api/http/network_session.h"
#include "core/cluster_api/http/retry_policy.h"

namespace trimtab::cluster_api {

/// What a client needs besides its endpoint and credential; tests replace the time and the random numbers.
struct HttpBehaviour {
    RetryPolicy retry;
    Clock* clock = &system_clock();
    UniformSource uniform = system_uniform();
};

/// Requests to one server under one identity: attempts with deadlines, retries with jittered back-off (429,
/// and, where sending twice does no harm, 503, 504 and broken connections), one renewed credential after a
/// 401, a limit to the size of an answer. Redirects are answers, not followed. Secrets never stand in an
/// error or a log line.
///
/// Make, use and destroy it in one thread: the window's, or a job's, where wait() drives the events.
///
///     auto endpoint = make_endpoint("https://prometheus.example/base");
///     HttpClient client(*endpoint, std::make_shared<FixedCredential>(Credential::bearer(token)));
///     auto response = require_json(client.wait({.path = "/api/v1/query", .query = {{"query", "up"}}}, stop),
///     "Prometheus");
class HttpClient final : public QObject {
    Q_OBJECT

  public:
    using Done = std::function<void(Expected<HttpResponse>)>;

    HttpClient(HttpEndpoint endpoint, std::shared_ptr<CredentialProvider> credentials,
               HttpBehaviour behaviour = {}, QObject* parent = nullptr);
    /// Requests in flight are dropped without a callback.
    ~HttpClient() override;

    /// Sends. `done` is called exactly once, later, in this thread: an answer of any status, or why there is
    /// none; never once `context` or this client has been destroyed, or cancelAll() been called.
    void send(const HttpRequest& request, QObject* context, Done done);

    /// The same, waiting: events of this thread are delivered meanwhile. `cancelled` within 100 ms of a stop.
    [[nodiscard]] Expected<HttpResponse> wait(const HttpRequest& request, StopToken stop = {});

    /// Drops every request in flight; their callbacks are not called.
    void cancelAll();

    [[nodiscard]] const HttpEndpoint& endpoint() const { return session_.endpoint(); }
    /// For streams, which keep connections of their own (HttpStream).
    [[nodiscard]] const std::shared_ptr<CredentialProvider>& credentials() const { return credentials_; }
    [[nodiscard]] const HttpBehaviour& behaviour() const { return behaviour_; }

  private:
    NetworkSession session_;
    std::shared_ptr<CredentialProvider> credentials_;
    HttpBehaviour behaviour_;
};

}  // namespace trimtab::cluster_api
