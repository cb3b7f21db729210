// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/yaml_tree.h"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <exception>
#include <map>
#include <sstream>

#include "core/config/config_document.h"

namespace trimtab::cluster_api {
namespace {

constexpr std::size_t largest_depth = 48;  // the parser recurses once a level
constexpr std::size_t most_nodes = 200'000;
constexpr std::size_t most_merged = 200'000;  // entries that merge keys add
constexpr std::size_t heaviest_tree = 1'000'000;
constexpr const char* string_tag = "tag:yaml.org,2002:str";

/// Leaves the parser from within an event; caught in read_yaml().
struct Refusal {
    int line;
    std::string message;
};

int line_of(const YAML::Mark& mark) { return mark.is_null() ? 0 : mark.line + 1; }

bool is_any(const std::string& text, std::initializer_list<const char*> spellings) {
    return std::any_of(spellings.begin(), spellings.end(),
                       [&](const char* spelling) { return text == spelling; });
}

bool is_number(const std::string& text) {
    if (text.size() > 100 || text.find_first_of("+-.0123456789") != 0) return false;
    static const QRegularExpression number(
        "^([-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*|(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-"
        "9]+)?"
        "|\\.(inf|Inf|INF))|\\.(nan|NaN|NAN))$");
    return number.match(QString::fromStdString(text)).hasMatch();
}

/// The type of a scalar without quotes.
void resolve(YamlNode& node) {
    using Kind = YamlNode::Kind;
    const std::string& text = node.text;
    if (is_any(text, {"", "~", "null", "Null", "NULL"})) {
        node.kind = Kind::null;
    } else if (is_any(text, {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})) {
        node.kind = Kind::boolean;
        node.flag = true;
    } else if (is_any(text, {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})) {
        node.kind = Kind::boolean;
    } else {
        node.kind = is_number(text) ? Kind::number : Kind::text;
    }
}

class TreeBuilder final : public YAML::EventHandler {
  public:
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { put(make(mark, anchor)); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end()) throw Refusal{line_of(mark), "an alias stands within its own anchor"};
        count(mark);
        put(found->second);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        auto node = make(mark, anchor);
        node->text = text;
        if (tag == "!" || tag == string_tag)
            node->kind = YamlNode::Kind::text;
        else if (tag == "?" || tag.empty())
            resolve(*node);
        else
            throw Refusal{line_of(mark), "the tag of a value is not known here; remove it"};
        put(node);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, anchor, YamlNode::Kind::list);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, anchor, YamlNode::Kind::map);
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] YamlNode::Pointer root() const { return root_; }

  private:
    struct Frame {
        std::shared_ptr<YamlNode> node;
        YAML::anchor_t anchor;
        bool has_key = false;
        std::string key;
    };

    void count(const YAML::Mark& mark) {
        if (++nodes_ > most_nodes)
            throw Refusal{line_of(mark), "it holds more values than a kubeconfig can need"};
    }
    std::shared_ptr<YamlNode> make(const YAML::Mark& mark, YAML::anchor_t anchor) {
        count(mark);
        auto node = std::make_shared<YamlNode>();
        node->line = line_of(mark);
        if (anchor != 0 && !expects_key()) scalar_anchor_ = anchor;
        return node;
    }
    [[nodiscard]] bool expects_key() const {
        return !frames_.empty() && frames_.back().node->kind == YamlNode::Kind::map &&
               !frames_.back().has_key;
    }
    void put(YamlNode::Pointer node) {
        if (scalar_anchor_ != 0) anchors_[std::exchange(scalar_anchor_, 0)] = node;
        if (frames_.empty()) {
            root_ = std::move(node);
            return;
        }
        Frame& frame = frames_.back();
        frame.node->weight += node->weight;
        if (frame.node->weight > heaviest_tree)
            throw Refusal{node->line, "its aliases multiply beyond measure"};
        if (frame.node->kind == YamlNode::Kind::list) {
            frame.node->items.push_back(std::move(node));
        } else if (!frame.has_key) {
            if (node->kind == YamlNode::Kind::list || node->kind == YamlNode::Kind::map)
                throw Refusal{node->line, "a list or block stands where a key belongs"};
            frame.key = node->text;
            frame.has_key = true;
        } else {
            frame.node->entries.emplace_back(std::move(frame.key), std::move(node));
            frame.has_key = false;
        }
    }
    void open(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind) {
        if (expects_key()) throw Refusal{line_of(mark), "a list or block stands where a key belongs"};
        if (frames_.size() >= largest_depth) throw Refusal{line_of(mark), "it is nested too deeply"};
        auto node = make(mark, 0);
        node->kind = kind;
        frames_.push_back({std::move(node), anchor, false, {}});
    }
    void close() {
        Frame frame = std::move(frames_.back());
        frames_.pop_back();
        if (frame.node->kind == YamlNode::Kind::map) merge(*frame.node);
        if (frame.anchor != 0) anchors_[frame.anchor] = frame.node;
        put(frame.node);
    }
    /// `<<: *other` adds the entries of another map that are not given here.
    void merge(YamlNode& map) {
        const YamlNode* source = map.find("<<");
        if (source == nullptr) return;
        std::vector<std::pair<std::string, YamlNode::Pointer>> added;
        const auto add = [&](const YamlNode& other) {
            for (const auto& entry : other.entries) {
                if (++merged_ > most_merged) throw Refusal{map.line, "its merge keys add too many values"};
                added.push_back(entry);
            }
        };
        if (source->kind == YamlNode::Kind::map) add(*source);
        for (auto it = source->items.rbegin(); it != source->items.rend(); ++it) add(**it);
        // Before the own ones, since the last of two counts.
        map.entries.insert(map.entries.begin(), added.begin(), added.end());
    }

    std::vector<Frame> frames_;
    std::map<YAML::anchor_t, YamlNode::Pointer> anchors_;
    YamlNode::Pointer root_;
    YAML::anchor_t scalar_anchor_ = 0;
    std::size_t nodes_ = 0;
    std::size_t merged_ = 0;
};

Unexpected<Error> refused(const std::string& file, int line, const std::string& message) {
    return fail(ErrorCode::parse_error, "The file cannot be read: " + message + ".",
                line > 0 ? file + ":" + std::to_string(line) : file);
}

}  // namespace

const YamlNode* YamlNode::find(const std::string& key) const {
    for (auto it = entries.rbegin(); it != entries.rend(); ++it)
        if (it->first == key) return it->second.get();
    return nullptr;
}

const char* YamlNode::kind_text() const {
    static constexpr std::array names{"empty", "true or false", "a number", "a text", "a list", "a block"};
    return names[static_cast<std::size_t>(kind)];
}

Expected<YamlNode::Pointer> read_yaml(const std::string& text, const std::string& file) {
    if (text.size() > largest_yaml) return refused(file, 0, "it is larger than 8 MiB");
    if (!config::is_utf8_text(text)) return refused(file, 0, "it is not a text in UTF-8");
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        TreeBuilder builder;
        parser.HandleNextDocument(builder);
        return builder.root() ? builder.root() : std::make_shared<const YamlNode>();
    } catch (const Refusal& refusal) {
        return refused(file, refusal.line, refusal.message);
    } catch (const YAML::Exception& error) {
        // Not error.msg alone: some of its messages quote the text, which may be a secret.
        return refused(file, line_of(error.mark), "this is not valid YAML");
    } catch (const std::exception&) {
        return refused(file, 0, "this is not valid YAML");
    }
}

}  // namespace trimtab::cluster_api
