"""Versions from somebody else: checked as a whole, added beside or on top of the own line, merged by a person."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.examples import NOON, content
from workbench.agreement.version import VersionHeader
from workbench.base.clock import FixedClock
from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError
from workbench.fields.codec import content_hash
from workbench.storage.library import Library
from workbench.storage.opening import open_library


@pytest.fixture
def colleague(tmp_path: Path, clock: FixedClock) -> Iterator[Library]:
    with open_library(str(tmp_path / "colleague.sla"), clock) as library:
        yield library


def save(library: Library, agreement: str, title: str, merged: str = "") -> VersionHeader:
    library.database.clock.advance(seconds=1)  # type: ignore[attr-defined]  # the tests' clock
    head = library.versions.head(agreement)
    return library.versions.save(
        agreement, content(title), seen=head.hash if head else "", kind="merge" if merged else "saved", author="Ana",
        message="", doc_schema=1, merged=merged,
    )  # fmt: skip


def everything(library: Library, agreement: str) -> list[tuple[VersionHeader, bytes]]:
    return [(one, library.versions.content(one.hash)) for one in library.versions.every(agreement)]


def send(sender: Library, agreement: str, to: Library) -> str:
    """Hand everything over; answers what came of it."""
    head = sender.versions.head(agreement)
    assert head
    if not any(one.id == agreement for one in to.agreements.all()):
        to.agreements.create(sender.drafts.get(agreement).content, title="Sent", actor="", agreement=agreement)
    sent = list(reversed(everything(sender, agreement)))
    return to.receiving.receive(agreement, sent, head=head.hash, actor="Bo").outcome


def test_a_new_agreement_arrives_with_its_history(library: Library, agreement: str, colleague: Library) -> None:
    versions = tuple(save(library, agreement, title) for title in ("One", "Two", "Three"))
    assert send(library, agreement, colleague) == "forward"
    assert colleague.versions.all(agreement) == versions
    assert colleague.versions.content(versions[1].hash) == content("Two")
    assert colleague.drafts.get(agreement).base == versions[2].hash
    assert colleague.examine().ok


def test_taking_in_the_same_again_changes_nothing(library: Library, agreement: str, colleague: Library) -> None:
    save(library, agreement, "One")
    send(library, agreement, colleague)
    before = (colleague.versions.every(agreement), colleague.events.all())
    assert send(library, agreement, colleague) == "same"
    assert (colleague.versions.every(agreement), colleague.events.all()) == before


def test_the_own_line_goes_on_with_theirs_while_it_has_not_gone_on(
    library: Library, agreement: str, colleague: Library
) -> None:
    save(library, agreement, "One")
    send(library, agreement, colleague)
    theirs = save(colleague, agreement, "Two")
    assert send(library, agreement, colleague) == "behind"
    assert send(colleague, agreement, library) == "forward"
    assert library.versions.head(agreement) == theirs


def test_lines_that_both_went_on_are_merged_by_a_person(library: Library, agreement: str, colleague: Library) -> None:
    base = save(library, agreement, "Base")
    send(library, agreement, colleague)
    mine = save(library, agreement, "Mine")
    theirs = [save(colleague, agreement, "Theirs"), save(colleague, agreement, "Theirs again")][-1]
    assert send(colleague, agreement, library) == "diverged"
    assert library.versions.all(agreement) == (base, mine)  # beside the own line, not in it
    assert library.versions.by_hash(theirs.hash) == theirs
    assert library.versions.common_ancestors(mine.hash, theirs.hash) == (base,)
    assert not library.versions.descends(theirs.hash, mine.hash)

    merge = save(library, agreement, "Both", merged=theirs.hash)
    assert (merge.number, merge.parents) == (4, (mine.hash, theirs.hash))
    assert [one.number for one in library.versions.all(agreement)] == [1, 2, 4]
    assert library.versions.descends(merge.hash, theirs.hash)
    assert send(library, agreement, colleague) == "forward"
    assert colleague.versions.head(agreement) == merge
    assert [one.number for one in colleague.versions.all(agreement)] == [1, 2, 3, 4]
    after = save(colleague, agreement, "After")
    assert send(colleague, agreement, library) == "forward"
    assert library.versions.head(agreement) == after
    assert library.examine().ok
    assert colleague.examine().ok


def test_versions_that_first_came_beside_join_the_own_line_when_it_goes_on_with_them(
    library: Library, agreement: str, colleague: Library, tmp_path: Path
) -> None:
    save(library, agreement, "One")
    send(library, agreement, colleague)
    with open_library(str(tmp_path / "third.sla"), colleague.database.clock) as third:
        send(library, agreement, third)
        save(library, agreement, "Two")
        send(library, agreement, colleague)
        theirs = save(colleague, agreement, "Three")
        save(third, agreement, "Another two")
        assert send(colleague, agreement, third) == "diverged"
        assert send(third, agreement, library) == "diverged"  # brings what the colleague saved along
    assert library.versions.by_hash(theirs.hash) == theirs
    assert [one.number for one in library.versions.all(agreement)] == [1, 2]
    told = len(library.events.all())
    assert send(colleague, agreement, library) == "forward"
    assert library.versions.head(agreement) == theirs
    assert library.events.all()[told].detail["main"] == [theirs.hash]
    assert send(colleague, agreement, library) == "same"
    assert len(library.events.all()) == told + 1
    assert library.examine().ok


def test_a_line_that_is_to_stay_keeps_what_goes_on_with_it_beside_until_asked_again(
    library: Library, agreement: str, colleague: Library
) -> None:
    first = save(library, agreement, "One")
    send(library, agreement, colleague)
    theirs = save(colleague, agreement, "Two")
    held = library.receiving.receive(
        agreement, everything(colleague, agreement), head=theirs.hash, actor="Bo", follow=False
    )
    assert (held.added, held.outcome) == ((theirs.hash,), "ahead")
    assert library.versions.head(agreement) == first
    assert library.examine().ok
    assert library.receiving.receive(agreement, (), head=theirs.hash, actor="Bo").outcome == "forward"
    assert library.versions.head(agreement) == theirs
    assert library.examine().ok


def forge(version: VersionHeader, **changes: object) -> VersionHeader:
    return dataclasses.replace(version, **changes)  # type: ignore[arg-type]  # a mapping of mixed values


def test_forged_versions_are_refused_as_a_whole(library: Library, agreement: str, colleague: Library) -> None:
    first, second = save(library, agreement, "One"), save(library, agreement, "Two")
    bytes_of = {first.hash: content("One"), second.hash: content("Two")}
    colleague.agreements.create(content("x"), title="x", actor="", agreement=agreement)
    before = colleague.events.all()
    wrong: list[tuple[VersionHeader, bytes]] = [
        (second, content("Another text")),
        (second, bytes_of[second.hash] + b" "),
        (forge(second, parents=("0" * 64,)), bytes_of[second.hash]),
        (forge(second, number=7), bytes_of[second.hash]),
        (forge(second, number=0), bytes_of[second.hash]),
        (forge(second, number=2**80), bytes_of[second.hash]),
        (forge(second, at=first.at), bytes_of[second.hash]),
        (forge(second, kind="agreed"), bytes_of[second.hash]),
        (forge(second, author="\ud800"), bytes_of[second.hash]),
        (forge(second, author="A\x00B"), bytes_of[second.hash]),
        (forge(second, message="x" * 5000), bytes_of[second.hash]),
        (forge(second, agreement="another"), bytes_of[second.hash]),
        (forge(second, content_hash=content_hash(b'{"a": 1}')), b'{"a": 1}'),
        (forge(second, kind="merge"), bytes_of[second.hash]),
        (forge(second, parents=(first.hash, first.hash), kind="merge"), bytes_of[second.hash]),
        (forge(second, parents=()), bytes_of[second.hash]),
        (forge(second, at=colleague.database.now() + dt.timedelta(days=1, seconds=1)), bytes_of[second.hash]),
        (forge(second, at=dt.datetime.max.replace(tzinfo=dt.UTC)), bytes_of[second.hash]),
    ]
    for version, data in wrong:
        sent = [(first, bytes_of[first.hash]), (version, data)]
        with pytest.raises(DamagedError):
            colleague.receiving.receive(agreement, sent, head=first.hash, actor="")
    assert colleague.versions.every(agreement) == ()
    assert colleague.events.all() == before


def test_only_a_merge_has_two_parents_and_nothing_has_three(
    library: Library, agreement: str, colleague: Library
) -> None:
    base = save(library, agreement, "Base")
    send(library, agreement, colleague)
    sent = everything(library, agreement)
    for name in ("one", "other"):
        beside = forge(base, number=2, parents=(base.hash,), author=name, at=base.at + dt.timedelta(seconds=1))
        sent.append((beside, content("Base")))
    parents = tuple(one.hash for one, _ in sent)
    for hashes, kind in ((parents, "saved"), (parents, "merge"), (parents[1:], "saved")):
        last = forge(base, number=3, parents=hashes, kind=kind, at=base.at + dt.timedelta(seconds=2))
        with pytest.raises(DamagedError, match="was not written by SLA Workbench"):
            colleague.receiving.receive(agreement, [*sent, (last, content("Base"))], head=last.hash, actor="")
    assert colleague.versions.every(agreement) == (base,)
    assert colleague.examine().ok


def test_nothing_is_saved_on_top_of_the_last_moment_there_is(library: Library, agreement: str) -> None:
    library.database.clock.moment = dt.datetime.max.replace(tzinfo=dt.UTC) - dt.timedelta(seconds=1)  # type: ignore[attr-defined]  # the tests' clock
    save(library, agreement, "One")
    library.database.clock.moment = NOON  # type: ignore[attr-defined]  # as above
    with pytest.raises(NotAllowedError, match="no later moment"):
        save(library, agreement, "Two")


def test_a_head_that_was_not_sent_is_named(library: Library, agreement: str) -> None:
    with pytest.raises(NotFoundError, match="not sent"):
        library.receiving.receive(agreement, [], head="0" * 64, actor="")
