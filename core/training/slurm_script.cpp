// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/slurm_script.h"

#include <algorithm>
#include <regex>
#include <set>

namespace trimtab::training {
namespace {

std::string quoted(const std::string& word) {
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

Expected<void> check(const SweepPlan& plan) {
    const SweepSlurm& slurm = plan.file().slurm;
    const auto wrong = [&](const char* key, const char* what) {
        return fail(ErrorCode::invalid_argument, std::string("slurm.") + key + " must be " + what,
                    plan.file().path.string());
    };
    static const std::regex word("[A-Za-z0-9_.,-]*"), memory("[0-9]+[KMGT]?"),
        time("|[0-9]+|[0-9]+:[0-9]{2}|[0-9]+:[0-9]{2}:[0-9]{2}|[0-9]+-[0-9]+(:[0-9]{2}){0,2}");
    if (!std::regex_match(slurm.partition, word)) return wrong("partition", "a partition's name");
    if (!std::regex_match(slurm.account, word)) return wrong("account", "an account's name");
    if (!std::regex_match(slurm.memory, memory)) return wrong("memory", "an amount such as 2G");
    if (!std::regex_match(slurm.time, time)) return wrong("time", "a time such as 02:00:00 or 1-12");
    if (slurm.setup.find('\n') != std::string::npos) return wrong("setup", "one line of shell");
    return {};
}

/// "0-3,7" of ascending numbers.
std::string ranges(const std::set<int>& numbers) {
    std::string out;
    for (auto it = numbers.begin(); it != numbers.end();) {
        const int first = *it;
        int last = first;
        while (++it != numbers.end() && *it == last + 1) last = *it;
        out += (out.empty() ? "" : ",") + std::to_string(first);
        if (last > first) out += "-" + std::to_string(last);
    }
    return out;
}

// A cancelled task gets TERM in every process, the row's included: passing it on would be a second one, which
// ends the row before its last checkpoint. The time limit's USR1 reaches the shell alone, perhaps before the
// shell knows the row's process. A wait that a signal interrupts returns the signal's number; bash keeps the
// row's own status for the next. A task that queues itself again must have had time to get further, or it
// would do so for ever.
constexpr const char* traps = R"(child=
stopped=
out_of_time=
told=
tell_row() { [ -z "$child" ] || [ -n "$told" ] || { told=1; kill -TERM "$child"; }; }
trap 'stopped=1' TERM INT
trap 'stopped=1; out_of_time=1; tell_row' USR1
code=0
)";
constexpr const char* wait_for_row = R"(        child=$!
        [ -z "$out_of_time" ] || tell_row
        while kill -0 "$child" 2>/dev/null; do wait "$child"; done
        wait "$child"; ended=$?
        child=
        [ "$ended" -ne 0 ] && [ -z "$stopped" ] || break
    done
    [ "$ended" -eq 0 ] || code=$ended
    [ -z "$stopped" ] || break
done
if [ -n "$out_of_time" ] && [ "$code" -ne 0 ] && [ "$SECONDS" -ge 30 ]; then
    scontrol requeue "$SLURM_JOB_ID"
fi
exit "$code"
)";

}  // namespace

std::string slurm_job_name(const SweepFile& file) { return "trimtab-" + file.name; }

Expected<std::string> slurm_script(const SweepPlan& plan, const SlurmCall& call) {
    if (auto checked = check(plan); !checked) return Unexpected<Error>(checked.error());
    const SweepFile& file = plan.file();
    const int stride = std::min(plan.rows(), most_slurm_tasks);
    std::set<int> tasks;
    for (const int row : call.rows) tasks.insert(row % stride);
    for (int task = 0; call.rows.empty() && task < stride; ++task) tasks.insert(task);
    const std::string runs =
        std::to_string(call.rows.empty() ? plan.rows() : static_cast<int>(call.rows.size()));
    std::string out = "#!/bin/bash\n# Sweep " + file.name + ": " + runs +
                      " runs. Submit with sbatch; then: trimtab sweep FILE --collect.\n";
    const auto option = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) out += "#SBATCH --" + name + "=" + value + "\n";
    };
    const int parallel = call.parallel > 0 ? call.parallel : file.parallel;
    option("job-name", slurm_job_name(file));
    option("comment", call.comment);
    option("array", ranges(tasks) + (parallel > 0 ? "%" + std::to_string(parallel) : ""));
    option("partition", file.slurm.partition);
    option("account", file.slurm.account);
    option("time", file.slurm.time);
    option("mem", file.slurm.memory);
    option("cpus-per-task", "1");
    option("signal", "B:USR1@120");
    option("open-mode", "append");
    option("output", slurm_job_name(file) + "-%A_%a.txt");
    out += "#SBATCH --requeue\n\nset -u\ncd " + quoted(call.working_directory.string()) + " || exit 1\n";
    if (!file.slurm.setup.empty()) out += file.slurm.setup + " || exit 1\n";
    std::string command = quoted(call.program.string()) + " sweep " + quoted(call.sweep_file.string()) +
                          " --index \"$row\" --results-dir " + quoted(call.results_dir.string());
    for (const std::string& set : call.overrides) command += " --set " + quoted(set);
    out += traps;
    out += "for ((row = SLURM_ARRAY_TASK_ID; row < " + std::to_string(plan.rows()) +
           "; row += " + std::to_string(stride) +
           ")); do\n    for ((attempt = 0; attempt <= " + std::to_string(file.retries) +
           "; ++attempt)); do\n        " + command + " &\n" + wait_for_row;
    return out;
}

}  // namespace trimtab::training
