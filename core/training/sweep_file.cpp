// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sweep_file.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "core/config/config_document.h"
#include "core/config/config_table.h"
#include "core/config/nearest_name.h"

namespace trimtab::training {
namespace {

using config::DocumentEntry;
using config::RawValue;

constexpr std::uint64_t largest_seed = (1ULL << 53) - 1;  // the largest whole number that JSON keeps
constexpr std::uint64_t most_seeds = 100000;

/// Empty, or what is wrong with the value.
using Setter = std::function<std::string(SweepFile&, const RawValue&)>;

std::string one_text(const RawValue& raw, std::string& out) {
    if (raw.kind != RawValue::Kind::scalar || raw.text.empty()) return "must be a text";
    out = raw.text;
    return {};
}

std::string text_list(const RawValue& raw, std::vector<std::string>& out) {
    const std::vector<RawValue> single{raw};
    for (const RawValue& item : raw.kind == RawValue::Kind::list ? raw.items : single) {
        if (item.kind != RawValue::Kind::scalar || item.text.empty())
            return "must be a value or a list of values";
        out.push_back(item.text);
    }
    return out.empty() ? "is an empty list; give at least one value" : "";
}

std::string whole_number(const RawValue& raw, int most, int& out) {
    const char* end = raw.text.data() + raw.text.size();
    int value = -1;
    const auto read = std::from_chars(raw.text.data(), end, value);
    if (raw.kind != RawValue::Kind::scalar || read.ec != std::errc() || read.ptr != end || value < 0 ||
        value > most)
        return "must be a whole number from 0 to " + std::to_string(most);
    out = value;
    return {};
}

/// "7", or "1..32" for both ends and all between.
std::string add_seeds(const std::string& text, std::vector<std::uint64_t>& seeds) {
    const std::string wrong =
        "must hold whole numbers from 0 to 9007199254740991 or ranges such as 1..32, not '" +
        text.substr(0, 40) + "'";
    const auto dots = text.find("..");
    const auto number = [](std::string_view digits, std::uint64_t& value) {
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return read.ec == std::errc() && read.ptr == digits.data() + digits.size() && value <= largest_seed;
    };
    std::uint64_t first = 0, last = 0;
    if (!number(std::string_view(text).substr(0, dots), first)) return wrong;
    last = first;
    if (dots != std::string::npos && !number(std::string_view(text).substr(dots + 2), last)) return wrong;
    if (last < first || last - first >= most_seeds) return "has a range that is empty or too long: " + text;
    for (std::uint64_t seed = first; seed <= last; ++seed) {
        if (std::find(seeds.begin(), seeds.end(), seed) != seeds.end())
            return "has seed " + std::to_string(seed) + " twice; a run again is the same run";
        seeds.push_back(seed);
    }
    return {};
}

std::string all_seeds(const RawValue& raw, std::vector<std::uint64_t>& seeds) {
    std::vector<std::string> words;
    std::string problem = text_list(raw, words);
    for (const std::string& word : words)
        if (problem.empty()) problem = add_seeds(word, seeds);
    return problem;
}

template <class Part>
Setter text_of(Part SweepFile::*part, std::string Part::*field) {
    return [=](SweepFile& file, const RawValue& raw) { return one_text(raw, file.*part.*field); };
}

/// Keys of the sections that are not a configuration's, by path.
const std::map<std::string, Setter>& setters() {
    using K = SweepKubernetes;
    using S = SweepSlurm;
    constexpr auto k = &SweepFile::kubernetes;
    constexpr auto s = &SweepFile::slurm;
    static const std::map<std::string, Setter> table = {
        {"sweep.name", [](auto& f, const auto& raw) { return one_text(raw, f.name); }},
        {"sweep.configs",
         [](auto& f, const auto& raw) {
             std::vector<std::string> words;
             std::string problem = text_list(raw, words);
             f.configs.assign(words.begin(), words.end());
             return problem;
         }},
        {"sweep.seeds", [](auto& f, const auto& raw) { return all_seeds(raw, f.seeds); }},
        {"sweep.patterns", [](auto& f, const auto& raw) { return text_list(raw, f.patterns); }},
        {"sweep.metric", [](auto& f, const auto& raw) { return one_text(raw, f.metric); }},
        {"sweep.policies", [](auto& f, const auto& raw) { return text_list(raw, f.policies); }},
        {"sweep.parallel", [](auto& f, const auto& raw) { return whole_number(raw, 10000, f.parallel); }},
        {"sweep.retries", [](auto& f, const auto& raw) { return whole_number(raw, 100, f.retries); }},
        {"kubernetes.image", text_of(k, &K::image)},
        {"kubernetes.namespace", text_of(k, &K::name_space)},
        {"kubernetes.cpu", text_of(k, &K::cpu)},
        {"kubernetes.memory", text_of(k, &K::memory)},
        {"kubernetes.volume_claim", text_of(k, &K::volume_claim)},
        {"kubernetes.upload", text_of(k, &K::upload)},
        {"kubernetes.download", text_of(k, &K::download)},
        {"kubernetes.service_account", text_of(k, &K::service_account)},
        {"kubernetes.image_pull_secret", text_of(k, &K::image_pull_secret)},
        {"kubernetes.queue", text_of(k, &K::queue)},
        {"kubernetes.deadline_s",
         [](auto& f, const auto& raw) { return whole_number(raw, 100000000, f.kubernetes.deadline_s); }},
        {"slurm.partition", text_of(s, &S::partition)},
        {"slurm.account", text_of(s, &S::account)},
        {"slurm.time", text_of(s, &S::time)},
        {"slurm.memory", text_of(s, &S::memory)},
        {"slurm.setup", text_of(s, &S::setup)},
    };
    return table;
}

/// Keys that the sweep itself decides.
const std::map<std::string, std::string>& taken_keys() {
    static const std::map<std::string, std::string> table = {
        {"training.seed", "give the seeds as sweep.seeds"},
        {"training.seeds", "give the seeds as sweep.seeds"},
        {"training.init_from", "every row starts anew"},
        {"environment.profile", "give a configuration of that profile in sweep.configs"},
    };
    return table;
}

class SweepReader {
  public:
    explicit SweepReader(const std::filesystem::path& path) : path_(path) { file_.path = path; }

    Expected<SweepFile> read(const std::string& text) {
        static const std::vector<std::string> sections = {"sweep", "grid", "set", "kubernetes", "slurm"};
        const auto document = config::read_document(text, path_.string(), sections);
        issues_ = document.issues;
        for (const DocumentEntry& entry : document.entries) {
            if (entry.section == "grid" || entry.section == "set")
                add_config_key(entry);
            else
                add_own_key(entry);
        }
        complete();
        if (issues_.empty()) return std::move(file_);
        std::string message;
        for (const config::ConfigIssue& issue : issues_)
            message += (message.empty() ? "" : "\n") + issue.to_string();
        return fail(ErrorCode::invalid_argument, message);
    }

  private:
    void issue(int line, const std::string& key, const std::string& message) {
        issues_.push_back({path_.string(), line, key, message});
    }

    void add_own_key(const DocumentEntry& entry) {
        const std::string path = entry.section + "." + entry.name;
        lines_[path] = entry.line;
        const auto found = setters().find(path);
        if (found == setters().end()) {
            std::vector<std::string> names;
            for (const auto& [name, unused] : setters()) names.push_back(name);
            issue(entry.line, path,
                  "is not a known key; did you mean '" + config::nearest_name(path, names) + "'?");
        } else if (const std::string problem = found->second(file_, entry.value); !problem.empty()) {
            issue(entry.line, path, problem);
        }
    }

    void add_config_key(const DocumentEntry& entry) {
        const config::ConfigKey* key = config::find_key(entry.name);
        const auto taken = taken_keys().find(entry.name);
        if (key == nullptr)
            return issue(entry.line, entry.section + ": " + entry.name,
                         "is not a known key; did you mean '" + config::nearest_key(entry.name) + "'?");
        if (taken != taken_keys().end())
            return issue(entry.line, entry.section + ": " + entry.name,
                         "cannot stand here; " + taken->second);
        std::vector<std::string> values;
        std::string problem = text_list(entry.value, values);
        if (entry.section == "set" && values.size() > 1) {
            std::string list;
            for (const std::string& value : values) list += (list.empty() ? "" : ",") + value;
            values = {list};
        }
        for (const std::string& value : values)
            if (const auto read = config::value_from_text(*key, value); problem.empty() && !read)
                problem = read.error().message;
        for (std::size_t i = 1; problem.empty() && i < values.size(); ++i)
            if (std::find(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(i), values[i]) !=
                values.begin() + static_cast<std::ptrdiff_t>(i))
                problem = "has the value " + values[i] + " twice";
        if (!problem.empty()) return issue(entry.line, entry.section + ": " + entry.name, problem);
        if (entry.section == "set")
            file_.overrides.push_back(entry.name + "=" + values.front());
        else
            file_.grid.push_back({entry.name, values, entry.line});
    }

    void complete() {
        if (file_.name.empty()) file_.name = path_.stem().string();
        if (const std::string problem = label_problem(file_.name, 50); !problem.empty())
            issue(lines_["sweep.name"], "sweep.name", problem);
        if (file_.configs.empty()) issue(0, "sweep.configs", "is missing; name at least one configuration");
        for (std::filesystem::path& config : file_.configs) {
            std::error_code error;
            const auto beside = (path_.parent_path() / config).lexically_normal();
            if (std::filesystem::exists(beside, error))
                config = beside;
            else if (!std::filesystem::exists(config, error))
                issue(lines_["sweep.configs"], "sweep.configs",
                      "names " + config.string() +
                          ", which is neither beside the sweep file nor in the working directory");
        }
        if (file_.patterns.empty()) file_.patterns = {"all"};
        for (const SweepGridKey& key : file_.grid)
            if (key.key == "load.patterns" || key.key == "evaluation.patterns")
                issue(key.line, "grid: " + key.key, "cannot stand here; give the patterns as sweep.patterns");
    }

    const std::filesystem::path& path_;
    SweepFile file_;
    std::vector<config::ConfigIssue> issues_;
    std::map<std::string, int> lines_;
};

}  // namespace

Expected<SweepFile> read_sweep_file(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail(ErrorCode::not_found, "there is no such sweep file; check the path", path.string());
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return fail(ErrorCode::io_error, "cannot be opened", path.string());
    std::string text(config::largest_document + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return SweepReader(path).read(text);
}

std::string label_problem(const std::string& name, std::size_t longest) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (!name.empty() && name.size() <= longest && std::all_of(name.begin(), name.end(), fits) &&
        name.front() != '-' && name.back() != '-')
        return {};
    return "must be 1 to " + std::to_string(longest) +
           " lower-case letters, digits and hyphens, with a letter or digit at both ends (RFC 1123), not '" +
           name.substr(0, 80) + "'";
}

}  // namespace trimtab::training
