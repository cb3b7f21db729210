// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/sweep_reading.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/results/atomic_file.h"
#include "core/results/run_names.h"
#include "core/results/sweep_report.h"
#include "core/results/sweep_session.h"

namespace trimtab::results {
namespace {

using Path = std::filesystem::path;
using json = nlohmann::ordered_json;
using Cells = std::vector<std::string>;

constexpr std::size_t key_column = 1;
constexpr std::size_t state_column = 2;

/// The records of a CSV text; quoted cells may hold commas, quotes and line ends.
std::vector<Cells> csv_records(const std::string& text) {
    std::vector<Cells> records;
    Cells cells;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',' || c == '\n') {
            cells.push_back(std::exchange(cell, {}));
            if (c == '\n') records.push_back(std::exchange(cells, {}));
        } else {
            cell += c;
        }
    }
    return records;
}

std::string state_word(SweepRowState state) {
    switch (state) {
        case SweepRowState::missing:
            return "pending";
        case SweepRowState::started:
            return "started";
        case SweepRowState::finished:
            return "finished";
        case SweepRowState::failed:
            return "failed";
    }
    return {};
}

void count(SweepReading& reading, const SweepRowRecord& record) {
    ++reading.planned;
    reading.started += record.state == SweepRowState::started ? 1 : 0;
    reading.finished += record.state == SweepRowState::finished ? 1 : 0;
    reading.failed += record.state == SweepRowState::failed ? 1 : 0;
    reading.trainings.push_back(record.training);
}

Unexpected<Error> damaged(const Path& file) {
    return fail(ErrorCode::parse_error, "is damaged; `trimtab sweep FILE --collect` writes it again",
                file.string());
}

/// Takes over a table as sweep_table_csv() writes it; keys are for programs and go.
Expected<void> fill_rows(
    SweepReading& reading, const std::string& csv, const Path& file,
    const std::function<Expected<SweepRowRecord>(const std::string&, std::size_t)>& now) {
    std::vector<Cells> records = csv_records(csv);
    if (records.empty() || records.front().size() <= state_column || records.front()[key_column] != "key")
        return damaged(file);
    reading.runs.header = std::move(records.front());
    const std::size_t columns = reading.runs.header.size();
    reading.runs.header.erase(reading.runs.header.begin() + key_column);
    for (std::size_t i = 1; i < records.size(); ++i) {
        Cells& cells = records[i];
        if (cells.size() != columns) return damaged(file);
        const auto record = now(cells[key_column], i - 1);
        if (!record) return Unexpected(record.error());
        count(reading, *record);
        cells[state_column] = state_word(record->state);
        cells[columns - 2] = record->training;
        cells[columns - 1] = record->error;
        cells.erase(cells.begin() + key_column);
        reading.runs.rows.emplace_back(cells.begin(), cells.end());
    }
    return {};
}

/// A sweep whose table was never written: what the rows themselves say.
Expected<void> fill_from_rows(SweepReading& reading, StopToken stop) {
    reading.runs.header = {"row", "state", "training", "error"};
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(reading.folder / "rows", error)) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "reading was stopped");
        const auto record = read_sweep_row(reading.folder, entry.path().filename().string());
        if (!record) return Unexpected(record.error());
        count(reading, *record);
        reading.runs.rows.push_back({std::to_string(reading.planned - 1), state_word(record->state),
                                     record->training, record->error});
    }
    return {};
}

Path comparison_of(const Path& folder) {
    const auto text = read_file(folder / "comparison.json");
    if (!text) return {};
    const json document = json::parse(*text, nullptr, false);
    const std::string name = document.is_object() ? document.value("folder", "") : "";
    std::error_code error;
    const bool there = !name.empty() && name.find('/') == std::string::npos &&
                       std::filesystem::is_directory(folder / name, error);
    return there ? folder / name : Path();
}

std::optional<Estimate> estimate_from(const json& value) {
    if (value.is_null()) return std::nullopt;
    Estimate estimate;
    value.at("value").get_to(estimate.value);
    value.at("n").get_to(estimate.n);
    if (value.contains("low"))
        estimate.interval = {value.at("low"), value.at("high"), value.at("confidence")};
    else
        value.at("no_interval").get_to(estimate.no_interval);
    return estimate;
}

Verdict verdict_from(const std::string& text) {
    if (text.starts_with("no difference")) return Verdict::no_difference;
    return text == "worse" ? Verdict::worse : text == "better" ? Verdict::better : Verdict::not_judged;
}

SweepCaseResult case_from(const json& entry) {
    SweepCaseResult one;
    entry.at("name").get_to(one.setting.name);
    for (const auto& [key, value] : entry.at("settings").items())
        one.setting.settings.emplace_back(key, value.get<std::string>());
    entry.at("runs").at("planned").get_to(one.planned);
    entry.at("runs").at("finished").get_to(one.finished);
    entry.at("runs").at("failed").get_to(one.failed);
    entry.at("seeds").get_to(one.seeds);
    one.overall = estimate_from(entry.at("mean"));
    for (const auto& pattern : entry.at("patterns")) one.patterns.push_back(estimate_from(pattern));
    one.difference = estimate_from(entry.at("difference_to_best"));
    if (!entry.at("p_holm").is_null()) one.p_holm = entry.at("p_holm").get<double>();
    one.verdict = verdict_from(entry.at("verdict"));
    return one;
}

}  // namespace

Expected<SweepResult> sweep_from_json(const std::string& text) {
    const auto broken = [] { return fail(ErrorCode::parse_error, "is not the result of a sweep"); };
    const json document = json::parse(text, nullptr, false);
    if (!document.is_object()) return broken();
    SweepResult result;
    try {
        document.at("sweep").get_to(result.name);
        document.at("metric").get_to(result.metric);
        document.at("unit").get_to(result.unit);
        result.direction =
            document.at("higher_is_better") ? Direction::higher_is_better : Direction::lower_is_better;
        const json& runs = document.at("runs");
        runs.at("planned").get_to(result.planned);
        runs.at("finished").get_to(result.finished);
        runs.at("failed").get_to(result.failed);
        document.at("notes").get_to(result.notes);
        const json& cases = document.at("configurations");
        for (const json& entry : cases) {
            result.cases.push_back(case_from(entry));
            if (const auto& mean = result.cases.back().overall; mean && mean->interval)
                result.confidence = mean->interval->confidence;
            if (document.at("best").is_string() && document.at("best") == result.cases.back().setting.name)
                result.best = static_cast<int>(result.cases.size()) - 1;
        }
        if (!cases.empty())
            for (const auto& [pattern, estimate] : cases.front().at("patterns").items())
                result.patterns.push_back(pattern);
    } catch (const json::exception&) {
        return broken();
    }
    return result;
}

bool is_sweep_folder(const Path& folder) {
    std::error_code error;
    return std::filesystem::is_directory(folder / "rows", error) ||
           std::filesystem::is_regular_file(folder / "sweep_table.csv", error) ||
           std::filesystem::is_regular_file(folder / sweep_result_file, error);
}

Expected<SweepReading> read_sweep(const Path& asked, StopToken stop) {
    SweepReading reading;
    reading.folder = without_trailing_slash(asked);
    if (!is_sweep_folder(reading.folder))
        return fail(ErrorCode::not_found, "holds no sweep; `trimtab sweep FILE` makes one",
                    reading.folder.string());
    reading.name = reading.folder.filename().string();
    if (reading.name.starts_with("sweep_")) reading.name.erase(0, 6);
    const Path table = reading.folder / "sweep_table.csv";
    if (const auto csv = read_file(table)) {
        auto filled = fill_rows(reading, *csv, table,
                                [&](const std::string& key, std::size_t) -> Expected<SweepRowRecord> {
                                    if (stop.stop_requested())
                                        return fail(ErrorCode::cancelled, "reading was stopped");
                                    return read_sweep_row(reading.folder, key);
                                });
        if (!filled) return Unexpected(filled.error());
    } else if (auto filled = fill_from_rows(reading, stop); !filled) {
        return Unexpected(filled.error());
    }
    if (const auto text = read_file(reading.folder / sweep_result_file)) {
        auto result = sweep_from_json(*text);
        if (!result) return damaged(reading.folder / sweep_result_file);
        reading.name = result->name;
        reading.result = std::move(*result);
    }
    reading.comparison = comparison_of(reading.folder);
    return reading;
}

Expected<SweepReading> read_sweep_plan(const Path& file, const Path& results_dir) {
    auto sweep_file = training::read_sweep_file(file);
    if (!sweep_file) return Unexpected(sweep_file.error());
    const auto plan = training::SweepPlan::make(std::move(*sweep_file));
    if (!plan) return Unexpected(plan.error());
    if (const auto checked = check_sweep_metric(*plan); !checked) return Unexpected(checked.error());
    SweepReading reading;
    reading.name = plan->file().name;
    reading.folder = sweep_folder(results_dir, reading.name);
    const auto keys = training::plan_keys(*plan);
    if (!keys) return Unexpected(keys.error());
    const auto records = read_sweep_rows(reading.folder, *keys);
    if (!records) return Unexpected(records.error());
    auto filled = fill_rows(
        reading, sweep_table_csv(*plan, *records), file,
        [&](const std::string&, std::size_t row) -> Expected<SweepRowRecord> { return (*records)[row]; });
    if (!filled) return Unexpected(filled.error());
    if (reading.finished > 0) {
        auto result = summarize_sweep(*plan, *records, plan->first_config().evaluation.confidence);
        if (!result) return Unexpected(result.error());
        reading.result = std::move(*result);
    }
    reading.comparison = comparison_of(reading.folder);
    return reading;
}

}  // namespace trimtab::results
