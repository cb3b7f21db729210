// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/sweep_job/manifest_yaml.h"

#include <algorithm>
#include <sstream>

namespace trimtab::cluster_api {
namespace {

using Json = nlohmann::ordered_json;

bool plain_key(const std::string& key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '/' || c == '_';
    });
}

/// A text of several lines that a block can hold: no line begins with a blank or is only blanks, and no
/// control characters.
bool fits_block(const std::string& text) {
    if (text.find('\n') == std::string::npos || text.back() != '\n' || text.front() == '\n') return false;
    if (text.size() > 1 && text[text.size() - 2] == '\n') return false;
    return text.front() != ' ' && std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return c == '\n' || (c >= 0x20 && c != 0x7f);
           });
}

void write(std::string& out, const Json& value, int indent, bool in_list);

void write_entry(std::string& out, const Json& value, int indent) {
    const std::string blanks(static_cast<std::size_t>(indent), ' ');
    if ((value.is_object() || value.is_array()) && !value.empty()) {
        out += "\n";
        write(out, value, value.is_array() ? indent : indent + 2, false);
    } else if (value.is_string() && fits_block(value.get<std::string>())) {
        out += " |\n";
        std::istringstream lines(value.get<std::string>());
        for (std::string line; std::getline(lines, line);)
            out += line.empty() ? "\n" : blanks + "  " + line + "\n";
    } else {
        out += " " + value.dump() + "\n";
    }
}

void write(std::string& out, const Json& value, int indent, bool in_list) {
    const std::string blanks(static_cast<std::size_t>(indent), ' ');
    if (value.is_array()) {
        for (const Json& item : value) {
            out += blanks + "-";
            if (item.is_object() && !item.empty()) {
                out += " ";
                write(out, item, indent + 2, true);
            } else {
                write_entry(out, item, indent);
            }
        }
        return;
    }
    for (const auto& [key, item] : value.items()) {
        out += (in_list ? "" : blanks) + (plain_key(key) ? key : Json(key).dump()) + ":";
        in_list = false;
        write_entry(out, item, indent);
    }
}

}  // namespace

std::string manifest_yaml(const Json& document) {
    std::string out;
    write(out, document, 0, false);
    return out;
}

}  // namespace trimtab::cluster_api
