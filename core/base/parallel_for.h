// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "core/base/usable_cores.h"

namespace trimtab {

/// threads as configured: 0 means one for each core that this process may use.
[[nodiscard]] inline int resolve_threads(int threads) { return threads > 0 ? threads : usable_cores(); }

/// Calls work(item, worker) once for every item in [0, count), on at most `threads` threads (the caller's
/// among them); worker < min(threads, count) tells whose turn it is, for state kept per thread. Items are
/// taken in order but finish in any: results that land in a slot of their own do not depend on the number of
/// threads. `work` must not throw.
template <class Work>
void parallel_for(int count, int threads, const Work& work) {
    const int workers = std::max(1, std::min(resolve_threads(threads), count));
    std::atomic<int> next{0};
    const auto run = [&](int worker) {
        for (int item = next.fetch_add(1); item < count; item = next.fetch_add(1)) work(item, worker);
    };
    std::vector<std::thread> others;
    others.reserve(static_cast<std::size_t>(workers - 1));
    for (int worker = 1; worker < workers; ++worker) others.emplace_back(run, worker);
    run(0);
    for (std::thread& thread : others) thread.join();
}

}  // namespace trimtab
