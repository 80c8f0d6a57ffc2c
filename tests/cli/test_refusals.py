"""Refusals: exit code 1, nothing on standard output, one line on standard error that says what, where, what to do."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.cli.calling import call, refused
from tests.cli.conftest import Shelf
from tests.support import processes
from tests.support.waiting import until

Words: TypeAlias = Callable[[Shelf], list[str | Path]]


def a_pdf_of_others(shelf: Shelf) -> Path:
    import pikepdf

    path = shelf.folder / "invoice.pdf"
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(path)
    return path


def an_encrypted_workbook(shelf: Shelf) -> Path:
    """As Excel writes one with a passphrase: an OLE container that names an encrypted package."""
    path = shelf.folder / "secret.xlsx"
    names = "EncryptionInfo\0EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(4096))
    return path


def a_text(shelf: Shelf, name: str, text: str) -> Path:
    path = shelf.folder / name
    path.write_text(text, "utf-8")
    return path


def a_table(shelf: Shelf) -> Path:
    return shelf.made.file("leads.csv")


def mapped(shelf: Shelf, text: str) -> list[str | Path]:
    return ["import", shelf.made.agreement, a_table(shelf), "--mapping", a_text(shelf, "mapping.json", text)]


def signing(shelf: Shelf, file: Path, role: str = "Sales lead") -> list[str | Path]:
    return ["sign", file, "--role", role, "--identity", shelf.made.file("femke.p12"), "--passphrase-file",
            shelf.made.file("passphrase.txt"), "-o", shelf.folder / "out.pdf"]  # fmt: skip


def _workbook() -> Path:
    from workbench.base.places import resource

    return resource("practice", "crm_export.xlsx")


def _twins(shelf: Shelf) -> list[str | Path]:
    for _ in range(2):
        shelf.ask("new", "Twin")
    return ["show", "Twin"]


def _prefixes(shelf: Shelf) -> list[str | Path]:
    from tests.support.agreements import empty_agreement
    from workbench.services.workbench import open_workbench

    with open_workbench(str(shelf.library)) as bench:
        for last in "12":
            bench.shelf.create_from(
                empty_agreement(f"Number {last}"), agreement=f"aaaa0000-0000-4000-8000-00000000000{last}"
            )
    return ["show", "aaaa"]


REFUSALS: dict[str, tuple[Words, str]] = {
    "unknown id": (lambda _: ["show", "nowhere"], "nowhere"),
    "empty id": (lambda _: ["show", ""], "agreement"),
    "ambiguous title": (_twins, "Twin"),
    "ambiguous prefix": (_prefixes, "aaaa"),
    "unknown version": (lambda s: ["show", s.made.agreement, "--version", "9"], "9"),
    "no version yet": (lambda s: ["pdf", s.made.other, "-o", s.folder / "a.pdf"], "No version"),
    "diff of unknown": (lambda s: ["diff", s.made.agreement, "1", "7"], "7"),
    "version without a note": (lambda s: ["version", s.made.agreement, "--note", " "], "note"),
    "unknown template": (lambda _: ["new", "X", "--template", "none"], "none"),
    "new from a table": (lambda s: ["new", "X", "--from", a_table(s)], "leads.csv"),
    "new from a missing file": (lambda s: ["new", "X", "--from", s.folder / "no.json"], "no.json"),
    "new from a foreign pdf": (lambda s: ["new", "X", "--from", a_pdf_of_others(s)], "invoice.pdf"),
    "new without a title": (lambda _: ["new", "  "], "title"),
    "wrong path": (lambda s: ["set", s.made.agreement, "follow_up.tires[a].share", "1"], "tires"),
    "wrong row": (lambda s: ["set", s.made.agreement, "follow_up.tiers[q].share", '"0.5"'], "q"),
    "a row's key": (lambda s: ["set", s.made.agreement, "follow_up.tiers[a].key", '"b"'], "key"),
    "the format": (lambda s: ["set", s.made.agreement, "format", "2"], "format"),
    "wrong JSON": (lambda s: ["set", s.made.agreement, "title", "Northwind"], "Northwind"),
    "wrong type": (lambda s: ["set", s.made.agreement, "volumes.ceiling", '"many"'], "volumes.ceiling"),
    "outside the limits": (lambda s: ["set", s.made.agreement, "follow_up.tiers[a].share", '"25"'], "share"),
    "a language not there": (lambda s: ["pdf", s.made.agreement, "--lang", "xx", "-o", s.folder / "a.pdf"], "xx"),
    "a folder that is missing": (lambda s: ["pdf", s.made.agreement, "-o", s.folder / "no" / "a.pdf"], "a.pdf"),
    "a folder for a file": (lambda s: ["pdf", s.made.agreement, "-o", "."], "could not be written"),
    "a document over the library": (lambda s: ["pdf", s.made.agreement, "-o", s.library], "is a library"),
    "an original over the library": (
        lambda s: ["imports", s.made.agreement, "--original", "1", "-o", s.library], "is a library",
    ),
    "a document over a key": (lambda s: ["pdf", s.made.agreement, "-o", s.made.file("femke.p12")], "signing key"),
    "rejects over their file": (
        lambda s: ["import", s.made.agreement, a_table(s), "--rejects", a_table(s)], "made from",
    ),
    "rejects over the mapping": (lambda s: [*mapped(s, "{}"), "--rejects", s.folder / "mapping.json"], "made from"),
    "sign over the pass phrase": (
        lambda s: [*signing(s, s.made.file("blank.pdf"))[:-1], s.made.file("passphrase.txt")], "made from",
    ),
    "sign a foreign pdf": (lambda s: signing(s, a_pdf_of_others(s)), "no agreement of SLA Workbench"),
    "sign a table": (lambda s: signing(s, a_table(s)), "PDF"),
    "sign in an unknown role": (
        lambda s: signing(s, s.made.file("blank.pdf"), "Janitor"),
        "“Janitor”. Its roles are: Marketing lead, Sales lead.",
    ),
    "identity that is there": (
        lambda s: ["identity", "new", "--name", "A", "--email", "a@b.example", "--passphrase-file",
                   s.made.file("passphrase.txt"), "-o", s.made.file("femke.p12")],
        "femke.p12",
    ),
    "wrong passphrase": (
        lambda s: ["sign", s.made.file("blank.pdf"), "--role", "Sales lead", "--identity", s.made.file("femke.p12"),
                   "--passphrase-file", a_text(s, "wrong.txt", "something else"), "-o", s.folder / "x.pdf"],
        "pass",
    ),
    "receive an unsigned copy": (lambda s: ["receive", s.made.agreement, s.made.file("blank.pdf")], "unsigned"),
    "receive a foreign pdf": (
        lambda s: ["receive", s.made.agreement, a_pdf_of_others(s)], "carries no agreement",
    ),
    "verify a missing file": (lambda s: ["verify", s.folder / "no.pdf"], "no.pdf"),
    "inspect a folder": (lambda s: ["inspect", s.folder], "file"),
    "inspect a missing file": (lambda s: ["inspect", s.folder / "no.xlsx"], "no.xlsx"),
    "import a folder": (lambda s: ["import", s.made.agreement, s.folder], "file"),
    "import a missing file": (lambda s: ["import", s.made.agreement, s.folder / "no.xlsx"], "no.xlsx"),
    "import an encrypted workbook": (lambda s: ["import", s.made.agreement, an_encrypted_workbook(s)], "secret.xlsx"),
    "import a pdf": (lambda s: ["import", s.made.agreement, s.made.file("both.pdf")], "both.pdf"),
    "mapping that is missing": (
        lambda s: ["import", s.made.agreement, a_table(s), "--mapping", s.folder / "no.json"], "no.json",
    ),
    "mapping that is no JSON": (lambda s: mapped(s, "{"), "mapping.json"),
    "mapping that is a list": (lambda s: mapped(s, "[]"), "mapping.json"),
    "mapping with an unknown field": (lambda s: mapped(s, '{"columns": {"Lead ID": "nothing"}}'), "nothing"),
    "mapping with an unknown column": (lambda s: mapped(s, '{"columns": {"Moon": "email"}}'), "Moon"),
    "mapping with an unknown key": (lambda s: mapped(s, '{"colums": {}}'), "colums"),
    "mapping of the wrong type": (lambda s: mapped(s, '{"header_row": "first"}'), "header_row"),
    "mapping with an odd order": (lambda s: mapped(s, '{"date_order": "ydm"}'), "date_order"),
    "unknown sheet": (lambda s: ["import", s.made.agreement, _workbook(), "--sheet", "Sales"], "Sales"),
    "unknown profile": (lambda s: ["import", s.made.agreement, a_table(s), "--profile", "mine"], "mine"),
    "unknown zone": (lambda s: ["import", s.made.agreement, a_table(s), "--timezone", "Mars/Base"], "Mars/Base"),
    "undo an unknown import": (lambda s: ["undo-import", s.made.agreement, "12"], "12"),
    "rows of an unknown promise": (lambda s: ["check", s.made.agreement, "--rows", "S-99"], "S-99"),
    "open a table": (lambda s: ["open", a_table(s)], "not a bundle"),
    "bundle without a version": (lambda s: ["bundle", s.made.other, "-o", s.folder / "a.slaw"], "No version"),
    "restore a missing backup": (lambda s: ["restore", s.folder / "no.zip"], "no.zip"),
    "restore a table": (lambda s: ["restore", a_table(s)], "not a library"),
    "copy from nowhere": (lambda s: ["library", "copy", s.folder / "no.sla", s.folder / "b.sla"], "no.sla"),
    "copy onto something": (lambda s: ["library", "copy", s.library, a_table(s)], "leads.csv"),
    "demo over somebody's files": (
        lambda s: ["demo", "--out", a_text(s, "agreement-signed.pdf", "Mine.").parent, "--no-window"],
        "agreement-signed.pdf",
    ),
    "demo onto a file": (lambda s: ["demo", "--out", a_table(s), "--no-window"], "leads.csv"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_refusals_are_one_line_that_says_what_and_where(shelf: Shelf, name: str) -> None:
    words, says = REFUSALS[name]
    arguments = words(shelf)
    before = shelf.ask("history", shelf.made.agreement)
    called = shelf.call("--json", *arguments)
    assert says in refused(called)
    assert shelf.ask("history", shelf.made.agreement) == before


def test_without_json_refusals_are_the_same(shelf: Shelf) -> None:
    for words in (["show", "nowhere"], ["check", shelf.made.agreement, "--rows", "S-99"]):
        assert refused(shelf.call(*words)) == refused(shelf.call("--json", *words))


# The library itself


def test_a_library_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    assert "is a folder" in refused(call("--library", tmp_path, "list"))
    table = tmp_path / "leads.csv"
    table.write_text("Lead ID\n1\n" * 300, "utf-8")
    assert "leads.csv" in refused(call("--library", table, "list"))
    assert table.read_text("utf-8") == "Lead ID\n1\n" * 300
    assert refused(call("--library", tmp_path / "no" / "l.sla", "list"))


def test_a_newer_library_is_refused_and_left_alone(shelf: Shelf) -> None:
    with sqlite3.connect(shelf.library) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    before = shelf.library.read_bytes()
    said = refused(shelf.call("list"))
    assert "99" in said
    assert "newer" in said
    assert shelf.library.read_bytes() == before


@pytest.fixture
def held(shelf: Shelf) -> Iterator[Shelf]:
    """A library that another process has open."""
    program = (
        "import sys, pathlib\nfrom workbench.services.workbench import open_workbench\n"
        "with open_workbench(sys.argv[1]):\n"
        "    pathlib.Path(sys.argv[2]).touch()\n    sys.stdin.read()\n"
    )
    ready = shelf.folder / "ready"
    other = processes.start([sys.executable, "-c", program, shelf.library, ready], stdin=subprocess.PIPE)
    try:
        until(ready.exists, "the other process", 30)
        yield shelf
    finally:
        processes.stop(other)


def test_a_library_held_by_another_process_is_refused(held: Shelf) -> None:
    for words in (["list"], ["show", held.made.agreement], ["backup"], ["restore", held.made.file("leads.csv")]):
        said = refused(held.call(*words))
        assert str(held.library) in said or "leads.csv" in said
    assert "already open" in refused(held.call("list"))
    verified = held.call("verify", held.made.file("one.pdf"))  # the question stands without a library
    assert (verified.code, verified.err) == (1, "")
    assert "Verdict: incomplete" in verified.out


# Wrong usage


@pytest.mark.parametrize(
    "words",
    [
        ["frobnicate"], ["show"], ["show", "a", "b"], ["list", "--loud"], ["show", "a", "--version", "two"], ["--json"],
        ["version", "a"], ["pdf", "a"], ["identity", "old"], ["library", "move", "a", "b"], ["undo-import", "a", "x"],
        ["check", "a", "--period=2026", "--to", "2026-12-31"], ["check", "a", "--from", "2026-10-01", "--period=2026"],
        ["import", "a", "b", "--mapping", "m.json", "--profile", "mine"],
        ["pdf", "a", "--paper", "A3", "-o", "b"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_exits_with_two_and_says_how(words: list[str], tmp_path: Path) -> None:
    library = tmp_path / "l.sla"
    called = call("--library", library, *words)
    assert (called.code, called.out) == (2, "")
    assert "sla-workbench" in called.err
    assert not library.exists()


def test_a_version_is_not_compared_with_itself_or_with_one_that_is_not_there(shelf: Shelf) -> None:
    target = shelf.folder / "r.pdf"
    assert "compared with itself" in refused(shelf.call("redline", shelf.made.agreement, "1", "1", "-o", target))
    assert "no version 7" in refused(shelf.call("redline", shelf.made.agreement, "1", "7", "-o", target))
    assert not target.exists()


def test_a_report_needs_a_version_and_a_period_that_has_begun(shelf: Shelf) -> None:
    target = shelf.folder / "r.pdf"
    made = shelf.made

    def report(agreement: str, period: str) -> str:
        return refused(shelf.call("report", agreement, "--period", period, "-o", target))

    assert "No version of this agreement has been saved" in report(made.other, "2026-01")
    assert "2026-02 has not begun" in report(made.agreement, "2026-02")
    assert "Nothing was promised for 2019-01" in report(made.agreement, "2019-01")
    assert not target.exists()
