// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/probability_of_improvement.h"

#include <algorithm>

#include "core/statistics/resampled_mean.h"

namespace trimtab::statistics {
namespace {

struct Entry {
    double score = 0;
    bool from_first = false;
    int run = 0;
};

std::vector<Entry> merged(std::span<const double> first, std::span<const double> second) {
    std::vector<Entry> out;
    out.reserve(first.size() + second.size());
    for (std::size_t i = 0; i < first.size(); ++i) out.push_back({first[i], true, static_cast<int>(i)});
    for (std::size_t i = 0; i < second.size(); ++i) out.push_back({second[i], false, static_cast<int>(i)});
    std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.score < b.score; });
    return out;
}

}  // namespace

double improvement(std::span<const double> first, std::span<const double> second) {
    double wins = 0;
    for (const double a : first) {
        for (const double b : second) wins += a > b ? 1.0 : a == b ? 0.5 : 0.0;
    }
    return wins / static_cast<double>(first.size() * second.size());
}

// One sweep over the merged order, all resamples side by side: a run of `first` beats the copies of `second`
// seen before it, and half of those that tie with it.
std::vector<double> resampled_improvement(std::span<const double> first,
                                          const StratifiedResamples& first_resamples,
                                          std::span<const double> second,
                                          const StratifiedResamples& second_resamples, int task) {
    const auto entries = merged(first, second);
    const auto width = static_cast<std::size_t>(first_resamples.resamples());
    // Pair counts stay whole (and halves) below 2^24 up to 4,000 runs, so float is exact there.
    std::vector<float> below(width), tied(width), wins(width);
    for (std::size_t begin = 0; begin < entries.size();) {
        std::size_t end = begin + 1;
        while (end < entries.size() && entries[end].score == entries[begin].score) ++end;
        std::fill(tied.begin(), tied.end(), 0.0F);
        for (std::size_t i = begin; i < end; ++i) {
            if (entries[i].from_first) continue;
            const auto counts = second_resamples.counts(task, entries[i].run);
            for (std::size_t b = 0; b < width; ++b) tied[b] += counts[b];
        }
        for (std::size_t i = begin; i < end; ++i) {
            if (!entries[i].from_first) continue;
            const auto counts = first_resamples.counts(task, entries[i].run);
            for (std::size_t b = 0; b < width; ++b) wins[b] += counts[b] * (below[b] + 0.5F * tied[b]);
        }
        for (std::size_t b = 0; b < width; ++b) below[b] += tied[b];
        begin = end;
    }
    const double pairs = static_cast<double>(first.size()) * static_cast<double>(second.size());
    std::vector<double> out(width);
    for (std::size_t b = 0; b < width; ++b) out[b] = static_cast<double>(wins[b]) / pairs;
    return out;
}

Expected<Estimate> probability_of_improvement(const StratifiedScores& first,
                                              const StratifiedResamples& first_resamples,
                                              const StratifiedScores& second,
                                              const StratifiedResamples& second_resamples,
                                              double confidence) {
    if (auto ok = check_shape(first, first_resamples); !ok) return Unexpected<Error>(ok.error());
    if (auto ok = check_shape(second, second_resamples); !ok) return Unexpected<Error>(ok.error());
    if (first.size() != second.size() || first_resamples.resamples() != second_resamples.resamples())
        return fail(
            ErrorCode::invalid_argument,
            "the two sets of scores have different tasks or numbers of resamples: give both the same");
    const double share = 1.0 / static_cast<double>(first.size());
    double value = 0;
    std::vector<double> distribution(static_cast<std::size_t>(first_resamples.resamples()));
    for (std::size_t task = 0; task < first.size(); ++task) {
        value += share * improvement(first[task], second[task]);
        const auto one = resampled_improvement(first[task], first_resamples, second[task], second_resamples,
                                               static_cast<int>(task));
        for (std::size_t b = 0; b < one.size(); ++b) distribution[b] += share * one[b];
    }
    return bootstrap_estimate(value, std::min(smallest_task(first), smallest_task(second)), distribution,
                              confidence);
}

}  // namespace trimtab::statistics
