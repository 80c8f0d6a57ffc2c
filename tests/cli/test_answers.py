"""What `--json` answers: exactly one document with the keys of semantics section 7, for every command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.cli.conftest import Shelf
from workbench.agreement.model import read_agreement
from workbench.base.places import resource
from workbench.cli.main import COMMANDS
from workbench.fields.codec import canonical
from workbench.services.exchange import content_of

Shape: TypeAlias = Any
"""A set of keys, a dict of keys with shapes, or a list with the shape of each of its items (at least one)."""

RESULT = {
    "commitment", "label", "kind", "by", "period", "status", "value", "target", "numerator", "denominator", "met",
    "late", "overdue", "pending", "excluded", "unknown", "median_seconds", "p90_seconds", "needs_missing",
}  # fmt: skip
ROW = {"lead_id", "period", "state", "reason", "start", "deadline", "event", "working_seconds"}
CHECK = {"as_of": None, "version": None, "rehearsal": None, "results": [RESULT]}
FILE = {"file", "sha256", "version", "hash"}
VERIFIED = {
    "verdict": None,
    "reasons": None,
    "signatures": [{"role", "name", "fingerprint", "signed_at", "intact", "identity", "time"}],
    "agreement": {"id", "version", "hash", "content_hash", "stored", "rendering"},
}
COMMITMENT = {
    "id", "label", "kind", "by", "to", "sentence", "measure", "operator", "target", "unit", "period", "scope", "clock",
    "minimum_sample", "tolerance", "needs", "path",
}  # fmt: skip

Words: TypeAlias = Callable[[Shelf], list[str | Path]]

ANSWERS: dict[str, tuple[Words, Shape]] = {
    "new": (lambda _: ["new", "Another", "--template", "b2b"], {"id"}),
    "list": (lambda _: ["list"], {"agreements": [{"id", "title", "status", "versions", "updated_at"}]}),
    "show": (lambda s: ["show", s.made.agreement], {"format", "title", "teams", "follow_up", "sign_off"}),
    "issues": (lambda s: ["issues", s.made.other], {"issues": [{"path", "severity", "code", "message"}]}),
    "commitments": (lambda s: ["commitments", s.made.agreement], {"commitments": [COMMITMENT]}),
    "version": (lambda s: ["version", s.made.agreement, "--note", "Again"], {"version", "hash", "content_hash"}),
    "history": (
        lambda s: ["history", s.made.agreement],
        {"versions": [{"version", "hash", "parent", "content_hash", "kind", "author", "message", "at"}]},
    ),
    "diff": (
        lambda s: ["diff", s.made.agreement, "1", "2"],
        {"changes": [{"path", "label", "change", "before", "after"}]},
    ),
    "pdf": (lambda s: ["pdf", s.made.agreement, "-o", s.folder / "a.pdf"], FILE | {"pages"}),
    "redline": (lambda s: ["redline", s.made.agreement, "1", "2", "-o", s.folder / "r.pdf"], FILE | {"pages"}),
    "report": (
        lambda s: ["report", s.made.agreement, "--period", "2026-01", "-o", s.folder / "r.pdf"], FILE | {"pages"},
    ),
    "calendar": (
        lambda s: ["calendar", s.made.agreement, "-o", s.folder / "a.ics"], {"file", "sha256", "entries"},
    ),
    "handout": (
        lambda s: ["handout", "cards", s.made.agreement, "-o", s.folder / "h.pdf"], {"file", "sha256", "pages"},
    ),
    "mappings": (lambda _: ["mappings"], {"mappings"}),
    "bundle": (lambda s: ["bundle", s.made.agreement, "-o", s.folder / "a.slaw"], FILE),
    "sign": (
        lambda s: ["sign", s.made.file("blank.pdf"), "--role", "Sales lead", "--identity", s.made.file("femke.p12"),
                   "--passphrase-file", s.made.file("passphrase.txt"), "-o", s.folder / "signed.pdf"],
        {"file", "role", "signer", "fingerprint"},
    ),
    "verify": (lambda s: ["verify", s.made.file("both.pdf")], VERIFIED),
    "receive": (lambda s: ["receive", s.made.agreement, s.made.file("both.pdf")], VERIFIED),
    "paper": (lambda s: ["paper", s.made.agreement], {"scans"}),
    "evidence": (
        lambda s: ["evidence", s.made.agreement, "--version", "1", "-o", s.folder / "record.pdf"], FILE | {"pages"},
    ),
    "inspect": (
        lambda s: ["inspect", s.made.file("leads.csv")],
        {
            **dict.fromkeys(("sheets", "sheet", "header_row", "vendor", "date_order", "timezone", "as_of", "notes")),
            "columns": [{"header", "field", "confidence", "samples"}],
        },
    ),
    "import": (
        lambda s: ["import", s.made.agreement, _with_a_bad_date(s)],
        {
            **dict.fromkeys(("batch", "added", "updated", "unchanged", "rejected", "skipped", "as_of")),
            "problems": [{"sheet", "row", "column", "value", "reason"}],
        },
    ),
    "check": (lambda s: ["check", s.made.agreement], CHECK),
    "check --rows": (lambda s: ["check", s.made.agreement, "--rows", "S-1"], CHECK | {"rows": [ROW]}),
    "doctor": (lambda _: ["doctor"], {"ok", "findings"}),
    # Not named in section 7, but one document each all the same
    "templates": (lambda _: ["templates"], {"templates": [{"id", "name", "summary"}]}),
    "set": (lambda s: ["set", s.made.agreement, "title", '"Other"'], {"id", "path", "revision", "saved_at"}),
    "identity": (
        lambda s: ["identity", "new", "--name", "Ines", "--email", "i@x.example", "--passphrase-file",
                   s.made.file("passphrase.txt"), "-o", s.folder / "ines.p12"],
        {"file", "name", "email", "fingerprint"},
    ),
    "imports": (lambda s: ["imports", s.made.agreement], {"imports": [{"batch", "source", "added", "as_of"}]}),
    "undo-import": (lambda s: ["undo-import", s.made.agreement, "1"], {"batch", "undone"}),
    "open": (lambda s: ["open", s.made.file("bundle.slaw")], {"id", "added", "known", "outcome"}),
    "backup": (lambda s: ["backup", "-o", s.folder / "copies"], {"file", "size"}),
    "library": (lambda s: ["library", "copy", s.library, s.folder / "b.sla"], {"source", "target", "rows"}),
}  # fmt: skip


def _with_a_bad_date(shelf: Shelf) -> Path:
    path = shelf.folder / "bad.csv"
    path.write_text(shelf.made.file("leads.csv").read_text("utf-8").replace("2026-01-08 13:30", "soon"), "utf-8")
    return path


def lacking(document: Any, shape: Shape, place: str = "") -> list[str]:
    """The places of a shape that a document lacks."""
    if shape is None:
        return []
    if isinstance(shape, list):
        if not isinstance(document, list) or not document:
            return [f"{place}[]"]
        return [one for index, item in enumerate(document) for one in lacking(item, shape[0], f"{place}[{index}]")]
    if not isinstance(document, dict):
        return [place or "document"]
    inner = shape if isinstance(shape, dict) else dict.fromkeys(shape)
    found = [f"{place}.{key}" for key in inner if key not in document]
    return found + [
        one for key in inner if key in document for one in lacking(document[key], inner[key], f"{place}.{key}")
    ]


@pytest.mark.parametrize("name", ANSWERS)
def test_json_is_one_document_with_the_keys_of_the_contract(shelf: Shelf, name: str) -> None:
    words, shape = ANSWERS[name]
    called = shelf.call("--json", *words(shelf))
    assert called.code == 0, called.err
    assert called.out.count("\n") == called.out.rstrip("\n").count("\n") + 1
    assert lacking(called.document, shape) == []


def test_what_is_lacking_is_found() -> None:
    assert lacking({"a": [{"b": 1}, {}]}, {"a": [{"b"}], "c": None}) == [".c", ".a[1].b"]
    assert lacking({"a": []}, {"a": [{"b"}]}) == [".a[]"]


@pytest.mark.parametrize("name", [name for name in ANSWERS if name not in {"receive", "sign"}])  # slow
def test_text_is_for_people_and_no_json(shelf: Shelf, name: str) -> None:
    words, _ = ANSWERS[name]
    called = shelf.call(*words(shelf))
    assert called.code == 0, called.err
    assert called.out.strip()
    if name != "show":  # the Agreement JSON is what is asked for
        with pytest.raises(ValueError, match=r"Expecting|Extra"):
            json.loads(called.out)


def test_show_is_the_canonical_agreement_json_of_draft_and_version(shelf: Shelf) -> None:
    first = shelf.ask("show", shelf.made.agreement, "--version", "1")
    assert first == json.loads(canonical(content_of(resource("practice", "agreement.json"))))
    assert first["follow_up"]["tiers"][0]["share"] == "0.85"
    assert shelf.ask("show", shelf.made.agreement)["follow_up"]["tiers"][0]["share"] == "0.9"
    assert canonical(read_agreement(shelf.call("show", shelf.made.agreement).out.encode())).decode() + "\n" == (
        shelf.call("show", shelf.made.agreement).out
    )


@pytest.mark.parametrize("name", ["agreement.json", "bundle.slaw", "blank.pdf", "both.pdf"])
def test_new_from_a_file_of_ours_is_the_identical_agreement(shelf: Shelf, name: str) -> None:
    source = shelf.made.file(name)
    version = "2" if name == "bundle.slaw" else "1"  # a bundle's draft is what was drafted last
    expected = shelf.ask("show", shelf.made.agreement, "--version", version)
    if name == "agreement.json":
        source = shelf.folder / name
        source.write_text(json.dumps(expected, indent=3), "utf-8")
    made = shelf.ask("new", expected["title"], "--from", source)["id"]
    assert shelf.ask("show", made) == expected


def test_every_command_is_tried_here_or_elsewhere() -> None:
    tried = {name.partition(" ")[0] for name in ANSWERS} | {"backtest", "demo", "merge", "restore", "tracker"}
    assert tried == {command.name for command in COMMANDS}


def test_values_are_of_the_kinds_the_contract_names(shelf: Shelf) -> None:
    for one in shelf.ask("check", shelf.made.agreement)["results"]:
        assert one["status"] in {
            "met", "missed", "on_track", "at_risk", "not_due", "too_little_data", "not_measurable",
        }  # fmt: skip
        assert one["value"] is None or isinstance(one["value"], int | float)
        assert isinstance(one["needs_missing"], list)
    changes = shelf.ask("diff", shelf.made.agreement, "1", "2")["changes"]
    assert [(one["path"], one["change"], one["before"], one["after"]) for one in changes] == [
        ("follow_up.tiers[a].share", "changed", "0.85", "0.9")
    ]


def test_a_metric_is_told_in_its_own_unit(shelf: Shelf) -> None:
    told = shelf.ask("commitments", shelf.made.agreement)["commitments"]
    units = {(one["kind"], one["unit"]) for one in told}
    assert {unit for kind, unit in units if kind == "metric"} == {"currency", "times", "percent"}
    assert ("volume", "leads") in units
    assert ("value", "currency") in units
    assert {unit for kind, unit in units if kind in {"response", "quality", "conversion"}} == {"share"}
