#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the tree against rules.py: lint.py ROOT. Prints each finding; exit code 1 if there is one."""
import sys

from rules import RULES
from source_tree import read_tree


def main():
    tree = read_tree(sys.argv[1])
    findings = [f"{finding} [{rule.__name__}]" for rule in RULES for finding in rule(tree)]
    print("\n".join(sorted(findings) + [f"{len(tree)} files, {len(RULES)} rules, {len(findings)} findings"]))
    return 1 if findings or len(tree) < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
