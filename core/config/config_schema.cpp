// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config_schema.h"

#include <nlohmann/json.hpp>

#include "core/config/config_table.h"

namespace trimtab::config {
namespace {

using Json = nlohmann::ordered_json;

/// A bound as the kind of number that its key holds.
Json bound(const ConfigKey& key, double value) {
    if (key.kind == ValueKind::number) return value;
    return static_cast<std::int64_t>(value);
}

Json element_schema(const ConfigKey& key) {
    Json schema = Json::object();
    switch (key.kind) {
        case ValueKind::boolean:
            schema["type"] = "boolean";
            break;
        case ValueKind::integer:
        case ValueKind::integer_list:
            schema["type"] = "integer";
            schema["minimum"] = bound(key, key.minimum);
            schema["maximum"] = bound(key, key.maximum);
            break;
        case ValueKind::number:
            schema["type"] = "number";
            schema["minimum"] = bound(key, key.minimum);
            schema["maximum"] = bound(key, key.maximum);
            break;
        case ValueKind::text:
            schema["type"] = {"string", "null"};
            break;
        case ValueKind::choice:
        case ValueKind::text_list:
            schema["type"] = "string";
            if (!key.choices.empty()) schema["enum"] = key.choices;
            break;
    }
    return schema;
}

Json key_schema(const ConfigKey& key, const Config& defaults) {
    const bool is_list = key.kind == ValueKind::text_list || key.kind == ValueKind::integer_list;
    Json schema = Json::object();
    schema["description"] = key.help;
    if (!key.unit.empty()) schema["x-unit"] = key.unit;
    if (is_list) {
        schema["type"] = "array";
        schema["items"] = element_schema(key);
    } else {
        schema.update(element_schema(key));
    }
    schema["default"] = std::visit([](const auto& held) { return Json(held); }, key.get(defaults));
    return schema;
}

}  // namespace

std::string config_schema() {
    const Config defaults;
    Json schema = Json::object();
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    schema["title"] = "Trimtab configuration";
    schema["description"] =
        "Defaults are those of profile default; environment.profile changes some of them.";
    schema["type"] = "object";
    schema["additionalProperties"] = false;
    for (const ConfigSection& section : config_sections()) {
        Json block = Json::object();
        block["description"] = section.help;
        block["type"] = {"object", "null"};
        block["additionalProperties"] = false;
        for (const ConfigKey& key : config_table())
            if (key.section == section.name) block["properties"][key.name] = key_schema(key, defaults);
        schema["properties"][section.name] = block;
    }
    return schema.dump(2) + "\n";
}

}  // namespace trimtab::config
