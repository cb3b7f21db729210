// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trimtab::cluster_api {

/// One condition on a label, as it stands in a query.
struct LabelMatcher {
    std::string label;
    std::string comparison;  ///< "=", "!=", "=~" or "!~"
    std::string value;       ///< with its quotes

    [[nodiscard]] std::string to_string() const { return label + comparison + value; }
};

/// One choice of series within a query: name{label="value", ...}.
struct SeriesSelector {
    std::string name;  ///< of the metric; empty where labels alone choose
    std::vector<LabelMatcher> matchers;

    [[nodiscard]] std::string to_string() const;
};

/// What a query reads.
struct QuerySeries {
    std::vector<SeriesSelector> selectors;  ///< in their order; the same may come twice
    bool alternatives = false;              ///< `or` stands in it: one of them is enough
};

/// The series that a PromQL text chooses. Finds names by their place, without checking the grammar: what is
/// no PromQL gives some names or none, never an error.
[[nodiscard]] QuerySeries series_of_query(std::string_view promql);

/// The query with every metric `name` called `better`; texts in quotes stay.
[[nodiscard]] std::string renamed_metric(std::string_view promql, std::string_view name,
                                         std::string_view better);

}  // namespace trimtab::cluster_api
