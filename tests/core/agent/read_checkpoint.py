# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a checkpoint and the TorchScript export of the same agent with PyTorch alone and compares them.

Usage: read_checkpoint.py CHECKPOINT.pt SCRIPT.pt =INPUT,... =PROBABILITY,...,VALUE. Prints "ok" when both give the same probabilities and values."""
import sys

try:
    import torch
except ImportError:
    print("no torch")
    sys.exit(0)

checkpoint = torch.load(sys.argv[1])
assert type(checkpoint) is dict, type(checkpoint)
assert all(isinstance(value, torch.Tensor) for value in checkpoint.values())
text = bytes(checkpoint["meta.config"].tolist()).decode()
assert text == '{"ä": 1}', text
assert checkpoint["meta.empty"].numel() == 0
assert checkpoint["trunk.0.weight"].shape == (20, 10) and checkpoint["trunk.0.weight"].dtype == torch.float32
assert checkpoint["agent.learning_rate"].item() == 3e-4
assert checkpoint["optimizer.step"].item() > 0
sizes = checkpoint["spaces.action_sizes"].tolist()
assert sizes == [5, 5, 3], sizes

torch.manual_seed(0)
inputs = torch.randn(7, 10)
x = inputs
if checkpoint["agent.normalize_observation"].item():
    mean = checkpoint["normalizer.mean"].float()
    deviation = (checkpoint["normalizer.variance"].float() + 1e-8).sqrt()
    x = ((inputs - mean) / deviation).clamp(-10, 10)
for layer in ("trunk.0", "trunk.2"):
    x = torch.tanh(x @ checkpoint[layer + ".weight"].T + checkpoint[layer + ".bias"])
logits = x @ checkpoint["policy.weight"].T + checkpoint["policy.bias"]
values = (x @ checkpoint["value.weight"].T + checkpoint["value.bias"]).squeeze(1)

extra_files = {"trimtab.json": ""}
probabilities, script_values = torch.jit.load(sys.argv[2], _extra_files=extra_files)(inputs)
assert extra_files["trimtab.json"] in (b"{}", "{}"), extra_files
assert torch.allclose(values, script_values, atol=1e-5)
for head, expected in zip(probabilities, logits.split(sizes, dim=1)):
    assert torch.allclose(head, expected.softmax(1), atol=1e-6)

# What the program said about the first input of its own.
first = torch.tensor([[float(number) for number in sys.argv[3].lstrip("=").split(",")]])
ours = [float(number) for number in sys.argv[4].lstrip("=").split(",")]
probabilities, script_values = torch.jit.load(sys.argv[2])(first)
theirs = torch.cat(list(probabilities), 1).squeeze(0).tolist() + script_values.tolist()
assert max(abs(a - b) for a, b in zip(ours, theirs)) < 1e-4, (ours, theirs)
print("ok")
