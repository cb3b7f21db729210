// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "core/cluster_api/http/event_wait.h"
#include "core/cluster_api/http/http_client.h"
#include "core/cluster_api/kubernetes/api_call.h"
#include "core/cluster_api/kubernetes/kubernetes_connection.h"

namespace trimtab::cluster_api {

/// An API server under one identity. Calls are values (api_calls.h, placement_calls.h). Make, use and destroy
/// it in one thread. Watches are Informers, which keep connections of their own.
///
///     KubernetesClient cluster(connection);
///     auto scale = cluster.wait(get_scale("serving", "gpu"), stop);
///     auto would = cluster.wait(patch_scale("serving", "gpu", 3, scale->meta.resource_version,
///     WriteMode::dry_run), stop);
class KubernetesClient final : public QObject {
    Q_OBJECT

  public:
    explicit KubernetesClient(KubernetesConnection connection, HttpBehaviour behaviour = {},
                              QObject* parent = nullptr);
    ~KubernetesClient() override;

    /// Calls `done(Expected<T>)` once, later, unless `context` or this has been destroyed.
    template <class T, class Done>
    void send(ApiCall<T> call, QObject* context, Done done) {
        sendResponse(call.request, context, [call, done](Expected<HttpResponse> response) {
            done(response ? call.read(*response) : Expected<T>(located(response.error(), call.subject)));
        });
    }

    /// The same, waiting in this thread; `cancelled` within 100 ms of a stop.
    template <class T>
    [[nodiscard]] Expected<T> wait(ApiCall<T> call, StopToken stop = {}) {
        const Expected<HttpResponse> response = waitForRequest(call.request, stop);
        return response ? call.read(*response) : Expected<T>(located(response.error(), call.subject));
    }

    /// All objects of a list in pages, each read by `parse`; begins once more where the pages expire
    /// meanwhile.
    template <class T>
    [[nodiscard]] Expected<std::vector<T>> list(const Resource& resource, const std::string& namespace_name,
                                                Expected<T> (*parse)(const QJsonObject&), StopToken stop = {},
                                                const std::string& label_selector = {}) {
        std::vector<T> all;
        std::string position;
        bool in_pages = true;
        for (;;) {
            const auto call =
                list_page(resource, namespace_name, label_selector, position, in_pages ? page_size : 0);
            const Expected<HttpResponse> response = waitForRequest(call.request, stop);
            if (!response) return located(response.error(), call.subject);
            if (in_pages && !response->ok() && is_expired(*response)) {
                in_pages = false;
                position.clear();
                all.clear();
                continue;
            }
            const auto page = call.read(*response);
            if (!page) return Unexpected(page.error());
            for (const QJsonObject& item : page->items) {
                auto object = parse(item);
                if (!object) return Unexpected(object.error());
                all.push_back(std::move(*object));
            }
            position = page->continue_token;
            if (position.empty()) return all;
        }
    }

    /// The plain answer, for those who read it themselves.
    void sendResponse(HttpRequest request, QObject* context, HttpClient::Done done);

    [[nodiscard]] const KubernetesConnection& connection() const { return connection_; }
    [[nodiscard]] const HttpClient& http() const { return http_; }

  Q_SIGNALS:
    /// A Warning header of the server, once for each text.
    void warned(const QString& text);

  private:
    [[nodiscard]] static Unexpected<Error> located(const Error& error, const std::string& subject) {
        return fail(error.code, error.message,
                    error.context.empty() ? subject : subject + " at " + error.context);
    }
    [[nodiscard]] Expected<HttpResponse> waitForRequest(HttpRequest request, StopToken stop);
    void reportWarnings(const HttpResponse& response);

    KubernetesConnection connection_;
    HttpClient http_;
    std::vector<std::string> warnings_;  ///< those reported
};

}  // namespace trimtab::cluster_api
