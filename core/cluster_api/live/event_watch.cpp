// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/event_watch.h"

#include <QObject>
#include <optional>

#include "core/cluster_api/kubernetes/informer.h"
#include "core/cluster_api/kubernetes/read_objects.h"
#include "core/cluster_api/live/live_connections.h"

namespace trimtab::cluster_api {
namespace {

/// Pods and ReplicaSets carry the name of their Deployment in front of theirs.
bool is_about(const Event& event, const std::string& deployment) {
    return event.object_name == deployment || event.object_name.starts_with(deployment + "-");
}

}  // namespace

Expected<void> watch_events(const config::Config& config, BoundedChannel<ClusterEvent>& events,
                            StopToken stop) {
    const auto client = open_kubernetes(config);
    if (!client) return Unexpected<Error>(client.error());
    TypedStore<Event> store(read_event);
    Informer informer(**client,
                      {.resource = events_resource, .namespace_name = config.environment.namespace_}, store);
    std::optional<Error> refused;
    const auto tell = [&](const std::string& uid) {
        const Event* event = store.find(uid);
        if (event == nullptr || (!is_about(*event, config.cluster.gpu_deployment) &&
                                 !is_about(*event, config.cluster.cpu_deployment)))
            return;
        events.offer({uid, static_cast<double>(event->last_ms) / 1000, event->warning,
                      event->object_kind + " " + event->object_name, event->reason, event->message,
                      event->count});
    };
    QObject::connect(&informer, &Informer::added, &informer, tell);
    QObject::connect(&informer, &Informer::changed, &informer, tell);
    QObject::connect(&informer, &Informer::troubled, &informer, [&refused](const Error& error) {
        if (error.code == ErrorCode::permission_denied) refused = error;
    });
    informer.start();
    wait_until([&refused] { return refused.has_value(); }, stop);
    if (refused) return Unexpected<Error>(*refused);
    return fail(ErrorCode::cancelled, "Stopped.");
}

}  // namespace trimtab::cluster_api
