// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/trace.h"

#include <fstream>
#include <system_error>

#include "core/load/trace_samples.h"

namespace trimtab::load {
namespace {

constexpr std::uintmax_t max_file_bytes = 512ULL << 20;

std::string detect_format(std::string_view text) {
    LineReader reader(text);
    while (reader.next()) {
        const std::string_view line = trimmed(reader.line());
        if (line.empty() || line.front() == '#') continue;
        if (line.front() == '{') return "prometheus-range";
        if (line.find("User Count") != std::string_view::npos) return "locust-history";
        if (line.find("HashFunction") != std::string_view::npos) return "azure-functions";
        if (line.find(" [") != std::string_view::npos && line.find("] \"") != std::string_view::npos)
            return "common-log";
        break;
    }
    return "csv";
}

}  // namespace

Expected<Trace> parse_trace(std::string_view text, const std::string& name, const std::string& format) {
    const TraceText source{text, name};
    const std::string actual = format == "auto" ? detect_format(text) : format;
    auto trace = [&]() -> Expected<Trace> {
        if (actual == "csv") return parse_csv_trace(source);
        if (actual == "azure-functions") return parse_azure_functions(source);
        if (actual == "locust-history") return parse_locust_history(source);
        if (actual == "prometheus-range") return parse_prometheus_range(source);
        if (actual == "common-log") return parse_common_log(source);
        return fail(
            ErrorCode::invalid_argument,
            "Unknown trace format \"" + actual +
                "\"; use auto, csv, azure-functions, locust-history, prometheus-range or common-log.");
    }();
    if (trace) trace->format = actual;
    return trace;
}

Expected<Trace> read_trace(const std::filesystem::path& file, const std::string& format) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (file.empty() || !std::filesystem::exists(status))
        return fail(ErrorCode::not_found, "The trace file does not exist; set load.trace to one.",
                    file.string());
    if (std::filesystem::is_directory(status))
        return fail(ErrorCode::invalid_argument, "This is a directory; set load.trace to a file in it.",
                    file.string());
    const std::uintmax_t bytes = std::filesystem::file_size(file, error);
    if (!error && bytes > max_file_bytes)
        return fail(ErrorCode::invalid_argument, "The trace file is larger than 512 MiB; cut or resample it.",
                    file.string());
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream)
        return fail(ErrorCode::io_error, "The trace file cannot be read; check its permissions.",
                    file.string());
    return parse_trace(text, file.string(), format);
}

}  // namespace trimtab::load
