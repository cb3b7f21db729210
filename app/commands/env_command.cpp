// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <sstream>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/step_json.h"
#include "core/environment/make_environment.h"
#include "core/load/load_pattern.h"

namespace trimtab::app {
namespace {

/// "2,2,1": one index a head.
Expected<environment::Action> parse_action(const std::string& text) {
    const auto wrong = fail(ErrorCode::invalid_argument,
                            "'" + text.substr(0, 60) +
                                "' is not an action; write three indices such as 2,2,1: GPU 0 to 4 "
                                "and CPU 0 to 4 (2 keeps), placement 0 to 2");
    std::vector<int> indices;
    std::stringstream stream(text);
    for (std::string word; std::getline(stream, word, ',');) {
        const auto first = word.find_first_not_of(" \t\r");
        const auto last = word.find_last_not_of(" \t\r");
        const auto index =
            first == std::string::npos ? std::nullopt : parse_integer(word.substr(first, last - first + 1));
        if (!index || indices.size() >= environment::action_sizes.size()) return wrong;
        if (*index < 0 || *index >= environment::action_sizes[indices.size()]) return wrong;
        indices.push_back(static_cast<int>(*index));
    }
    if (indices.size() != environment::action_sizes.size() || text.back() == ',') return wrong;
    return environment::Action{indices[0], indices[1], static_cast<cluster::Placement>(indices[2])};
}

/// The actions of the command line, or else the lines of standard input.
class ActionSource {
  public:
    explicit ActionSource(const std::vector<std::string>& given) : given_(given) {}

    /// False at the end.
    bool next(std::string& text) {
        if (!given_.empty()) {
            if (next_ >= given_.size()) return false;
            text = given_[next_++];
            return true;
        }
        while (std::getline(std::cin, text))
            if (text.find_first_not_of(" \t\r") != std::string::npos) return true;
        return false;
    }

  private:
    const std::vector<std::string>& given_;
    std::size_t next_ = 0;
};

Expected<std::string> chosen_pattern(const Arguments& arguments, const config::Config& config) {
    const std::string pattern = arguments.text("--pattern", config.load.patterns.front());
    if (pattern == "trace" && config.load.trace.empty())
        return fail(ErrorCode::invalid_argument, "pattern trace needs a file; add --set load.trace=FILE");
    return pattern;
}

Expected<int> step_by_hand(const Arguments& arguments, Session& session) {
    std::vector<std::string> more;
    // The reward's table is measured for the configured patterns: name the one that is played.
    if (arguments.has("--pattern")) more.push_back("load.patterns=" + arguments.text("--pattern"));
    const auto config = configuration(arguments, more);
    if (!config) return Unexpected<Error>(config.error());
    const auto pattern = chosen_pattern(arguments, *config);
    if (!pattern) return Unexpected<Error>(pattern.error());
    auto environment = environment::make_environment(*config);
    if (!environment) return Unexpected<Error>(environment.error());
    environment::KubernetesEnvironment& cluster = **environment;
    cluster.set_stop_token(session.stop);
    std::vector<float> input(static_cast<std::size_t>(cluster.spaces().observation_size));
    const auto seed = static_cast<std::uint64_t>(arguments.integer("--seed", 1));
    if (const auto begun = cluster.reset({seed, *pattern}, input); !begun)
        return Unexpected<Error>(begun.error());
    session.console.print_line(reset_line(cluster));
    ActionSource actions(arguments.all("--action"));
    bool over = false;
    for (std::string text; !over && actions.next(text);) {
        const auto action = parse_action(text);
        if (!action) return Unexpected<Error>(action.error());
        const auto result = cluster.step(*action);
        if (!result) return Unexpected<Error>(result.error());
        session.console.print_line(step_line(cluster, *result));
        over = result->terminated || result->truncated;
    }
    return session.stop.stop_requested() ? exit_interrupted : exit_done;
}

}  // namespace

Command env_command() {
    Command command{
        "env", "Steps the environment by hand",
        "Plays one episode: actions come as lines such as 2,2,1 on standard input, or from --action; every "
        "observation, reward and info goes out as one line of JSON, the reset's first."};
    OptionSpec action{
        "--action", ArgumentKind::text, "G,C,P",
        "GPU index, CPU index (2 keeps, each step is one replica) and placement (0 prefer GPU, 1 balanced, 2 "
        "prefer CPU), instead of standard input."};
    action.repeatable = true;
    OptionSpec pattern{"--pattern", ArgumentKind::choice, "NAME", "The load pattern."};
    pattern.choices = load::pattern_names();
    pattern.default_text = "the first of load.patterns";
    command.options =
        joined_options({action, pattern, seed_option("Seed of the episode.", "1")}, config_options());
    command.examples = {
        {"trimtab env --pattern spike --action 3,2,1 --action 2,2,1", "Adds a GPU replica, then keeps."},
        {"yes 2,2,1 | trimtab env --profile day", "Keeps the first allocation for the whole episode."}};
    command.run = step_by_hand;
    return command;
}

}  // namespace trimtab::app
