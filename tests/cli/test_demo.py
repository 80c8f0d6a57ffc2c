"""`demo`: the whole job, in a library of its own or the one named; again without losing the first; the window last."""

from __future__ import annotations

import contextlib
import io
import json
import os
import stat
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.cli.calling import CLOCK, ask, call
from workbench.base.places import LIBRARY_VARIABLE
from workbench.cli.demo import wants_window
from workbench.cli.main import run


@dataclass(frozen=True)
class Runs:
    """The demo twice: at first, and again in the same folder."""

    folder: Path
    own: Path
    text: str
    steps: str
    opened: list[str]
    again: dict[str, Any]

    @property
    def library(self) -> Path:
        """The library inside the first folder."""
        return self.folder / "library.sla"


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    top = tmp_path_factory.mktemp("demo")
    folder, own = top / "deep" / "demo", top / "own.sla"
    out, err = io.StringIO(), io.StringIO()
    opened: list[str] = []

    def window(place: str) -> int:
        opened.append(place)
        return 7

    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(err):
        patch.setenv(LIBRARY_VARIABLE, str(own))
        patch.delenv("CI", raising=False)
        patch.setenv("DISPLAY", ":99")
        code = run(["demo", "--out", str(folder)], out=out, clock=CLOCK, window=window)
        assert code == 7  # the window's
        again = call("--json", "demo", "--out", folder).document
        yield Runs(folder, own, out.getvalue(), err.getvalue(), opened, again)


def test_it_ends_in_the_window_on_the_library_it_made(runs: Runs) -> None:
    assert runs.opened == [str(runs.library)]


def test_the_persons_own_library_is_never_touched(runs: Runs) -> None:
    assert not runs.own.exists()
    assert runs.library.exists()


def test_it_prints_the_scorecard_and_where_everything_is(runs: Runs) -> None:
    for label in ("M-1", "S-3", "J-2"):
        assert f"\n{label} " in runs.text
    for word in ("met", "missed", "on track", "at risk", "few leads", "no measure", "not due"):
        assert word in runs.text
    for name in ("agreement.pdf", "agreement-signed.pdf", "crm_export.xlsx", "identities/marta-lindgren.p12"):
        assert name in runs.text
        assert (runs.folder / name).is_file()
    assert str(runs.library) in runs.text
    assert "Marta Lindgren and Femke de Vries: valid" in runs.text
    assert "Signed by Marta Lindgren as Marketing lead." in runs.steps


def test_pass_phrases_and_keys_are_readable_by_their_owner_alone(runs: Runs) -> None:
    files = sorted((runs.folder / "identities").iterdir())
    assert [file.name for file in files] == [
        "femke-de-vries.p12", "femke-de-vries.txt", "marta-lindgren.p12", "marta-lindgren.txt",
    ]  # fmt: skip
    assert os.name == "nt" or {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    words = {file.read_text("utf-8") for file in files if file.suffix == ".txt"}
    assert len(words) == 2
    assert all(len(one.strip()) >= 20 for one in words)
    assert "passphrases stand beside them" in runs.text


def test_a_second_run_replaces_the_files_and_adds_an_agreement(runs: Runs) -> None:
    title = "Brackwald: marketing and sales 2026"
    listed = {one["title"]: one["id"] for one in ask(runs.library, "list")["agreements"]}
    assert set(listed) == {title, f"{title} (2)"}
    assert (runs.again["title"], runs.again["agreement"]) == (f"{title} (2)", listed[f"{title} (2)"])
    assert {one["status"] for one in ask(runs.library, "list")["agreements"]} == {"in_force"}
    signed = call("--library", runs.library, "--json", "verify", runs.folder / "agreement-signed.pdf")
    assert (signed.code, signed.document["agreement"]["id"]) == (0, runs.again["agreement"])
    assert [one["role"] for one in signed.document["signatures"]] == ["Marketing lead", "Sales lead"]
    assert ask(runs.library, "check", listed[title])["results"]
    assert ask(runs.library, "doctor")["ok"]


def test_its_json_says_where_everything_is_and_opens_no_window(runs: Runs) -> None:
    answer = runs.again
    assert set(answer) >= {"folder", "library", "agreement", "version", "hash", "files", "verdict", "import", "check"}
    assert answer["import"]["added"] == 1506
    assert len(answer["check"]["results"]) == 139
    assert all(Path(answer["files"][name]).is_file() for name in ("pdf", "signed", "export", "tracker", "report"))
    assert json.dumps(answer)
    assert len(runs.opened) == 1


def test_the_report_is_of_the_last_month_that_is_over(runs: Runs) -> None:
    report = Path(runs.again["files"]["report"])
    with closing(pypdfium2.PdfDocument(report)) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "May 2026" in text
    assert "judged by version 1, in force since 1 January 2026" in text
    assert report.name in runs.text


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [("linux", {}, False), ("darwin", {}, True), ("win32", {}, True), ("win32", {"CI": "1"}, False)],
)
def test_the_window_opens_where_a_person_sits(
    monkeypatch: pytest.MonkeyPatch, system: str, environment: dict[str, str], *, expected: bool
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "CI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for no_window, as_json in ((False, False), (True, False), (False, True)):
        given = Namespace(no_window=no_window, json=as_json)
        assert wants_window(given) is (expected and not no_window and not as_json)
