"""Finds rows of a long list by words anywhere in them. Must not know what the rows mean, nor how they are shown."""

from __future__ import annotations

from collections.abc import Callable

from workbench.base.language import N_, Language
from workbench.fields.declare import fields_of
from workbench.fields.value import Row, Shown
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Panel, row
from workbench.ui.parts.search import SearchField
from workbench.ui.parts.sizing import sized

WIDTH = 210
MOST_AT_ONCE = 20
"""Rows shown before somebody asks for more; longer lists can be searched."""


class RowFinding:
    """A search field beside a long list's title, and how many rows were found; short lists have none.

    Args:
        head: The line of the list's title.
        called: The list's name.
        language: Of the window.
        changed: Called when other rows are to be shown.
    """

    def __init__(self, head: Box, called: str, language: Language, changed: Callable[[], object]) -> None:
        self._head, self._called, self._language, self._changed = head, called, language, changed
        self._words = ""
        self._made: tuple[Panel, SearchField, Label] | None = None

    def choose(self, rows: tuple[Row, ...], shown: Shown) -> tuple[Row, ...]:
        """The rows that have every word typed; all of them while nothing is typed."""
        is_long = len(rows) > MOST_AT_ONCE
        if self._made is None and not is_long:
            return rows
        panel, _, says = self._parts()
        wanted = self._words.split()
        set_shown(panel, is_long or bool(wanted))
        found = tuple(one for one in rows if all(word in _words_of(one, shown) for word in wanted)) if wanted else rows
        words = self._language.text(N_("{n} of {all}")).format(n=len(found), all=len(rows))
        says.setText(words if wanted else "")
        return found

    def clear(self) -> None:
        """Show all rows; whoever asks arranges them."""
        self._words = ""
        if self._made is not None and self._made[1].text():
            self._made[1].clear()

    def _parts(self) -> tuple[Panel, SearchField, Label]:
        if self._made is None:
            text = self._language.text
            field = SearchField(text(N_("Find a row")), name=text(N_("Find in {list}")).format(list=self._called))
            sized(field, width=WIDTH)
            field.searched.connect(self._on_searched)
            says = Label("", "tiny", figures=True)
            self._made = (Panel(row(says, field, gap=8)), field, says)
            self._head.put(self._made[0])
        return self._made

    def _on_searched(self, words: str) -> None:
        if words.casefold().strip() != self._words:
            self._words = words.casefold().strip()
            self._changed()


def _words_of(one: Row, shown: Shown) -> str:
    """Everything a row says, for comparing."""
    values = ((field.kind, getattr(one, name)) for name, field in fields_of(type(one)).items())
    return "\n".join(kind.format(value, shown) for kind, value in values if not kind.is_empty(value)).casefold()
