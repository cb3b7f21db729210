// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/torchscript.h"

#include "core/agent/ppo_agent_state.h"
#include "core/agent/torch_library.h"

namespace trimtab::agent {

/// Knows an agent's insides.
class TorchScriptExport {
  public:
    static PolicyNumbers numbers(const PpoAgent& agent) {
        const PpoAgent::State& state = *agent.state_;
        Parameters parameters;
        state.network->save(parameters);
        PolicyNumbers policy{state.network->layout(), std::move(parameters.weights), {}, {}};
        if (state.config.normalize_observation) {
            policy.mean = state.normalizer.mean;
            policy.variance = state.normalizer.variance;
        }
        return policy;
    }
};

Expected<std::string> encode_torchscript(const PpoAgent& agent,
                                         const std::map<std::string, std::string>& extra_files) {
    const auto torch = torch_functions();
    if (!torch) return Unexpected<Error>(torch.error());
    return (*torch)->encode_torchscript(TorchScriptExport::numbers(agent), extra_files);
}

}  // namespace trimtab::agent
