"""How the command line is called: where its two switches stand, what help says, what shells and pipes get."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.cli.calling import call, refused
from tests.cli.conftest import Shelf
from tests.support.processes import Finished, finish
from workbench.base.places import LIBRARY_VARIABLE
from workbench.cli.main import COMMANDS

CONTRACT = """
    demo templates new list show set issues commitments version history diff pdf redline identity sign verify receive
    tracker inspect import imports undo-import check backtest report bundle open merge backup restore doctor library
""".split()  # noqa: SIM905  (words are read more easily than a list of them)
"""The commands of semantics section 6."""
MORE = ["calendar", "evidence", "handout", "mappings", "paper"]
"""Others that the product needs."""


def program(*words: str | Path, **environment: str) -> Finished:
    """The program as a shell starts it."""
    command = [sys.executable, "-m", "workbench", *map(str, words)]
    return finish(command, check=False, env={**os.environ, **environment})


def test_every_command_of_the_contract_is_there_and_no_other() -> None:
    assert sorted(command.name for command in COMMANDS) == sorted(CONTRACT + MORE)


def test_the_two_switches_stand_before_or_after_the_command(shelf: Shelf) -> None:
    library, known = str(shelf.library), shelf.made.agreement
    places = [
        ["--library", library, "--json", "history", known],
        ["--library", library, "history", known, "--json"],
        ["--json", "history", "--library", library, known],
        ["history", known, "--json", "--library", library],
        [f"--library={library}", "history", "--json", known],
    ]
    assert len({call(*words).out for words in places}) == 1
    assert call(*places[0]).document["versions"]
    assert call("history", known, "--library", library).out.startswith("NO")


def test_without_a_switch_the_library_of_the_environment_is_used(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(shelf.library))
    assert len(call("--json", "list").document["agreements"]) == 2
    assert call("--library", tmp_path / "other.sla", "--json", "list").document["agreements"] == []


def test_an_agreement_is_named_by_id_prefix_or_exact_title(shelf: Shelf) -> None:
    named = [shelf.made.agreement, shelf.made.agreement[:7], "Brackwald: marketing and sales 2026"]
    assert len({shelf.call("history", name).out for name in named}) == 1
    refused(shelf.call("history", "Brackwald"))  # half a title is none


def test_help_lists_every_command() -> None:
    called = call("--help")
    assert called.code == 0
    listed = dict(re.findall(r"^    (\S+) +(.+(?:\n {20,}.+)*)", called.out, re.MULTILINE))
    assert set(listed) >= set(CONTRACT)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(command: object) -> None:
    name = command.name  # type: ignore[attr-defined]  # a Command; pytest hands it on as an object
    called = call(name, "--help")
    assert called.code == 0
    assert called.out.startswith(f"usage: sla-workbench {name}")


def test_the_version_is_said() -> None:
    from workbench import __version__

    called = call("--version")
    assert (called.code, called.out) == (0, f"SLA Workbench {__version__}\n")


# As a shell sees it


def test_a_shell_gets_answer_messages_and_exit_code_apart(shelf: Shelf) -> None:
    good = program("--library", shelf.library, "--json", "version", shelf.made.other, "--note", "Half done")
    assert good.returncode == 0
    assert json.loads(good.stdout)["kind"] == "saved"
    assert "things stand against it" in good.stderr  # a message, beside the answer
    bad = program("--library", shelf.library, "--json", "show", "nowhere")
    assert (bad.returncode, bad.stdout) == (1, "")
    assert bad.stderr.count("\n") == 1
    wrong = program("--library", shelf.library, "show")
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_names_of_every_alphabet_go_through_a_pipe_with_a_small_one(tmp_path: Path) -> None:
    library = tmp_path / "l.sla"
    title = "Łódź → 日本 “x”"
    narrow = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}
    call("--library", library, "new", title)
    told = program("--library", library, "--json", "list", **narrow)
    assert told.returncode == 0
    assert json.loads(told.stdout)["agreements"][0]["title"] == title
    assert title in program("--library", library, "list", **narrow).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only here can a file's name be no text")
def test_a_file_name_that_is_no_text_is_told_as_json_can(shelf: Shelf) -> None:
    name = os.fsdecode(b"copy\xff.slaw")
    told = program("--library", shelf.library, "--json", "bundle", shelf.made.agreement, "-o", shelf.folder / name)
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["file"].endswith(name)


def test_a_reader_that_has_seen_enough_is_no_error(shelf: Shelf) -> None:
    import subprocess

    command = [sys.executable, "-m", "workbench", "--library", str(shelf.library), "show", shelf.made.agreement]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert b"Traceback" not in run.stderr.read()


def test_without_a_screen_the_window_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """Qt itself would end the process where it cannot draw."""
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    for words in ([], ["--library", tmp_path / "library.sla"], [tmp_path / "one.slaw"]):
        for environment in (nowhere, nowhere | {"DISPLAY": ":65123"}):
            done = program(*words, **environment)
            assert (done.returncode, done.stdout) == (1, "")
            assert done.stderr == (
                "There is no screen to open the window on. Start it where there is one, "
                "or name a command: see `sla-workbench --help`.\n"
            )
    assert list(tmp_path.iterdir()) == []
