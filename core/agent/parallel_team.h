// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>
#include <vector>

namespace trimtab::agent {

/// A few threads that run the same function on their own part, for work of some hundred microseconds: they
/// wait for it by spinning for a moment, then asleep. The calling thread is part 0. One caller at a time.
class ParallelTeam {
  public:
    explicit ParallelTeam(int size);
    ~ParallelTeam();
    ParallelTeam(const ParallelTeam&) = delete;
    ParallelTeam& operator=(const ParallelTeam&) = delete;

    [[nodiscard]] int size() const { return static_cast<int>(threads_.size()) + 1; }

    /// Calls work(part) for every part in [0, size()) and returns when all have ended. `work` must not throw.
    template <class Work>
    void run(const Work& work) {
        run_erased(&work, [](const void* object, int part) { (*static_cast<const Work*>(object))(part); });
    }

  private:
    using Call = void (*)(const void* work, int part);

    void run_erased(const void* work, Call call);
    void serve(int part);

    std::vector<std::thread> threads_;
    const void* work_ = nullptr;
    Call call_ = nullptr;
    std::atomic<unsigned> round_{0};  ///< counts calls of run()
    std::atomic<int> running_{0};     ///< parts of this round not done
    std::atomic<bool> closing_{false};
};

}  // namespace trimtab::agent
