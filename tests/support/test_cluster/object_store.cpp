// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/object_store.h"

#include <QUuid>
#include <algorithm>

namespace trimtab::test_cluster {
namespace {

constexpr std::size_t log_length = 20000;

QByteArray text_of(const Json& object) {
    return QByteArray::fromStdString(object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

bool ObjectSelector::covers(const ObjectKey& key, const StoredObject& object) const {
    if (key.resource != resource || (!namespace_.empty() && key.namespace_ != namespace_) ||
        (!name.empty() && key.name != name))
        return false;
    return covers(object.labels);
}

bool ObjectSelector::covers(const std::map<std::string, std::string>& labels_of_object) const {
    return std::ranges::all_of(labels, [&](const auto& wanted) {
        const auto at = labels_of_object.find(wanted.first);
        return at != labels_of_object.end() && at->second == wanted.second;
    });
}

StoredObject ObjectStore::put(const ObjectKey& key, Json object, const std::string& time) {
    const bool added = !objects_.contains(key);
    Json& metadata = object["metadata"];
    metadata["name"] = key.name;
    if (!key.namespace_.empty()) metadata["namespace"] = key.namespace_;
    metadata["resourceVersion"] = std::to_string(++version_);
    if (added) {
        metadata["uid"] = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        metadata["creationTimestamp"] = time;
    }
    StoredObject stored{text_of(object), version_, {}};
    if (const auto labels = metadata.find("labels"); labels != metadata.end() && labels->is_object())
        for (const auto& [label, value] : labels->items())
            if (value.is_string()) stored.labels[label] = value.get<std::string>();
    objects_[key] = stored;
    log({added ? "ADDED" : "MODIFIED", key, stored});
    return stored;
}

bool ObjectStore::remove(const ObjectKey& key) {
    const auto at = objects_.find(key);
    if (at == objects_.end()) return false;
    StoredObject last = std::move(at->second);
    objects_.erase(at);
    Json object = last.json();
    object["metadata"]["resourceVersion"] = std::to_string(++version_);
    last.text = text_of(object);
    last.version = version_;
    log({"DELETED", key, std::move(last)});
    return true;
}

void ObjectStore::log(ObjectChange change) {
    log_.push_back(change);
    if (log_.size() > log_length) {
        compacted_ = log_.front().object.version;
        log_.pop_front();
    }
    // A listener that changes something itself would else be overtaken by its own change.
    untold_.push_back(std::move(change));
    if (telling_) return;
    telling_ = true;
    while (!untold_.empty()) {
        const ObjectChange next = std::move(untold_.front());
        untold_.pop_front();
        Q_EMIT changed(next);
    }
    telling_ = false;
}

const StoredObject* ObjectStore::find(const ObjectKey& key) const {
    const auto at = objects_.find(key);
    return at == objects_.end() ? nullptr : &at->second;
}

std::vector<StoredObject> ObjectStore::list(const ObjectSelector& selector) const {
    std::vector<StoredObject> found;
    for (auto at = objects_.lower_bound({selector.resource, selector.namespace_, selector.name});
         at != objects_.end() && at->first.resource == selector.resource; ++at)
        if (selector.covers(at->first, at->second)) found.push_back(at->second);
    return found;
}

std::optional<std::vector<ObjectChange>> ObjectStore::changesSince(qint64 version) const {
    if (version < compacted_) return std::nullopt;
    std::vector<ObjectChange> changes;
    auto at = log_.end();
    while (at != log_.begin() && std::prev(at)->object.version > version) --at;
    changes.assign(at, log_.end());
    return changes;
}

void ObjectStore::compact() {
    log_.clear();
    compacted_ = ++version_;
    ++epoch_;
}

}  // namespace trimtab::test_cluster
