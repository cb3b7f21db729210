// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/field_reader.h"

#include <QDateTime>
#include <QJsonDocument>
#include <cmath>
#include <limits>

namespace trimtab::cluster_api {

QJsonValue FieldReader::value(const char* name) const { return object_.value(QLatin1String(name)); }

bool FieldReader::has(const char* name) const {
    const QJsonValue found = value(name);
    return !found.isUndefined() && !found.isNull();
}

void FieldReader::fail_at(const char* name, const std::string& expected) const {
    if (*error_) return;
    *error_ =
        make_error(ErrorCode::parse_error, "Kubernetes sent " + path_ + "." + name + " that is not " +
                                               expected + ". Check that the address is an API server's.");
}

std::string FieldReader::text(const char* name) const {
    if (!has(name)) return {};
    if (!value(name).isString()) fail_at(name, "a text");
    return value(name).toString().toStdString();
}

std::int64_t FieldReader::whole(const char* name, std::int64_t otherwise) const {
    if (!has(name)) return otherwise;
    const double number = value(name).toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(std::abs(number) < 9e15) || number != std::floor(number)) {
        fail_at(name, "a whole number");
        return otherwise;
    }
    return value(name).toInteger(otherwise);
}

int FieldReader::count(const char* name, int otherwise) const {
    const std::int64_t number = whole(name, otherwise);
    if (number >= 0 && number <= std::numeric_limits<int>::max()) return static_cast<int>(number);
    fail_at(name, "a count");
    return otherwise;
}

bool FieldReader::flag(const char* name) const {
    if (has(name) && !value(name).isBool()) fail_at(name, "true or false");
    return value(name).toBool();
}

FieldReader FieldReader::object(const char* name) const {
    if (has(name) && !value(name).isObject()) fail_at(name, "an object");
    return {value(name).toObject(), path_ + "." + name, *error_};
}

std::vector<FieldReader> FieldReader::objects(const char* name) const {
    std::vector<FieldReader> items;
    if (has(name) && !value(name).isArray()) fail_at(name, "a list");
    const QJsonArray array = value(name).toArray();
    items.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue& item : array) {
        if (!item.isObject()) fail_at(name, "a list of objects");
        items.emplace_back(item.toObject(), path_ + "." + name + "[]", *error_);
    }
    return items;
}

std::vector<std::string> FieldReader::texts(const char* name) const {
    std::vector<std::string> items;
    if (has(name) && !value(name).isArray()) fail_at(name, "a list");
    for (const QJsonValue& item : value(name).toArray()) {
        if (!item.isString()) fail_at(name, "a list of texts");
        items.push_back(item.toString().toStdString());
    }
    return items;
}

StringPairs FieldReader::pairs(const char* name) const {
    StringPairs pairs;
    const QJsonObject map = object(name).json();
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (!it->isString()) fail_at(name, "a map of texts");
        pairs.emplace_back(it.key().toStdString(), it->toString().toStdString());
    }
    return pairs;
}

std::int64_t FieldReader::time_ms(const char* name) const {
    const std::string spelt = text(name);
    if (spelt.empty()) return 0;
    const QDateTime time = QDateTime::fromString(QString::fromStdString(spelt), Qt::ISODateWithMs);
    if (!time.isValid()) fail_at(name, "a time");
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

std::string find_pair(const StringPairs& pairs, const std::string& key) {
    for (const auto& [name, value] : pairs)
        if (name == key) return value;
    return {};
}

Expected<QJsonObject> parse_json_object(const QByteArray& body) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::parse_error, "The answer is not JSON: " + error.errorString().toStdString() +
                                                " at byte " + std::to_string(error.offset) +
                                                ". It may have been cut off; try again.");
    if (!document.isObject())
        return fail(ErrorCode::parse_error, "The answer is JSON, but not an object. Check the address.");
    return document.object();
}

}  // namespace trimtab::cluster_api
