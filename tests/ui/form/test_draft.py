"""The draft: one notice a change, undo that merges typing, issues once a burst, unread text kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.form.conftest import Ticks
from tests.ui.form.everything import FILLED, Everything, Person
from workbench.base.errors import NotFoundError
from workbench.fields.issue import Issue
from workbench.ui.form.draft import MOST_STEPS, Draft, within
from workbench.ui.form.edit import MERGE_SECONDS

Open = Callable[..., Draft]


def told(draft: Draft) -> list[str]:
    """The notices of a draft from now on."""
    heard: list[str] = []
    draft.changed.connect(heard.append)
    return heard


def test_a_change_is_one_notice_and_shares_the_rest(open_draft: Open) -> None:
    draft = open_draft()
    heard = told(draft)
    draft.set("people[k2].name", "Dan")
    assert heard == ["people[k2].name"]
    assert draft.value("people[k2].name") == "Dan"
    assert draft.root.people[0] is FILLED.people[0]
    assert draft.root.calendars is FILLED.calendars


def test_an_equal_value_is_no_change(open_draft: Open) -> None:
    draft = open_draft()
    heard = told(draft)
    draft.set("share", Decimal("0.50"))
    draft.set("title", FILLED.title)
    assert heard == []
    assert not draft.stack.canUndo()


def test_yes_is_not_one(open_draft: Open) -> None:
    draft = open_draft(Everything(score=1))
    draft.set("score", 1)
    draft.set("counts_again", True)
    assert draft.stack.count() == 1


def test_keystrokes_on_one_path_merge_within_a_second(open_draft: Open, ticks: Ticks) -> None:
    draft = open_draft()
    for letter in ("N", "No", "Nor"):
        draft.set("title", letter)
        ticks.now += MERGE_SECONDS * 0.9
    assert draft.stack.count() == 1
    ticks.now += MERGE_SECONDS
    draft.set("title", "Nort")
    assert draft.stack.count() == 2
    draft.stack.undo()
    assert draft.root.title == "Nor"
    draft.stack.undo()
    assert draft.root is FILLED


def test_another_path_another_row_or_an_undo_ends_the_merge(open_draft: Open) -> None:
    draft = open_draft()
    draft.set("title", "a")
    draft.set("contact", "b@c.de")
    draft.set("title", "ab")
    assert draft.stack.count() == 3
    draft.stack.undo()
    draft.set("contact", "b@c.de.example")
    assert draft.stack.count() == 3
    draft.seal()
    draft.set("contact", "b@c.de")
    assert draft.stack.count() == 4


def test_typing_back_to_the_start_leaves_no_step(open_draft: Open) -> None:
    draft = open_draft()
    draft.set("title", "x")
    draft.set("title", FILLED.title)
    assert draft.stack.count() == 0
    assert draft.stack.undoText() == ""
    draft.set("title", "y")
    assert draft.stack.count() == 1


def test_undo_and_redo_say_what_they_do(open_draft: Open) -> None:
    draft = open_draft()
    draft.set("title", "x")
    assert draft.stack.undoText() == "change of Term used in the agreement"
    draft.remove_row("people", "k1")
    assert draft.stack.undoText() == "removal of Elena Marsh"
    draft.stack.undo()
    assert draft.stack.redoText() == "removal of Elena Marsh"
    draft.insert_row("people")
    assert draft.stack.undoText() == "new person"
    draft.move_row("people", "k3", 0)
    assert draft.stack.undoText() == "move of Tomás Rivera"


def test_undo_and_redo_ask_to_show_the_place(open_draft: Open) -> None:
    draft = open_draft()
    places: list[str] = []
    draft.show.connect(places.append)
    draft.set("people[k2].name", "Dan")
    draft.remove_row("people", "k1")
    assert places == []
    draft.stack.undo()
    draft.stack.undo()
    draft.stack.redo()
    assert places == ["people", "people[k2].name", "people[k2].name"]


def test_rows_come_go_and_move(open_draft: Open) -> None:
    draft = open_draft()
    key = draft.insert_row("people", index=1)
    assert [row.key for row in draft.root.people] == ["k1", key, "k2", "k3"]
    assert draft.insert_row("people", Person("own", "Ida")) == "own"
    draft.move_row("people", "own", 0)
    assert draft.root.people[0].name == "Ida"
    heard = told(draft)
    draft.move_row("people", "own", 0)
    assert heard == []
    draft.remove_row("people", key)
    with pytest.raises(NotFoundError):
        draft.remove_row("people", key)
    while draft.stack.canUndo():
        draft.stack.undo()
    assert draft.root == FILLED


def test_an_unnamed_row_is_called_so(open_draft: Open) -> None:
    draft = open_draft()
    key = draft.insert_row("people")
    assert dict(draft.rows_at("people"))[key] == "unnamed person"
    assert draft.shown.label_of("people", "nobody") == "a removed entry"
    assert draft.rows_at("nowhere") == ()


def test_the_whole_tree_is_exchanged_as_one_step(open_draft: Open) -> None:
    draft = open_draft()
    heard = told(draft)
    draft.replace(Everything(title="From a colleague"), "merge with a bundle")
    assert heard == [""]
    assert draft.stack.undoText() == "merge with a bundle"
    draft.stack.undo()
    assert draft.root is FILLED


def test_opening_another_tree_has_no_way_back(open_draft: Open) -> None:
    draft = open_draft()
    draft.set("title", "x")
    draft.keep_unread("score", "sixty")
    draft.open(Everything())
    assert not draft.stack.canUndo()
    assert draft.unread == {}


def test_issues_are_found_once_a_burst(qtbot: QtBot) -> None:
    searches: list[str] = []

    def rules(root: Everything) -> tuple[()]:
        searches.append(root.title)
        return ()

    draft = Draft(Everything(), rules=rules)
    for text in ("a", "ab", "abc"):
        draft.set("title", text)
    assert searches == [""]
    qtbot.waitUntil(lambda: len(searches) > 1)
    assert searches == ["", "abc"]


def test_issues_are_told_when_they_differ(open_draft: Open, qtbot: QtBot) -> None:
    draft = open_draft()
    assert [issue.path for issue in draft.issues] == ["period"]
    with qtbot.waitSignal(draft.issues_changed):
        draft.set("period", "month")
    assert draft.issues == ()
    draft.insert_row("people")
    qtbot.waitUntil(lambda: bool(draft.issues))
    assert [issue.code for issue in draft.issues_inside("people")] == ["missing"]
    assert draft.issues_at("people") == ()


def test_unread_text_lasts_until_the_place_changes(open_draft: Open, qtbot: QtBot) -> None:
    draft = open_draft()
    with qtbot.waitSignal(draft.issues_changed):
        draft.keep_unread("people[k2].email", "dan at home")
    draft.set("title", "x")
    draft.move_row("people", "k3", 0)
    assert draft.unread == {"people[k2].email": "dan at home"}
    draft.remove_row("people", "k2")
    assert draft.unread == {}


def test_five_hundred_steps_are_kept(open_draft: Open) -> None:
    draft = open_draft()
    for number in range(MOST_STEPS + 50):
        draft.seal()
        draft.set("title", f"{number}")
    assert draft.stack.count() == MOST_STEPS


@pytest.mark.parametrize(
    ("path", "place", "expected"),
    [
        ("a.b", "", True),
        ("a.b", "a", True),
        ("a[k].b", "a", True),
        ("ab", "a", False),
        ("a", "a.b", False),
        ("a", "a", True),
    ],
)
def test_within(path: str, place: str, expected: bool) -> None:
    assert within(path, place) is expected


def test_a_search_in_pieces_ends_with_what_the_rules_find_and_begins_anew_after_a_change(qtbot: QtBot) -> None:
    looked: list[str] = []

    def search(root: Everything) -> Iterator[tuple[Issue, ...] | None]:
        looked.append(root.title)
        yield None
        looked.append(root.title)
        yield (Issue("title", "error", "odd", root.title),)

    draft = Draft(Everything(), search=search)
    draft.set("title", "first")
    draft._find_issues()
    draft.set("title", "second")
    qtbot.waitUntil(lambda: [issue.code for issue in draft.issues] == ["odd"])
    assert looked == ["first", "second", "second"]


def test_it_says_when_the_rules_are_through_whatever_they_found(open_draft: Open, qtbot: QtBot) -> None:
    draft = open_draft()
    before = draft.issues
    with qtbot.assertNotEmitted(draft.issues_changed), qtbot.waitSignal(draft.searched):
        draft.set("title", "x")
    assert draft.issues == before
