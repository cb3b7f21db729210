// SPDX-License-Identifier: GPL-3.0-or-later
// `trimtab bench --devices` for a machine without Qt: the engine-only build has no command line.
#include <cstdio>

#include "app/bench/device_bench.h"

int main() {
    constexpr double seconds = 30;
    const auto measured = trimtab::app::run_device_bench(seconds);
    if (!measured) {
        std::fprintf(stderr, "%s\n", measured.error().to_string().c_str());
        return 1;
    }
    std::printf("hidden_size batch_size cpu_us cuda_us\n");
    for (const trimtab::app::DeviceTiming& timing : measured->timings)
        std::printf("%d %d %.0f %.0f\n", timing.hidden_size, timing.batch_size, timing.cpu_us,
                    timing.cuda_us);
    std::printf("%s\n", measured->conclusion().c_str());
    return 0;
}
