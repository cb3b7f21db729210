// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quit_on_signal.h"

#include <fcntl.h>
#include <unistd.h>

#include <QCoreApplication>
#include <array>
#include <csignal>

namespace trimtab::app {
namespace {

// A signal handler may write to a pipe and set a handler, and hardly anything else.
std::array<int, 2> ends{-1, -1};

void on_signal(int number) {
    std::signal(number, SIG_DFL);
    const char byte = 0;
    [[maybe_unused]] const auto written = write(ends[1], &byte, 1);
}

int open_pipe() {
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) ends = {-1, -1};
    return ends[0];
}

}  // namespace

QuitOnSignal::QuitOnSignal(runtime::RunService& runs) : notifier_(open_pipe(), QSocketNotifier::Read) {
    QObject::connect(&notifier_, &QSocketNotifier::activated, &runs, [&runs] {
        std::array<char, 16> bytes{};
        [[maybe_unused]] const auto got = read(ends[0], bytes.data(), bytes.size());
        QObject::connect(&runs, &runtime::RunService::idle, qApp, &QCoreApplication::quit,
                         Qt::QueuedConnection);
        runs.stopAll();
        if (!runs.busy()) QCoreApplication::quit();
    });
    if (ends[0] < 0) return;
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
}

QuitOnSignal::~QuitOnSignal() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    notifier_.setEnabled(false);
    for (int& end : ends)
        if (end >= 0) close(end);
    ends = {-1, -1};
}

}  // namespace trimtab::app
