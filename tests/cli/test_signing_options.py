"""Options of `sign`: a picture, a time-stamp server that is not there, and each statement asked on a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.calling import refused
from tests.cli.conftest import Shelf
from workbench.services import keys

NOWHERE = "http://127.0.0.1:1/tsa"


def words(shelf: Shelf, *more: str | Path) -> list[str | Path]:
    return ["sign", shelf.made.file("blank.pdf"), "--role", "Sales lead", "--identity", shelf.made.file("femke.p12"),
            "--passphrase-file", shelf.made.file("passphrase.txt"), "-o", shelf.folder / "out.pdf", *more]  # fmt: skip


def test_a_time_stamp_that_cannot_be_had_is_refused_or_done_without_as_said(shelf: Shelf) -> None:
    called = shelf.call(*words(shelf, "--timestamp", NOWHERE))
    assert called.code == 1
    assert "cannot be reached" in called.err.splitlines()[-1]
    assert not (shelf.folder / "out.pdf").exists()
    called = shelf.call("--json", *words(shelf, "--timestamp", NOWHERE, "--or-without"))
    assert called.code == 0
    assert "Signed without a time stamp" in called.err
    assert json.loads(called.out)["timestamp"] is False
    (statement, *_) = [line for line in called.err.splitlines() if line.startswith("As Sales lead: ")]
    assert statement == "As Sales lead: I have read this document and had the time to ask questions."
    assert "With reservation: Tier UK" in called.err


def test_a_picture_that_is_none_is_refused_before_anything_is_signed(shelf: Shelf) -> None:
    picture = shelf.folder / "mark.png"
    picture.write_bytes(b"GIF89a")
    assert "picture" in refused(shelf.call(*words(shelf, "--image", picture)))
    Image.new("RGB", (60, 20), "white").save(picture)
    assert shelf.call(*words(shelf, "--image", picture)).code == 0


def test_on_a_terminal_each_statement_is_asked(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    answers = iter(["yes", "no"])
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    called = shelf.call(*words(shelf))
    assert called.code == 1
    assert "a statement was not accepted" in called.err
    assert not (shelf.folder / "out.pdf").exists()


def test_a_key_is_kept_listed_signed_with_and_handed_out(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "settings_folder", lambda: shelf.folder)
    phrase: list[str | Path] = ["--passphrase-file", shelf.made.file("passphrase.txt")]
    made = shelf.ask("identity", "keep", shelf.made.file("femke.p12"), *phrase)
    assert Path(made["file"]).parent == shelf.folder / "keys"
    (listed,) = shelf.ask("identity", "list")["identities"]
    assert (listed["name"], listed["fingerprint"]) == ("Femke de Vries", made["fingerprint"])
    for name in ("femke@brackwald.example", "Femke de Vries"):
        assert shelf.ask("identity", "export", name, *phrase, "-o", shelf.folder / f"{name}.p12")["name"]
    signed: list[str | Path] = [
        "sign",
        shelf.made.file("blank.pdf"),
        "--role",
        "Sales lead",
        *phrase,
        "-o",
        shelf.folder / "out.pdf",
    ]
    assert shelf.ask(*signed, "--identity", "femke@brackwald.example")["signer"] == "Femke de Vries"
    assert "“nobody”" in refused(shelf.call("identity", "export", "nobody", *phrase, "-o", shelf.folder / "x.p12"))
    record = shelf.ask("evidence", shelf.made.agreement, "--version", "1", "-o", shelf.folder / "record.json")
    assert record["version"] == 1
    told = json.loads((shelf.folder / "record.json").read_bytes())
    assert [line["kind"] for line in told["lines"]][-2:] == ["document.opened", "document.consented"]
