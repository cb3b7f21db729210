// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::cluster_api {

/// Key-value pairs of labels, annotations and selectors, in the order of their keys.
using StringPairs = std::vector<std::pair<std::string, std::string>>;

/// Reads fields of a JSON object with their types. A field that is missing or null has its default; one of
/// another type is an error, since a count read as 0 would be an invented number. The first error is kept.
class FieldReader {
  public:
    FieldReader(QJsonObject object, std::string path, std::optional<Error>& error)
        : object_(std::move(object)), path_(std::move(path)), error_(&error) {}

    [[nodiscard]] std::string text(const char* name) const;
    /// A whole number in [0, 2^31), as all counts are.
    [[nodiscard]] int count(const char* name, int otherwise = 0) const;
    [[nodiscard]] std::int64_t whole(const char* name, std::int64_t otherwise = 0) const;
    [[nodiscard]] bool flag(const char* name) const;
    [[nodiscard]] FieldReader object(const char* name) const;
    [[nodiscard]] std::vector<FieldReader> objects(const char* name) const;
    [[nodiscard]] std::vector<std::string> texts(const char* name) const;
    [[nodiscard]] StringPairs pairs(const char* name) const;
    /// RFC 3339 as milliseconds since 1970 UTC; 0 where it is missing.
    [[nodiscard]] std::int64_t time_ms(const char* name) const;
    [[nodiscard]] bool has(const char* name) const;
    [[nodiscard]] const QJsonObject& json() const { return object_; }
    void fail_at(const char* name, const std::string& expected) const;

  private:
    [[nodiscard]] QJsonValue value(const char* name) const;

    QJsonObject object_;
    std::string path_;
    std::optional<Error>* error_;
};

/// The value of `key`; empty where it is not there.
[[nodiscard]] std::string find_pair(const StringPairs& pairs, const std::string& key);

/// A JSON body as an object; an error with the place where it is not.
[[nodiscard]] Expected<QJsonObject> parse_json_object(const QByteArray& body);

}  // namespace trimtab::cluster_api
