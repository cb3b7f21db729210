// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/restart.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "app/exit_code.h"

namespace trimtab::app {

std::vector<std::string> restart_arguments(const WorkbenchOptions& options) {
    std::vector<std::string> arguments;
    if (!options.settings_file.empty())
        arguments.insert(arguments.end(), {"--settings", options.settings_file});
    if (!options.results_dir.empty())
        arguments.insert(arguments.end(), {"--results-dir", options.results_dir});
    if (options.new_window) arguments.emplace_back("--new-window");
    return arguments;
}

int restart(const std::string& program, const std::vector<std::string>& arguments) {
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execv(program.c_str(), argv.data());
    std::fprintf(stderr, "trimtab-workbench: %s cannot be started again (%s); start it by hand.\n",
                 program.c_str(), std::strerror(errno));
    return exit_failed;
}

}  // namespace trimtab::app
