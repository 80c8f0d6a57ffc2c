"""The one door for whoever has just cloned this: `python3 packaging/dev.py demo` and `python3 packaging/dev.py test`.

Standard library only, and the same on Windows, macOS and Linux. Makes `.venv` beside the checkout from the hash-locked
requirements and hands on to the program, pytest or the lock's maker. Must not know what the program does.
"""

# Nothing here may use syntax newer than Python 3.7, or an old Python answers with a SyntaxError, not with a sentence.
from __future__ import annotations

import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {"runtime": "requirements.txt", "dev": "requirements-dev.txt"}
NO_TESTS = 5
"""pytest's exit code for "nothing was collected", which is no fault of a pass that looks for slow tests."""

NO_NETWORK = ("connection broken", "NewConnectionError", "ConnectTimeout", "ReadTimeout", "ProxyError", "SSLError")


# The environment


def environment(kind: str) -> Path:
    """The Python of `.venv`, made or brought up to date first.

    Args:
        kind: `runtime` for what the program needs, `dev` for that and what its tests need.

    Raises:
        SystemExit: It cannot be made; the text says why and what to do.
    """
    wanted = {
        name: hashlib.sha256((ROOT / "packaging" / file).read_bytes()).hexdigest() for name, file in LOCKS.items()
    }
    wanted["place"] = str(ROOT)
    stamp = VENV / "sla-workbench.json"
    python = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    runs = python.exists() and _says(python, "import sys; print(sys.version_info >= (3, 11))") == "True"
    have: dict[str, str] = json.loads(stamp.read_text("utf-8")) if runs and stamp.exists() else {}
    if all(have.get(name) == wanted[name] for name in (kind, "place")):
        return python
    if not runs:
        print("Making .venv ...", flush=True)
        _make(VENV)
    print(f"Installing packaging/{LOCKS[kind]} into .venv (once, about a minute) ...", flush=True)
    _install(python, ROOT / "packaging" / LOCKS[kind])
    # An import line instead of a bare path: a path in a .pth file is read in the machine's own encoding.
    site = Path(_says(python, "import sysconfig; print(sysconfig.get_path('purelib'))"))
    (site / "sla-workbench.pth").write_text(f"import sys; sys.path.append({str(ROOT)!a})\n", "ascii")
    done = wanted if kind == "dev" else {name: wanted[name] for name in ("runtime", "place")}
    stamp.write_text(json.dumps(done), "utf-8")
    return python


def _says(python: Path, code: str) -> str:
    """What a line of Python prints; empty when that Python does not run any more."""
    try:
        run = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return run.stdout.strip() if run.returncode == 0 else ""


def _make(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)], capture_output=True, text=True, check=False
    )
    if run.returncode:
        tail = (run.stdout + run.stderr).strip()
        cure = "Install it with `apt-get install python3-venv`." if "ensurepip" in tail else "See the lines above."
        raise SystemExit(f"{tail}\n\nThis Python cannot make a virtual environment. {cure}")


def _install(python: Path, lock: Path) -> None:
    """Install exactly what the lock names; the index is whatever pip's own configuration says."""
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-compile"]
    command += ["--only-binary", ":all:", "--require-hashes", "-r", str(lock)]
    run = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False
    )
    if run.returncode:
        tail = "\n".join(run.stdout.strip().splitlines()[-12:])
        raise SystemExit(f"{tail}\n\n{_reason(run.stdout)}")


def _reason(output: str) -> str:
    """Why pip failed, in a sentence, with what to do."""
    if any(word in output for word in NO_NETWORK):
        return "The package index could not be reached. Check the network, and where pip looks: `pip config list`."
    if "DO NOT MATCH THE HASHES" in output:
        return "A package that was downloaded is not the one that was locked. Nothing of it was installed; try again."
    if "No space left" in output:
        return "The disk is full. Make about 1 GB of room beside this checkout and try again."
    if "No matching distribution" in output:
        return "The package index lacks a locked package for this system or this Python; the lines above name it."
    return "pip could not install the requirements; its last lines are above."


# What the tests need from the system


def prepare_system() -> None:
    """Install what the tests need beside Python on Debian as root; elsewhere name what is missing."""
    import tomllib  # noqa: PLC0415  (an old Python has none, and must get as far as the sentence that says so)

    needs: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "packaging/system.toml").read_text("utf-8"))
    if shutil.which("dpkg-query"):
        _prepare_debian([package for need in needs.values() for package in need["debian"]])
        return
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, "")
    missing = [
        f"  {name}: {need['what']}. {'Install it with: ' + need[system] if system else ''}".rstrip()
        for name, need in needs.items()
        if name != "libraries" and need.get("only", sys.platform) == sys.platform and not find(name, need)
    ]
    if missing:
        print("Tests that need these will be skipped:", *missing, sep="\n", flush=True)


def find(name: str, need: dict[str, Any]) -> str | None:
    """Where a program is: on the search path or in one of its usual places; None when it is missing."""
    places = [match for place in need.get("places", ()) for match in glob.glob(place)]  # noqa: PTH207  (absolute ones)
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(places))


def _prepare_debian(packages: list[str]) -> None:
    # A newer Debian calls some of them otherwise and says so: libglib2.0-0t64 provides libglib2.0-0.
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}, ${Provides}\n"]
    known = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    lists = [line.split(" ", 1)[1] for line in known if line.startswith("installed ")]
    here = {name.split()[0] for each in lists for name in each.split(",") if name.strip()}
    missing = [package for package in packages if package not in here]
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if sys.platform == "win32" or os.geteuid() != 0:
        print(f"Tests that need these will be skipped; install them with:\n  sudo {' '.join(command)}", flush=True)
        return
    print("Installing what the tests need from the system:", " ".join(missing), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        run = subprocess.run(
            step, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False
        )
        if run.returncode:
            tail = "\n".join(run.stdout.strip().splitlines()[-8:])
            print(f"{tail}\n`{' '.join(step)}` failed; the tests will say what they miss.", flush=True)


# The commands


def demo(words: list[str]) -> int:
    """Do the whole job on a practice company; print the scorecard and where the files are.

    demo [--out DIR]
    """
    chosen = words if any(word.split("=")[0] == "--out" for word in words) else ["--out", str(ROOT / "demo"), *words]
    return _run([str(environment("runtime")), "-m", "workbench", "demo", *chosen])


def run(words: list[str]) -> int:
    """Start the program, in its window or with a command of its own.

    run [ARGUMENTS]
    """
    return _run([str(environment("runtime")), "-m", "workbench", *words])


def test(words: list[str]) -> int:
    """Run the tests; the slow ones too with --all or when CI=true.

    test [--all] [PYTEST ARGUMENTS]
    """
    python = environment("dev")
    prepare_system()
    chosen = [word for word in words if word != "--all"]
    # Whoever picks tests wants to see them at once: workers cost two seconds and swallow a debugger.
    workers = [] if chosen else ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile"]
    pytest = [str(python), "-m", "pytest", *workers, *chosen]
    result = _run(pytest, ROOT)
    if "--all" in words or (not chosen and os.environ.get("CI") == "true"):
        print("\nSecond pass: the slow ones.", flush=True)
        slow = _run([*pytest, "-m", "slow and not benchmark", "--hypothesis-profile", "thorough"], ROOT)
        result = result or (0 if slow == NO_TESTS else slow)
    return result


def bench(words: list[str]) -> int:
    """Print ratios, each measured side by side in this one run; assert nothing about time.

    bench [NAMES]
    """
    chosen = ["-k", " or ".join(words)] if words else []
    python = str(environment("dev"))
    return _run([python, "-m", "pytest", "tests/benchmarks", "-m", "benchmark", "-q", "-p", "no:xdist", *chosen], ROOT)


def lock(words: list[str]) -> int:
    """Make the two lock files again, e.g. with --upgrade.

    lock [UV ARGUMENTS]
    """
    return _run([sys.executable, str(ROOT / "packaging/lock.py"), *words], ROOT)


COMMANDS: dict[str, Callable[[list[str]], int]] = {each.__name__: each for each in (demo, test, bench, run, lock)}


def _run(command: list[str], folder: Path | None = None) -> int:
    return subprocess.run(command, cwd=folder, check=False).returncode


def main(words: list[str]) -> int:
    """Run the command named first.

    Raises:
        SystemExit: There is no such command, this Python is too old, or the environment cannot be made.
    """
    if sys.version_info < (3, 11):  # noqa: UP036  (whoever has an older one gets a sentence)
        found = ".".join(str(number) for number in sys.version_info[:3])
        raise SystemExit(f"SLA Workbench needs Python 3.11 or newer; this one is {found} ({sys.executable}).")
    command = COMMANDS.get(words[0]) if words else None
    if command is None:
        about = ((each.__doc__ or "").split("\n\n") for each in COMMANDS.values())
        lines = (f"  {usage.strip():32}{purpose}" for purpose, usage in about)
        raise SystemExit("\n".join(["python3 packaging/dev.py COMMAND", *lines]))
    try:
        return command(words[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
