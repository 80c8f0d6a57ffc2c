"""Nothing that was acknowledged is lost: the program killed at any moment, the disk full in the middle."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.examples import content, fill
from tests.support import processes
from tests.support.checkout import ROOT
from workbench.base.clock import FixedClock, SystemClock
from workbench.base.errors import OutsideError
from workbench.storage.opening import open_library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal, and forks")


@pytest.fixture
def typist() -> Iterator[subprocess.Popen[str]]:
    program = Path(__file__).with_name("person_who_types.py")
    process = processes.start(
        [sys.executable, program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    yield process
    processes.stop(process)


def typed_until_killed(
    typist: subprocess.Popen[str], place: Path, seed: int, seconds: float, *, at_work: bool = True
) -> list[list[str]]:
    """Let somebody type and kill the program after a time; answers what was acknowledged, split into words.

    Args:
        typist: The program.
        place: The library.
        seed: Of what is typed.
        seconds: When to kill it.
        at_work: Counted from the moment the library is open, else from its start.
    """
    assert typist.stdin
    assert typist.stdout
    typist.stdin.write(f"{place} {seed}\n")
    typist.stdin.flush()
    child = int(typist.stdout.readline().split()[1])
    said = [typist.stdout.readline().split()] if at_work else []
    killer = threading.Timer(seconds, os.kill, (child, signal.SIGKILL))
    killer.start()
    for line in typist.stdout:
        said.append(line.split())
        if said[-1][0] == "ended":
            break
    killer.join()
    assert said[-1] == ["ended", "-9"]
    return said[:-1]


def look(place: Path) -> tuple[tuple[int, dict[str, str]] | None, set[str]]:
    """What somebody finds who knows only the file: the draft's revision and content, and the versions' hashes."""
    connection = sqlite3.connect(place)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'draft'").fetchone():
            assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
            return None, set()
        draft = connection.execute("SELECT revision, content FROM draft").fetchone()
        hashes = {sha256 for (sha256,) in connection.execute("SELECT hash FROM version")}
        return (draft[0], json.loads(draft[1])) if draft else None, hashes
    finally:
        connection.close()


def lost(said: list[list[str]], place: Path) -> list[str]:
    """What was acknowledged and is not there."""
    draft, hashes = look(place) if place.exists() else (None, set())
    problems = [f"version {words[2]}" for words in said if words[0] == "version" and words[2] not in hashes]
    drafts = [words for words in said if words[0] == "draft"]
    if any(words[0] == "made" for words in said) and draft is None:
        problems.append("the agreement")
    if drafts and draft:
        _, revision, seed, step = drafts[-1]
        found, title = draft[0], draft[1]["title"]
        # One more save may have reached the disk without the acknowledgement having been read.
        expected = {int(revision): f"{seed} {step}", int(revision) + 1: f"{seed} {int(step) + 1}"}
        if expected.get(found) != title:
            problems.append(f"draft {revision}: found {found} saying {title!r}")
    return problems


def kill_often(typist: subprocess.Popen[str], folder: Path, rounds: int, seed: int) -> int:
    """Kill the program again and again; answers how many acknowledgements there were."""
    draw = random.Random(seed)
    count, place, said = 0, folder / "library.sla", list[list[str]]()
    for number in range(rounds):
        if number % 5 == 0:
            place, said = folder / f"library {number}.sla", []
        new = typed_until_killed(
            typist,
            place,
            seed * 1000 + number,
            draw.uniform(0, 0.2),
            at_work=number % 5 > 0,  # else while it is made
        )
        count += len(new)
        said = [words for words in said if words[0] == "version"] + new
        assert lost(said, place) == [], f"round {number}"
        if number % 5 == 4:
            with open_library(str(place), SystemClock()) as library:
                assert library.examine().ok, library.examine().findings
    return count


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(
    typist: subprocess.Popen[str], tmp_path: Path
) -> None:  # fmt: skip
    assert kill_often(typist, tmp_path, 20, seed=1) > 100


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_nothing_acknowledged_is_lost_when_the_program_is_killed_very_often(
    typist: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert kill_often(typist, tmp_path, 400, seed=random.randrange(10**6)) > 2000


def test_a_save_that_never_reached_the_disk_would_be_noticed(path: Path, clock: FixedClock) -> None:
    """The judge is judged: what is claimed and not there is found."""
    with open_library(str(path), clock) as library:
        library.agreements.create(content("begun"), title="begun", actor="")
    assert lost([["made", "x"], ["draft", "2", "1", "1"]], path)
    assert lost([["version", "1", "0" * 64]], path)
    assert lost([["made", "x"]], path.with_name("nothing"))
    assert not lost([["made", "x"]], path)


def grow_until_full(place: str) -> None:
    """Runs in a child under a limit: saves until the disk says no, then frees some and goes on; says what happened."""
    with open_library(place, SystemClock()) as library:
        agreement = library.agreements.create(content("begun"), title="begun", actor="").id
        revision = 1
        try:
            while True:
                text = random.Random(revision).randbytes(30_000).hex()
                revision = library.drafts.save(
                    agreement, content(f"{revision}", text=text), seen=revision, title="x", keep=True
                ).revision
        except OutsideError as refusal:
            print("refused", refusal)
        print("draft", revision, library.drafts.get(agreement).revision, flush=True)
        ballast = Path(f"{place}.ballast")
        if ballast.exists():
            ballast.unlink()
            revision = library.drafts.save(agreement, content("after"), seen=revision, title="after").revision
            print("after", revision, library.examine().ok)


CHILD = "import sys, {0}; from tests.storage.test_durability import grow_until_full; {1}; grow_until_full(sys.argv[1])"


def run_child(prelude: str, place: Path, wrapper: list[str]) -> dict[str, str]:
    command = [*wrapper, sys.executable, "-c", CHILD.format("resource", prelude), str(place)]
    run = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    return dict(line.split(" ", 1) for line in run.stdout.splitlines())


def test_a_file_that_may_not_grow_is_told_and_keeps_what_it_had(path: Path) -> None:
    said = run_child("resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))", path, [])
    assert "refused to read or write" in said["refused"]
    revision = int(said["draft"].split()[0])
    assert said["draft"] == f"{revision} {revision}"
    with open_library(str(path), SystemClock()) as library:
        assert library.examine().ok
        assert library.drafts.get(library.agreements.all()[0].id).revision == revision


def can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    words = ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=1m", "none", "/mnt"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="a small disk of one's own cannot be mounted here")
def test_a_full_disk_is_told_and_once_it_has_space_again_saving_goes_on(tmp_path: Path) -> None:
    script = (
        'mount -t tmpfs -o size=3m none "$1" && head -c 300000 /dev/zero > "$1/library.sla.ballast" && shift && "$@"'
    )
    wrapper = ["unshare", "-rm", "sh", "-c", script, "sh", str(tmp_path)]
    said = run_child("0", tmp_path / "library.sla", wrapper)
    assert "is full" in said["refused"]
    assert "Free some space" in said["refused"]
    revision = int(said["draft"].split()[0])
    assert said["draft"] == f"{revision} {revision}"
    assert said["after"] == f"{revision + 1} True"


def test_a_full_disk_while_a_library_is_made_leaves_no_half_library(path: Path) -> None:
    program = (
        "import resource, sys; from workbench.base.clock import SystemClock\n"
        "from workbench.base.errors import OutsideError;"
        "from workbench.storage.opening import open_library; import workbench.storage.library;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "try:\n    open_library(sys.argv[1], SystemClock())\n"
        "except OutsideError as refusal:\n    print('refused', refusal)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("refused")
    assert look(path) == (None, set())
    with open_library(str(path), SystemClock()) as library:
        assert library.examine().ok


def test_a_killed_program_leaves_no_lock_behind(typist: subprocess.Popen[str], tmp_path: Path) -> None:
    place = tmp_path / "library.sla"
    typed_until_killed(typist, place, 1, 0.3)
    with open_library(str(place), SystemClock()) as library:
        fill(library, FixedClock(SystemClock().now()))
        assert library.examine().ok
