// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/parallel_team.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace trimtab::agent {

namespace {

// About 50 us: longer than the gap between two minibatches, shorter than what a person would call busy
// waiting.
constexpr int spins = 2000;

void pause_briefly() {
#if defined(__x86_64__)
    _mm_pause();
#else
    std::this_thread::yield();
#endif
}

/// Waits until `value` differs from `old`, first spinning, then asleep.
template <class T>
void wait_for_change(const std::atomic<T>& value, T old) {
    for (int i = 0; i < spins; ++i) {
        if (value.load(std::memory_order_acquire) != old) return;
        pause_briefly();
    }
    value.wait(old, std::memory_order_acquire);
}

}  // namespace

ParallelTeam::ParallelTeam(int size) {
    for (int part = 1; part < size; ++part) threads_.emplace_back([this, part] { serve(part); });
}

ParallelTeam::~ParallelTeam() {
    closing_.store(true, std::memory_order_relaxed);
    round_.fetch_add(1, std::memory_order_release);
    round_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void ParallelTeam::run_erased(const void* work, Call call) {
    if (threads_.empty()) {
        call(work, 0);
        return;
    }
    work_ = work;
    call_ = call;
    running_.store(static_cast<int>(threads_.size()), std::memory_order_relaxed);
    round_.fetch_add(1, std::memory_order_release);
    round_.notify_all();
    call(work, 0);
    for (int left = running_.load(std::memory_order_acquire); left != 0;
         left = running_.load(std::memory_order_acquire)) {
        wait_for_change(running_, left);
    }
}

void ParallelTeam::serve(int part) {
    unsigned seen = 0;
    while (true) {
        wait_for_change(round_, seen);
        seen = round_.load(std::memory_order_acquire);
        if (closing_.load(std::memory_order_relaxed)) return;
        call_(work_, part);
        if (running_.fetch_sub(1, std::memory_order_acq_rel) == 1) running_.notify_one();
    }
}

}  // namespace trimtab::agent
