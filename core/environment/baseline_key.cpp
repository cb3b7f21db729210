// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iomanip>
#include <locale>
#include <sstream>

#include "core/environment/baseline_table.h"

namespace trimtab::environment {
namespace {

void append_load(std::ostream& out, const config::LoadConfig& load, const std::string& pattern) {
    out << " jitter " << static_cast<int>(load.jitter) << " profile " << static_cast<int>(load.profile)
        << " users " << load.min_users << ' ' << load.max_users;
    if (pattern == "constant") out << " constant " << load.constant_users << ' ' << load.constant_rps;
    if (pattern != "trace") return;
    std::error_code ignored;
    const auto size = std::filesystem::file_size(load.trace, ignored);
    const auto changed = std::filesystem::last_write_time(load.trace, ignored);
    out << " trace " << std::quoted(load.trace) << ' ' << size << ' ' << changed.time_since_epoch().count()
        << ' ' << load.trace_format << ' ' << static_cast<int>(load.trace_part) << ' '
        << load.trace_train_share << ' ' << load.trace_validation_share << ' ' << load.trace_amplitude << ' '
        << load.trace_keep_share;
}

void append_simulator(std::ostream& out, const config::SimulatorConfig& s) {
    out << " simulator " << s.images_per_request;
    for (const double value : {s.think_time_min_s,   s.think_time_max_s,
                               s.timeout_s,          s.network_s,
                               s.cpu_image_s,        static_cast<double>(s.cpu_servers_per_pod),
                               s.cpu_service_cv,     s.gpu_batch_alpha_s,
                               s.gpu_batch_tau0_s,   static_cast<double>(s.gpu_batch_max_images),
                               s.gpu_service_cv,     s.gpu_startup_mean_s,
                               s.gpu_startup_cv,     s.cpu_startup_mean_s,
                               s.cpu_startup_cv,     s.gpu_probe_delay_s,
                               s.gpu_probe_period_s, s.cpu_probe_delay_s,
                               s.cpu_probe_period_s, static_cast<double>(s.gpu_quota),
                               s.preferred_share,    s.spill_wait_s,
                               s.spawn_rate,         s.gpu_price_per_hour,
                               s.cpu_price_per_hour})
        out << ' ' << value;
}

}  // namespace

std::string baseline_key(const config::Config& config, const std::string& pattern) {
    const config::EnvironmentConfig& e = config.environment;
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << std::setprecision(17) << "baseline 1 " << pattern << " episode " << e.episode_duration << ' '
        << e.action_interval << ' ' << e.warm_up << " slo " << e.slo_ms << " replicas "
        << e.baseline_static_gpu_replicas << ' ' << e.baseline_static_cpu_replicas;
    append_load(out, config.load, pattern);
    append_simulator(out, config.simulator);
    return out.str();
}

}  // namespace trimtab::environment
