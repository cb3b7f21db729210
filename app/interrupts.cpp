// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interrupts.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <string_view>

#include "app/exit_code.h"

namespace trimtab::app {
namespace {

std::atomic<RunControl*> stopped_control{nullptr};
std::atomic<int> interrupts{0};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free,
              "a signal handler may touch lock-free atomics only");

void on_interrupt(int) {
    if (interrupts.fetch_add(1) > 0) _exit(exit_interrupted);
    if (RunControl* control = stopped_control.load()) control->request_stop();
    constexpr std::string_view note = "\ntrimtab: stopping; interrupt again to end at once\n";
    [[maybe_unused]] const auto written = write(STDERR_FILENO, note.data(), note.size());
}

}  // namespace

void stop_on_interrupt(RunControl& control) {
    stopped_control.store(&control);
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    // Without SA_RESTART: a command that waits for input wakes up.
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

}  // namespace trimtab::app
