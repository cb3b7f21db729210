// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/sweep_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/results/atomic_file.h"
#include "core/results/evaluation_document.h"
#include "core/results/evaluation_folder.h"
#include "core/results/manifest.h"

namespace trimtab::results {
namespace {

constexpr const char* record_file = "row.json";
constexpr const char* evaluation_file = "comprehensive_evaluation.json";
constexpr const char* state_names[] = {"missing", "started", "finished", "failed"};

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}  // namespace

std::filesystem::path sweep_folder(const std::filesystem::path& results_dir, const std::string& name) {
    return results_dir / ("sweep_" + name);
}

std::filesystem::path sweep_row_folder(const std::filesystem::path& sweep, const std::string& key) {
    return sweep / "rows" / key;
}

Expected<SweepRowRecord> read_sweep_row(const std::filesystem::path& sweep, const std::string& key) {
    SweepRowRecord record;
    record.key = key;
    const auto file = sweep_row_folder(sweep, key) / record_file;
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return record;
    const auto text = read_file(file);
    if (!text) return Unexpected(text.error());
    const auto damaged = [&] {
        return fail(ErrorCode::parse_error,
                    "this is not a sweep row's record; remove it to run the row again", file.string());
    };
    const auto document = nlohmann::json::parse(*text, nullptr, false);
    if (!document.is_object()) return damaged();
    try {
        const std::string state = document.at("state");
        for (int i = 0; i < 4; ++i)
            if (state == state_names[i]) record.state = static_cast<SweepRowState>(i);
        document.at("training").get_to(record.training);
        document.at("error").get_to(record.error);
        document.at("failures").get_to(record.failures);
        document.at("version").get_to(record.version);
        document.at("scores").get_to(record.scores);
    } catch (const nlohmann::json::exception&) {
        return damaged();
    }
    if (record.training.find('/') != std::string::npos) return damaged();
    return record;
}

Expected<void> write_sweep_row(const std::filesystem::path& sweep, const SweepRowRecord& record) {
    const auto folder = sweep_row_folder(sweep, record.key);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return Unexpected(io_failure("make", folder, error.value()));
    const nlohmann::ordered_json document = {
        {"key", record.key},           {"state", state_names[static_cast<int>(record.state)]},
        {"training", record.training}, {"error", record.error},
        {"failures", record.failures}, {"version", record.version},
        {"scores", record.scores}};
    return write_file_atomically(
        folder / record_file,
        document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

Expected<void> write_sweep_evaluation(const std::filesystem::path& sweep, const std::string& key,
                                      const training::EvaluationResult& evaluation) {
    return write_file_atomically(sweep_row_folder(sweep, key) / evaluation_file,
                                 evaluation_to_json(evaluation, wall_clock()));
}

Expected<training::EvaluationResult> read_sweep_evaluation(const std::filesystem::path& sweep,
                                                           const std::string& key) {
    return read_evaluation(sweep_row_folder(sweep, key));
}

std::string sweep_table_csv(const training::SweepPlan& plan, const std::vector<SweepRowRecord>& records) {
    std::string out = "row,key,state,configuration,pattern,seed";
    for (const auto& key : plan.file().grid) out += "," + csv_cell(key.key);
    out += ",training,error\n";
    for (int index = 0; index < plan.rows(); ++index) {
        const training::SweepRow row = plan.row(index);
        const training::SweepCase one = plan.case_at(row.case_index);
        const SweepRowRecord& record = records[static_cast<std::size_t>(index)];
        out += std::to_string(index) + "," + record.key + "," + state_names[static_cast<int>(record.state)] +
               "," + csv_cell(plan.file().configs[static_cast<std::size_t>(one.config)].stem().string()) +
               "," + csv_cell(row.pattern) + "," + std::to_string(row.seed);
        for (const auto& [key, value] : one.settings) out += "," + csv_cell(value);
        out += "," + csv_cell(record.training) + "," + csv_cell(record.error) + "\n";
    }
    return out;
}

Expected<FolderLock> FolderLock::take(const std::filesystem::path& folder, double patience_s) {
    const auto file = folder / ".lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) return Unexpected(io_failure("open", file, errno));
    FolderLock lock(descriptor);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::duration<double>(patience_s);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) return lock;
        if (std::chrono::steady_clock::now() > deadline)
            return fail(ErrorCode::conflict,
                        "another trimtab works on this; wait for it or stop it, then start again",
                        folder.string());
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return lock;
}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace trimtab::results
