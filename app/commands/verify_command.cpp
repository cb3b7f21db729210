// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <filesystem>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/verification.h"
#include "core/results/bundle.h"

namespace trimtab::app {
namespace {

/// A folder that goes away with it.
class Scratch {
  public:
    Scratch()
        : path_(std::filesystem::temp_directory_path() / ("trimtab-verify-" + std::to_string(::getpid()))) {}
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Prints one line a policy and the verdict; true where every number of a policy that this program can play
/// was found again.
bool print_outcome(const std::vector<PolicyVerification>& policies, Session& session) {
    int same = 0, different = 0, missing = 0, elsewhere = 0;
    for (const PolicyVerification& one : policies) {
        const std::string who = one.folder + ": " + one.policy + ": ";
        if (!one.reason.empty()) {
            session.console.print_line(who + "not played again, " + one.reason);
            ++(one.recorded_elsewhere ? elsewhere : missing);
            continue;
        }
        session.console.print_line(who + std::to_string(one.equal) + " of " + std::to_string(one.episodes) +
                                   " episodes gave the same numbers");
        ++(one.equal == one.episodes ? same : different);
    }
    const bool good = different == 0 && missing == 0;
    std::string verdict = std::string(good ? "verified: " : "NOT verified: ") + std::to_string(same) +
                          " policies gave the same numbers";
    if (different > 0) verdict += ", " + std::to_string(different) + " gave other numbers";
    if (missing > 0)
        verdict += ", " + std::to_string(missing) + " could not be played (pack their training folders, too)";
    if (elsewhere > 0) verdict += ", " + std::to_string(elsewhere) + " were recorded elsewhere";
    session.console.print_line(verdict);
    return good;
}

Expected<int> verify(const Arguments& arguments, Session& session) {
    const std::filesystem::path bundle = arguments.positionals().front();
    const auto check = results::verify_bundle(bundle);
    if (!check) return Unexpected<Error>(check.error());
    for (const std::string& problem : check->problems) session.console.print_line(problem);
    session.console.print_line(std::to_string(check->files.size()) + " files, " +
                               std::to_string(check->problems.size()) + " problems");
    if (!check->problems.empty()) return exit_failed;
    if (arguments.has("--hashes-only")) return exit_done;
    const Scratch scratch;
    std::filesystem::path folder = bundle;
    if (!std::filesystem::is_directory(bundle)) {
        if (auto extracted = results::extract_bundle(bundle, scratch.path()); !extracted)
            return Unexpected<Error>(extracted.error());
        folder = scratch.path();
    }
    const auto policies = verify_evaluations(folder, session);
    if (!policies) return Unexpected<Error>(policies.error());
    return print_outcome(*policies, session) ? exit_done : exit_failed;
}

}  // namespace

Command verify_command() {
    Command command{
        "verify", "Checks a bundle's hashes and plays its evaluations again",
        "Checks that every file of a bundle is as it was packed, then plays every policy of its evaluations "
        "again on the same episodes and compares return, p95 and cost to the last bit. Exit code 1 where "
        "something differs or a model is missing; policies that were recorded from Python are told and "
        "left out."};
    command.options = {{"--hashes-only", ArgumentKind::flag, "", "Does not play anything."}};
    command.positionals = {{"BUNDLE",
                            "A ZIP file of trimtab report, or the folder that it was unpacked into.",
                            ArgumentKind::file, 1, 1}};
    command.examples = {{"trimtab verify artefact.zip", "As a reviewer would."}};
    command.run = verify;
    return command;
}

}  // namespace trimtab::app
