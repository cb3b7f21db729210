# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the tree. Each takes {path: text} and yields "path:line: what is wrong" lines."""
import re

from source_tree import (code_of, find_cycle, folder_of, in_qt_free_ring, includes, is_cpp, rank_of)

QT_INCLUDE = re.compile(r"^(Q[A-Z]\w*|Qt\w*/.+|qt\w*keychain/.+|keychain\.h)$")
TORCH_INCLUDE = re.compile(r"^(torch|ATen|c10|caffe2)/")
CHARTS_INCLUDE = re.compile(
    r"^(QtCharts/.+|QtCharts|Q(Polar)?Chart(View)?|Q(Line|Spline|Scatter|Area|XY|Bar|Pie|Abstract)Series|QBarSet"
    r"|Q(Value|LogValue|DateTime|Category|BarCategory|Abstract)Axis|QLegend(Marker)?)$")
GUI_IN_CORE = re.compile(r"Qt6?::(Gui|Widgets|Charts|Svg|SvgWidgets|OpenGL|OpenGLWidgets|PrintSupport)\b")
ANY_QT_LINK = re.compile(r"\bQt6?(::|Keychain)\w*")
QT_KEYWORD = re.compile(r"\b(?:public|protected|private)\s+slots\b|^[ \t]*(?:signals|slots)\s*:(?!:)|\bemit\s+[\w:.>-]+\s*\(",
                        re.MULTILINE)
TRANSLATION = re.compile(r"(?<![\w.>])(?:\w+::)?(?:tr|trUtf8|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\(|\bQCoreApplication::translate\b")
VAGUE_PATH = re.compile(r"(?:^|[/_.])(utils?|helpers?|manager)(?:[/_.]|$)")
VAGUE_TYPE = re.compile(r"\b(?:class|struct)\s+((?!Q)\w*?(?:Utils?|Helpers?|Manager))\b")
LINE_LIMIT = 500


def line_of(text, match):
    return text.count("\n", 0, match.start()) + 1


def upward_include(tree):
    """A folder includes only folders below it, and every include is spelt from the root."""
    for path, text in tree.items():
        if not is_cpp(path):
            continue
        for line, target, quoted in includes(text):
            if quoted and f"{path.rpartition('/')[0]}/{target}" in tree:
                yield f"{path}:{line}: include \"{target}\" by its path from the repository's root"
            if None not in (rank_of(path), rank_of(target)) and rank_of(target) > rank_of(path):
                yield f"{path}:{line}: includes {target}, which stands above it"


def include_cycle(tree):
    """Neither folders nor headers include each other in a circle."""
    folders, headers = {}, {}
    for path, text in tree.items():
        if not is_cpp(path):
            continue
        for _, target, _ in includes(text):
            here, there = folder_of(path), folder_of(target)
            if here and there and here != there:
                folders.setdefault(here, set()).add(there)
            if path.endswith(".h") and target in tree:
                headers.setdefault(path, set()).add(target)
    for graph in (folders, headers):
        cycle = find_cycle(graph)
        if cycle:
            yield f"{cycle[0]}:0: includes itself through {' -> '.join(cycle)}"


def qt_in_ring(tree):
    """The Qt-free ring includes no Qt header."""
    for path, text in tree.items():
        if is_cpp(path) and in_qt_free_ring(path):
            for line, target, _ in includes(text):
                if QT_INCLUDE.match(target):
                    yield f"{path}:{line}: includes {target}: no Qt below core/cluster_api"


def torch_outside(tree):
    """Only core/agent/*_torch.cpp include LibTorch."""
    for path, text in tree.items():
        if is_cpp(path) and not re.fullmatch(r"core/agent/\w+_torch\.cpp", path):
            for line, target, _ in includes(text):
                if TORCH_INCLUDE.match(target):
                    yield f"{path}:{line}: includes {target}: LibTorch belongs to core/agent/*_torch.cpp"


def charts_outside(tree):
    """One ui file includes Qt Charts, and nothing else does."""
    users = {}
    for path, text in sorted(tree.items()):
        if is_cpp(path):
            for line, target, _ in includes(text):
                if CHARTS_INCLUDE.match(target):
                    users.setdefault(path, (line, target))
    inside = [path for path in users if path.startswith("ui/")]
    for path, (line, target) in users.items():
        if path not in inside[:1]:
            yield f"{path}:{line}: includes {target}: Qt Charts belongs to one file of ui/charts"


def translation_outside(tree):
    """tr() stands only in ui and app."""
    for path, text in tree.items():
        if is_cpp(path) and path.startswith("core/"):
            for match in TRANSLATION.finditer(code_of(text)):
                yield f"{path}:{line_of(code_of(text), match)}: tr() belongs to ui and app"


def missing_licence(tree):
    """The first line (the second after #!) names the licence."""
    for path, text in tree.items():
        if path.endswith("CMakeLists.txt"):
            continue
        lines = text.split("\n")
        first = lines[1] if lines[0].startswith("#!") and len(lines) > 1 else lines[0]
        if not re.fullmatch(r"(//|#) SPDX-License-Identifier: GPL-3\.0-or-later", first):
            yield f"{path}:1: the SPDX-License-Identifier line is missing"


def too_long(tree):
    """No file passes the limit."""
    for path, text in tree.items():
        if text.count("\n") > LINE_LIMIT:
            yield f"{path}:{LINE_LIMIT + 1}: {text.count(chr(10))} lines; split it, the limit is {LINE_LIMIT}"


def link_upward(tree):
    """A CMake target links only targets of folders below it, and core links no library of the screen."""
    for path, text in tree.items():
        if not path.endswith("CMakeLists.txt") or rank_of(path) is None:
            continue
        for number, line in enumerate(text.split("\n"), 1):
            line = line.split("#")[0]
            for name in re.findall(r"(?:Trimtab::|\btrimtab_)(\w+)", line):
                above = rank_of(f"core/{name}/x")
                if above is not None and above > rank_of(path):
                    yield f"{path}:{number}: links {name}, which stands above it"
                if path.startswith("core/") and name.startswith(("ui_", "app")):
                    yield f"{path}:{number}: links {name}, which stands above it"
            if path.startswith("core/") and GUI_IN_CORE.search(line):
                yield f"{path}:{number}: core links {GUI_IN_CORE.search(line).group(0)}"
            if in_qt_free_ring(path) and ANY_QT_LINK.search(line):
                yield f"{path}:{number}: the Qt-free ring links {ANY_QT_LINK.search(line).group(0)}"


def vague_name(tree):
    """No file or type is called utils, helpers or manager."""
    for path, text in tree.items():
        if VAGUE_PATH.search(path):
            yield f"{path}:0: name the file after what it does"
        if is_cpp(path):
            for match in VAGUE_TYPE.finditer(code_of(text)):
                yield f"{path}:{line_of(code_of(text), match)}: name {match.group(1)} after what it does"


def qt_keyword(tree):
    """Q_SIGNALS, Q_SLOTS and Q_EMIT instead of the macros that LibTorch's headers cannot bear."""
    for path, text in tree.items():
        if is_cpp(path):
            for match in QT_KEYWORD.finditer(code_of(text)):
                yield f"{path}:{line_of(code_of(text), match)}: write '{match.group(0).strip()}' with its Q_ form"


def undocumented_class(tree):
    """A class in a header says in a docstring what it is for, and by whom and in which thread it is used."""
    for path, text in tree.items():
        if not path.endswith(".h") or path.startswith("tests/"):
            continue
        lines = text.split("\n")
        for number, line in enumerate(lines):
            if not re.match(r"class\s+(\[\[\w+\]\]\s+)?\w+[^;]*\{", line):
                continue
            above = number - 1
            while above >= 0 and re.match(r"template\b|//[^/]", lines[above]):
                above -= 1
            if above < 0 or not lines[above].startswith("///"):
                yield f"{path}:{number + 1}: {line.split('{')[0].strip()} has no docstring above it"


RULES = (upward_include, include_cycle, qt_in_ring, torch_outside, charts_outside, translation_outside, missing_licence,
         too_long, link_upward, vague_name, qt_keyword, undocumented_class)
