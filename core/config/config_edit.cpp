// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config_edit.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>
#include <vector>

#include "core/config/config_document.h"
#include "core/config/config_table.h"
#include "core/config/config_value.h"
#include "core/config/config_writer.h"

namespace trimtab::config {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
}

std::size_t indent_of(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_blank_or_comment(const std::string& line) {
    const auto first = line.find_first_not_of(" \t\r");
    return first == std::string::npos || line[first] == '#';
}

/// The comment behind a value with the space before it, or nothing.
std::string trailing_comment(const std::string& line, std::size_t from) {
    char quote = 0;
    for (std::size_t i = from; i < line.size(); ++i) {
        if (quote != 0) {
            if (line[i] == '\\' && quote == '"')
                ++i;
            else if (line[i] == quote)
                quote = 0;
        } else if (line[i] == '"' || line[i] == '\'') {
            quote = line[i];
        } else if (line[i] == '#' && i > 0 && (line[i - 1] == ' ' || line[i - 1] == '\t')) {
            return line.substr(line.find_last_not_of(" \t", i - 1) + 1);
        }
    }
    return {};
}

/// Where "name:" stands at the beginning of a line of a block mapping; `after` is behind the colon.
struct KeyPlace {
    std::size_t first = 0;  ///< index of its line
    std::size_t end = 0;    ///< one behind the last line of its value
    std::size_t indent = 0;
    std::size_t after = 0;
};

std::optional<KeyPlace> place_of(const std::vector<std::string>& lines, std::size_t index,
                                 const std::string& name) {
    if (index >= lines.size()) return std::nullopt;
    const std::string& line = lines[index];
    KeyPlace place{index, index + 1, indent_of(line), 0};
    if (line.compare(place.indent, name.size(), name) != 0) return std::nullopt;
    const auto colon = line.find_first_not_of(" \t", place.indent + name.size());
    if (colon == std::string::npos || line[colon] != ':') return std::nullopt;
    place.after = colon + 1;
    for (std::size_t i = index + 1; i < lines.size(); ++i) {
        if (is_blank_or_comment(lines[i])) continue;
        const std::size_t indent = indent_of(lines[i]);
        if (indent < place.indent || (indent == place.indent && lines[i][indent] != '-')) break;
        place.end = i + 1;
    }
    return place;
}

/// What stands in the file for a value that was typed.
std::string written(const ConfigKey& key, std::string_view typed) {
    if (const auto value = value_from_text(key, typed)) return yaml_value(key, *value);
    static const std::string plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+";
    const std::string text(typed);
    if (!text.empty() && text.find_first_not_of(plain + "-") == std::string::npos && text.front() != '-')
        return text;
    if (text.size() > 1 && text.front() == '-' && text.find_first_not_of(plain, 1) == std::string::npos)
        return text;
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The number as typed where it reads the same: 3e-4 stays 3e-4.
std::string written_as_typed(const ConfigKey& key, std::string_view typed) {
    const bool number = key.kind == ValueKind::number || key.kind == ValueKind::integer;
    const bool plain = !typed.empty() && typed.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
    if (number && plain && value_from_text(key, typed)) return std::string(typed);
    return written(key, typed);
}

std::string json_of(const RawValue& raw) {
    if (raw.kind == RawValue::Kind::list) {
        std::string out = "[";
        for (const RawValue& item : raw.items) out += (out.size() > 1 ? ", " : "") + json_of(item);
        return out + "]";
    }
    if (raw.kind != RawValue::Kind::scalar) return raw.kind == RawValue::Kind::block ? "{}" : "null";
    if (!raw.quoted && Json::accept(raw.text)) return raw.text;
    return Json(raw.text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A file in flow style from its entries; JSON, which YAML readers read as well.
std::string rewritten(const Document& document, const ConfigKey& key,
                      const std::optional<std::string>& typed) {
    std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>> sections;
    const auto section = [&](const std::string& name) -> auto& {
        const auto at =
            std::find_if(sections.begin(), sections.end(), [&](const auto& s) { return s.first == name; });
        return at != sections.end() ? at->second : sections.emplace_back(name, decltype(at->second){}).second;
    };
    const auto value =
        typed ? value_from_text(key, *typed) : Expected<ConfigValue>(ConfigValue(std::string()));
    const std::string text = !typed  ? ""
                             : value ? std::visit([](const auto& v) { return Json(v).dump(); }, *value)
                                     : json_of({RawValue::Kind::scalar, *typed, false, {}});
    bool placed = false;
    for (const DocumentEntry& entry : document.entries) {
        const bool same = entry.section == key.section && entry.name == key.name;
        placed = placed || same;
        if (same && !typed) continue;
        section(entry.section).emplace_back(entry.name, same ? text : json_of(entry.value));
    }
    if (typed && !placed) section(key.section).emplace_back(key.name, text);
    std::string out = "{";
    for (const auto& [name, entries] : sections) {
        out += (out.size() > 1 ? ",\n  \"" : "\n  \"") + name + "\": {";
        for (std::size_t i = 0; i < entries.size(); ++i)
            out += (i > 0 ? ",\n    \"" : "\n    \"") + entries[i].first + "\": " + entries[i].second;
        out += "\n  }";
    }
    return out + "\n}\n";
}

bool same_value(const RawValue& a, const RawValue& b) {
    return a.kind == b.kind && a.text == b.text && a.quoted == b.quoted &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value);
}

/// Whether nothing but `key` changed between two readings of a file.
bool only_changed(const Document& before, const Document& after, const ConfigKey& key) {
    const auto others = [&key](const Document& document) {
        std::vector<const DocumentEntry*> out;
        for (const DocumentEntry& entry : document.entries)
            if (entry.section != key.section || entry.name != key.name) out.push_back(&entry);
        std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) {
            return std::tie(a->section, a->name) < std::tie(b->section, b->name);
        });
        return out;
    };
    const auto a = others(before);
    const auto b = others(after);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto* x, const auto* y) {
        return x->section == y->section && x->name == y->name && same_value(x->value, y->value);
    });
}

const DocumentEntry* find_entry(const Document& document, const ConfigKey& key) {
    for (const DocumentEntry& entry : document.entries)
        if (entry.section == key.section && entry.name == key.name) return &entry;
    return nullptr;
}

/// The line "section:" of a block mapping.
std::optional<std::size_t> section_line(const std::vector<std::string>& lines, const std::string& section) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (const auto place = place_of(lines, i, section);
            place && place->indent == 0 && is_blank_or_comment(lines[i].substr(place->after)))
            return i;
    return std::nullopt;
}

/// Puts a new line into its section, after the entries that precede it in the table.
std::vector<std::string> with_new_line(std::vector<std::string> lines, const Document& document,
                                       const ConfigKey& key, const std::string& value) {
    const auto header = section_line(lines, key.section);
    if (!header) {
        if (!lines.empty() && !is_blank_or_comment(lines.back())) lines.emplace_back();
        lines.push_back(key.section + ":");
        lines.push_back("  " + key.name + ": " + value);
        return lines;
    }
    std::size_t at = *header + 1;
    std::size_t indent = 2;
    bool before = true;  // keys of this section, in the order of the table
    for (const ConfigKey& row : config_table()) {
        if (row.section != key.section) continue;
        before = before && row.name != key.name;
        const DocumentEntry* entry = find_entry(document, row);
        if (entry == nullptr) continue;
        const auto place = place_of(lines, static_cast<std::size_t>(entry->line) - 1, row.name);
        if (!place) continue;
        indent = place->indent;
        if (before) at = std::max(at, place->end);
    }
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at),
                 std::string(indent, ' ') + key.name + ": " + value);
    return lines;
}

Expected<Document> readable(const std::string& text, bool& blank) {
    const std::vector<std::string> lines = split_lines(text);
    blank = std::all_of(lines.begin(), lines.end(), is_blank_or_comment);
    if (blank) return Document{};
    Document document = read_document(text, {});
    for (const ConfigIssue& issue : document.issues)
        if (issue.key.empty())
            return fail(ErrorCode::parse_error, "line " + std::to_string(issue.line) + " " + issue.message +
                                                    "; mend the text first, then the fields can change it");
    return document;
}

}  // namespace

Expected<std::string> set_in_text(const std::string& text, std::string_view path, std::string_view typed) {
    const ConfigKey* key = find_key(path);
    if (key == nullptr) return fail(ErrorCode::not_found, "there is no key " + std::string(path));
    bool blank = false;
    const auto document = readable(text, blank);
    if (!document) return Unexpected(document.error());
    std::vector<std::string> lines = split_lines(text);
    const std::string value = written_as_typed(*key, typed);
    const DocumentEntry* entry = find_entry(*document, *key);
    bool in_place = true;
    if (entry == nullptr) {
        lines = with_new_line(std::move(lines), *document, *key, value);
    } else if (const auto place = place_of(lines, static_cast<std::size_t>(entry->line) - 1, key->name)) {
        std::string& line = lines[place->first];
        const std::string comment = trailing_comment(line, place->after);
        line = line.substr(0, place->after) + " " + value + comment;
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(place->first) + 1,
                    lines.begin() + static_cast<std::ptrdiff_t>(place->end));
    } else {
        in_place = false;
    }
    if (in_place) {
        std::string edited = joined(lines);
        const Document after = read_document(edited, {});
        if (find_entry(after, *key) != nullptr && only_changed(*document, after, *key)) return edited;
    }
    return rewritten(*document, *key, std::string(typed));
}

Expected<std::string> remove_from_text(const std::string& text, std::string_view path) {
    const ConfigKey* key = find_key(path);
    if (key == nullptr) return fail(ErrorCode::not_found, "there is no key " + std::string(path));
    bool blank = false;
    const auto document = readable(text, blank);
    if (!document) return Unexpected(document.error());
    const DocumentEntry* entry = find_entry(*document, *key);
    if (entry == nullptr) return text;
    std::vector<std::string> lines = split_lines(text);
    if (const auto place = place_of(lines, static_cast<std::size_t>(entry->line) - 1, key->name)) {
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(place->first),
                    lines.begin() + static_cast<std::ptrdiff_t>(place->end));
        const auto in_section =
            std::count_if(document->entries.begin(), document->entries.end(),
                          [&](const DocumentEntry& e) { return e.section == key->section; });
        const auto header = in_section == 1 ? section_line(lines, key->section) : std::nullopt;
        if (header) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*header));
        // A file must say something: the profile, which is then the default one.
        if (document->entries.size() == 1) return joined(lines) + "environment:\n  profile: default\n";
        std::string edited = joined(lines);
        if (only_changed(*document, read_document(edited, {}), *key)) return edited;
    }
    return rewritten(*document, *key, std::nullopt);
}

}  // namespace trimtab::config
