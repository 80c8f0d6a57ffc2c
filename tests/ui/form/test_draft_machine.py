"""Whatever is edited in whatever order: undoing all returns to the start, redoing all to the end."""

from __future__ import annotations

from typing import Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.support.trees import values
from tests.ui.form import everything
from tests.ui.form.conftest import Ticks
from workbench.fields.codec import canonical
from workbench.fields.links import RowsKind
from workbench.fields.path import row_path, walk
from workbench.ui.form.draft import Draft

LISTS = ("people", "calendars", "calendars[c1].hours", "calendars[c1].holidays")


class Editing(RuleBasedStateMachine):
    """Random edits of the tree with every kind, with undo and redo among them."""

    @initialize()
    def open(self) -> None:
        self.ticks = Ticks()
        self.start = everything.FILLED
        self.draft = Draft(self.start, shown=everything.shown, ticks=self.ticks)
        self.seen: list[Any] = []
        self.draft.changed.connect(lambda _path: self.seen.append(self.draft.root))

    def lists(self) -> list[tuple[str, Any]]:
        return [(path, value) for path, field, value in walk(self.draft.root) if isinstance(field.kind, RowsKind)]

    @rule(data=st.data(), pause=st.sampled_from([0.0, 0.5, 2.0]))
    def set_a_field(self, data: st.DataObject, pause: float) -> None:
        self.ticks.now += pause
        places = [
            (path, field)
            for path, field, _ in walk(self.draft.root)
            if not isinstance(field.kind, RowsKind) and field.kind.name != "code"
        ]
        path, field = data.draw(st.sampled_from(places))
        value = data.draw(values(field.kind))
        self.draft.set(path, value)
        assert self.draft.value(path) == value

    @rule(data=st.data(), letters=st.text("abc", min_size=1, max_size=4))
    def type_a_word(self, data: st.DataObject, letters: str) -> None:
        path = data.draw(st.sampled_from(["title", "wording", "contact"]))
        before = self.draft.stack.count()
        for end in range(1, len(letters) + 1):
            self.draft.set(path, letters[:end])
        assert self.draft.stack.count() <= before + 1

    @rule(data=st.data())
    def add_a_row(self, data: st.DataObject) -> None:
        path, rows = data.draw(st.sampled_from(self.lists()))
        key = self.draft.insert_row(path, index=data.draw(st.integers(0, len(rows))))
        assert self.draft.value(row_path(path, key)).key == key

    @rule(data=st.data())
    def remove_a_row(self, data: st.DataObject) -> None:
        filled = [(path, rows) for path, rows in self.lists() if rows]
        if filled:
            path, rows = data.draw(st.sampled_from(filled))
            self.draft.remove_row(path, data.draw(st.sampled_from(rows)).key)

    @rule(data=st.data())
    def move_a_row(self, data: st.DataObject) -> None:
        filled = [(path, rows) for path, rows in self.lists() if len(rows) > 1]
        if filled:
            path, rows = data.draw(st.sampled_from(filled))
            key = data.draw(st.sampled_from(rows)).key
            self.draft.move_row(path, key, data.draw(st.integers(0, len(rows) - 1)))

    @rule()
    def undo(self) -> None:
        self.draft.stack.undo()

    @rule()
    def redo(self) -> None:
        self.draft.stack.redo()

    @invariant()
    def the_last_notice_told_of_this_tree(self) -> None:
        if hasattr(self, "seen") and self.seen:
            assert self.seen[-1] is self.draft.root

    def teardown(self) -> None:
        if not hasattr(self, "draft"):
            return
        end, index = self.draft.root, self.draft.stack.index()
        while self.draft.stack.canUndo():
            self.draft.stack.undo()
        assert canonical(self.draft.root) == canonical(self.start)
        assert self.draft.root == self.start
        while self.draft.stack.index() < index:
            self.draft.stack.redo()
        assert self.draft.root == end
        self.draft.deleteLater()


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=25, stateful_step_count=30)
