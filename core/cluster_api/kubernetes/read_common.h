// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "core/cluster_api/kubernetes/objects.h"
#include "core/cluster_api/kubernetes/quantity.h"

/// What the readers of objects share.
namespace trimtab::cluster_api {

/// Reads an object with `read(FieldReader)`: its value, or the first mistake that it noted.
template <class T, class Read>
Expected<T> read_with(const QJsonObject& object, const char* kind, Read&& read) {
    std::optional<Error> error;
    T value = read(FieldReader(object, kind, error));
    if (error) return Unexpected(*error);
    return value;
}

[[nodiscard]] ObjectMeta meta_of(const FieldReader& root);

/// Notes an error where the object is of another kind or has no name.
void expect_kind(const FieldReader& root, const std::string& kind);

/// A quantity, 0 where it is missing; notes an error where it is not one.
[[nodiscard]] inline double quantity_of(const FieldReader& reader, const char* name) {
    if (!reader.has(name)) return 0;
    // Whole numbers may also stand without quotes.
    if (reader.json().value(QLatin1String(name)).isDouble())
        return reader.json().value(QLatin1String(name)).toDouble();
    const std::optional<double> value = parse_quantity(reader.text(name));
    if (!value) reader.fail_at(name, "a quantity");
    return value.value_or(0);
}

}  // namespace trimtab::cluster_api
