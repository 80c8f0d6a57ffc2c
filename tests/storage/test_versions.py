"""Versions are kept for good, in a chain of hashes that anybody can compute."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re

import pytest
from sqlalchemy import text

from tests.storage.examples import NOON, content
from workbench.agreement.version import VersionHeader, VersionKind
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, DamagedError, NotAllowedError, NotFoundError
from workbench.storage.library import Library


def save(library: Library, agreement: str, title: str, kind: VersionKind = "saved", merged: str = "") -> VersionHeader:
    head = library.versions.head(agreement)
    return library.versions.save(
        agreement, content(title), seen=head.hash if head else "", kind=kind, author="Ines", message=f"Why {title}",
        doc_schema=1, merged=merged,
    )  # fmt: skip


def test_a_version_reads_back_to_the_byte(library: Library, agreement: str) -> None:
    version = save(library, agreement, "Größe 😀")
    assert library.versions.content(version.hash) == content("Größe 😀")
    assert library.versions.get(agreement, 1) == library.versions.by_hash(version.hash) == version
    assert library.versions.by_hash(version.hash[:12]) == version
    assert (version.number, version.parents, version.author, version.at) == (1, (), "Ines", NOON)


def test_the_hash_is_the_published_one(library: Library, agreement: str) -> None:
    first = save(library, agreement, "First")
    second = save(library, agreement, "Second", "for_signature")
    envelope = {
        "agreement": agreement,
        "at": "2026-11-21T12:00:00.000001Z",
        "author": "Ines",
        "content": hashlib.sha256(content("Second")).hexdigest(),
        "doc_schema": 1,
        "kind": "for_signature",
        "message": "Why Second",
        "parents": [first.hash],
        "seq": 2,
        "v": 1,
    }
    said = json.dumps(envelope, separators=(",", ":"), sort_keys=True).encode()
    assert second.hash == hashlib.sha256(said).hexdigest()


def test_the_chain_goes_on_from_the_version_that_was_seen(library: Library, agreement: str) -> None:
    first = save(library, agreement, "First")
    second = save(library, agreement, "Second")
    assert second.parents == (first.hash,)
    with pytest.raises(ConflictError, match="newer version"):
        library.versions.save(
            agreement, content("x"), seen=first.hash, kind="saved", author="", message="", doc_schema=1
        )
    assert library.versions.all(agreement) == (first, second)


def test_time_never_goes_back_in_a_chain(library: Library, agreement: str, clock: FixedClock) -> None:
    first = save(library, agreement, "First")
    clock.advance(days=-30)
    second = save(library, agreement, "Second")
    assert second.at == first.at + dt.timedelta(microseconds=1)
    assert library.events.all()[-1].at == clock.now()  # the audit trail tells what the machine's clock said
    assert library.examine().ok


def test_the_status_is_set_together_with_the_version(library: Library, agreement: str) -> None:
    library.versions.save(
        agreement, content("x"), seen="", kind="for_signature", author="", message="", doc_schema=1, status="signing"
    )
    assert library.agreements.get(agreement).status == "signing"


@pytest.mark.parametrize(
    "wrong",
    [b'{"title": "x"}', b'{"b":1,"a":2}', b"[]", b"null", b"{", b'{"a":"\xff"}', b'{"a":NaN}', b'{"a":1,"a":2}',
     b'{"a":9007199254740993}', b"[" * 100_000],
)  # fmt: skip
def test_only_canonical_json_is_kept_for_good(local: Library, local_agreement: str, wrong: bytes) -> None:
    with pytest.raises(DamagedError, match="canonical"):
        local.versions.save(local_agreement, wrong, seen="", kind="saved", author="", message="", doc_schema=1)
    assert local.versions.all(local_agreement) == ()


def test_names_and_messages_are_cleaned_and_limited(local: Library, local_agreement: str) -> None:
    version = local.versions.save(
        local_agreement,
        content("x"),
        seen="",
        kind="saved",
        author=" Ine\u0301s\x00 ",
        message="a\r\nb\ud800",
        doc_schema=1,
    )
    assert (version.author, version.message) == ("In\u00e9s", "a\nb")
    with pytest.raises(NotAllowedError, match="message"):
        local.versions.save(
            local_agreement, content("x"), seen=version.hash, kind="saved", author="", message="x" * 4001, doc_schema=1
        )


def test_what_is_not_there_is_named(library: Library, agreement: str) -> None:
    first = save(library, agreement, "First")
    assert library.versions.head("nobody") is None
    for ask in (
        lambda: library.versions.get(agreement, 2),
        lambda: library.versions.by_hash("0" * 64),
        lambda: library.versions.by_hash(first.hash[:7]),
        lambda: library.versions.by_hash(first.hash[:11] + ("0" if first.hash[11] != "0" else "1")),
        lambda: library.versions.by_hash("%" * 12),
        lambda: library.versions.content("0" * 64),
        lambda: save(library, "nobody", "x"),
        lambda: save(library, agreement, "x", "merge", merged="0" * 64),
    ):
        with pytest.raises(NotFoundError):
            ask()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE version SET message = 'Something else'", "something else than its hash"),
        ("UPDATE version SET doc_schema = 2", "something else than its hash"),
        ("UPDATE version SET body = X'789c030000000001'", "hash is not"),
        ("UPDATE version SET body = X'ffffffff'", "cannot be unpacked"),
        ("UPDATE version SET body = X'789c'", "length"),
    ],
)
def test_a_forged_version_is_never_shown_as_if_it_were_true(
    library: Library, agreement: str, change: str, said: str
) -> None:
    if library.database.file is None:
        change = re.sub("X'(.*)'", r"decode('\1', 'hex')", change)
    version = save(library, agreement, "First")
    without_guards(library, change)

    def read() -> None:
        library.versions.get(agreement, 1)
        library.versions.content(version.hash)

    with pytest.raises(DamagedError, match=said):
        read()
    assert not library.examine().ok


def without_guards(library: Library, statement: str) -> None:
    """Do what somebody can who owns the file or the database."""
    with library.database.writing() as connection:
        if library.database.file:
            connection.execute(text("DROP TRIGGER version_no_update"))
        else:
            connection.execute(text("ALTER TABLE version DISABLE TRIGGER USER"))
        connection.execute(text(statement))
