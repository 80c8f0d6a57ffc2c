"""What a stranger gets: the two commands, locks that hold, licences we may ship, a wheel that runs."""

from __future__ import annotations

import ast
import hashlib
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.support.checkout import ROOT, dev_program
from tests.support.processes import finish

LOCKS = [ROOT / "packaging" / name for name in ("requirements.txt", "requirements-dev.txt")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "Zlib",
    "MPL-2.0",  # file by file: we change none of theirs
    "LGPL-3.0-only",  # as replaceable libraries beside the program, which Qt's are
}  # fmt: skip
"""Licences of what we ship. GPL and AGPL would bind the whole program and are not among them."""

READ_BY_US = {
    "aiosignal": "Apache-2.0",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "rfc8785": "Apache-2.0",
}
"""The licences of packages whose metadata does not say it in SPDX's words."""


def pins(lock: Path) -> dict[str, tuple[Requirement, list[str]]]:
    """Each entry of a lock (a package may have one for each Python) and its hashes."""
    entries: dict[str, tuple[Requirement, list[str]]] = {}
    for entry in re.split(r"\n(?=\S)", lock.read_text("utf-8").strip()):
        head, *hashes = (line.strip().removesuffix("\\").strip() for line in entry.splitlines())
        entries[head] = Requirement(head), hashes
    return entries


# The locks


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_entry_of_a_lock_is_one_version_with_hashes_and_no_address(lock: Path) -> None:
    assert len(pins(lock)) > 30
    for entry, (requirement, hashes) in pins(lock).items():
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), entry
        assert hashes, entry
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each) for each in hashes), entry
    assert "://" not in lock.read_text("utf-8")


def test_tests_run_with_the_versions_that_are_shipped() -> None:
    runtime, dev = map(pins, LOCKS)
    assert {entry: dev.get(entry) for entry in runtime} == runtime


@pytest.mark.parametrize("marker", [{"python_full_version": "3.11.7"}, {"python_full_version": "3.13.0"}], ids=str)
def test_the_locks_hold_what_the_project_asks_for(marker: dict[str, str]) -> None:
    runtime, dev = map(pins, LOCKS)
    for asked, lock in ((PROJECT["project"]["dependencies"], runtime), (PROJECT["dependency-groups"]["dev"], dev)):
        for requirement in map(Requirement, asked):
            name = requirement.name.lower().replace("_", "-")
            fitting = [
                pin for pin, _ in lock.values() if pin.name == name and (not pin.marker or pin.marker.evaluate(marker))
            ]
            assert len(fitting) == 1, requirement
            version = str(fitting[0].specifier).removeprefix("==")
            assert requirement.specifier.contains(version), requirement


def test_qt_stays_at_the_version_that_does_not_abort() -> None:
    assert {"pyside6-essentials==6.11.3", "shiboken6==6.11.3"} <= pins(LOCKS[0]).keys()


def licence(name: str) -> str:
    """A package's licence, in SPDX's words."""
    said = importlib.metadata.metadata(name).json
    return READ_BY_US.get(name) or str(said.get("license_expression") or said.get("license") or "nothing")


def may_be_shipped(expression: str) -> bool:
    """Whether one of the alternatives of an SPDX expression asks for nothing that is not allowed."""
    return any(set(each.split(" AND ")) <= ALLOWED for each in expression.strip("()").split(" OR "))


def test_every_licence_we_ship_is_allowed() -> None:
    shipped = {pin.name for pin, _ in pins(LOCKS[0]).values() if not pin.marker or pin.marker.evaluate()}
    licences = {name: licence(name) for name in shipped}
    assert {name: said for name, said in licences.items() if not may_be_shipped(said)} == {}
    assert not may_be_shipped("AGPL-3.0-or-later")
    assert not may_be_shipped("MIT AND GPL-3.0-only")
    assert not may_be_shipped("nothing")


# The commands


def test_the_readme_names_the_commands_that_exist() -> None:
    named = set(re.findall(r"packaging/dev\.py (\w+)", (ROOT / "README.md").read_text("utf-8")))
    assert {"demo", "test"} <= named <= set(dev_program().COMMANDS)


def test_continuous_integration_runs_the_readmes_test_command() -> None:
    script = ROOT / ".ci" / "run"
    assert "CI=true" in script.read_text("utf-8")
    assert script.read_text("utf-8").strip().endswith("python3 packaging/dev.py test")
    assert os.name == "nt" or os.access(script, os.X_OK)


def test_without_a_command_the_commands_are_explained() -> None:
    run = finish([sys.executable, ROOT / "packaging" / "dev.py"], check=False)
    assert run.returncode == 1
    for name in dev_program().COMMANDS:
        assert re.search(rf"^  {name}\b.*\.$", run.stderr, re.MULTILINE), name


def test_an_old_python_reads_the_file_and_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse((ROOT / "packaging" / "dev.py").read_text("utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))
    with pytest.raises(SystemExit, match=r"^SLA Workbench needs Python 3\.11 or newer; this one is 3\.9\.18 \(.*\)\.$"):
        dev_program().main(["demo"])


def test_a_system_we_cannot_install_on_is_told_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "platform", "darwin")
    dev_program().prepare_system()
    said = capsys.readouterr().out
    assert said.startswith("Tests that need these will be skipped:\n")
    assert "  qpdf: qpdf, which checks the structure of a PDF. Install it with: brew install qpdf\n" in said
    assert "Xvfb" not in said


def wheel_of(folder: Path, name: str) -> Path:
    """A wheel with one empty module."""
    file = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr(f"{name}.py", "")
        wheel.writestr(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(f"{name}-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{name}-1.0.dist-info/RECORD", "")
    return file


def lock_of(*wheels: Path) -> str:
    """A lock that names files instead of versions."""
    return "".join(
        f"{file.name.split('-')[0]} @ {file.as_uri()} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"
        for file in wheels
    )


@pytest.mark.slow
def test_the_environment_follows_its_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dev = dev_program()
    root = tmp_path / "a checkout für Ada"
    runtime, development = root / "packaging/requirements.txt", root / "packaging/requirements-dev.txt"
    runtime.parent.mkdir(parents=True)
    (root / "workbench_stand_in.py").write_text("print('ours')\n")
    first, second, third = (wheel_of(tmp_path, name) for name in ("first", "second", "third"))
    runtime.write_text(lock_of(first))
    development.write_text(lock_of(first, second))
    monkeypatch.setattr(dev, "ROOT", root)
    monkeypatch.setattr(dev, "VENV", root / ".venv")

    def has(python: Path) -> list[str]:
        code = "import importlib.util as u; print([n for n in ('first', 'second', 'third') if u.find_spec(n)])"
        return [str(name) for name in ast.literal_eval(finish([python, "-c", code]).stdout)]

    python = dev.environment("runtime")
    assert has(python) == ["first"]
    assert finish([python, "-m", "workbench_stand_in"]).stdout == "ours\n"
    made = (root / ".venv" / "pyvenv.cfg").stat().st_mtime_ns
    assert has(dev.environment("dev")) == ["first", "second"]

    first.unlink()  # whatever is up to date is not installed again
    assert dev.environment("runtime") == dev.environment("dev") == python

    runtime.write_text(lock_of(third))
    assert has(dev.environment("runtime")) == ["first", "second", "third"]
    assert (root / ".venv" / "pyvenv.cfg").stat().st_mtime_ns == made

    runtime.write_text(lock_of(second).replace("sha256:", "sha256:" + "0" * 8)[:-9] + "\n")
    with pytest.raises(SystemExit, match="is not the one that was locked"):
        dev.environment("runtime")

    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nothing"))
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "1")
    runtime.write_text(f"rfc8785==0.1.4 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(SystemExit, match="The package index could not be reached"):
        dev.environment("runtime")


# The wheel


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built without a network and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (file,) = folder.glob("*.whl")
    with zipfile.ZipFile(file) as wheel:
        wheel.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_wheel_holds_every_file_of_ours(unpacked_wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "--", "workbench", "resources"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert len(tracked) > 100
    expected = {re.sub("^resources/", "workbench/_resources/", name) for name in tracked if (ROOT / name).exists()}
    held = {path.relative_to(unpacked_wheel).as_posix() for path in unpacked_wheel.rglob("*") if path.is_file()}
    assert expected - held == set()
    assert "workbench/_resources/schema/agreement-1.json" in held
    assert not {name for name in held if name.endswith(".pyc") or name.startswith(("tests/", "packaging/"))}


def test_the_wheel_runs_by_itself(unpacked_wheel: Path, tmp_path: Path) -> None:
    settings = {**os.environ, "PYTHONPATH": str(unpacked_wheel)}
    code = "import os, workbench.base.places as p; os.chdir('/'); print(p.resource('schema', 'agreement-1.json'))"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=settings, check=True, capture_output=True, text=True
    ).stdout
    assert Path(found.strip()).is_relative_to(unpacked_wheel)


def test_the_wheel_knows_its_commands(unpacked_wheel: Path, tmp_path: Path) -> None:
    settings = {**os.environ, "PYTHONPATH": str(unpacked_wheel)}
    run = subprocess.run(
        [sys.executable, "-m", "workbench", "--help"],
        cwd=tmp_path, env=settings, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    for command in ("demo", "new", "verify", "check"):
        assert re.search(rf"\b{command}\b", run.stdout), command
