// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "core/base/error.h"

namespace trimtab::app {

enum class LogLevel { debug, info, warning, error };

/// Where a command speaks: data to standard output, everything else to standard error. One thread.
class Console {
  public:
    /// Looks at the terminal and at NO_COLOR (no-color.org).
    Console();

    void set_log_level(LogLevel level) { level_ = level; }
    [[nodiscard]] bool shows(LogLevel level) const { return level >= level_; }

    /// A line of data to standard output; flushed, so that a reader at the other end of a pipe sees it at
    /// once.
    void print_line(const std::string& line);
    /// Text of several lines, as it is.
    void print(const std::string& text);

    void debug(const std::string& text) { log(LogLevel::debug, text); }
    void info(const std::string& text) { log(LogLevel::info, text); }
    void warning(const std::string& text) { log(LogLevel::warning, text); }
    void error(const Error& error) { log(LogLevel::error, error.to_string()); }

    /// Shows how far a job is: a bar that is drawn over on a terminal, else a plain line every few seconds.
    /// fraction in [0, 1]; eta_s < 0: not known; `detail` is one short line.
    void progress(double fraction, double eta_s, const std::string& detail);
    /// Ends the bar's line; must precede other output.
    void end_progress();

    /// False once standard output could not be written (a full disk).
    [[nodiscard]] bool output_is_good() const;

  private:
    void log(LogLevel level, const std::string& text);

    using Clock = std::chrono::steady_clock;
    bool terminal_;  ///< standard error is one
    bool colour_;
    int columns_ = 80;
    LogLevel level_ = LogLevel::info;
    bool bar_shown_ = false;
    bool complete_shown_ = false;  ///< 100 % is told once
    Clock::time_point next_progress_{};
};

/// "45 s", "3 min 20 s", "2 h 05 min"; "unknown" where it is not finite.
[[nodiscard]] std::string format_duration(double seconds);
/// "512 B", "3.4 MB".
[[nodiscard]] std::string format_bytes(double bytes);
/// A number with so many decimals and a point whatever the locale; "-" where it is not finite.
[[nodiscard]] std::string format_fixed(double value, int decimals);

}  // namespace trimtab::app
