// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/planner_policy.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <map>

namespace trimtab::agent {

using environment::Action;
using environment::KubernetesEnvironment;
using environment::StepResult;

namespace {

/// How a state was reached: the index of its predecessor in the trail, and the action from there.
struct Move {
    int parent = -1;
    Action action;
};

struct Node {
    std::unique_ptr<KubernetesEnvironment> environment;
    double episode_return = 0;
    Move move;
    int trail = -1;  ///< this state's own place in the trail
};

/// States that look alike: desired and ready replicas of both pools.
using Key = std::array<int, 4>;

Key key_of(const KubernetesEnvironment& environment) {
    const environment::StepInfo& info = environment.info();
    return {info.executed.replicas_gpu, info.executed.replicas_cpu, info.metrics.ready_gpu,
            info.metrics.ready_cpu};
}

std::vector<Action> actions_of(const PlannerOptions& options) {
    std::vector<Action> out;
    for (int gpu = 0; gpu < 5; ++gpu)
        for (int cpu = 0; cpu < 5; ++cpu)
            for (int placement = 0; placement < 3; ++placement) {
                const Action action{gpu, cpu, static_cast<cluster::Placement>(placement)};
                if (std::abs(action.delta_cpu()) > options.max_cpu_move) continue;
                if (options.only_prefer_gpu && placement != 0) continue;
                out.push_back(action);
            }
    return out;
}

/// False for a move out of the allocations considered, or one that the clamp turns into another.
bool considered(const Action& action, const cluster::Allocation& from, const PlannerOptions& options,
                int min_replicas) {
    const auto fits = [&](int current, int delta, int most) {
        return delta == 0 || (current + delta >= min_replicas && (current + delta <= most || delta < 0));
    };
    return fits(from.replicas_gpu, action.delta_gpu(), options.max_gpu) &&
           fits(from.replicas_cpu, action.delta_cpu(), options.max_cpu);
}

/// An action from a state of the beam, not yet tried.
struct Candidate {
    std::size_t node = 0;
    Action action;
    double reachable = 0;  ///< no more than this return after it
};

/// Every action considered from every state, those first that can reach the most.
std::vector<Candidate> candidates_of(const std::vector<Node>& beam, const std::vector<Action>& actions,
                                     const PlannerOptions& options, int min_replicas) {
    std::vector<Candidate> out;
    out.reserve(beam.size() * actions.size());
    for (std::size_t i = 0; i < beam.size(); ++i) {
        const KubernetesEnvironment& environment = *beam[i].environment;
        for (const Action& action : actions)
            if (considered(action, environment.backend().desired(), options, min_replicas))
                out.push_back({i, action, beam[i].episode_return + environment.reward_bound(action)});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Candidate& a, const Candidate& b) { return a.reachable > b.reachable; });
    return out;
}

/// The states after one more step: the best of each key.
class Layer {
  public:
    explicit Layer(std::size_t beam) : beam_(beam) {}

    void offer(Node node) {
        Node& kept = best_[key_of(*node.environment)];
        if (kept.environment && kept.episode_return >= node.episode_return) return;
        kept = std::move(node);
        if (best_.size() < beam_) return;
        returns_.clear();
        for (const auto& [key, other] : best_) returns_.push_back(other.episode_return);
        const auto last = returns_.begin() + static_cast<std::ptrdiff_t>(beam_) - 1;
        std::nth_element(returns_.begin(), last, returns_.end(), std::greater<>());
        threshold_ = *last;
    }

    /// A state with a lower return cannot be among the beam.
    [[nodiscard]] double threshold() const { return threshold_; }

    /// The best states, the best one first.
    [[nodiscard]] std::vector<Node> take() {
        std::vector<Node> out;
        for (auto& [key, node] : best_) out.push_back(std::move(node));
        std::stable_sort(out.begin(), out.end(),
                         [](const Node& a, const Node& b) { return a.episode_return > b.episode_return; });
        if (out.size() > beam_) out.resize(beam_);
        return out;
    }

  private:
    std::size_t beam_;
    std::map<Key, Node> best_;
    std::vector<double> returns_;
    double threshold_ = -std::numeric_limits<double>::infinity();
};

}  // namespace

PlannerOptions planner_options(const config::Config& config) {
    const config::EnvironmentConfig& e = config.environment;
    const bool long_episode = e.episode_duration / e.action_interval > 20;
    const auto chosen = [](int configured, int automatic) { return configured > 0 ? configured : automatic; };
    PlannerOptions out;
    out.beam = chosen(config.policies.planner_beam, long_episode ? 16 : 60);
    out.max_gpu =
        std::min(e.max_replicas, chosen(config.policies.planner_max_gpu, long_episode ? e.max_replicas : 7));
    out.max_cpu = std::min(e.max_replicas, chosen(config.policies.planner_max_cpu, long_episode ? 5 : 8));
    out.max_cpu_move = long_episode ? 1 : 2;
    out.only_prefer_gpu = long_episode;
    return out;
}

Expected<Plan> plan_episode(const KubernetesEnvironment& environment, const PlannerOptions& options) {
    const std::vector<Action> actions = actions_of(options);
    const int min_replicas = environment.config().environment.min_replicas;
    std::vector<Move> trail;
    std::vector<Node> beam(1);
    beam[0].environment = environment.clone();
    if (!beam[0].environment)
        return fail(ErrorCode::unsupported,
                    "the planner needs a cluster that can be copied; use the simulated one");

    for (bool running = true; running;) {
        Layer layer(static_cast<std::size_t>(options.beam));
        for (const Candidate& candidate : candidates_of(beam, actions, options, min_replicas)) {
            // Candidates come by what they can reach at most: once that is too little, so is all that
            // follows.
            if (candidate.reachable < layer.threshold()) break;
            const Node& node = beam[candidate.node];
            std::unique_ptr<KubernetesEnvironment> next = node.environment->clone();
            const Expected<StepResult> result = next->step(candidate.action);
            if (!result) return Unexpected<Error>(result.error());
            running = !result->truncated;
            layer.offer(
                {std::move(next), node.episode_return + result->reward, {node.trail, candidate.action}, -1});
        }
        beam = layer.take();
        for (Node& node : beam) {
            node.trail = static_cast<int>(trail.size());
            trail.push_back(node.move);
        }
    }

    Plan plan;
    plan.episode_return = beam.front().episode_return;
    for (int at = beam.front().trail; at >= 0; at = trail[static_cast<std::size_t>(at)].parent)
        plan.actions.push_back(trail[static_cast<std::size_t>(at)].action);
    std::reverse(plan.actions.begin(), plan.actions.end());
    return plan;
}

std::string PlannerPolicy::summary() const {
    return "beam " + std::to_string(options_.beam) + ", at most " + std::to_string(options_.max_gpu) +
           " GPU and " + std::to_string(options_.max_cpu) + " CPU pods, over the true future";
}

void PlannerPolicy::begin_episode(const KubernetesEnvironment& environment, std::uint64_t) {
    Expected<Plan> plan = plan_episode(environment, options_);
    error_.reset();
    if (plan)
        plan_ = std::move(*plan);
    else
        error_ = plan.error();
}

Expected<Decision> PlannerPolicy::decide(const KubernetesEnvironment& environment) {
    if (error_) return Unexpected<Error>(*error_);
    const auto step = static_cast<std::size_t>(environment.info().step);
    if (step >= plan_.actions.size())
        return fail(ErrorCode::invalid_argument,
                    "the planner is asked past the episode it planned; begin_episode first");
    Decision decision;
    decision.action = plan_.actions[step];
    decision.reason = "planned for a return of " + std::to_string(plan_.episode_return);
    return decision;
}

}  // namespace trimtab::agent
