"""The house keeps its shape: floors, doors, sizes, names."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "workbench").rglob("*.py"))
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "core"}


@pytest.mark.filterwarnings("ignore")  # the linter's own libraries
def test_floors_and_doors_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_top_level_is_fixed() -> None:
    shown = {p.name for p in ROOT.iterdir() if not p.name.startswith(".")} - {"build", "dist", "demo"}
    assert shown == {"workbench", "resources", "tests", "packaging", "pyproject.toml", "README.md"}


def test_files_stay_small() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {str(p): n for p, n in lengths.items() if n > 400} == {}
    assert statistics.median(n for p, n in lengths.items() if p.name != "__init__.py") <= 120


def test_classes_stay_small() -> None:
    large = {
        f"{path.name}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno + 1 > 250
    }
    assert large == {}


def test_names_say_something() -> None:
    assert [
        str(p) for p in SOURCES if p.stem in NAMES_THAT_SAY_NOTHING or p.parent.name in NAMES_THAT_SAY_NOTHING
    ] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(p) for p in SOURCES if len(ast.get_docstring(ast.parse(p.read_text("utf-8"))) or "") < 30]
    assert silent == []


def test_broad_excepts_are_only_in_the_runner_and_the_hooks() -> None:
    allowed = {"runner.py", "hooks.py"}
    broad = [
        f"{path}:{node.lineno}"
        for path in SOURCES
        if path.name not in allowed
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]
    assert broad == []


def test_no_machine_path_or_registry_host_is_committed() -> None:
    import re
    import subprocess

    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    leak = re.compile(
        r"(?<![\w.])/(?:root|home/\w+|tmp)/|index-url|find-links|pythonhosted|registry\.npmjs", re.IGNORECASE
    )
    found = [
        f"{name}:{number}"
        for name in files
        if name.endswith((".py", ".toml", ".txt", ".md", ".json", ".sh", ".cfg"))
        and name != "tests/test_architecture.py"
        for number, line in enumerate((ROOT / name).read_text("utf-8").splitlines(), 1)
        if leak.search(line)
    ]
    assert found == []
