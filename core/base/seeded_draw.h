// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace trimtab {

/// The streams of a seed. Every random number of the product is addressed by (seed, stream, entity, counter),
/// so two policies with one seed meet the same load, service times and start-ups whatever they do.
enum class DrawStream : std::uint64_t {
    think = 1,            ///< entity: user id; counter: that user's draws
    cpu_service = 2,      ///< entity: user id
    route = 3,            ///< entity: user id
    gpu_batch = 4,        ///< entity: 0; counter: batch number
    startup = 5,          ///< entity: 0 GPU, 1 CPU; counter: pod serial
    open_arrival = 6,     ///< entity: 0; counter: arrival number
    load_pattern = 7,     ///< entity: pattern index; counter: draw index
    random_policy = 8,    ///< entity: 0; counter: draws
    initialisation = 16,  ///< network weights
    action = 17,          ///< entity: environment index; counter: step
    minibatch = 18,       ///< entity: update; counter: draws of the shuffle
    stagger = 19,         ///< entity: environment index: start offsets of the training environments
    bootstrap = 20,       ///< statistics: resampling
    calibration = 21,     ///< search of rules
    episode = 22          ///< entity: environment index; counter: its k-th episode: training seeds
};

/// SplitMix64's finaliser after its increment (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators).
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t z) {
    z += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

/// The first mix of draw_bits: constant for a (seed, stream), worth keeping in a hot loop.
[[nodiscard]] constexpr std::uint64_t stream_key(std::uint64_t seed, DrawStream stream) {
    return mix64(seed ^ (static_cast<std::uint64_t>(stream) << 56));
}

/// 64 random bits of a kept stream key.
[[nodiscard]] constexpr std::uint64_t keyed_bits(std::uint64_t key, std::uint64_t entity,
                                                 std::uint64_t counter) {
    return mix64(key ^ ((entity << 32) | counter));
}

/// 64 uniform bits that depend on these four numbers alone.
[[nodiscard]] constexpr std::uint64_t draw_bits(std::uint64_t seed, DrawStream stream, std::uint64_t entity,
                                                std::uint64_t counter) {
    return keyed_bits(stream_key(seed, stream), entity, counter);
}

/// Maps 64 bits to the open interval (0, 1).
[[nodiscard]] constexpr double unit_interval(std::uint64_t bits) {
    const double u = (static_cast<double>(bits >> 11) + 0.5) * 0x1.0p-53;
    return u < 1.0 ? u : 0x1.fffffffffffffp-1;  // the uppermost value rounds to 1
}

/// u in (0, 1) of SIMULATOR 2.
[[nodiscard]] constexpr double uniform_draw(std::uint64_t seed, DrawStream stream, std::uint64_t entity,
                                            std::uint64_t counter) {
    return unit_interval(draw_bits(seed, stream, entity, counter));
}

/// A stream read in order: the counter is its whole state, so it is saved and restored as one number.
class DrawSequence {
  public:
    DrawSequence() = default;
    DrawSequence(std::uint64_t seed, DrawStream stream, std::uint64_t entity = 0)
        : key_(stream_key(seed, stream)), entity_(entity) {}
    [[nodiscard]] std::uint64_t next_bits() { return keyed_bits(key_, entity_, counter_++); }
    [[nodiscard]] double next_uniform() { return unit_interval(next_bits()); }
    /// A uniform integer in [0, bound), bound >= 1 (multiply-shift; its bias is below 2^-32 for bounds under
    /// 2^32).
    [[nodiscard]] std::uint64_t next_below(std::uint64_t bound) {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((static_cast<Wide>(next_bits()) * bound) >> 64);
    }
    [[nodiscard]] std::uint64_t counter() const { return counter_; }
    void set_counter(std::uint64_t counter) { counter_ = counter; }

  private:
    std::uint64_t key_ = 0;
    std::uint64_t entity_ = 0;
    std::uint64_t counter_ = 0;
};

/// The standard normal quantile of u in (0, 1), relative error below 1e-15 (Wichura, algorithm AS 241,
/// PPND16).
[[nodiscard]] double inverse_normal(double u);

/// A lognormal factor of mean 1 and coefficient of variation `cv` >= 0 at quantile u; 1 for cv = 0.
class LognormalFactor {
  public:
    explicit LognormalFactor(double cv = 0.0)
        : location_(-0.5 * std::log1p(cv * cv)), scale_(std::sqrt(std::log1p(cv * cv))) {}
    [[nodiscard]] double operator()(double u) const {
        return scale_ == 0.0 ? 1.0 : std::exp(location_ + scale_ * inverse_normal(u));
    }

  private:
    double location_;
    double scale_;
};

}  // namespace trimtab
