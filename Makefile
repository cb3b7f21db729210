# The targets of the original reinforcement learning module; each is one call. MODEL=... names a .pt file.
TRIMTAB ?= build/release/bin/trimtab
CONFIG ?= configs/quick.yaml
MODEL ?= $(shell ls -1dt rl/training_*/best_model.pt 2>/dev/null | head -n 1)

.PHONY: install-rl-deps rl-test rl-train rl-evaluate rl-compare rl-full-pipeline

install-rl-deps: ; bash -euc '. packaging/prepare.bash; install_packages build; build_programs'
rl-test: ; $(TRIMTAB) doctor --offline
rl-train: ; $(TRIMTAB) train --config $(CONFIG)
rl-evaluate: ; $(TRIMTAB) evaluate --model "$(MODEL)"
rl-compare: ; $(TRIMTAB) compare --model "$(MODEL)"
rl-full-pipeline: ; $(TRIMTAB) pipeline $(CONFIG)
