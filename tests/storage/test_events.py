"""The audit trail grows by one line for each thing that happens, in a chain anybody can compute."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.storage.examples import NOON
from workbench.base.errors import NotAllowedError
from workbench.storage.library import Library


def test_everything_that_happened_is_told_in_order(library: Library, filled: str) -> None:
    trail = library.events.all()
    assert [one.seq for one in trail] == list(range(1, len(trail) + 1))
    assert [one.kind for one in trail] == [
        "library.created", "agreement.created", "version.saved", "version.saved", "pin.first", "signature.recorded",
        "signature.recorded", "import.added", "total.imported", "import.added", "import.undone", "total.entered",
        "deliverable.attested", "row.settled",
    ]  # fmt: skip
    assert [one.seq for one in library.events.all(filled)] == [2, 3, 4, *range(6, len(trail) + 1)]
    assert [one.seq for one in library.events.all(after=12)] == [13, 14]


def test_saving_a_draft_is_no_event(library: Library, agreement: str) -> None:
    before = library.events.all()
    library.drafts.save(agreement, b'{"a":1}', seen=1, title="a")
    assert library.events.all() == before


def test_others_may_write_down_what_happened_outside(library: Library, agreement: str) -> None:
    event = library.events.append(
        "pdf.verified", " Ines ", agreement, {"verdict": "valid", "pages": 12, "roles": ["a"]}
    )
    assert library.events.all()[-1] == event
    assert (event.actor, event.at, event.detail) == ("Ines", NOON, {"verdict": "valid", "pages": 12, "roles": ["a"]})
    with pytest.raises(NotAllowedError):
        library.events.append("pdf.verified", "I" * 400)


def test_the_hash_is_the_published_one(library: Library) -> None:
    first = library.events.all()[0]
    event = library.events.append("vote", "Größe", "", {"b": 1, "a": "€"})
    said = {
        "actor": "Größe", "agreement": "", "at": "2026-11-21T12:00:00.000000Z", "detail": '{"a":"€","b":1}',
        "kind": "vote", "previous": first.hash, "seq": 2, "v": 1,
    }  # fmt: skip
    text = json.dumps(said, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    assert event.hash == hashlib.sha256(text.encode()).hexdigest()
    assert event.previous == first.hash
