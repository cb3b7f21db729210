# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources as text by path, and the few readings of them that several rules share."""
import re
from pathlib import Path

ROOTS = ("app", "core", "ui", "tests", "packaging")
SCRIPTS = ("packaging/run", "packaging/check", ".ci/run")
SUFFIXES = (".h", ".cpp", ".py", ".bash", ".sh")

# Lowest first: a folder includes and links only folders before it.
CORE_LAYERS = ("base", "telemetry", "statistics", "config", "load", "cluster", "environment", "agent", "training",
               "results", "cluster_api", "runtime")
QT_FREE = CORE_LAYERS[:CORE_LAYERS.index("cluster_api")]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def read_tree(root):
    """{path relative to `root`: text} of every source, script and CMakeLists.txt."""
    root = Path(root)
    files = [root / name for name in SCRIPTS if (root / name).is_file()]
    for folder in ROOTS:
        files += [path for path in (root / folder).rglob("*")
                  if path.is_file() and (path.suffix in SUFFIXES or path.name == "CMakeLists.txt")]
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def is_cpp(path):
    return path.endswith((".h", ".cpp"))


def folder_of(path):
    """"core/load", "ui/charts", "app/cli": the folder that stands for a layer; None outside app, core and ui."""
    parts = path.split("/")
    if parts[0] == "app":
        return "app"
    if parts[0] in ("core", "ui") and len(parts) > 2:
        return "/".join(parts[:2])
    return None


def rank_of(path):
    """The height of a file's layer; None outside app, core and ui."""
    parts = path.split("/")
    if parts[0] == "core" and len(parts) > 2 and parts[1] in CORE_LAYERS:
        return CORE_LAYERS.index(parts[1])
    return {"ui": len(CORE_LAYERS), "app": len(CORE_LAYERS) + 1}.get(parts[0])


def in_qt_free_ring(path):
    return path.startswith(tuple(f"core/{layer}/" for layer in QT_FREE))


def includes(text):
    """(line, target, quoted) of every #include."""
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start(2)) + 1, match.group(2), match.group(1) == '"'


LITERAL_OR_COMMENT = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-zA-Z_])\'(?:\\.|[^\'\\\n])*\'',
    re.DOTALL)


def code_of(text):
    """The C++ text with comments and literals blanked; line numbers stay."""
    return LITERAL_OR_COMMENT.sub(lambda match: "\n" * match.group(0).count("\n") or " ", text)


def find_cycle(edges):
    """One cycle of a graph {node: iterable of nodes} as a list that ends where it began, or None."""
    state = {}

    def visit(node, trail):
        state[node] = "open"
        for target in sorted(edges.get(node, ())):
            if state.get(target) == "open":
                return trail[trail.index(target):] + [target]
            if target not in state:
                cycle = visit(target, trail + [target])
                if cycle:
                    return cycle
        state[node] = "done"
        return None

    for node in sorted(edges):
        if node not in state:
            cycle = visit(node, [node])
            if cycle:
                return cycle
    return None
