// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/informer.h"

#include <QJsonDocument>
#include <utility>

namespace trimtab::cluster_api {
namespace {

/// Longer than any object that the store of Kubernetes takes (1.5 MiB).
constexpr qsizetype longest_line = 8 * 1024 * 1024;

std::string text_of(const QJsonObject& object, const char* name) {
    return object.value("metadata").toObject().value(QLatin1String(name)).toString().toStdString();
}

}  // namespace

Informer::Informer(KubernetesClient& client, InformerSettings settings, ObjectStore& store, QObject* parent)
    : QObject(parent),
      client_(client),
      settings_(std::move(settings)),
      store_(store),
      stream_(client.http()) {
    connect(&stream_, &HttpStream::opened, this, &Informer::recover);
    connect(&stream_, &HttpStream::received, this, &Informer::takeChunk);
    connect(&stream_, &HttpStream::ended, this, &Informer::watchEnded);
}

Informer::~Informer() = default;

void Informer::start() {
    if (state_ == State::stopped) list();
}

void Informer::stop() {
    state_ = State::stopped;
    delete std::exchange(scope_, nullptr);
    stream_.close();
}

std::int64_t Informer::silentMs() const {
    return last_contact_ms_ < 0 ? -1 : client_.http().behaviour().clock->monotonic_ms() - last_contact_ms_;
}

void Informer::touch() { last_contact_ms_ = client_.http().behaviour().clock->monotonic_ms(); }

void Informer::recover() {
    touch();
    if (std::exchange(in_trouble_, false)) Q_EMIT recovered();
}

void Informer::list() {
    stream_.close();
    state_ = State::listing;
    ++counts_.lists;
    in_pages_ = true;
    seen_.clear();
    requestPage({});
}

void Informer::requestPage(const std::string& position) {
    delete std::exchange(scope_, new QObject(this));
    auto call = list_page(settings_.resource, settings_.namespace_name, settings_.label_selector, position,
                          in_pages_ ? page_size : 0);
    selectFields(call.request);
    client_.sendResponse(call.request, scope_, [this, call](Expected<HttpResponse> response) {
        if (!response) return retry(response.error(), std::nullopt, &Informer::list);
        if (!response->ok() && is_expired(*response) && in_pages_) {
            // The next pages would belong to another moment than these: everything at once instead.
            ++counts_.expiries;
            in_pages_ = false;
            seen_.clear();
            return requestPage({});
        }
        const auto page = call.read(*response);
        if (!page)
            return retry(page.error(), response->retry_after_ms(client_.http().behaviour().clock->utc_ms()),
                         &Informer::list);
        touch();
        takePage(*page);
    });
}

void Informer::selectFields(HttpRequest& request) const {
    if (!settings_.field_selector.empty())
        request.query.emplace_back("fieldSelector", QString::fromStdString(settings_.field_selector));
}

void Informer::takePage(const ListPage& page) {
    const QObject* scope = scope_;
    for (const QJsonObject& item : page.items) {
        seen_.insert(text_of(item, "uid"));
        put(item);
        if (scope_ != scope) return;  // stopped by a receiver
    }
    if (page.continue_token.empty()) return finishList(page);
    requestPage(page.continue_token);
}

void Informer::finishList(const ListPage& page) {
    const QObject* scope = scope_;
    for (const std::string& uid : store_.uids()) {
        if (seen_.contains(uid)) continue;
        remove(uid);
        if (scope_ != scope) return;
    }
    seen_ = {};
    version_ = page.resource_version;
    synced_ = true;
    recover();
    Q_EMIT listed();
    if (scope_ == scope) watch();
}

void Informer::watch() {
    state_ = State::watching;
    delete std::exchange(scope_, nullptr);
    buffer_.clear();
    delivered_ = false;
    ++counts_.watches;
    HttpRequest request;
    request.path = resource_path(settings_.resource, settings_.namespace_name);
    const double share = client_.http().behaviour().uniform();
    const int watch_s = settings_.watch_s + static_cast<int>(share * settings_.watch_s);
    request.query = {{"watch", "1"},
                     {"allowWatchBookmarks", "true"},
                     {"resourceVersion", QString::fromStdString(version_)},
                     {"timeoutSeconds", QString::number(watch_s)}};
    if (!settings_.label_selector.empty())
        request.query.emplace_back("labelSelector", QString::fromStdString(settings_.label_selector));
    selectFields(request);
    for (const auto& header : client_.connection().headers) request.headers.push_back(header);
    stream_.open(request, settings_.idle_timeout_ms);
}

void Informer::takeChunk(const QByteArray& chunk) {
    touch();
    buffer_ += chunk;
    qsizetype begin = 0;
    for (qsizetype end = buffer_.indexOf('\n'); end >= 0; end = buffer_.indexOf('\n', begin)) {
        const QByteArray line = buffer_.mid(begin, end - begin).trimmed();
        begin = end + 1;
        if (!line.isEmpty() && !takeLine(line)) return;  // the watch is over, and the buffer with it
    }
    buffer_.remove(0, begin);
    if (buffer_.size() <= longest_line) return;
    ++counts_.unreadable;
    stream_.close();
    retry(make_error(ErrorCode::parse_error,
                     "The watch sent a line without end. Something else than Kubernetes may answer there."),
          std::nullopt, &Informer::list);
}

bool Informer::takeLine(const QByteArray& line) {
    ++counts_.events;
    const auto event = parse_json_object(line);
    const QString type = event ? event->value("type").toString() : QString();
    const QJsonObject object = event ? event->value("object").toObject() : QJsonObject();
    if (type == "ERROR") {
        const HttpResponse refusal{object.value("code").toInt(), {}, QJsonDocument(object).toJson()};
        stream_.close();
        if (is_expired(refusal))
            expired();
        else
            retry(api_error(refusal, std::string("watch of ") + settings_.resource.plural), std::nullopt,
                  &Informer::watch);
        return false;
    }
    if (type != "BOOKMARK" && type != "ADDED" && type != "MODIFIED" && type != "DELETED") {
        // What it said is lost, so only a new list is certain.
        ++counts_.unreadable;
        stream_.close();
        retry(make_error(
                  ErrorCode::parse_error,
                  "The watch sent a line that is no event. Something else than Kubernetes may answer there."),
              std::nullopt, &Informer::list);
        return false;
    }
    delivered_ = true;
    failures_ = 0;
    // A bookmark looks like an object with zero replicas: nothing but its version counts.
    const std::string version = text_of(object, "resourceVersion");
    if (!version.empty()) version_ = version;
    if (type == "DELETED")
        remove(text_of(object, "uid"));
    else if (type != "BOOKMARK")
        put(object);
    return state_ == State::watching && stream_.active();
}

void Informer::watchEnded(const Expected<HttpResponse>& result) {
    if (!result) return retry(result.error(), std::nullopt, &Informer::watch);
    if (!result->ok()) {
        if (is_expired(*result)) return expired();
        return retry(api_error(*result, std::string("watch of ") + settings_.resource.plural),
                     result->retry_after_ms(client_.http().behaviour().clock->utc_ms()), &Informer::watch);
    }
    // Its time was up, which is no failure. One that ends at once and brings nothing must not become a busy
    // loop.
    if (delivered_) return watch();
    pause(retry_delay_ms(settings_.back_off, 1, client_.http().behaviour().uniform()), &Informer::watch);
}

void Informer::expired() {
    ++counts_.expiries;
    // A server that forgets at once would be asked for everything again and again.
    if (delivered_ || failures_ == 0) {
        failures_ += delivered_ ? 0 : 1;
        return list();
    }
    retry(make_error(ErrorCode::unavailable,
                     "The server forgets positions faster than it can be asked. Trying again."),
          std::nullopt, &Informer::list);
}

void Informer::put(const QJsonObject& object) {
    const auto put = store_.put(object);
    if (!put) {
        // An old state of it would pass for the present one.
        ++counts_.unreadable;
        remove(text_of(object, "uid"));
        return;
    }
    if (put->change == ObjectStore::Change::added) Q_EMIT added(put->uid);
    if (put->change == ObjectStore::Change::changed) Q_EMIT changed(put->uid);
}

void Informer::remove(const std::string& uid) {
    if (!store_.contains(uid)) return;
    Q_EMIT removed(uid);
    store_.erase(uid);
}

void Informer::retry(const Error& error, std::optional<std::int64_t> retry_after_ms,
                     void (Informer::*again)()) {
    ++failures_;
    if (!std::exchange(in_trouble_, true)) Q_EMIT troubled(error);
    if (state_ == State::stopped) return;
    pause(retry_delay_ms(settings_.back_off, failures_, client_.http().behaviour().uniform(), retry_after_ms),
          again);
}

void Informer::pause(std::int64_t delay_ms, void (Informer::*again)()) {
    state_ = State::waiting;
    if (scope_ != nullptr) scope_->deleteLater();  // this may run within its callback
    scope_ = new QObject(this);
    client_.http().behaviour().clock->call_after(delay_ms, scope_, [this, again] { (this->*again)(); });
}

}  // namespace trimtab::cluster_api
