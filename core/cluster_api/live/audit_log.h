// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/cluster_api/live/control_view.h"

namespace trimtab::cluster_api {

/// The append-only record of every decision: one line of JSON each, in `audit.jsonl` of the session's folder.
/// A line that leads to a write is on the disk (fsync) before add() returns, so that it precedes the write.
/// One thread.
class AuditLog {
  public:
    /// Opens or creates; a torn last line of a crash is ended first.
    [[nodiscard]] static Expected<std::unique_ptr<AuditLog>> open(const std::filesystem::path& file);
    ~AuditLog();
    AuditLog(const AuditLog&) = delete;
    AuditLog& operator=(const AuditLog&) = delete;

    /// durable: waits for the disk.
    [[nodiscard]] Expected<void> add(const DecisionEntry& entry, bool durable);
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  private:
    AuditLog(std::filesystem::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
    std::filesystem::path file_;
    int descriptor_;
};

/// One line of the log (JSON, without its line break), and back; `parse_error` where it is damaged.
[[nodiscard]] std::string encode_decision(const DecisionEntry& entry);
[[nodiscard]] Expected<DecisionEntry> decode_decision(const std::string& line);

/// Every whole line of a log; damaged ones are counted and left out.
struct AuditEntries {
    std::vector<DecisionEntry> entries;
    int damaged_lines = 0;
};
[[nodiscard]] Expected<AuditEntries> read_audit_log(const std::filesystem::path& file);

}  // namespace trimtab::cluster_api
