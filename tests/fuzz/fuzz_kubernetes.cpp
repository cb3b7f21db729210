// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries: Trimtab::cluster_api_kubernetes
// The bodies of an API server: whatever the bytes, an error with a sentence, or an object whose counts are
// counts.
#include <QJsonDocument>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/placement_calls.h"
#include "core/cluster_api/kubernetes/quantity.h"
#include "core/cluster_api/kubernetes/read_objects.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

template <class T>
const T* checked(const Expected<T>& result) {
    if (result) return &result.value();
    require(result.error().message.size() >= 20 && result.error().message.size() < 4000);
    return nullptr;
}

void read_everything(const QJsonObject& object) {
    const auto deployment = read_deployment(object);
    if (const auto* it = checked(deployment))
        require(it->replicas >= 0 && it->ready_replicas >= 0 && it->request.gpus >= 0 &&
                !it->meta.name.empty());
    const auto pod = read_pod(object);
    if (const auto* it = checked(pod))
        require((!it->ready || it->reason.empty()) && it->message.size() <= 800);
    const auto scale = read_scale(object);
    if (const auto* it = checked(scale)) require(it->replicas >= 0);
    const auto lease = read_lease(object);
    if (const auto* it = checked(lease)) {
        // Written and read, it is the same.
        const auto body = parse_json_object(update_lease(*it).request.body);
        const auto again = read_lease(*body);
        require(again && again->holder == it->holder && again->duration_s == it->duration_s);
    }
    checked(read_horizontal_pod_autoscaler(object));
    checked(read_scaled_object(object));
    checked(read_event(object));
    checked(read_pod_metrics(object));
    checked(read_access_review(object));
    checked(read_user_identity(object));
    checked(read_server_version(object));
    checked(patch_route_weights(object, {{"a", 1}}, WriteMode::store));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto quantity = parse_quantity(body.left(40).toStdString());
    require(!quantity || *quantity == *quantity);
    const auto status_body = parse_api_status(body);
    require(!status_body || status_body->message.size() <= 1200);
    for (const int status : {302, 400, 401, 403, 404, 409, 410, 415, 418, 422, 429, 500, 502, 503, 504}) {
        const Error error = api_error({status, {{"Content-Type", "application/json"}}, body}, "fuzz");
        require(error.message.size() >= 20 && error.message.size() < 4000);
    }
    const HttpResponse headers{200, {{"Warning", body}, {"Retry-After", body}, {"Content-Type", body}}, body};
    require(headers.warnings().size() <= size);
    require(headers.retry_after_ms(1'767'225'600'000).value_or(0) >= 0);

    const auto object = parse_json_object(body);
    if (!checked(object)) return 0;
    read_everything(*object);
    const auto page = list_page(pods_resource, "ns", "", "").parse(*object);
    if (const auto* it = checked(page))
        for (const QJsonObject& item : it->items) read_everything(item);
    const QJsonObject inner = object->value("object").toObject();  // of a watch's event
    if (!inner.isEmpty()) read_everything(inner);
    return 0;
}
