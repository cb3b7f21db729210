// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/object_lists.h"

#include <QTimer>

#include "tests/support/test_cluster/api_status.h"

namespace trimtab::test_cluster {
namespace {

qint64 number(const std::string& text) { return QByteArray::fromStdString(text).toLongLong(); }

QByteArray event_line(const char* type, const QByteArray& object) {
    return QByteArray("{\"type\":\"") + type + "\",\"object\":" + object + "}\n";
}

QByteArray bookmark_line(const ServedKind& kind, qint64 version, bool initial_end) {
    Json object{{"kind", kind.kind},
                {"apiVersion", kind.api_version},
                {"metadata", {{"resourceVersion", std::to_string(version)}}}};
    if (initial_end) object["metadata"]["annotations"] = {{"k8s.io/initial-events-end", "true"}};
    if (std::string(kind.kind) == "Deployment") {  // an empty object still shows its number
        object["spec"] = {{"replicas", 0}, {"selector", nullptr}, {"strategy", Json::object()}};
        object["status"] = Json::object();
    }
    return event_line("BOOKMARK", QByteArray::fromStdString(object.dump()));
}

}  // namespace

std::optional<ObjectSelector> ObjectLists::requested(const HttpRequest& request, const ResourcePath& path) {
    ObjectSelector selector{path.full_resource(), path.namespace_, path.name, {}};
    const auto pairs = [](const std::string& text) {
        return QString::fromStdString(text).split(QLatin1Char(','), Qt::SkipEmptyParts);
    };
    for (const QString& pair : pairs(request.parameter("fieldSelector"))) {
        const QStringList sides = pair.split(QLatin1Char('='), Qt::SkipEmptyParts);
        if (sides.size() != 2 || sides[0] != QLatin1String("metadata.name")) return std::nullopt;
        selector.name = sides[1].toStdString();
    }
    for (const QString& pair : pairs(request.parameter("labelSelector"))) {
        const QStringList sides = pair.split(QLatin1Char('='), Qt::SkipEmptyParts);
        if (sides.size() != 2 || pair.contains(QLatin1Char('!'))) return std::nullopt;
        selector.labels[sides[0].toStdString()] = sides[1].toStdString();
    }
    return selector;
}

QByteArray ObjectLists::whole(const StoredObject& object, const ServedKind& kind) {
    return QByteArray("{\"kind\":\"") + kind.kind + "\",\"apiVersion\":\"" + kind.api_version + "\"," +
           object.text.mid(1);
}

bool ObjectLists::refuseVersion(const HttpRequest& request, HttpConnection& connection) const {
    const qint64 version = number(request.parameter("resourceVersion"));
    if (version <= store_.version()) return false;
    HttpResponse refusal = api_failure(
        504, "Timeout",
        "Timeout: Too large resource version: " + std::to_string(version) +
            ", current: " + std::to_string(store_.version()),
        {{"causes", {{{"reason", "ResourceVersionTooLarge"}, {"message", "Too large resource version"}}}},
         {"retryAfterSeconds", 1}});
    refusal.headers.emplace_back("Retry-After", "1");
    connection.reply(refusal);
    return true;
}

void ObjectLists::list(const HttpRequest& request, const ResourcePath& path, const ServedKind& kind,
                       HttpConnection& connection) {
    if (refuseVersion(request, connection)) return;
    const auto selector = requested(request, path);
    if (!selector) return connection.reply(api_failure(400, "BadRequest", "unsupported selector"));
    const std::string token = request.parameter("continue");
    Page page;
    if (!token.empty()) {
        const auto kept = pages_.find(token);
        if (kept == pages_.end() || kept->second.epoch != store_.epoch())
            return connection.reply(json_response(
                expired_status(
                    "The provided continue parameter is too old to display a consistent list result."),
                410));
        page = std::move(kept->second);
        pages_.erase(kept);
    } else {
        const qint64 wanted = number(request.parameter("resourceVersion"));
        if (request.parameter("resourceVersionMatch") == "Exact" && wanted != store_.version() &&
            !store_.changesSince(wanted))
            return connection.reply(api_failure(410));
        page = {store_.list(*selector), store_.version(), store_.epoch()};
    }

    const auto limit = static_cast<std::size_t>(number(request.parameter("limit")));
    const std::size_t count = limit == 0 ? page.rest.size() : std::min(limit, page.rest.size());
    Json metadata{{"resourceVersion", std::to_string(page.version)}};
    QByteArray items;
    for (std::size_t i = 0; i < count; ++i) items += (i > 0 ? "," : "") + page.rest[i].text;
    page.rest.erase(page.rest.begin(), page.rest.begin() + static_cast<std::ptrdiff_t>(count));
    if (!page.rest.empty()) {
        const std::string next = "page-" + std::to_string(next_page_++);
        metadata["continue"] = next;
        metadata["remainingItemCount"] = page.rest.size();
        pages_[next] = std::move(page);
        if (pages_.size() > 50) pages_.erase(pages_.begin());
    }
    const std::string head = "{\"kind\":\"" + std::string(kind.kind) + "List\",\"apiVersion\":\"" +
                             kind.api_version + "\",\"metadata\":" + metadata.dump() + ",\"items\":[";
    connection.reply({200, "application/json", head + items.toStdString() + "]}"});
}

void ObjectLists::watch(const HttpRequest& request, const ResourcePath& path, const ServedKind& kind,
                        HttpConnection& connection) {
    if (refuseVersion(request, connection)) return;
    const auto selector = requested(request, path);
    if (!selector) return connection.reply(api_failure(400, "BadRequest", "unsupported selector"));
    const qint64 from = number(request.parameter("resourceVersion"));
    const bool initial = request.parameter("sendInitialEvents") == "true" || from == 0;
    const auto missed = initial ? std::vector<ObjectChange>() : store_.changesSince(from);
    connection.startStream("application/json");
    if (!missed) {
        connection.sendChunk(event_line(
            "ERROR",
            QByteArray::fromStdString(expired_status("too old resource version: " + std::to_string(from) +
                                                     " (" + std::to_string(store_.version()) + ")")
                                          .dump())));
        return connection.finishStream();
    }

    QByteArray first;  // several events in one chunk, as a server sends them
    if (initial)
        for (const StoredObject& object : store_.list(*selector))
            first += event_line("ADDED", whole(object, kind));
    for (const ObjectChange& change : *missed)
        if (selector->covers(change.key, change.object))
            first += event_line(change.type, whole(change.object, kind));
    const bool bookmarks = request.parameter("allowWatchBookmarks") == "true";
    if (request.parameter("sendInitialEvents") == "true" && bookmarks)
        first += bookmark_line(kind, store_.version(), true);
    connection.sendChunk(first);

    // All of it ends with the stream: the context object is its child.
    auto* context = new QObject(&connection);
    connect(&connection, &HttpConnection::closed, context, &QObject::deleteLater);
    connect(&store_, &ObjectStore::changed, context,
            [&connection, selector = *selector, &kind](const ObjectChange& change) {
                if (selector.covers(change.key, change.object))
                    connection.sendChunk(event_line(change.type, whole(change.object, kind)));
            });
    if (bookmarks) {
        auto* timer = new QTimer(context);
        connect(timer, &QTimer::timeout, context, [this, &connection, &kind] {
            connection.sendChunk(bookmark_line(kind, store_.version(), false));
        });
        timer->start(bookmark_ms_);
    }
    if (const qint64 timeout_s = number(request.parameter("timeoutSeconds")); timeout_s > 0)
        QTimer::singleShot(std::chrono::seconds(timeout_s), context,
                           [&connection] { connection.finishStream(); });
    std::erase_if(watches_,
                  [](const QPointer<HttpConnection>& watch) { return !watch || !watch->streaming(); });
    watches_.emplace_back(&connection);
}

void ObjectLists::finishWatches() {
    for (const QPointer<HttpConnection>& watch : std::exchange(watches_, {}))
        if (watch) watch->finishStream();
}

}  // namespace trimtab::test_cluster
