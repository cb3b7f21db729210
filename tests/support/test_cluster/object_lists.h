// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/test_cluster/http_connection.h"
#include "tests/support/test_cluster/object_store.h"
#include "tests/support/test_cluster/resource_path.h"

namespace trimtab::test_cluster {

/// Answers lists in pages of one consistent state, and watches.
class ObjectLists final : public QObject {
    Q_OBJECT

  public:
    ObjectLists(ObjectStore& store, QObject* parent) : QObject(parent), store_(store) {}

    /// Time between bookmarks where a watch allows them.
    void setBookmarkInterval(int ms) { bookmark_ms_ = ms; }

    void list(const HttpRequest& request, const ResourcePath& path, const ServedKind& kind,
              HttpConnection& connection);
    void watch(const HttpRequest& request, const ResourcePath& path, const ServedKind& kind,
               HttpConnection& connection);

    /// Ends every watch as the server's own time limit does.
    void finishWatches();

    /// What a list or a watch asks for; nothing for a selector that the test cluster does not understand.
    [[nodiscard]] static std::optional<ObjectSelector> requested(const HttpRequest& request,
                                                                 const ResourcePath& path);

    /// An object as a get or a watch shows it: with its kind, which items of a list lack.
    [[nodiscard]] static QByteArray whole(const StoredObject& object, const ServedKind& kind);

  private:
    struct Page {
        std::vector<StoredObject> rest;
        qint64 version = 0;
        int epoch = 0;
    };

    /// Whether a version of the request was refused (and the refusal sent).
    [[nodiscard]] bool refuseVersion(const HttpRequest& request, HttpConnection& connection) const;

    ObjectStore& store_;
    std::map<std::string, Page> pages_;
    int next_page_ = 1;
    int bookmark_ms_ = 5000;
    std::vector<QPointer<HttpConnection>> watches_;
};

}  // namespace trimtab::test_cluster
