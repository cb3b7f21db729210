// SPDX-License-Identifier: GPL-3.0-or-later
// Lets libFuzzer see the coverage of code that GCC compiled with -fsanitize-coverage=trace-pc: libFuzzer
// itself expects clang's counters, but takes any in the section below as features. (LibTorch 1.13 does not
// compile as C++20 with clang.)
#include <cstddef>
#include <cstdint>

namespace {

constexpr std::size_t edge_slots = 1U << 16;
thread_local std::uintptr_t previous = 0;

}  // namespace

extern "C" {

__attribute__((section("__libfuzzer_extra_counters"))) std::uint8_t trimtab_edge_counters[edge_slots];

/// Called at every basic block in place of libFuzzer's own, which only reports that it is out of use (linked
/// with --wrap). An edge is the pair of the last two blocks.
__attribute__((no_sanitize("address", "undefined"), no_sanitize_coverage)) void
__wrap___sanitizer_cov_trace_pc() {
    const auto block = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
    std::uint8_t& counter = trimtab_edge_counters[(block ^ (block >> 16) ^ previous) % edge_slots];
    if (counter < 255) ++counter;
    previous = block >> 1;
}

/// GCC also reports comparisons of floating-point numbers, for which libFuzzer has no use.
void __sanitizer_cov_trace_cmpf(float, float) {}
void __sanitizer_cov_trace_cmpd(double, double) {}
}
