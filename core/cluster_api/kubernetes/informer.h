// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <string>
#include <unordered_set>

#include "core/cluster_api/http/http_stream.h"
#include "core/cluster_api/kubernetes/kubernetes_client.h"
#include "core/cluster_api/kubernetes/object_store.h"

namespace trimtab::cluster_api {

struct InformerSettings {
    Resource resource;
    std::string namespace_name;    ///< empty: all
    std::string label_selector{};  ///< "app=gpu"; empty: all
    std::string field_selector{};  ///< "metadata.name=gpu"; empty: all
    RetryPolicy back_off{
        .max_attempts = 0, .first_delay_ms = 500, .longest_delay_ms = 30'000};  ///< never gives up
    int watch_s = 300;  ///< least life of a watch that the server is asked for; up to twice that
    std::int64_t idle_timeout_ms = 150'000;  ///< longer than the server's bookmark interval of a minute
};

/// Keeps a store equal to the cluster: lists in pages, then watches; begins the list anew where the server
/// has forgotten the position (410 in both forms); connects again with back-off, for ever. The watch has a
/// connection of its own. Belongs to the thread of its client, which must outlive it, as must the store.
class Informer final : public QObject {
    Q_OBJECT

  public:
    enum class State { stopped, listing, watching, waiting };
    struct Counts {
        std::int64_t lists = 0;    ///< begun
        std::int64_t watches = 0;  ///< opened
        std::int64_t events = 0;   ///< received, bookmarks included
        std::int64_t expiries = 0;
        std::int64_t unreadable = 0;  ///< objects and lines that were not understood, and left out
    };

    Informer(KubernetesClient& client, InformerSettings settings, ObjectStore& store,
             QObject* parent = nullptr);
    ~Informer() override;

    void start();
    void stop();
    [[nodiscard]] State state() const { return state_; }
    /// The store has been complete once.
    [[nodiscard]] bool synced() const { return synced_; }
    /// The store is complete and the watch is open: what it holds is the present state.
    [[nodiscard]] bool current() const { return synced_ && state_ == State::watching; }
    /// Since something last came from the server, milliseconds; -1 before.
    [[nodiscard]] std::int64_t silentMs() const;
    [[nodiscard]] const Counts& counts() const { return counts_; }
    [[nodiscard]] const std::string& resourceVersion() const { return version_; }

  Q_SIGNALS:
    void added(const std::string& uid);
    /// Something that the store keeps has changed.
    void changed(const std::string& uid);
    /// The store still holds the object during this signal.
    void removed(const std::string& uid);
    /// A list is complete.
    void listed();
    /// The first failure of a row; it is tried again.
    void troubled(const trimtab::Error& error);
    /// The end of that row.
    void recovered();

  private:
    void list();
    void requestPage(const std::string& position);
    void selectFields(HttpRequest& request) const;
    void takePage(const ListPage& page);
    void finishList(const ListPage& page);
    void watch();
    void takeChunk(const QByteArray& chunk);
    bool takeLine(const QByteArray& line);
    void watchEnded(const Expected<HttpResponse>& result);
    void expired();
    void put(const QJsonObject& object);
    void remove(const std::string& uid);
    void retry(const Error& error, std::optional<std::int64_t> retry_after_ms, void (Informer::*again)());
    void pause(std::int64_t delay_ms, void (Informer::*again)());
    void recover();
    void touch();

    KubernetesClient& client_;
    const InformerSettings settings_;
    ObjectStore& store_;
    HttpStream stream_;
    State state_ = State::stopped;
    Counts counts_;
    QByteArray buffer_;  ///< the beginning of a line
    std::string version_;
    std::unordered_set<std::string> seen_;  ///< in the list that is being read
    bool synced_ = false;
    bool in_pages_ = true;
    bool delivered_ = false;  ///< the present watch brought something
    bool in_trouble_ = false;
    int failures_ = 0;  ///< since the last event
    std::int64_t last_contact_ms_ = -1;
    QObject* scope_ = nullptr;  ///< owns the pending request or pause
};

}  // namespace trimtab::cluster_api
