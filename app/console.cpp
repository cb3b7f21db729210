// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace trimtab::app {
namespace {

constexpr auto redraw_interval = std::chrono::milliseconds(100);
constexpr auto line_interval = std::chrono::seconds(5);

bool wants_colour(bool terminal) {
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    const bool refused = no_color != nullptr && *no_color != '\0';
    const bool dumb = term != nullptr && std::string_view(term) == "dumb";
    return terminal && !refused && !dumb;
}

void write_error(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

std::string two_digits(long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

Console::Console() : terminal_(isatty(STDERR_FILENO) == 1), colour_(wants_colour(terminal_)) {
    winsize size{};
    if (terminal_ && ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) columns_ = size.ws_col;
}

void Console::print_line(const std::string& line) { print(line + "\n"); }

void Console::print(const std::string& text) {
    end_progress();
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

void Console::log(LogLevel level, const std::string& text) {
    if (!shows(level)) return;
    static constexpr std::array<const char*, 4> names = {"debug: ", "", "warning: ", "error: "};
    static constexpr std::array<const char*, 4> colours = {"\x1b[2m", "", "\x1b[33m", "\x1b[31m"};
    const auto index = static_cast<std::size_t>(level);
    end_progress();
    std::string line = colour_ ? colours[index] : "";
    line.append("trimtab: ").append(names[index]);
    if (colour_ && level != LogLevel::info) line += "\x1b[0m";
    write_error(line + text + "\n");
}

void Console::progress(double fraction, double eta_s, const std::string& detail) {
    if (!shows(LogLevel::info)) return;
    const auto now = Clock::now();
    const bool complete = fraction >= 1;
    if (complete ? complete_shown_ : now < next_progress_) return;
    complete_shown_ = complete;
    next_progress_ = now + (terminal_ ? Clock::duration(redraw_interval) : Clock::duration(line_interval));
    const double share = std::clamp(std::isfinite(fraction) ? fraction : 0.0, 0.0, 1.0);
    std::string percent = std::to_string(static_cast<int>(100 * share));
    percent.insert(0, 3 - std::min<std::size_t>(3, percent.size()), ' ');
    std::string text = percent + " %  " + detail;
    if (share < 1 && eta_s >= 0) text += "  ETA " + format_duration(eta_s);
    if (!terminal_) {
        write_error(text + "\n");
        return;
    }
    const int room = columns_ - 1 - static_cast<int>(text.size()) - 3;
    if (room >= 10) {
        const int width = std::min(room, 30);
        const int filled = static_cast<int>(std::lround(share * width));
        text = "[" + std::string(static_cast<std::size_t>(filled), '#') +
               std::string(static_cast<std::size_t>(width - filled), '.') + "] " + text;
    }
    text.resize(std::min(text.size(), static_cast<std::size_t>(columns_ - 1)));
    write_error("\r\x1b[K" + text);
    bar_shown_ = true;
}

void Console::end_progress() {
    if (bar_shown_) write_error("\n");
    bar_shown_ = false;
}

bool Console::output_is_good() const { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

std::string format_duration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0 || seconds > 1e9) return "unknown";
    const long whole = std::lround(seconds);
    if (whole < 60) return std::to_string(whole) + " s";
    if (whole < 3600) return std::to_string(whole / 60) + " min " + two_digits(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + two_digits(whole / 60 % 60) + " min";
}

std::string format_bytes(double bytes) {
    static constexpr std::array<const char*, 4> units = {" B", " kB", " MB", " GB"};
    std::size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    return format_fixed(bytes, unit == 0 ? 0 : 1) + units[unit];
}

std::string format_fixed(double value, int decimals) {
    if (!std::isfinite(value)) return "-";
    std::array<char, 400> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                      std::chars_format::fixed, decimals);
    return {buffer.data(), result.ptr};
}

}  // namespace trimtab::app
