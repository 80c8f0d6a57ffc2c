"""Drafts are saved whole, by compare and set, and what they said earlier can be looked at again."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import text

from tests.storage.examples import NOON, content
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, DamagedError, NotAllowedError, NotFoundError
from workbench.storage.library import Library
from workbench.storage.opening import open_library


def test_a_saved_draft_reads_back_to_the_byte(library: Library, agreement: str, clock: FixedClock) -> None:
    wanted = content("Größe 😀", goals={"vision": "a\nb"})
    clock.advance(seconds=3)
    receipt = library.drafts.save(agreement, wanted, seen=1, title="Größe 😀")
    assert (receipt.revision, receipt.saved_at) == (2, clock.now())
    found = library.drafts.get(agreement)
    assert (found.content, found.revision, found.saved_at) == (wanted, 2, clock.now())


def test_a_draft_changed_elsewhere_is_not_overwritten(library: Library, agreement: str) -> None:
    library.drafts.save(agreement, content("Second"), seen=1, title="Second")
    with pytest.raises(ConflictError):
        library.drafts.save(agreement, content("Lost?"), seen=1, title="Lost?")
    assert library.drafts.get(agreement).content == content("Second")


@pytest.mark.postgres
def test_two_windows_on_a_server_do_not_overwrite_each_other(postgres_url: str, clock: FixedClock) -> None:
    with open_library(postgres_url, clock) as one, open_library(postgres_url, clock) as other:
        agreement = one.agreements.create(content("First"), title="First", actor="").id
        assert other.drafts.get(agreement).revision == 1
        one.drafts.save(agreement, content("Mine"), seen=1, title="Mine")
        with pytest.raises(ConflictError):
            other.drafts.save(agreement, content("Theirs"), seen=1, title="Theirs")
        assert other.drafts.get(agreement).content == content("Mine")


def test_saving_the_same_again_changes_nothing(library: Library, agreement: str, clock: FixedClock) -> None:
    clock.advance(hours=1)
    receipt = library.drafts.save(agreement, content("First"), seen=1, title="First")
    assert (receipt.revision, receipt.saved_at) == (1, NOON)
    assert library.drafts.snapshots(agreement) == ()


def test_a_draft_can_be_said_to_stand_on_another_version(library: Library, agreement: str) -> None:
    version = library.versions.save(
        agreement, content("First"), seen="", kind="saved", author="", message="", doc_schema=1
    )
    assert library.drafts.get(agreement).base == version.hash
    receipt = library.drafts.save(agreement, content("First"), seen=1, title="First", base="")
    assert (receipt.revision, receipt.base, library.drafts.get(agreement).base) == (2, "", "")


def test_what_it_said_before_lunch_is_kept(library: Library, agreement: str, clock: FixedClock) -> None:
    revision = 1
    for minute in range(12):  # an edit a minute until 12:12, then lunch
        clock.advance(minutes=1)
        revision = library.drafts.save(agreement, content(f"{minute}"), seen=revision, title="x").revision
    before_lunch = library.drafts.get(agreement).content
    clock.advance(hours=1)
    library.drafts.save(agreement, content("after"), seen=revision, title="x")
    kept = library.drafts.snapshots(agreement)
    assert library.drafts.snapshot(agreement, kept[0].revision) == before_lunch
    assert [one.at - NOON for one in reversed(kept)] == [dt.timedelta(minutes=m) for m in (0, 5, 10, 12)]


def test_a_restore_keeps_what_it_replaces_even_at_once(library: Library, agreement: str) -> None:
    library.drafts.save(agreement, content("Second"), seen=1, title="x")
    library.drafts.save(agreement, content("Third"), seen=2, title="x")
    library.drafts.save(agreement, content("Restored"), seen=3, title="x", keep=True)
    assert [one.revision for one in library.drafts.snapshots(agreement)] == [3, 1]
    assert library.drafts.snapshot(agreement, 3) == content("Third")


def test_old_states_are_thinned(local: Library, local_agreement: str, clock: FixedClock) -> None:
    revision = 1
    for hour in range(24 * 8):
        clock.advance(hours=1)
        revision = local.drafts.save(local_agreement, content(f"{hour}"), seen=revision, title="x").revision
    kept = [one.at for one in local.drafts.snapshots(local_agreement)]
    recent = [at for at in kept if at > clock.now() - dt.timedelta(days=2)]
    assert len(recent) == 47  # every hour of two days, but for the state that is the draft itself
    assert len(kept) - len(recent) == len({at.date() for at in kept if at not in recent}) == 7


def test_missing_drafts_and_states_are_named(library: Library, agreement: str) -> None:
    with pytest.raises(NotFoundError):
        library.drafts.get("nobody")
    with pytest.raises(NotFoundError):
        library.drafts.save("nobody", content("x"), seen=1, title="x")
    with pytest.raises(NotFoundError, match="State 7"):
        library.drafts.snapshot(agreement, 7)


def test_what_could_not_be_read_again_is_refused(local: Library, local_agreement: str) -> None:
    with pytest.raises(NotAllowedError, match="8 MB"):
        local.drafts.save(local_agreement, b"{" + b" " * 8 * 1024 * 1024 + b"}", seen=1, title="x")


def test_a_damaged_draft_is_never_shown_as_if_it_were_whole(library: Library, agreement: str) -> None:
    with library.database.writing() as connection:
        connection.execute(text("UPDATE draft SET content = :other"), {"other": content("Forged")})
    with pytest.raises(DamagedError, match="draft"):
        library.drafts.get(agreement)
