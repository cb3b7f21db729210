// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/ppo_policy.h"

#include <iomanip>
#include <locale>
#include <numeric>
#include <sstream>

namespace trimtab::agent {

namespace {

std::size_t logits(const PpoAgent& agent) {
    const std::vector<int>& sizes = agent.spaces().action_sizes;
    return static_cast<std::size_t>(std::accumulate(sizes.begin(), sizes.end(), 0));
}

}  // namespace

PpoPolicy::PpoPolicy(PpoAgent agent, std::string name)
    : agent_(std::move(agent)),
      name_(std::move(name)),
      input_(static_cast<std::size_t>(agent_.spaces().observation_size)),
      mask_(agent_.config().action_masking ? logits(agent_) : 0) {}

Expected<std::unique_ptr<PpoPolicy>> PpoPolicy::from_agent(const PpoAgent& agent, const std::string& name) {
    Expected<PpoAgent> copy = agent.copy();
    if (!copy) return Unexpected(copy.error());
    return std::make_unique<PpoPolicy>(std::move(*copy), name);
}

Expected<Decision> PpoPolicy::decide(const environment::KubernetesEnvironment& environment) {
    if (!(environment.spaces() == agent_.spaces())) {
        return fail(ErrorCode::invalid_argument,
                    "the model was trained on " + std::to_string(agent_.spaces().observation_size) +
                        " observations and this environment offers " +
                        std::to_string(environment.spaces().observation_size) +
                        "; set environment.extended_observation as it was in training (true: 31, false: 10)");
    }
    if (const std::string missing = environment.missing(); !missing.empty()) {
        Decision keep;
        keep.reason = "keeps: no data for " + missing;
        return keep;
    }
    environment.write_input(input_);
    if (!mask_.empty()) environment.action_mask(mask_);
    agent_.act_greedy(input_, mask_, output_);

    Decision decision;
    decision.action = environment::Action{output_.actions[0], output_.actions[1],
                                          static_cast<cluster::Placement>(output_.actions[2])};
    const float* p = output_.probabilities.data();
    double joint = 1;
    for (std::size_t head = 0; head < agent_.spaces().action_sizes.size(); ++head) {
        const int size = agent_.spaces().action_sizes[head];
        decision.probabilities.emplace_back(p, p + size);
        joint *= static_cast<double>(p[output_.actions[head]]);
        p += size;
    }
    decision.value = static_cast<double>(output_.values[0]);
    std::ostringstream reason;
    reason.imbue(std::locale::classic());
    reason << std::fixed << std::setprecision(2) << "probability " << joint << ", expected return "
           << *decision.value;
    decision.reason = reason.str();
    return decision;
}

std::unique_ptr<Policy> PpoPolicy::clone() const {
    Expected<PpoAgent> copy = agent_.copy();
    return copy ? std::make_unique<PpoPolicy>(std::move(*copy), name_) : nullptr;
}

}  // namespace trimtab::agent
