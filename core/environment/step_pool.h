// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace trimtab::environment {

/// Threads that do the items of one short batch after another. The caller works too; workers spin for a
/// moment between batches, because the next one usually follows within a fraction of a millisecond, and then
/// sleep.
class StepPool {
  public:
    /// threads >= 1 counts the caller: 1 makes no thread at all.
    explicit StepPool(int threads);
    ~StepPool();
    StepPool(const StepPool&) = delete;
    StepPool& operator=(const StepPool&) = delete;

    /// Calls work(i) once for every i in [0, count) and returns when all are done. `work` must not throw. One
    /// caller.
    void run(int count, const std::function<void(int)>& work);

  private:
    void work_until_empty();
    void worker();

    // The caller never waits for a worker that took no item. A worker that wakes up late either finds
    // remaining_ at or below 0 and goes back, or takes an item of the next batch, which is then fully
    // published.
    const std::function<void(int)>* work_ = nullptr;
    std::atomic<int> remaining_{0};
    std::atomic<int> done_{0};
    std::atomic<std::uint32_t> generation_{0};
    std::atomic<bool> stop_{false};
    int spins_ = 0;
    std::vector<std::thread> threads_;
};

}  // namespace trimtab::environment
