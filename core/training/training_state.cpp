// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_state.h"

#include <bit>
#include <sstream>

namespace trimtab::training {
namespace {

constexpr const char* format_name = "trimtab-training-state-1";
// Bounds against a damaged or hostile file; far above what a run can have.
constexpr std::size_t most_environments = 1U << 20;
constexpr std::size_t most_actions = 1U << 26;

}  // namespace

std::string encode_state(const TrainingState& s) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    // Doubles travel as their bits: a resumed run must not differ by a rounding.
    out << format_name << '\n'
        << s.seed << ' ' << s.steps << ' ' << s.episodes << ' ' << s.updates << ' ' << s.rows << ' '
        << s.checkpoint_episode << ' ' << s.evaluation_episode << ' ' << s.evaluated_update << ' '
        << std::bit_cast<std::uint64_t>(s.best_return) << ' ' << std::bit_cast<std::uint64_t>(s.wall_s)
        << '\n'
        << s.positions.size() << '\n';
    for (const auto& position : s.positions) {
        out << position.k << ' ' << position.actions.size();
        for (const int action : position.actions) out << ' ' << action;
        out << '\n';
    }
    return out.str();
}

Expected<TrainingState> decode_state(const std::string& text, std::size_t heads) {
    const auto damaged = [] {
        return fail(ErrorCode::parse_error,
                    "the checkpoint holds no readable training state; resume from a last.pt of this program");
    };
    std::istringstream in(text);
    in.imbue(std::locale::classic());
    std::string format;
    if (!(in >> format) || format != format_name) return damaged();
    TrainingState s;
    std::uint64_t best_bits = 0, wall_bits = 0;
    std::size_t environments = 0;
    if (!(in >> s.seed >> s.steps >> s.episodes >> s.updates >> s.rows >> s.checkpoint_episode >>
          s.evaluation_episode >> s.evaluated_update >> best_bits >> wall_bits >> environments))
        return damaged();
    if (environments > most_environments || s.steps < 0 || s.episodes < 0 || s.updates < 0 || s.rows < 0)
        return damaged();
    s.best_return = std::bit_cast<double>(best_bits);
    s.wall_s = std::bit_cast<double>(wall_bits);
    for (std::size_t i = 0; i < environments; ++i) {
        environment::EnvironmentPosition position;
        std::size_t actions = 0;
        if (!(in >> position.k >> actions) || position.k < 0 || actions > most_actions) return damaged();
        if (heads == 0 || actions % heads != 0) return damaged();
        for (std::size_t a = 0; a < actions; ++a) {
            int action = 0;
            if (!(in >> action) || action < 0) return damaged();
            position.actions.push_back(action);
        }
        s.positions.push_back(std::move(position));
    }
    return s;
}

}  // namespace trimtab::training
