// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/config/nearest_name.h"

namespace trimtab::config {
namespace {

std::string join(const std::vector<std::string>& words, const char* separator) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += separator;
        out += word;
    }
    return out;
}

std::string bracketed(const std::vector<std::string>& words) {
    return std::string("[").append(join(words, ", ")).append("]");
}

/// The raw value as it is quoted in messages, cut to a readable length.
std::string shown(const RawValue& raw) {
    switch (raw.kind) {
        case RawValue::Kind::null:
            return "nothing";
        case RawValue::Kind::list:
            return "a list";
        case RawValue::Kind::block:
            return "a block of keys";
        case RawValue::Kind::scalar:
            break;
    }
    const std::string cut = raw.text.size() > 60 ? raw.text.substr(0, 60) + "..." : raw.text;
    return raw.quoted ? "the text \"" + cut + "\"" : "'" + cut + "'";
}

Unexpected<Error> must_be(const ConfigKey& key, const RawValue& raw) {
    return fail(ErrorCode::invalid_argument, "must be " + allowed_values(key) + ", not " + shown(raw));
}

std::optional<double> read_double(std::string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool spells_non_finite(std::string_view text) {
    std::string word;
    for (const char c : text)
        if (c != '.' && c != '+' && c != '-')
            word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return word == "nan" || word == "inf" || word == "infinity";
}

Expected<double> parse_number(const ConfigKey& key, const RawValue& raw) {
    if (raw.kind != RawValue::Kind::scalar || raw.quoted) return must_be(key, raw);
    const auto value = read_double(raw.text);
    if (spells_non_finite(raw.text) || (value && !std::isfinite(*value)))
        return fail(ErrorCode::invalid_argument, "is not a finite number; it must be " + allowed_values(key));
    if (!value || *value < key.minimum || *value > key.maximum) return must_be(key, raw);
    return *value == 0 ? 0.0 : *value;  // no negative zero
}

Expected<std::int64_t> parse_integer(const ConfigKey& key, const RawValue& raw) {
    const auto number = parse_number(key, raw);
    if (!number) return Unexpected<Error>(number.error());
    if (*number != std::floor(*number)) return must_be(key, raw);
    return static_cast<std::int64_t>(*number);
}

Expected<ConfigValue> parse_boolean(const ConfigKey& key, const RawValue& raw) {
    const bool plain = raw.kind == RawValue::Kind::scalar && !raw.quoted;
    if (plain && (raw.text == "true" || raw.text == "True" || raw.text == "TRUE")) return ConfigValue(true);
    if (plain && (raw.text == "false" || raw.text == "False" || raw.text == "FALSE"))
        return ConfigValue(false);
    return must_be(key, raw);
}

Expected<std::string> parse_choice(const ConfigKey& key, const RawValue& raw) {
    if (raw.kind != RawValue::Kind::scalar) return must_be(key, raw);
    if (key.choices.empty() ||
        std::find(key.choices.begin(), key.choices.end(), raw.text) != key.choices.end())
        return raw.text;
    const std::string meant = likely_name(raw.text, key.choices);
    return fail(ErrorCode::invalid_argument, "must be " + allowed_values(key) + ", not " + shown(raw) +
                                                 (meant.empty() ? "" : "; did you mean '" + meant + "'?"));
}

template <class Item, class ParseItem>
Expected<ConfigValue> parse_list(const ConfigKey& key, const RawValue& raw, ParseItem parse_item) {
    if (raw.kind != RawValue::Kind::list) return must_be(key, raw);
    if (raw.items.size() > 1000) return fail(ErrorCode::invalid_argument, "must have at most 1000 entries");
    std::vector<Item> out;
    for (const RawValue& item : raw.items) {
        auto value = parse_item(key, item);
        if (!value) return Unexpected<Error>(value.error());
        out.push_back(std::move(*value));
    }
    return ConfigValue(std::move(out));
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

RawValue raw_scalar(std::string_view text) {
    return {RawValue::Kind::scalar, std::string(trimmed(text)), false, {}};
}

RawValue raw_list(std::string_view text) {
    text = trimmed(text);
    if (text.size() >= 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
    RawValue out;
    out.kind = RawValue::Kind::list;
    while (!trimmed(text).empty()) {
        const auto comma = text.find(',');
        out.items.push_back(raw_scalar(text.substr(0, comma)));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return out;
}

}  // namespace

Expected<ConfigValue> parse_value(const ConfigKey& key, const RawValue& raw) {
    switch (key.kind) {
        case ValueKind::boolean:
            return parse_boolean(key, raw);
        case ValueKind::integer: {
            const auto value = parse_integer(key, raw);
            return value ? Expected<ConfigValue>(*value) : Unexpected<Error>(value.error());
        }
        case ValueKind::number: {
            const auto value = parse_number(key, raw);
            return value ? Expected<ConfigValue>(*value) : Unexpected<Error>(value.error());
        }
        case ValueKind::text:
            if (raw.kind == RawValue::Kind::null) return ConfigValue(std::string());
            [[fallthrough]];
        case ValueKind::choice: {
            const auto value = parse_choice(key, raw);
            return value ? Expected<ConfigValue>(*value) : Unexpected<Error>(value.error());
        }
        case ValueKind::text_list:
            return parse_list<std::string>(key, raw, parse_choice);
        case ValueKind::integer_list:
            return parse_list<std::int64_t>(key, raw, parse_integer);
    }
    return must_be(key, raw);
}

Expected<ConfigValue> value_from_text(const ConfigKey& key, std::string_view text) {
    const bool is_list = key.kind == ValueKind::text_list || key.kind == ValueKind::integer_list;
    return parse_value(key, is_list ? raw_list(text) : raw_scalar(text));
}

std::string value_to_text(const ConfigValue& value) {
    struct Visitor {
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return format_number(number); }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const std::vector<std::string>& list) const { return bracketed(list); }
        std::string operator()(const std::vector<std::int64_t>& list) const {
            std::vector<std::string> words;
            for (const std::int64_t number : list) words.push_back(std::to_string(number));
            return bracketed(words);
        }
    };
    return std::visit(Visitor(), value);
}

std::string allowed_values(const ConfigKey& key) {
    const std::string range = "from " + format_number(key.minimum) + " to " + format_number(key.maximum) +
                              (key.unit.empty() ? "" : " " + key.unit);
    switch (key.kind) {
        case ValueKind::boolean:
            return "true or false";
        case ValueKind::integer:
            return "a whole number " + range;
        case ValueKind::number:
            return "a number " + range;
        case ValueKind::text:
            return "a text";
        case ValueKind::choice:
            return "one of " + join(key.choices, ", ");
        case ValueKind::text_list:
            return key.choices.empty() ? "a list of texts" : "a list of " + join(key.choices, ", ");
        case ValueKind::integer_list:
            return "a list of whole numbers " + range;
    }
    return {};
}

std::string format_number(double value) {
    std::array<char, 64> buffer{};
    // Numbers of a usual size are written out: 0.0003 and 1000000, not 3e-04 and 1e+06.
    const double size = std::abs(value);
    const bool usual = size == 0 || (size >= 1e-6 && size < 1e15);
    const auto result =
        usual ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
              : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

}  // namespace trimtab::config
