"""A session: opening in two steps, nothing typed is lost, conflicts are seen, refusals are told."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, NotAllowedError, WorkbenchError
from workbench.services.workbench import Workbench, open_workbench
from workbench.ui.arrivals import open_file
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.session import Session

Stock = Callable[[Callable[[Workbench], object]], None]
Open = Callable[[], Session]


def opened(qtbot: QtBot, session: Session, agreement: str) -> OpenAgreement:
    with qtbot.waitSignal(session.versions_changed):
        session.open(agreement)
    assert session.current is not None
    return session.current


def made(qtbot: QtBot, session: Session, title: str = "Alliance 2027", template: str = "b2b") -> OpenAgreement:
    with qtbot.waitSignal(session.versions_changed):
        session.create(title, template)
    assert session.current is not None
    return session.current


def test_the_list_is_there_before_the_library_is_wholly_open(qtbot: QtBot, stocked: Stock, open_session: Open) -> None:
    stocked(lambda workbench: workbench.shelf.create("Alliance 2027", "b2b"))
    session = open_session()
    assert session.listing.state == "loading"
    with qtbot.waitSignal(session.listing_changed):
        session.start()
    (line,) = session.listing.lines
    assert (line.title, line.company, line.listed) == ("Alliance 2027", "[Company]", None)
    assert not session.is_wholly_open
    with qtbot.waitSignal(session.library_opened):
        session.open_wholly()
    qtbot.waitUntil(lambda: session.listing.lines[0].is_checked)
    (line,) = session.listing.lines
    assert line.listed is not None
    assert line.listed.standing == "draft"


def test_an_agreement_is_opened_before_the_library_is_wholly_open(
    qtbot: QtBot, stocked: Stock, open_session: Open
) -> None:
    stocked(lambda workbench: workbench.shelf.create("Alliance 2027", "b2b"))
    session = open_session()
    with qtbot.waitSignal(session.agreement_opened):
        session.start(lambda: session.open(session.listing.lines[0].id))
    assert not session.is_wholly_open
    assert session.current is not None
    assert session.current.agreement.title == "Alliance 2027"
    assert session.current.listed is None
    with qtbot.waitSignal(session.versions_changed):
        session.open_wholly()
    assert session.current.listed is not None


def test_what_is_typed_is_in_the_library_once_it_is_said_to_be_saved(
    qtbot: QtBot, session: Session, open_session: Open, place: str
) -> None:
    current = made(qtbot, session)
    agreement = current.id
    current.draft.set("teams.company", "Northwind Traders")
    assert not session.is_safe
    qtbot.waitUntil(lambda: session.is_safe)
    open_session()  # lets go of the library
    with open_workbench(place) as workbench:
        assert workbench.drafting.read(agreement).agreement.teams.company == "Northwind Traders"


def test_closing_another_agreement_saves_the_one_before(
    qtbot: QtBot, session: Session, open_session: Open, place: str
) -> None:
    first = made(qtbot, session, "First")
    kept = first.id
    second = made(qtbot, session, "Second").id
    current = opened(qtbot, session, kept)
    current.draft.set("teams.company", "Northwind Traders")
    opened(qtbot, session, second)
    open_session()
    with open_workbench(place) as workbench:
        assert workbench.drafting.read(kept).agreement.teams.company == "Northwind Traders"


def test_shutting_down_saves_what_was_typed_a_moment_ago(
    qtbot: QtBot, session: Session, open_session: Open, place: str
) -> None:
    current = made(qtbot, session)
    agreement = current.id
    current.draft.set("teams.company", "Northwind Traders")
    open_session()
    with open_workbench(place) as workbench:
        assert workbench.drafting.read(agreement).agreement.teams.company == "Northwind Traders"


def elsewhere(session: Session, agreement: str, company: str) -> None:
    """Somebody else saves the draft through the same library, as a second window on a server would."""

    def save(workbench: Workbench) -> None:
        state = workbench.drafting.read(agreement)
        teams = dataclasses.replace(state.agreement.teams, company=company)
        workbench.drafting.save(agreement, dataclasses.replace(state.agreement, teams=teams), state.revision)

    session.ask(save)


def in_conflict(qtbot: QtBot, session: Session) -> OpenAgreement:
    current = made(qtbot, session)
    elsewhere(session, current.id, "Theirs")
    with qtbot.waitSignal(session.conflict_changed):
        current.draft.set("teams.company", "Mine")
    assert current.theirs is not None
    assert current.theirs.agreement.teams.company == "Theirs"
    assert current.agreement.teams.company == "Mine"
    return current


def test_a_draft_saved_elsewhere_is_seen_and_mine_can_be_kept(qtbot: QtBot, session: Session) -> None:
    current = in_conflict(qtbot, session)
    current.keep_mine()
    qtbot.waitUntil(lambda: session.is_safe)
    assert current.theirs is None
    assert current.agreement.teams.company == "Mine"


def test_the_other_text_can_be_taken_and_undo_brings_mine_back(qtbot: QtBot, session: Session) -> None:
    current = in_conflict(qtbot, session)
    current.take_theirs()
    assert current.agreement.teams.company == "Theirs"
    qtbot.waitUntil(lambda: session.is_safe)
    current.draft.stack.undo()
    assert current.agreement.teams.company == "Mine"
    qtbot.waitUntil(lambda: session.is_safe)


def test_a_version_is_saved_with_what_was_typed_a_moment_before(qtbot: QtBot, session: Session) -> None:
    current = made(qtbot, session)
    current.draft.set("teams.company", "Northwind Traders")
    session.save_version("Before the workshop")
    qtbot.waitUntil(lambda: bool(current.versions))
    assert [one.message for one in current.versions] == ["Before the workshop"]
    assert current.base == current.versions[-1].hash
    found: list[str] = []
    session.ask(lambda workbench: workbench.versions.content(current.id).teams.company, done=found.append)
    qtbot.waitUntil(lambda: found == ["Northwind Traders"])


def test_a_version_without_a_note_is_refused_to_whoever_asked(qtbot: QtBot, session: Session) -> None:
    made(qtbot, session)
    told: list[WorkbenchError] = []
    session.save_version(" ", failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], NotAllowedError)


def test_an_agreement_that_is_gone_is_refused_to_the_window(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.refused) as told:
        session.open("not there")
    assert "There is no draft" in told.args[0].message
    assert session.current is None


def test_a_restored_version_is_shown_and_undo_brings_the_text_back(qtbot: QtBot, session: Session) -> None:
    current = made(qtbot, session)
    session.save_version("First")
    qtbot.waitUntil(lambda: bool(current.versions))
    current.draft.set("teams.company", "Later")
    qtbot.waitUntil(lambda: session.is_safe)
    agreement = current.id
    with qtbot.waitSignal(session.versions_changed):
        session.ask(
            lambda workbench: workbench.versions.restore(agreement, 1),
            done=lambda _nothing: session.reload("restoring version 1"),
        )
    assert current.agreement.teams.company == "[Company]"
    current.draft.stack.undo()
    assert current.agreement.teams.company == "Later"
    qtbot.waitUntil(lambda: session.is_safe)


def test_what_came_from_a_colleague_meets_what_is_typed_and_undo_brings_the_draft_back(
    qtbot: QtBot, session: Session, tmp_path: Path, clock: FixedClock
) -> None:
    current = made(qtbot, session)
    agreement, file, told = current.id, tmp_path / "theirs.slaw", list[str]()
    session.told.connect(told.append)

    def went_on(elsewhere: Workbench, company: str) -> None:
        clock.advance(minutes=1)
        elsewhere.drafting.set(agreement, "teams.company", company)
        elsewhere.versions.save(agreement, "Theirs")
        elsewhere.exchange.bundle(agreement, file)

    def send(workbench: Workbench) -> None:
        workbench.versions.save(agreement, "First")
        workbench.exchange.bundle(agreement, file)

    with qtbot.waitSignal(session.versions_changed):
        session.ask(send, done=lambda _nothing: session.versions_were_changed())
    with open_workbench(str(tmp_path / "there.sla"), clock=clock, person="Bo") as there:
        there.exchange.open(file)
        went_on(there, "Theirs")
        current.draft.set("goals.autonomy", "Stored here")
        qtbot.waitUntil(lambda: session.is_safe)
        open_file(session, file)
        current.draft.set("title", "Typed while it is read")
        qtbot.waitUntil(lambda: session.is_safe and len(current.versions) == 2)
        said = current.agreement
        assert (said.title, said.goals.autonomy, said.teams.company) == (
            "Typed while it is read", "Stored here", "Theirs",
        )  # fmt: skip
        assert told == ["What was here goes on with this file, and so does the draft with its own changes."]
        assert current.theirs is None
        assert current.draft.stack.undoText() == "taking in theirs.slaw"
        current.draft.stack.undo()
        assert current.agreement.teams.company == "[Company]"
        assert current.agreement.title == "Typed while it is read"
        current.draft.stack.redo()
        went_on(there, "Theirs again")
    current.draft.set("teams.company", "Mine")
    qtbot.waitUntil(lambda: session.is_safe)
    with qtbot.waitSignal(session.refused) as refused:
        open_file(session, file)
    assert refused.args is not None
    assert refused.args[0].message == "The draft and theirs.slaw changed the same places: Teams and scope, Company."
    assert len(told) == 1
    assert current.agreement.teams.company == "Mine"
    assert len(current.versions) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there the second opening waits for the system's own lock")
def test_a_library_open_elsewhere_is_refused_and_retried(
    qtbot: QtBot, stocked: Stock, open_session: Open, place: str, clock: FixedClock
) -> None:
    stocked(lambda workbench: workbench.shelf.create("Alliance 2027", "b2b"))
    session = open_session()
    with open_workbench(place, clock=clock):
        with qtbot.waitSignal(session.library_refused) as told:
            session.start()
        assert isinstance(told.args[0], ConflictError)
        assert session.listing.state == "failed"
    with qtbot.waitSignal(session.library_opened):
        session.retry()
    assert [line.title for line in session.listing.lines] == ["Alliance 2027"]


def test_a_copy_says_what_the_original_says_under_another_title(qtbot: QtBot, session: Session) -> None:
    first = made(qtbot, session)
    first.draft.set("teams.company", "Northwind Traders")
    qtbot.waitUntil(lambda: session.is_safe)
    original = first.id
    with qtbot.waitSignal(session.versions_changed):
        session.duplicate(original, "Alliance 2028")
    assert session.current is not None
    assert session.current.id != original
    assert session.current.agreement.title == "Alliance 2028"
    assert session.current.agreement.teams.company == "Northwind Traders"
    qtbot.waitUntil(lambda: {line.title for line in session.listing.lines} == {"Alliance 2027", "Alliance 2028"})


def test_a_copy_for_another_client_leaves_the_first_ones_names_behind(qtbot: QtBot, session: Session) -> None:
    first = made(qtbot, session)
    first.draft.set("teams.company", "Northwind Traders")
    qtbot.waitUntil(lambda: session.is_safe)
    with qtbot.waitSignal(session.versions_changed):
        session.duplicate(first.id, "Next client", without_client_data=True)
    assert session.current is not None
    assert session.current.agreement.teams.company == "[Company]"
