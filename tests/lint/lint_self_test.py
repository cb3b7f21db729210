#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows for every rule of rules.py a tree that it refuses and one that it lets pass."""
import sys
import unittest

import rules

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"

# rule: (trees with exactly one finding, trees without any)
CASES = {
    "upward_include": (
        [{"core/load/a.h": '#include "core/agent/b.h"\n'},
         {"core/runtime/a.cpp": '#include "ui/views/b.h"\n'},
         {"ui/views/a.cpp": '#include "app/b.h"\n'},
         {"core/load/a.cpp": '#include "a.h"\n', "core/load/a.h": ""}],
        [{"core/agent/a.h": '#include "core/load/b.h"\n#include "core/agent/c.h"\n#include <vector>\n'},
         {"app/a.cpp": '#include "ui/views/b.h"\n'},
         {"core/results/a.cpp": '#include "generated.h"\n'},
         {"tests/core/load/tst_a.cpp": '#include "core/agent/b.h"\n#include "tst_a.moc"\n'}]),
    "include_cycle": (
        [{"ui/models/a.cpp": '#include "ui/views/b.h"\n', "ui/views/c.cpp": '#include "ui/models/d.h"\n'},
         {"core/base/a.h": '#include "core/base/b.h"\n', "core/base/b.h": '#include "core/base/a.h"\n'}],
        [{"ui/views/a.cpp": '#include "ui/models/b.h"\n', "ui/models/b.h": '#include "core/base/c.h"\n'}]),
    "qt_in_ring": (
        [{"core/load/a.cpp": "#include <QString>\n"},
         {"core/results/a.cpp": "#include <QtCore/QFile>\n"},
         {"core/base/a.h": "#include <qt6keychain/keychain.h>\n"}],
        [{"core/runtime/a.h": "#include <QObject>\n"}, {"core/base/a.h": "#include <queue>\n"},
         {"ui/views/a.h": "#include <QWidget>\n"}]),
    "torch_outside": (
        [{"core/agent/ppo_agent.cpp": "#include <torch/torch.h>\n"},
         {"core/training/x_torch.cpp": "#include <ATen/ATen.h>\n"},
         {"core/agent/x_torch.h": '#include "torch/types.h"\n'}],
        [{"core/agent/x_torch.cpp": "#include <torch/types.h>\n"}]),
    "charts_outside": (
        [{"ui/charts/a.cpp": "#include <QChartView>\n#include <QtCharts/QLineSeries>\n", "ui/views/b.cpp": "#include <QLineSeries>\n"},
         {"app/a.cpp": "#include <QtCharts/QChart>\n"}],
        [{"ui/charts/a.cpp": "#include <QChart>\n#include <QValueAxis>\n", "ui/views/b.cpp": "#include <QWidget>\n"}]),
    "translation_outside": (
        [{"core/runtime/a.cpp": 'auto t = tr("text");\n'}, {"core/runtime/a.cpp": 'auto t = QObject::tr("text");\n'}],
        [{"ui/a.cpp": 'auto t = tr("text");\n'}, {"core/base/a.cpp": '// tr("text")\nstr(1); q.tr(2);\n'}]),
    "undocumented_class": (
        [{"core/base/a.h": "class A {"}, {"ui/models/a.h": "/// Words.\n\nclass A final : public B {"},
         {"core/base/a.h": "// plain\nclass [[nodiscard]] A {"}],
        [{"core/base/a.h": "/// Words.\ntemplate <class T>\nclass A {"}, {"core/base/a.h": "class A;\n"},
         {"core/base/a.cpp": "class A {"}, {"core/base/a.h": "/// Words.\nclass A final : public B {"}]),
    "missing_licence": (
        [{"core/base/a.h": "#pragma once\n"}, {"packaging/run": "#!/bin/sh\necho\n"},
         {"core/base/a.cpp": "\n" + SPDX}],
        [{"core/base/a.h": SPDX}, {"packaging/run": "#!/bin/sh\n#" + SPDX[2:]}, {"core/base/CMakeLists.txt": "x\n"}]),
    "too_long": ([{"core/base/a.h": "\n" * 501}], [{"core/base/a.h": "\n" * 500}]),
    "link_upward": (
        [{"core/load/CMakeLists.txt": "trimtab_library(load PUBLIC Trimtab::cluster)\n"},
         {"core/load/CMakeLists.txt": "trimtab_library(load PUBLIC Qt6::Core)\n"},
         {"core/runtime/CMakeLists.txt": "trimtab_library(runtime PRIVATE Qt6::Widgets)\n"},
         {"core/runtime/CMakeLists.txt": "trimtab_library(runtime PRIVATE Trimtab::ui_text)\n"}],
        [{"core/cluster/CMakeLists.txt": "trimtab_library(cluster PUBLIC Trimtab::load Trimtab::base)\n"},
         {"core/runtime/CMakeLists.txt": "trimtab_library(runtime PUBLIC Qt6::Core Trimtab::results)\n"},
         {"tests/core/load/CMakeLists.txt": "trimtab_test(a LIBS Trimtab::training)\n"}]),
    "vague_name": (
        [{"core/base/string_utils.h": SPDX}, {"ui/helpers/a.cpp": SPDX}, {"core/base/a.h": "class RunManager {};\n"}],
        [{"ui/views/a.h": "class QNetworkAccessManager;\n"}, {"core/base/utilization.h": SPDX}]),
    "qt_keyword": (
        [{"ui/views/a.h": "  private slots:\n"}, {"ui/views/a.h": "  signals:\n"}, {"ui/views/a.cpp": "emit changed(1);\n"}],
        [{"ui/views/a.h": "  public Q_SLOTS:\n  Q_SIGNALS:\n"}, {"ui/views/a.cpp": "Q_EMIT changed(); int slots = 3; // emit it (now)\n"}]),
}


class EveryRule(unittest.TestCase):
    def test_has_cases(self):
        self.assertEqual({rule.__name__ for rule in rules.RULES}, set(CASES))

    def test_refuses(self):
        for name, (refused, _) in CASES.items():
            for tree in refused:
                with self.subTest(rule=name, tree=tree):
                    self.assertEqual(len(list(getattr(rules, name)(tree))), 1)

    def test_lets_pass(self):
        for name, (_, passed) in CASES.items():
            for tree in passed:
                with self.subTest(rule=name, tree=tree):
                    self.assertEqual(list(getattr(rules, name)(tree)), [])


if __name__ == "__main__":
    sys.exit(unittest.main())
