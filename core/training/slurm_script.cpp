// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/slurm_script.h"

#include <algorithm>
#include <regex>

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

}  // namespace

Expected<std::string> slurm_script(const SweepPlan& plan, const SlurmCall& call) {
    if (auto checked = check(plan); !checked) return Unexpected<Error>(checked.error());
    const SweepFile& file = plan.file();
    const int tasks = std::min(plan.rows(), most_slurm_tasks);
    std::string out = "#!/bin/bash\n# Sweep " + file.name + ": " + std::to_string(plan.rows()) +
                      " runs. Submit with sbatch; then: trimtab sweep FILE --collect.\n";
    const auto option = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) out += "#SBATCH --" + name + "=" + value + "\n";
    };
    option("job-name", "trimtab-" + file.name);
    option("array",
           "0-" + std::to_string(tasks - 1) + (file.parallel > 0 ? "%" + std::to_string(file.parallel) : ""));
    option("partition", file.slurm.partition);
    option("account", file.slurm.account);
    option("time", file.slurm.time);
    option("mem", file.slurm.memory);
    option("cpus-per-task", "1");
    option("signal", "B:TERM@120");
    option("open-mode", "append");
    option("output", "trimtab-" + file.name + "-%A_%a.txt");
    out += "#SBATCH --requeue\n\nset -u\ncd " + quoted(call.working_directory.string()) + " || exit 1\n";
    if (!file.slurm.setup.empty()) out += file.slurm.setup + " || exit 1\n";
    std::string command = quoted(call.program.string()) + " sweep " + quoted(call.sweep_file.string()) +
                          " --index \"$row\" --results-dir " + quoted(call.results_dir.string());
    for (const std::string& set : call.overrides) command += " --set " + quoted(set);
    // The time limit's signal reaches this shell alone; the run then writes its last checkpoint and stops.
    out +=
        "child=\ntrap '[ -z \"$child\" ] || kill -TERM \"$child\"; stopped=1' TERM INT\nstopped=\ncode=0\n"
        "for ((row = SLURM_ARRAY_TASK_ID; row < " +
        std::to_string(plan.rows()) + "; row += " + std::to_string(tasks) + ")); do\n    " + command +
        " &\n    child=$!\n"
        "    wait \"$child\"; ended=$?\n    while kill -0 \"$child\" 2>/dev/null; do wait \"$child\"; "
        "ended=$?; done\n"
        "    [ \"$ended\" -eq 0 ] || code=$ended\n"
        "    [ -z \"$stopped\" ] || exit \"$code\"\n"
        "done\nexit \"$code\"\n";
    return out;
}

}  // namespace trimtab::training
