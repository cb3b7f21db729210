// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config_document.h"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <set>
#include <sstream>

#include "core/config/nearest_name.h"

namespace trimtab::config {
namespace {

constexpr std::size_t largest_depth = 16;  // the parser recurses once a level; three levels have a meaning
constexpr std::size_t most_issues = 50;

/// Leaves the parser from within an event; caught in read_document().
struct Refusal {
    int line;
    std::string message;
};

int line_of(const YAML::Mark& mark) { return mark.is_null() ? 0 : mark.line + 1; }

/// Turns the parser's events into entries. Depth 0 is the file, 1 a section, 2 a list of values; below is
/// skipped.
class DocumentBuilder final : public YAML::EventHandler {
  public:
    DocumentBuilder(Document& document, const std::string& file, const std::vector<std::string>& sections)
        : document_(document), file_(file), known_(sections) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1) throw Refusal{line_of(mark), "has more than one document; keep the first only"};
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        value(mark, RawValue{});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_anchor(mark, 1); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        refuse_anchor(mark, anchor);
        const bool quoted = tag == "!";
        const bool null =
            !quoted && (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL");
        if (expects_key())
            key(mark, text);
        else
            value(mark, null ? RawValue{} : RawValue{RawValue::Kind::scalar, text, quoted, {}});
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, anchor, Frame::list);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, anchor, Frame::map);
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] bool empty() const { return documents_ == 0 || nothing_; }

  private:
    enum class Frame { map, list };

    bool expects_key() const {
        return !frames_.empty() && frames_.back() == Frame::map && !key_given_.back();
    }

    static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) throw Refusal{line_of(mark), "uses an anchor or alias; write the value out instead"};
    }

    void issue(int line, const std::string& key, const std::string& message) {
        document_.issues.push_back({file_, line, key, message});
        if (document_.issues.size() >= most_issues)
            throw Refusal{line, "has too many mistakes; the rest is not shown"};
    }

    void open(const YAML::Mark& mark, YAML::anchor_t anchor, Frame frame) {
        refuse_anchor(mark, anchor);
        if (expects_key()) throw Refusal{line_of(mark), "has a list or block where a key belongs"};
        if (frames_.size() >= largest_depth) throw Refusal{line_of(mark), "is nested too deeply"};
        if (frames_.empty() && frame == Frame::list)
            throw Refusal{line_of(mark),
                          "is a list; expected sections such as `agent:` with keys below them"};
        if (frames_.size() == 1 && frame == Frame::list)
            issue(section_line_, section_, "must hold keys, not a list");
        else if (frames_.size() == 2)
            current_.kind = frame == Frame::map ? RawValue::Kind::block : RawValue::Kind::list;
        else if (frames_.size() == 3)  // a list or block within a value: parse_value() refuses it
            current_.items.push_back(
                {frame == Frame::map ? RawValue::Kind::block : RawValue::Kind::list, {}, false, {}});
        frames_.push_back(frame);
        key_given_.push_back(false);
    }

    void close() {
        frames_.pop_back();
        key_given_.pop_back();
        if (frames_.size() == 2) finish_entry();
        value_done();
    }

    void value_done() {
        if (!key_given_.empty()) key_given_.back() = false;
    }

    void key(const YAML::Mark& mark, const std::string& text) {
        key_given_.back() = true;
        if (frames_.size() == 1) {
            section_ = text;
            section_line_ = line_of(mark);
            check_section();
        } else if (frames_.size() == 2) {
            name_ = text;
            name_line_ = line_of(mark);
            current_ = RawValue{};
        }
    }

    void value(const YAML::Mark& mark, RawValue raw) {
        if (frames_.empty()) {
            nothing_ = raw.kind == RawValue::Kind::null;
            if (!nothing_)
                throw Refusal{line_of(mark), "is not a configuration; expected sections such as `agent:`"};
            return;
        }
        if (expects_key()) throw Refusal{line_of(mark), "has an empty key"};
        if (frames_.size() == 1 && raw.kind == RawValue::Kind::scalar) {
            issue(section_line_, section_, "must hold keys, not '" + raw.text.substr(0, 60) + "'");
        } else if (frames_.size() == 2) {
            current_ = std::move(raw);
            finish_entry();
        } else if (frames_.size() == 3 && frames_.back() == Frame::list) {
            current_.items.push_back(std::move(raw));
        }
        value_done();
    }

    void finish_entry() {
        if (!section_known_ || frames_.front() != Frame::map || frames_[1] != Frame::map) return;
        const std::string path = section_ + "." + name_;
        if (!paths_.insert(path).second) {
            issue(name_line_, path, "is given twice; keep one of them");
            return;
        }
        document_.entries.push_back({section_, name_, name_line_, std::move(current_)});
        current_ = RawValue{};
    }

    void check_section() {
        section_known_ = std::find(known_.begin(), known_.end(), section_) != known_.end();
        if (!section_known_) {
            const std::string key = nearest_key(section_);
            const bool is_key =
                likely_name(section_, known_).empty() && section_ == key.substr(key.find('.') + 1);
            issue(section_line_, section_,
                  is_key ? "is not a section; did you mean '" + key + "'?"
                         : "is not a section; did you mean '" + nearest_name(section_, known_) + "'?");
        } else if (!sections_.insert(section_).second) {
            issue(section_line_, section_, "is given twice; put its keys together");
        }
    }

    Document& document_;
    const std::string& file_;
    const std::vector<std::string>& known_;
    std::vector<Frame> frames_;
    std::vector<bool> key_given_;
    std::set<std::string> sections_;
    std::set<std::string> paths_;
    std::string section_;
    std::string name_;
    RawValue current_;
    int section_line_ = 0;
    int name_line_ = 0;
    int documents_ = 0;
    bool section_known_ = false;
    bool nothing_ = false;
};

}  // namespace

bool is_utf8_text(const std::string& bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t more = lead < 0x80                   ? 0
                                 : lead >= 0xC2 && lead < 0xE0 ? 1
                                 : (lead & 0xF0) == 0xE0       ? 2
                                                               : 3;
        if (lead == 0 || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4 || i + more >= bytes.size())
            return false;
        unsigned long code = more == 0 ? lead : lead & (0x3FU >> more);
        for (std::size_t k = 1; k <= more; ++k) {
            const auto byte = static_cast<unsigned char>(bytes[i + k]);
            if ((byte & 0xC0) != 0x80) return false;
            code = (code << 6) | (byte & 0x3FU);
        }
        const bool overlong =
            (more == 2 && code < 0x800) || (more == 3 && (code < 0x10000 || code > 0x10FFFF));
        if (overlong || (code >= 0xD800 && code <= 0xDFFF)) return false;
        i += more + 1;
    }
    return true;
}

Document read_document(const std::string& text, const std::string& file) {
    std::vector<std::string> names;
    for (const ConfigSection& section : config_sections()) names.push_back(section.name);
    return read_document(text, file, names);
}

Document read_document(const std::string& text, const std::string& file,
                       const std::vector<std::string>& sections) {
    Document document;
    const auto refuse = [&](int line, const std::string& message) {
        document.issues.push_back({file, line, {}, message});
    };
    if (text.size() > largest_document) {
        refuse(0, "is larger than a configuration can be (256 KiB)");
        return document;
    }
    if (!is_utf8_text(text)) {
        refuse(0, "is not a text in UTF-8");
        return document;
    }
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        DocumentBuilder builder(document, file, sections);
        while (parser.HandleNextDocument(builder)) {
        }
        if (builder.empty()) refuse(0, "is empty; give at least one section, such as `agent:`");
    } catch (const Refusal& refusal) {
        refuse(refusal.line, refusal.message);
    } catch (const YAML::Exception& error) {
        refuse(line_of(error.mark), "is not valid YAML: " + error.msg);
    } catch (const std::exception& error) {
        refuse(0, std::string("cannot be read: ") + error.what());
    }
    return document;
}

}  // namespace trimtab::config
