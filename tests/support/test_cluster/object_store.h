// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <deque>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace trimtab::test_cluster {

using Json = nlohmann::json;

/// Where an object stands: "deployments.apps" or "pods", its namespace (empty: cluster-wide), its name.
struct ObjectKey {
    std::string resource;
    std::string namespace_;
    std::string name;
    friend auto operator<=>(const ObjectKey&, const ObjectKey&) = default;
};

/// An object as text, which is what 20,000 of them need least memory as.
struct StoredObject {
    QByteArray text;
    qint64 version = 0;
    std::map<std::string, std::string> labels;

    [[nodiscard]] Json json() const { return Json::parse(text.begin(), text.end()); }
};

/// One line of a watch.
struct ObjectChange {
    const char* type = "MODIFIED";  ///< ADDED, MODIFIED or DELETED
    ObjectKey key;
    StoredObject object;
};

/// Which objects a list or a watch wants.
struct ObjectSelector {
    std::string resource;
    std::string namespace_;                     ///< empty: all
    std::string name;                           ///< empty: all; from fieldSelector metadata.name
    std::map<std::string, std::string> labels;  ///< equality only

    [[nodiscard]] bool covers(const ObjectKey& key, const StoredObject& object) const;
    [[nodiscard]] bool covers(const std::map<std::string, std::string>& labels_of_object) const;
};

/// The objects of an API server under one growing resourceVersion, with a bounded log of changes.
class ObjectStore final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    /// Adds or replaces; sets metadata.resourceVersion and, for a new object, uid and creationTimestamp.
    StoredObject put(const ObjectKey& key, Json object, const std::string& time);
    bool remove(const ObjectKey& key);

    [[nodiscard]] const StoredObject* find(const ObjectKey& key) const;
    [[nodiscard]] std::vector<StoredObject> list(const ObjectSelector& selector) const;
    [[nodiscard]] qint64 version() const { return version_; }

    /// The changes after `version`, oldest first; nothing once that version was compacted away.
    [[nodiscard]] std::optional<std::vector<ObjectChange>> changesSince(qint64 version) const;
    /// Forgets the log: older versions and continue tokens are expired from now on.
    void compact();
    /// Raised by compact(): what an older token belonged to is gone.
    [[nodiscard]] int epoch() const { return epoch_; }

  Q_SIGNALS:
    /// In the order of the versions, also where a listener changes something itself.
    void changed(const trimtab::test_cluster::ObjectChange& change);

  private:
    void log(ObjectChange change);

    std::map<ObjectKey, StoredObject> objects_;
    std::deque<ObjectChange> log_;
    std::deque<ObjectChange> untold_;  ///< waits until those before it were told
    bool telling_ = false;
    qint64 version_ = 300;
    qint64 compacted_ = 300;  ///< the oldest version from which a watch can start
    int epoch_ = 0;
};

}  // namespace trimtab::test_cluster
