"""The shape of the program, read from its syntax trees: what may import what, and how long a piece may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "conceptgraph"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [path.relative_to(PACKAGE).as_posix() for path in MODULES]

# What every stage may import.
FOUNDATION = {"model", "config", "settings", "errors", "messages", "resources"}
FOUNDATION |= {"user_words", "characters", "packed", "cycles", "remembered"}
DIRECTION = {
    "passes": 1,
    "sums": 1,
    "corpus_passes": 2,
    "evidence_rows": 1,
    "quote_pass": 3,
    "pipeline": 4,
    "cli": 5,
    "__main__": 6,
}  # above the stages; each imports only what is below it
ALLOWED_IN = {
    "click": {"cli"},
    "rich": {"cli"},
    "jieba": {"segment"},
    "rjieba": {"segment"},
    "networkx": {"graph", "analyze", "write"},
    "pyvis": {"write/html_page/network"},
    "dask": {"backends"},
    "distributed": {"backends"},
    "matplotlib": {"write"},
    "pyarrow": {"write"},
    "opencc_pyo3": {"characters"},
}
LONGEST_MODULE = 400  # lines
LONGEST_FUNCTION = 50  # lines, docstring apart


def part_of(path: Path) -> str:
    """Return the stage, or other top-level part, to which a module belongs: its first name under the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import in line {node.lineno}"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_parts(path: Path) -> set[str]:
    """Return the parts of the package that a module imports."""
    names = (name.split(".") for name in imported(path))
    parts = {name[1] for name in names if name[0] == "conceptgraph" and len(name) > 1}
    return parts & {part_of(module) for module in MODULES}


def forbidden_parts(part: str) -> set[str]:
    """Return the parts that `part` must not import."""
    everything = {part_of(module) for module in MODULES} - {"__init__"}
    stages = everything - FOUNDATION - DIRECTION.keys()
    if part in FOUNDATION:
        return everything - FOUNDATION
    if part in DIRECTION:
        return {other for other, height in DIRECTION.items() if height >= DIRECTION[part]} - {part}
    return (stages | DIRECTION.keys()) - {part}


def test_the_package_is_found() -> None:
    assert {part_of(module) for module in MODULES} >= FOUNDATION


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_imports_point_down_and_siblings_do_not_meet(path: Path) -> None:
    assert own_parts(path) & forbidden_parts(part_of(path)) == set()


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_each_library_has_one_place(path: Path) -> None:
    module = path.relative_to(PACKAGE).with_suffix("").as_posix()
    used = {name.split(".")[0] for name in imported(path)} & ALLOWED_IN.keys()
    misplaced = {library for library in used if not {part_of(path), module} & ALLOWED_IN[library]}
    assert misplaced == set()


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_functions_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert {node.name: code_lines(node) for node in functions if code_lines(node) > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_pattern_is_possessive(path: Path) -> None:
    """Python before 3.11.5 matches ``(?:…)*+`` wrongly, so that another patch version would draw another graph."""
    assert re.search(r"[)\]}\w][*+?]\+", path.read_text(encoding="utf-8")) is None


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function without its docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or 0) - docstring.lineno + 1)
