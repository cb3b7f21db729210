// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/series_store.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trimtab::telemetry {
namespace {

SeriesBucket single(const SeriesPoint& point, std::uint16_t label) {
    const bool number = !std::isnan(point.value);
    return {point, point, number ? point.value : 0.0, number ? 1U : 0U, 1U, label};
}

}  // namespace

void merge_into(SeriesBucket& bucket, const SeriesBucket& other) {
    if (other.numbers > 0) {
        if (bucket.numbers == 0 || other.low.value < bucket.low.value) bucket.low = other.low;
        if (bucket.numbers == 0 || other.high.value > bucket.high.value) bucket.high = other.high;
    }
    bucket.sum += other.sum;
    bucket.numbers += other.numbers;
    bucket.points += other.points;
}

double SeriesBucket::mean() const {
    return numbers == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / numbers;
}

SeriesStore::SeriesStore(std::size_t capacity)
    : capacity_(std::max<std::size_t>(2, capacity & ~std::size_t{1})) {}

void SeriesStore::accept(const Row& row) {
    const std::scoped_lock lock(mutex_);
    const std::uint16_t label = label_index(row.label);
    for (const auto& [metric, value] : row.values)
        append(columns_[{row.kind, metric}], {row.step, row.episode, row.wall_s, value}, label);
}

void SeriesStore::clear() {
    const std::scoped_lock lock(mutex_);
    columns_.clear();
    labels_.resize(1);
}

void SeriesStore::thin(std::size_t capacity) {
    const std::scoped_lock lock(mutex_);
    capacity_ = std::max<std::size_t>(2, capacity & ~std::size_t{1});
    for (auto& [key, column] : columns_) {
        while (column.buckets.size() > capacity_) halve(column);
        column.buckets.shrink_to_fit();
    }
}

std::vector<SeriesKey> SeriesStore::keys() const {
    const std::scoped_lock lock(mutex_);
    std::vector<SeriesKey> out;
    for (const auto& [key, column] : columns_) out.push_back(key);
    return out;
}

std::vector<SeriesBucket> SeriesStore::snapshot(const SeriesKey& key) const {
    const std::scoped_lock lock(mutex_);
    const auto found = columns_.find(key);
    return found == columns_.end() ? std::vector<SeriesBucket>{} : found->second.buckets;
}

std::uint64_t SeriesStore::update(const SeriesKey& key, std::uint64_t seen,
                                  std::vector<SeriesBucket>& copy) const {
    const std::scoped_lock lock(mutex_);
    const auto found = columns_.find(key);
    if (found == columns_.end()) {
        copy.clear();
        return 0;
    }
    const Column& column = found->second;
    // Bucket i holds points [i stride, (i + 1) stride): a copy of the same stride differs only in its last
    // one.
    const bool same_stride = copy.size() == (seen + column.stride - 1) / column.stride &&
                             (copy.size() < 2 || copy.front().points == column.stride);
    const auto keep = same_stride ? static_cast<std::size_t>(seen / column.stride) : 0;
    copy.resize(keep);
    copy.insert(copy.end(), column.buckets.begin() + static_cast<std::ptrdiff_t>(keep), column.buckets.end());
    return column.points;
}

std::uint64_t SeriesStore::version(const SeriesKey& key) const {
    const std::scoped_lock lock(mutex_);
    const auto found = columns_.find(key);
    return found == columns_.end() ? 0 : found->second.points;
}

std::vector<std::string> SeriesStore::labels() const {
    const std::scoped_lock lock(mutex_);
    return labels_;
}

void SeriesStore::append(Column& column, const SeriesPoint& point, std::uint16_t label) const {
    ++column.points;
    auto& buckets = column.buckets;
    if (!buckets.empty() && buckets.back().points < column.stride) {
        merge_into(buckets.back(), single(point, label));
        return;
    }
    if (buckets.size() >= capacity_) halve(column);
    buckets.push_back(single(point, label));
}

void SeriesStore::halve(Column& column) {
    auto& buckets = column.buckets;
    const std::size_t count = buckets.size();
    for (std::size_t i = 0; 2 * i < count; ++i) {
        SeriesBucket merged = buckets[2 * i];
        if (2 * i + 1 < count) merge_into(merged, buckets[2 * i + 1]);
        buckets[i] = merged;
    }
    buckets.resize((count + 1) / 2);
    column.stride *= 2;
}

std::uint16_t SeriesStore::label_index(const std::string& label) {
    const auto found = std::find(labels_.begin(), labels_.end(), label);
    if (found != labels_.end()) return static_cast<std::uint16_t>(found - labels_.begin());
    // Labels are patterns and policies, a few dozen; event texts beyond what the index holds share the empty
    // one.
    if (labels_.size() > std::numeric_limits<std::uint16_t>::max()) return 0;
    labels_.push_back(label);
    return static_cast<std::uint16_t>(labels_.size() - 1);
}

}  // namespace trimtab::telemetry
