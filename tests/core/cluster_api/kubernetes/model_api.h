// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrlQuery>
#include <map>
#include <vector>

#include "tests/support/scripted_server.h"

namespace trimtab::tests {

/// The list and watch of one kind of object, as an API server gives them: a true state, and the history
/// behind it.
class ModelApi {
  public:
    explicit ModelApi(ScriptedServer& server) : server_(server) {}

    void set(const QByteArray& name, int replicas) {
        const bool is_new = !objects_.contains(name);
        if (is_new) objects_[name].uid = name + "-" + QByteArray::number(++uids_);
        objects_[name].replicas = replicas;
        record(is_new ? "ADDED" : "MODIFIED", name);
    }
    void remove(const QByteArray& name) {
        record("DELETED", name);
        objects_.erase(name);
    }
    /// Forgets the history up to now: watches that stand behind it expire.
    void compact() { compacted_ = version_; }
    void bookmark() {
        server_.push(
            "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Deployment\",\"metadata\":{\"resourceVersion\":"
            "\"" +
            QByteArray::number(version_) + "\"},\"spec\":{\"replicas\":0}}}\n");
    }

    [[nodiscard]] ScriptedAnswer answer(const ReceivedRequest& request) const {
        const QUrlQuery query(QString::fromLatin1(request.query));
        if (!query.hasQueryItem("watch")) return list(query);
        const int from = query.queryItemValue("resourceVersion").toInt();
        ScriptedAnswer stream{.end = ScriptedAnswer::End::stream};
        if (from < compacted_) {
            stream.body =
                "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}}\n";
            return stream;
        }
        for (const Event& event : history_)
            if (event.version > from) stream.body += event.line;
        return stream;
    }
    [[nodiscard]] std::map<std::string, int> state() const {
        std::map<std::string, int> state;
        for (const auto& [name, object] : objects_) state[name.toStdString()] = object.replicas;
        return state;
    }
    [[nodiscard]] QByteArray lastLine() const { return history_.back().line; }
    /// Whether new events go to the open watches; else they are lost on the way.
    bool delivers = true;

  private:
    struct Object {
        QByteArray uid;
        int replicas = 0;
        int version = 0;
    };
    struct Event {
        int version;
        QByteArray line;
    };

    [[nodiscard]] QByteArray json(const QByteArray& name, const Object& object) const {
        return "{\"metadata\":{\"name\":\"" + name + "\",\"uid\":\"" + object.uid +
               "\",\"resourceVersion\":\"" + QByteArray::number(object.version) +
               "\"},\"spec\":{\"replicas\":" + QByteArray::number(object.replicas) + "}}";
    }
    void record(const QByteArray& type, const QByteArray& name) {
        objects_[name].version = ++version_;
        history_.push_back(
            {version_, "{\"type\":\"" + type + "\",\"object\":" + json(name, objects_[name]) + "}\n"});
        if (history_.size() > 500) {
            compacted_ = std::max(compacted_, history_[100].version);
            history_.erase(history_.begin(), history_.begin() + 100);
        }
        if (delivers) server_.push(history_.back().line);
    }
    [[nodiscard]] ScriptedAnswer list(const QUrlQuery& query) const {
        const int limit = query.hasQueryItem("limit") ? page : 1'000'000;
        const int from = query.queryItemValue("continue").toInt();
        QByteArray items;
        int index = 0;
        for (const auto& [name, object] : objects_) {
            if (index >= from && index < from + limit)
                items += (items.isEmpty() ? "" : ",") + json(name, object);
            ++index;
        }
        const QByteArray next = from + limit < index ? QByteArray::number(from + limit) : QByteArray();
        return {.body = "{\"metadata\":{\"resourceVersion\":\"" + QByteArray::number(version_) +
                        "\",\"continue\":\"" + next + "\"},\"items\":[" + items + "]}"};
    }

    ScriptedServer& server_;
    std::map<QByteArray, Object> objects_;
    std::vector<Event> history_;
    int version_ = 100;
    int compacted_ = 0;
    int uids_ = 0;

  public:
    int page = 7;  ///< objects a page, whatever limit is asked for
};

}  // namespace trimtab::tests
