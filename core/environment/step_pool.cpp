// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/step_pool.h"

#include "core/base/usable_cores.h"

namespace trimtab::environment {
namespace {

// Roughly 100 to 200 microseconds of pause instructions: longer than an agent takes to act for a batch.
constexpr int spin_limit = 4000;

inline void relax() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#else
    std::this_thread::yield();
#endif
}

}  // namespace

StepPool::StepPool(int threads) {
    // Spinning with more threads than cores would take time from the ones that work.
    spins_ = usable_cores() >= threads ? spin_limit : 0;
    for (int i = 1; i < threads; ++i) threads_.emplace_back([this] { worker(); });
}

StepPool::~StepPool() {
    stop_.store(true, std::memory_order_relaxed);
    generation_.fetch_add(1, std::memory_order_release);
    generation_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void StepPool::run(int count, const std::function<void(int)>& work) {
    if (threads_.empty() || count < 2) {
        for (int i = 0; i < count; ++i) work(i);
        return;
    }
    work_ = &work;
    done_.store(0, std::memory_order_relaxed);
    remaining_.store(count, std::memory_order_release);
    generation_.fetch_add(1, std::memory_order_release);
    generation_.notify_all();
    work_until_empty();
    for (int spin = 0; done_.load(std::memory_order_acquire) != count; ++spin) {
        if (spin < spins_)
            relax();
        else
            std::this_thread::yield();
    }
}

void StepPool::work_until_empty() {
    for (;;) {
        const int item = remaining_.fetch_sub(1, std::memory_order_acq_rel) - 1;
        if (item < 0) return;
        (*work_)(item);
        done_.fetch_add(1, std::memory_order_release);
    }
}

void StepPool::worker() {
    std::uint32_t seen = 0;
    for (;;) {
        for (int spin = 0; spin < spins_ && generation_.load(std::memory_order_acquire) == seen; ++spin)
            relax();
        generation_.wait(seen, std::memory_order_acquire);
        seen = generation_.load(std::memory_order_acquire);
        if (stop_.load(std::memory_order_relaxed)) return;
        work_until_empty();
    }
}

}  // namespace trimtab::environment
