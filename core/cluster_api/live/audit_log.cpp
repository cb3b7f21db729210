// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/audit_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/results/atomic_file.h"

namespace trimtab::cluster_api {
namespace {

using Json = nlohmann::ordered_json;

Json allocation_json(const cluster::Allocation& allocation) {
    return {allocation.replicas_gpu, allocation.replicas_cpu, static_cast<int>(allocation.placement)};
}

cluster::Allocation read_allocation(const Json& value) {
    const int placement = std::clamp(value.at(2).get<int>(), 0, 2);
    return {value.at(0).get<int>(), value.at(1).get<int>(), static_cast<cluster::Placement>(placement)};
}

template <class Enum, class Name>
Enum read_name(const std::string& text, int count, Name name) {
    for (int i = 0; i < count; ++i)
        if (name(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    throw std::invalid_argument("unknown name '" + text + "'");
}

}  // namespace

std::string encode_decision(const DecisionEntry& entry) {
    Json observation = Json::array();
    for (const float value : entry.observation)
        observation.push_back(std::isfinite(value) ? Json(value) : Json(nullptr));
    const Json document = {{"utc_s", entry.utc_s},
                           {"step", entry.step},
                           {"mode", mode_name(entry.mode)},
                           {"who", entry.who},
                           {"before", allocation_json(entry.before)},
                           {"proposed", allocation_json(entry.proposed)},
                           {"executed", allocation_json(entry.executed)},
                           {"outcome", outcome_name(entry.outcome)},
                           {"why", entry.why},
                           {"shield", entry.shield},
                           {"error", entry.error},
                           {"observation", observation}};
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Expected<DecisionEntry> decode_decision(const std::string& line) {
    try {
        const Json document = Json::parse(line);
        DecisionEntry entry;
        entry.utc_s = document.at("utc_s").get<double>();
        entry.step = document.at("step").get<std::int64_t>();
        entry.mode = read_name<config::ControlMode>(document.at("mode").get<std::string>(), 4, mode_name);
        entry.who = document.at("who").get<std::string>();
        entry.before = read_allocation(document.at("before"));
        entry.proposed = read_allocation(document.at("proposed"));
        entry.executed = read_allocation(document.at("executed"));
        entry.outcome =
            read_name<DecisionOutcome>(document.at("outcome").get<std::string>(), 9, outcome_name);
        entry.why = document.at("why").get<std::string>();
        entry.shield = document.at("shield").get<std::string>();
        entry.error = document.at("error").get<std::string>();
        for (const Json& value : document.at("observation"))
            entry.observation.push_back(value.is_number() ? value.get<float>()
                                                          : std::numeric_limits<float>::quiet_NaN());
        return entry;
    } catch (const std::exception& exception) {
        return fail(ErrorCode::parse_error, std::string("not a line of an audit log: ") + exception.what());
    }
}

Expected<std::unique_ptr<AuditLog>> AuditLog::open(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (descriptor < 0) return Unexpected<Error>(results::io_failure("open", file, errno));
    std::unique_ptr<AuditLog> log(new AuditLog(file, descriptor));
    const off_t size = ::lseek(descriptor, 0, SEEK_END);
    char last = '\n';
    if (size > 0 && ::pread(descriptor, &last, 1, size - 1) == 1 && last != '\n' &&
        ::write(descriptor, "\n", 1) != 1)
        return Unexpected<Error>(results::io_failure("write", file, errno));
    return log;
}

AuditLog::~AuditLog() { ::close(descriptor_); }

Expected<void> AuditLog::add(const DecisionEntry& entry, bool durable) {
    const std::string line = encode_decision(entry) + "\n";
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0)
            return Unexpected<Error>(results::io_failure("write", file_, written == 0 ? ENOSPC : errno));
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (durable && ::fdatasync(descriptor_) != 0)
        return Unexpected<Error>(results::io_failure("write", file_, errno));
    return {};
}

Expected<AuditEntries> read_audit_log(const std::filesystem::path& file) {
    const auto text = results::read_file(file);
    if (!text) return Unexpected<Error>(text.error());
    AuditEntries out;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        if (auto entry = decode_decision(line))
            out.entries.push_back(std::move(*entry));
        else
            ++out.damaged_lines;
    }
    return out;
}

}  // namespace trimtab::cluster_api
