// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/api_call.h"

#include <QUrl>

namespace trimtab::cluster_api {
namespace {

QString encoded(const std::string& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(text)));
}

Expected<ListPage> read_page(const QJsonObject& object) {
    std::optional<Error> error;
    const FieldReader root(object, "list", error);
    const FieldReader meta = root.object("metadata");
    ListPage page{{}, meta.text("resourceVersion"), meta.text("continue")};
    if (!root.json().contains("items")) root.fail_at("items", "a list");
    for (const FieldReader& item : root.objects("items")) page.items.push_back(item.json());
    if (error) return Unexpected(*error);
    return page;
}

}  // namespace

QString resource_path(const Resource& resource, const std::string& namespace_name, const std::string& name,
                      const char* subresource) {
    QString path = resource.api;
    if (!namespace_name.empty()) path += "/namespaces/" + encoded(namespace_name);
    path += QString("/") + resource.plural;
    if (!name.empty()) path += "/" + encoded(name);
    if (*subresource != '\0') path += QString("/") + subresource;
    return path;
}

ApiCall<ListPage> list_page(const Resource& resource, const std::string& namespace_name,
                            const std::string& label_selector, const std::string& continue_token, int limit) {
    ApiCall<ListPage> call;
    call.subject = std::string("list of ") + resource.plural;
    call.request.path = resource_path(resource, namespace_name);
    if (limit > 0) call.request.query.emplace_back("limit", QString::number(limit));
    if (!label_selector.empty())
        call.request.query.emplace_back("labelSelector", QString::fromStdString(label_selector));
    if (!continue_token.empty())
        call.request.query.emplace_back("continue", QString::fromStdString(continue_token));
    if (limit == 0) call.request.response_limit = 512LL * 1024 * 1024;  // after an expired page
    call.parse = read_page;
    return call;
}

}  // namespace trimtab::cluster_api
