// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::cluster_api {

/// What an Informer fills: the objects of one kind by uid.
class ObjectStore {
  public:
    enum class Change { added, changed, same };
    struct Put {
        std::string uid;
        Change change = Change::same;
    };

    virtual ~ObjectStore() = default;
    /// Reads an object and keeps it; an error leaves the store as it was.
    [[nodiscard]] virtual Expected<Put> put(const QJsonObject& object) = 0;
    virtual void erase(const std::string& uid) = 0;
    [[nodiscard]] virtual bool contains(const std::string& uid) const = 0;
    [[nodiscard]] virtual std::vector<std::string> uids() const = 0;
    [[nodiscard]] virtual std::size_t size() const = 0;
};

/// The typed store: T has `meta.uid` and operator==. Keeps the fields of T alone, some hundred bytes of an
/// object of several kilobytes.
template <class T>
class TypedStore final : public ObjectStore {
  public:
    using Parse = Expected<T> (*)(const QJsonObject&);
    explicit TypedStore(Parse parse) : parse_(parse) {}

    [[nodiscard]] Expected<Put> put(const QJsonObject& object) override {
        auto read = parse_(object);
        if (!read) return Unexpected(read.error());
        std::string uid = read->meta.uid;
        if (uid.empty())
            return fail(ErrorCode::parse_error, "Kubernetes sent an object without a uid. Check the address.",
                        read->meta.name);
        const auto found = objects_.find(uid);
        if (found == objects_.end()) {
            objects_.emplace(uid, std::move(*read));
            return Put{std::move(uid), Change::added};
        }
        // Every write changes the version; what is shown has often stayed the same.
        const Change change = shows_same(found->second, *read) ? Change::same : Change::changed;
        found->second = std::move(*read);
        return Put{std::move(uid), change};
    }
    void erase(const std::string& uid) override { objects_.erase(uid); }
    [[nodiscard]] bool contains(const std::string& uid) const override { return objects_.contains(uid); }
    [[nodiscard]] std::vector<std::string> uids() const override {
        std::vector<std::string> all;
        all.reserve(objects_.size());
        for (const auto& item : objects_) all.push_back(item.first);
        return all;
    }
    [[nodiscard]] std::size_t size() const override { return objects_.size(); }

    /// Null where it is not there; valid until the store changes.
    [[nodiscard]] const T* find(const std::string& uid) const {
        const auto found = objects_.find(uid);
        return found == objects_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] const T* find_named(const std::string& name) const {
        for (const auto& [uid, object] : objects_)
            if (object.meta.name == name) return &object;
        return nullptr;
    }
    [[nodiscard]] const std::unordered_map<std::string, T>& objects() const { return objects_; }

  private:
    static bool shows_same(const T& old, T& fresh) {
        std::string version = std::exchange(fresh.meta.resource_version, old.meta.resource_version);
        const bool same = old == fresh;
        fresh.meta.resource_version = std::move(version);
        return same;
    }

    Parse parse_;
    std::unordered_map<std::string, T> objects_;
};

}  // namespace trimtab::cluster_api
