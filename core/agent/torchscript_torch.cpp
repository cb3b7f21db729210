// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>
#include <torch/csrc/jit/api/module.h>

#include <algorithm>
#include <exception>
#include <sstream>

#include "core/agent/torch_exports.h"

namespace trimtab::agent::libtorch {

namespace {

at::Tensor double_tensor(const std::vector<double>& values) {
    return at::from_blob(const_cast<double*>(values.data()), {static_cast<std::int64_t>(values.size())},
                         at::kDouble)
        .to(at::kFloat);
}

/// [inputs, outputs] and [outputs] views of a layer, without padding.
void register_layer(torch::jit::Module& module, const std::string& name, const LinearLayer& layer,
                    const at::Tensor& flat) {
    const at::Tensor weight = flat.narrow(0, static_cast<std::int64_t>(layer.weight),
                                          static_cast<std::int64_t>(layer.rows) * layer.stride)
                                  .view({layer.rows, layer.stride})
                                  .slice(0, 0, layer.inputs)
                                  .slice(1, 0, layer.outputs);
    const at::Tensor bias = flat.narrow(0, static_cast<std::int64_t>(layer.bias), layer.outputs);
    module.register_parameter(name + "_weight", weight.t().contiguous(), false);
    module.register_parameter(name + "_bias", bias.clone(), false);
}

std::string linear(const std::string& target, const std::string& source, const std::string& name) {
    return "    " + target + " = torch.matmul(" + source + ", self." + name + "_weight.t()) + self." + name +
           "_bias\n";
}

/// The module's source, and its parameters on the way.
std::string define_network(torch::jit::Module& module, const NetworkLayout& layout, bool normalize,
                           const at::Tensor& flat) {
    std::ostringstream source;
    source << "def forward(self, inputs: Tensor) -> Tuple[List[Tensor], Tensor]:\n";
    source << (normalize ? "    x = torch.clamp((inputs - self.mean) / self.deviation, -10.0, 10.0)\n"
                         : "    x = inputs\n");
    for (std::size_t s = 0; s < layout.stacks.size(); ++s) {
        const NetworkLayout::Stack& stack = layout.stacks[s];
        const std::string prefix = "stack" + std::to_string(s);
        source << "    h = x\n";
        for (std::size_t i = 0; i < stack.hidden.size(); ++i) {
            const std::string name = prefix + "_hidden" + std::to_string(i);
            register_layer(module, name, stack.hidden[i], flat);
            source << linear("h", "h", name) << "    h = torch.tanh(h)\n";
        }
        register_layer(module, prefix + "_head", stack.head, flat);
        source << linear("out" + std::to_string(s), "h", prefix + "_head");
    }
    source << "    probabilities: List[Tensor] = []\n";
    int column = 0;
    for (const int size : layout.spaces.action_sizes) {
        source << "    probabilities.append(torch.softmax(out0[:, " << column << ":" << column + size
               << "], 1))\n";
        column += size;
    }
    source << (layout.stacks.size() == 1 ? "    values = out0[:, " + std::to_string(layout.logits) + "]\n"
                                         : "    values = out1[:, 0]\n");
    source << "    return probabilities, values\n";
    return source.str();
}

std::string module_bytes(const PolicyNumbers& policy, const torch::jit::ExtraFilesMap& extra_files) {
    const at::Tensor flat = at::from_blob(const_cast<float*>(policy.weights.data()),
                                          {static_cast<std::int64_t>(policy.layout.size)}, at::kFloat)
                                .clone();
    torch::jit::Module module("TrimtabPolicy");
    const bool normalize = !policy.mean.empty();
    if (normalize) {
        module.register_buffer("mean", double_tensor(policy.mean));
        module.register_buffer("deviation", (double_tensor(policy.variance) + 1e-8).sqrt());
    }
    module.define(define_network(module, policy.layout, normalize, flat));
    std::ostringstream out;
    module.save(out, extra_files);
    return out.str();
}

}  // namespace

Expected<std::string> encode_torchscript(const PolicyNumbers& policy,
                                         const std::map<std::string, std::string>& extra_files) {
    try {
        return module_bytes(policy, {extra_files.begin(), extra_files.end()});
    } catch (const std::exception& exception) {
        const std::string what = exception.what();
        return fail(ErrorCode::internal,
                    "LibTorch could not write the TorchScript module: " + what.substr(0, what.find('\n')));
    }
}

}  // namespace trimtab::agent::libtorch
