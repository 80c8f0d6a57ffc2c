"""Autosave: once a burst, “saved” only after the answer, nothing lost when it fails."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.form.everything import FILLED
from workbench.base.clock import FixedClock
from workbench.base.errors import OutsideError, WorkbenchError
from workbench.ui.form.autosave import Answer, Autosave, State
from workbench.ui.form.draft import Draft

Open = Callable[..., Draft]


class Storage:
    """Keeps what it is given and answers when the test says so."""

    def __init__(self) -> None:
        self.given: list[Any] = []
        self.answers: list[Answer] = []

    def __call__(self, root: Any, answer: Answer) -> None:
        self.given.append(root)
        self.answers.append(answer)

    def answer(self, error: WorkbenchError | None = None) -> None:
        self.answers.pop(0)(error)


@pytest.fixture
def storage() -> Storage:
    return Storage()


@pytest.fixture
def watch(storage: Storage) -> Callable[..., Autosave]:
    """Watches a draft with no delay to speak of."""

    def make(draft: Draft, delay: int = 1, retry: int = 60_000) -> Autosave:
        clock = FixedClock(dt.datetime(2026, 11, 21, 17, 40, tzinfo=dt.UTC))
        return Autosave(draft, storage, clock=clock, delay=delay, retry=retry, parent=draft)

    return make


Watch = Callable[..., Autosave]


def state(autosave: Autosave) -> State:
    """The state now; asked for anew each time."""
    return autosave.state


def states(autosave: Autosave) -> list[State]:
    heard: list[State] = []
    autosave.state_changed.connect(lambda: heard.append(autosave.state))
    return heard


def test_a_burst_is_saved_once(qtbot: QtBot, open_draft: Open, watch: Watch, storage: Storage) -> None:
    draft = open_draft()
    autosave = watch(draft)
    heard = states(autosave)
    for text in ("N", "No", "Nor"):
        draft.set("title", text)
    assert storage.given == []
    qtbot.waitUntil(lambda: bool(storage.given))
    assert [root.title for root in storage.given] == ["Nor"]
    storage.answer()
    assert heard[-2:] == ["saving", "saved"]
    assert set(heard[:-2]) == {"unsaved"}


def test_saved_is_said_only_after_the_answer(open_draft: Open, watch: Watch, storage: Storage) -> None:
    draft = open_draft()
    autosave = watch(draft)
    assert state(autosave) == "saved"
    draft.set("title", "x")
    assert state(autosave) == "unsaved"
    autosave.save_now()
    assert state(autosave) == "saving"
    storage.answer()
    assert state(autosave) == "saved"
    assert autosave.saved_at == dt.datetime(2026, 11, 21, 17, 40, tzinfo=dt.UTC)


def test_what_is_typed_while_saving_is_saved_next(
    qtbot: QtBot, open_draft: Open, watch: Watch, storage: Storage
) -> None:
    draft = open_draft()
    autosave = watch(draft)
    draft.set("title", "a")
    autosave.save_now()
    draft.set("title", "ab")
    autosave.save_now()
    assert len(storage.given) == 1
    storage.answer()
    assert state(autosave) == "unsaved"
    qtbot.waitUntil(lambda: len(storage.given) == 2)
    storage.answer()
    assert state(autosave) == "saved"
    assert storage.given[-1].title == "ab"


def test_a_failure_says_why_and_loses_nothing(open_draft: Open, watch: Watch, storage: Storage) -> None:
    draft = open_draft()
    autosave = watch(draft)
    draft.set("title", "typed")
    autosave.save_now()
    storage.answer(OutsideError("The disk is full.", "Free some space."))
    assert state(autosave) == "failed"
    reason = autosave.error
    assert reason is not None
    assert reason.message == "The disk is full."
    assert draft.root.title == "typed"
    draft.set("title", "typed more")
    assert state(autosave) == "failed"
    autosave.save_now()
    storage.answer()
    assert state(autosave) == "saved"
    assert autosave.error is None
    assert storage.given[-1].title == "typed more"


def test_the_next_change_tries_again_by_itself(qtbot: QtBot, open_draft: Open, watch: Watch, storage: Storage) -> None:
    draft = open_draft()
    autosave = watch(draft)
    draft.set("title", "a")
    autosave.save_now()
    storage.answer(OutsideError("No."))
    draft.set("title", "ab")
    qtbot.waitUntil(lambda: len(storage.given) == 2)


def test_a_failed_save_is_tried_again_without_a_change(
    qtbot: QtBot, open_draft: Open, watch: Watch, storage: Storage
) -> None:
    draft = open_draft()
    autosave = watch(draft, retry=1)
    draft.set("title", "a")
    autosave.save_now()
    storage.answer(OutsideError("No."))
    qtbot.waitUntil(lambda: len(storage.given) == 2)
    storage.answer()
    assert state(autosave) == "saved"


def test_undo_to_what_is_stored_needs_no_save(open_draft: Open, watch: Watch, storage: Storage) -> None:
    draft = open_draft()
    autosave = watch(draft)
    draft.set("title", "a")
    draft.stack.undo()
    assert state(autosave) == "saved"
    autosave.save_now()
    assert storage.given == []


def test_undo_while_saving_saves_the_older_tree_again(
    qtbot: QtBot, open_draft: Open, watch: Watch, storage: Storage
) -> None:
    draft = open_draft()
    autosave = watch(draft)
    draft.set("title", "a")
    autosave.save_now()
    draft.stack.undo()
    storage.answer()
    qtbot.waitUntil(lambda: len(storage.given) == 2)
    assert storage.given[-1] is FILLED


def test_jobs_and_closing_wait_for_the_answer(open_draft: Open, watch: Watch, storage: Storage) -> None:
    draft = open_draft()
    autosave = watch(draft)
    said: list[bool] = []
    autosave.when_saved(said.append)
    assert said == [True]
    draft.set("title", "a")
    autosave.when_saved(said.append)
    draft.set("title", "ab")
    autosave.when_saved(said.append)
    storage.answer()
    assert said == [True]
    storage.answer()
    assert said == [True, True, True]
    draft.set("title", "abc")
    autosave.when_saved(said.append)
    storage.answer(OutsideError("No."))
    assert said[-1] is False


def test_leaving_a_field_saves_at_once(
    qtbot: QtBot, kept: list[QWidget], open_draft: Open, watch: Watch, storage: Storage
) -> None:
    line, other = QLineEdit(), QLineEdit()
    for widget in (line, other):
        kept.append(widget)
        widget.show()
    qtbot.waitUntil(other.isActiveWindow)
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    draft = open_draft()
    watch(draft, delay=60_000)
    draft.set("title", "a")
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: len(storage.given) == 1)


def test_the_answer_may_come_from_another_thread(
    qtbot: QtBot, open_draft: Open, watch: Watch, storage: Storage
) -> None:
    draft = open_draft()
    autosave = watch(draft)
    where: list[threading.Thread] = []
    autosave.state_changed.connect(lambda: where.append(threading.current_thread()))
    draft.set("title", "a")
    autosave.save_now()
    worker = threading.Thread(target=storage.answer)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: autosave.state == "saved")
    assert set(where) == {threading.main_thread()}


def test_an_answer_counts_once(open_draft: Open, watch: Watch, storage: Storage) -> None:
    draft = open_draft()
    autosave = watch(draft)
    draft.set("title", "a")
    autosave.save_now()
    late = storage.answers[0]
    storage.answer()
    draft.set("title", "ab")
    autosave.save_now()
    late(None)
    assert state(autosave) == "saving"
