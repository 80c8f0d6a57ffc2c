"""The doctor sees every change to what was kept, however it was made, and never stumbles over one."""

from __future__ import annotations

import random
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.storage.examples import content, fill
from workbench.base.clock import FixedClock
from workbench.base.errors import WorkbenchError
from workbench.storage.library import Library
from workbench.storage.opening import open_library
from workbench.storage.schema import APPEND_ONLY, Base


def test_a_whole_library_is_whole(library: Library, filled: str) -> None:
    assert filled
    found = library.examine()
    assert found.findings == ()
    assert found.ok
    assert all(count > 0 for name, count in found.checked.items() if name != "file"), found.checked
    tables = {name for name in Base.metadata.tables if name not in {"agreement", "library", "mapping_profile"}}
    assert set(found.checked) == tables | {"file", "tables", "lead log"}


HASH_0 = "0" * 64
TAMPERINGS = {
    "a version's message": ("version", "UPDATE version SET message = 'forged' WHERE seq = 2"),
    "a version's author": ("version", "UPDATE version SET author = 'Somebody'"),
    "a version's text and its hash": (
        "version",
        "UPDATE version SET (body, content_hash) = (SELECT body, content_hash FROM version v WHERE v.seq = 1)",
    ),
    "a version's line": ("version", "UPDATE version SET line = 'side' WHERE seq = 1"),
    "a version gone": (
        "version",
        "DELETE FROM signature; UPDATE draft SET base_hash = NULL; DELETE FROM version WHERE seq = 2",
    ),
    "an event's actor": ("event", "UPDATE event SET actor = 'Somebody' WHERE seq = 3"),
    "an event's detail": ("event", "UPDATE event SET detail = '{}' WHERE seq = 4"),
    "an event gone": ("event", "DELETE FROM event WHERE seq = 2"),
    "the first event gone": ("event", "DELETE FROM event WHERE seq = 1"),
    "an agreement gone": (
        "agreement",
        "DELETE FROM agreement WHERE title = 'Begun'; DELETE FROM draft WHERE revision = 1",
    ),
    "a signature's signer": ("signature", "UPDATE signature SET signer = 'Somebody' WHERE number = 1"),
    "a signature's time": ("signature", "UPDATE signature SET signed_at = '2020-01-01T00:00:00.000000Z'"),
    "a signature gone": ("signature", "DELETE FROM signature WHERE number = 2"),
    "a pinned certificate": ("pin", f"UPDATE pin SET fingerprint = '{HASH_0}'"),
    "a total": ("period_total", "UPDATE period_total SET value = '1' WHERE number = 2"),
    "an attestation": ("attestation", "UPDATE attestation SET pieces = 9"),
    "a settled row": ("row_override", "UPDATE row_override SET decision = 'met'"),
    "an import's counts": ("import_batch", "UPDATE import_batch SET rejected = 0"),
    "an import that counts again": ("import_batch", "UPDATE import_batch SET undone_at = NULL"),
    "an import that does not count": ("import_batch", "UPDATE import_batch SET undone_at = at"),
    "an import's leads": ("import_batch", "UPDATE import_batch SET log_sha256 = source_sha256 WHERE number = 1"),
    "an agreement's draft": ("draft", f"UPDATE draft SET content_hash = '{HASH_0}'"),
    "an agreement's draft gone": ("draft", "DELETE FROM draft"),
    "a former state": ("draft_snapshot", f"UPDATE draft_snapshot SET content_hash = '{HASH_0}'"),
    "a kept file": ("blob", "UPDATE blob SET data = zeroblob(size) WHERE media_type = 'application/pdf'"),
    "a kept file's name": ("blob", f"UPDATE blob SET sha256 = '{HASH_0}' WHERE media_type = 'application/pdf'"),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_whatever_somebody_changes_is_seen(filled_path: Path, clock: FixedClock, what: str) -> None:
    table, statements = TAMPERINGS[what]
    tamper(filled_path, statements)
    with open_library(str(filled_path), clock) as library:
        found = library.examine()
    assert table in {finding.table for finding in found.findings}
    assert all(finding.sentence.endswith(".") for finding in found.findings)


def tamper(path: Path, statements: str) -> None:
    """Change a library as somebody does who knows how: without triggers, which are put back afterwards."""
    connection = sqlite3.connect(path)
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    changes = connection.total_changes
    connection.executescript(statements)
    assert connection.total_changes > changes
    for _, sql in guards:
        connection.execute(sql)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("model", APPEND_ONLY)
def test_a_missing_guard_is_seen(library: Library, model: type[Base]) -> None:
    name = model.__tablename__
    with library.database.writing() as connection:
        if library.database.file:
            connection.execute(text(f"DROP TRIGGER {name}_no_replace"))
        else:
            connection.execute(text(f"ALTER TABLE {name} DISABLE TRIGGER {name}_history"))
    (finding,) = library.examine().findings
    assert (finding.table, "guards history" in finding.sentence) == (name, True)


def test_a_guard_that_does_nothing_is_seen(path: Path, clock: FixedClock) -> None:
    with open_library(str(path), clock) as library:
        with library.database.writing() as connection:
            connection.execute(text("DROP TRIGGER event_no_delete"))
            connection.execute(text("CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT 1; END"))
            connection.execute(text("CREATE TRIGGER extra AFTER INSERT ON event BEGIN DELETE FROM draft; END"))
        sentences = " ".join(finding.sentence for finding in library.examine().findings)
    assert "event_no_delete, which guards history, is missing or changed" in sentences
    assert "extra is not one of this program" in sentences


def test_a_missing_table_is_seen_and_the_rest_still_examined(filled_path: Path, clock: FixedClock) -> None:
    with open_library(str(filled_path), clock) as library:
        with library.database.writing() as connection:
            connection.execute(text("ALTER TABLE period_total RENAME TO elsewhere"))
        found = library.examine()
    assert {"period_total"} <= {finding.table for finding in found.findings}
    assert found.checked["row_override"] == 1


def test_a_row_that_names_nothing_is_seen(filled_path: Path, clock: FixedClock) -> None:
    connection = sqlite3.connect(filled_path)
    connection.execute("DELETE FROM agreement")
    connection.commit()
    connection.close()
    with open_library(str(filled_path), clock) as library:
        tables = {finding.table for finding in library.examine().findings}
    assert {"agreement", "version", "draft"} <= tables


def test_findings_are_told_up_to_a_number_that_is_read(path: Path, clock: FixedClock) -> None:
    with open_library(str(path), clock) as library:
        for number in range(60):
            library.agreements.create(content(f"{number}"), title=f"{number}", actor="")
        with library.database.writing() as connection:
            connection.execute(text("UPDATE draft SET content_hash = ''"))
        found = library.examine()
    assert len(found.findings) == 50
    assert found.checked["draft"] == 60


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_file_gives_sentences_and_never_anything_else(path: Path, clock: FixedClock, seed: int) -> None:
    """Bits are flipped and pages emptied all over a real file: an answer, or a refusal with a sentence."""
    with open_library(str(path), clock) as library, library.together():
        fill(library, clock)
        for number in range(30):
            library.agreements.create(content(f"{number}", text="words " * 700), title=f"{number}", actor="")
    whole, draw = path.read_bytes(), random.Random(seed)
    whole_again = 0
    for _ in range(40):
        data = bytearray(whole)
        if draw.random() < 0.5:
            data[draw.randrange(100, len(data))] ^= 1 << draw.randrange(8)
        else:
            page = draw.randrange(1, len(data) // 4096)
            data[page * 4096 : page * 4096 + 4096] = bytes(4096)
        path.write_bytes(data)
        with suppress(WorkbenchError), open_library(str(path), clock, create=False) as library:
            whole_again += library.examine().ok
    assert whole_again <= 16  # those hit what nobody reads: free space, and titles, which are not hashed
