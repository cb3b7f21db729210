// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/arrival_calendar.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace trimtab::cluster {
namespace {

/// Replaces counts, which add up to at most 255, by the sums of those before them: eight at a time, as a
/// product with 0x01...01 adds up the bytes of a word from the lowest on.
void sum_before(std::array<std::uint8_t, 128>& counts, std::size_t cells) {
    static_assert(std::endian::native == std::endian::little);
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < cells; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, &counts[i], 8);
        const std::uint64_t sums = word * ones;
        const std::uint64_t shifted = (sums << 8) + before * ones;
        before += sums >> 56;
        std::memcpy(&counts[i], &shifted, 8);
    }
}

}  // namespace

void ArrivalCalendar::configure(int horizon_s) {
    const std::size_t buckets = std::bit_ceil(static_cast<std::size_t>(horizon_s) + 2);
    if (keys_.size() != buckets * room_) keys_.resize(buckets * room_);
    counts_.assign(buckets, 0);
    mask_ = buckets - 1;
    next_ = last_ = 0;
    running_start_ = running_end_ = next_time_ = 0;
}

void ArrivalCalendar::reserve(std::size_t clients) {
    if (clients <= room_) return;
    const std::size_t room = std::bit_ceil(std::max<std::size_t>(clients, 64));
    std::vector<std::uint64_t> moved(counts_.size() * room);
    for (std::size_t b = 0; b < counts_.size(); ++b)
        std::copy_n(keys_.begin() + static_cast<std::ptrdiff_t>(b * room_), counts_[b],
                    moved.begin() + static_cast<std::ptrdiff_t>(b * room));
    keys_ = std::move(moved);
    room_ = room;
    sorted_.resize(room);
}

void ArrivalCalendar::begin_second(int second) {
    running_start_ = second_start(second);
    running_end_ = running_start_ + ticks_per_second;
    const std::size_t bucket = static_cast<std::size_t>(second) & mask_;
    next_ = 0;
    last_ = counts_[bucket];
    counts_[bucket] = 0;
    sort_bucket(keys_.data() + bucket * room_, last_);
    look_ahead();
}

void ArrivalCalendar::insert_now(std::uint64_t key) {
    const auto begin = sorted_.begin() + static_cast<std::ptrdiff_t>(next_);
    const auto end = sorted_.begin() + static_cast<std::ptrdiff_t>(last_);
    const auto place = std::upper_bound(begin, end, key);
    if (next_ > 0) {  // the left side has room, and the place is near it
        std::move(begin, place, begin - 1);
        *(place - 1) = key;
        --next_;
    } else {
        std::move_backward(place, end, end + 1);
        *place = key;
        ++last_;
    }
    look_ahead();
}

void ArrivalCalendar::sort_bucket(const std::uint64_t* keys, std::size_t count) {
    if (count > UINT8_MAX) {
        std::copy_n(keys, count, sorted_.begin());
        std::sort(sorted_.begin(), sorted_.begin() + static_cast<std::ptrdiff_t>(count));
        return;
    }
    // Scattering by the leading bits leaves a handful of neighbours in the wrong order for an insertion sort.
    const int bits = count <= 48 ? 6 : 7;
    const int shift = 64 - bits;
    std::array<std::uint8_t, 128> place{};
    for (std::size_t i = 0; i < count; ++i) ++place[keys[i] >> shift];
    sum_before(place, std::size_t{1} << bits);
    std::uint64_t* const sorted = sorted_.data();
    for (std::size_t i = 0; i < count; ++i) sorted[place[keys[i] >> shift]++] = keys[i];
    for (std::size_t i = 1; i < count; ++i) {
        const std::uint64_t key = sorted[i];
        std::size_t j = i;
        for (; j > 0 && sorted[j - 1] > key; --j) sorted[j] = sorted[j - 1];
        sorted[j] = key;
    }
}

}  // namespace trimtab::cluster
