"""What an import shows while there is nothing to match: the file is read, or it cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.layout import Item, box, row, stretch
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.work_bar import WorkBar
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.mapping.header_row import HeaderRow


class ReadingState(EmptyState):
    """The file is being looked at.

    Args:
        desk: For the words.
        file: Its name.
        leave: Stops and leaves.
    """

    def __init__(self, desk: Desk, file: str, leave: Callable[[], object]) -> None:
        text = desk.language.text
        self._text = text
        self._bar = WorkBar(text(N_("Cancel")))
        held = box(row((self._bar, 1)))
        sized(held, width=460)
        super().__init__(
            text(N_("Reading the file")), text(N_("Nothing is written until you import.")),
            row(stretch(), held, stretch()), icon="file-spreadsheet",
        )  # fmt: skip
        self._bar.begin(file, leave)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        words = self._text(N_("{n} of {all} rows")).format(n=f"{done:,}", all=f"{total:,}") if total else ""
        self._bar.show_progress(done, total, words)


class RefusedState(EmptyState):
    """The file cannot be read.

    Args:
        desk: For the words.
        error: Why.
        again: Asks for another file.
        leave: Leads back.
        headers: Names the row of the headers, where that is what helps.
    """

    def __init__(
        self,
        desk: Desk,
        error: WorkbenchError,
        again: Callable[[], object],
        leave: Callable[[], object],
        headers: HeaderRow | None = None,
    ) -> None:
        text = desk.language.text
        other = Button(text(N_("Choose another file…")), "primary", icon="upload", on_click=again)
        back = Button(text(N_("Back")), on_click=leave)
        title = text(N_("This file cannot be imported"))
        said = " ".join(part for part in (error.message, error.hint) if part)
        ways: list[Item] = [row(stretch(), headers, stretch()), 8] if headers is not None else []
        super().__init__(title, said, *ways, row(stretch(), back, other, stretch()), icon="triangle-alert")
        self.setFocusProxy(other)
