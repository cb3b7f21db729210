# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes `.pt` files that are not checkpoints of this program. Usage: write_foreign_files.py CHECKPOINT.pt FOLDER."""
import os
import sys

try:
    import torch
except ImportError:
    print("no torch")
    sys.exit(0)

checkpoint = torch.load(sys.argv[1])
folder = sys.argv[2]


def save(name, value, **options):
    torch.save(value, os.path.join(folder, name), **options)


save("same.pt", checkpoint)
save("wrong_shape.pt", {**checkpoint, "trunk.0.weight": torch.zeros(3, 3)})
save("wrong_type.pt", {**checkpoint, "trunk.0.weight": checkpoint["trunk.0.weight"].double()})
save("nan.pt", {**checkpoint, "value.bias": torch.tensor([float("nan")])})
save("missing.pt", {key: value for key, value in checkpoint.items() if key != "policy.bias"})
save("state_dict.pt", torch.nn.Linear(3, 4).state_dict())
save("not_contiguous.pt", {**checkpoint, "trunk.0.weight": torch.zeros(10, 20).T})
save("number.pt", {**checkpoint, "epoch": 3})
save("list.pt", [torch.zeros(2)])
save("module.pt", torch.nn.Linear(3, 4))
save("legacy.pt", checkpoint, _use_new_zipfile_serialization=False)


class Hostile:
    def __reduce__(self):
        return (os.system, ("touch " + os.path.join(folder, "executed"),))


save("hostile.pt", {**checkpoint, "trunk.0.weight": Hostile()})
print("ok")
