// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/prometheus/series_selectors.h"

#include <algorithm>
#include <array>

namespace trimtab::cluster_api {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }

/// What stands in parentheses behind them are labels.
bool takes_labels(std::string_view word) {
    static constexpr std::array<std::string_view, 6> words = {"by",       "without",    "on",
                                                              "ignoring", "group_left", "group_right"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_keyword(std::string_view word) {
    static constexpr std::array<std::string_view, 24> words = {
        "and", "or",     "unless", "offset", "bool",         "atan2",   "inf",   "nan",
        "Inf", "NaN",    "sum",    "min",    "max",          "avg",     "group", "stddev",
        "OR",  "stdvar", "count",  "topk",   "count_values", "bottomk", "AND",   "quantile"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Walks over a query; every step takes at least one character.
class Walk {
  public:
    explicit Walk(std::string_view text) : text_(text) {}

    [[nodiscard]] bool over() const { return at_ >= text_.size(); }
    [[nodiscard]] char now() const { return over() ? '\0' : text_[at_]; }
    [[nodiscard]] std::size_t place() const { return at_; }
    void step() { ++at_; }

    void blanks() {
        while (!over() && (is_blank(now()) || now() == '#'))
            if (now() == '#')
                while (!over() && now() != '\n') step();
            else
                step();
    }
    std::string_view word() {
        const std::size_t begin = at_;
        while (is_letter(now()) || is_digit(now())) step();
        return text_.substr(begin, at_ - begin);
    }
    /// With its quotes; up to the end where it is not closed.
    std::string_view quoted() {
        const std::size_t begin = at_;
        const char quote = now();
        step();
        for (; !over() && now() != quote; step())
            if (now() == '\\' && quote != '`') step();
        at_ = std::min(at_ + 1, text_.size());
        return text_.substr(begin, at_ - begin);
    }
    /// From an opening bracket to behind its end.
    void bracketed(char end) {
        while (!over() && now() != end)
            if (is_quote(now()))
                quoted();
            else
                step();
        if (!over()) step();
    }
    std::vector<LabelMatcher> matchers() {
        std::vector<LabelMatcher> list;
        step();
        while (!over() && now() != '}') {
            blanks();
            LabelMatcher matcher;
            matcher.label = word();
            blanks();
            while (now() == '=' || now() == '!' || now() == '~') {
                matcher.comparison += now();
                step();
            }
            blanks();
            if (is_quote(now())) matcher.value = quoted();
            if (!matcher.label.empty() && !matcher.comparison.empty() && !matcher.value.empty())
                list.push_back(std::move(matcher));
            else if (!over() && now() != '}')
                step();
        }
        if (!over()) step();
        return list;
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// Calls `found` with every selector and the place of its name.
template <class Found, class Word>
void walk_query(std::string_view promql, Found found, Word keyword) {
    Walk walk(promql);
    for (walk.blanks(); !walk.over(); walk.blanks()) {
        const std::size_t begin = walk.place();
        if (is_quote(walk.now())) {
            walk.quoted();
        } else if (walk.now() == '[') {
            walk.bracketed(']');
        } else if (is_digit(walk.now())) {
            walk.word();  // a number with its unit, as in "offset 5m"
        } else if (walk.now() == '{') {
            found(SeriesSelector{{}, walk.matchers()}, begin);
        } else if (is_letter(walk.now())) {
            const std::string_view word = walk.word();
            walk.blanks();
            if (takes_labels(word)) {
                if (walk.now() == '(') walk.bracketed(')');
            } else if (is_keyword(word)) {
                keyword(word);
            } else if (walk.now() != '(') {
                SeriesSelector selector{std::string(word), {}};
                if (walk.now() == '{') selector.matchers = walk.matchers();
                found(std::move(selector), begin);
            }
        } else {
            walk.step();
        }
    }
}

}  // namespace

std::string SeriesSelector::to_string() const {
    std::string text = name;
    if (matchers.empty()) return text;
    char before = '{';
    for (const LabelMatcher& matcher : matchers) {
        text += before;
        text += matcher.to_string();
        before = ',';
    }
    text += '}';
    return text;
}

QuerySeries series_of_query(std::string_view promql) {
    QuerySeries query;
    walk_query(
        promql,
        [&](SeriesSelector selector, std::size_t) {
            const auto named =
                std::find_if(selector.matchers.begin(), selector.matchers.end(), [](const auto& m) {
                    return m.label == "__name__" && m.comparison == "=" && m.value.size() > 2;
                });
            if (selector.name.empty() && named != selector.matchers.end()) {
                selector.name = named->value.substr(1, named->value.size() - 2);
                selector.matchers.erase(named);
            }
            query.selectors.push_back(std::move(selector));
        },
        [&](std::string_view word) {
            query.alternatives = query.alternatives || word == "or" || word == "OR";
        });
    return query;
}

std::string renamed_metric(std::string_view promql, std::string_view name, std::string_view better) {
    std::string text;
    std::size_t copied = 0;
    walk_query(
        promql,
        [&](const SeriesSelector& selector, std::size_t begin) {
            if (selector.name != name) return;
            text += promql.substr(copied, begin - copied);
            text += better;
            copied = begin + name.size();
        },
        [](std::string_view) {});
    return text += promql.substr(copied);
}

}  // namespace trimtab::cluster_api
