"""The bar over a PDF: what it is, which page, how large. Must not know pages."""

from __future__ import annotations

from PySide6.QtCore import Signal

from workbench.base.language import N_, Language
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, row
from workbench.ui.parts.tool_button import ToolButton


class FileBar(Panel):
    """The bar.

    Attributes:
        turned: Emitted with how many pages to go on; below 0 to go back.
        zoomed: Emitted with 1 for larger, -1 for smaller.
        fitted: Emitted when the whole page shall be seen.
        finding: Emitted when a text shall be looked for.

    Args:
        language: For the words.
        before: At the left end, such as the way back.
        tools: At the right end, such as a button to save the file.
    """

    turned = Signal(int)
    zoomed = Signal(int)
    fitted = Signal()
    finding = Signal()

    def __init__(self, language: Language, *, before: tuple[Item, ...] = (), tools: tuple[Item, ...] = ()) -> None:
        text = language.text
        self._language = language
        self._icon = IconLabel("lock-keyhole", "muted", 15)
        self._title, self._facts = ElidingLabel("", "h3"), ElidingLabel("", "tiny", figures=True)
        self._back = ToolButton("chevron-left", text(N_("Previous page")), on_click=lambda: self.turned.emit(-1))
        self._on = ToolButton("chevron-right", text(N_("Next page")), on_click=lambda: self.turned.emit(1))
        self._where = Label("", "tiny", figures=True)
        self._smaller = ToolButton("zoom-out", text(N_("Smaller")), on_click=lambda: self.zoomed.emit(-1))
        self._larger = ToolButton("zoom-in", text(N_("Larger")), on_click=lambda: self.zoomed.emit(1))
        self._size = Label("", "tiny", figures=True)
        self._whole = ToolButton("file-text", text(N_("Whole page (Ctrl+9)")), on_click=self._ask_whole)
        self._find = ToolButton("search", text(N_("Find in the pages (F3)")), on_click=self._ask_find)
        super().__init__(
            row(
                *before, self._icon, self._title, (self._facts, 1), self._back, self._where, self._on, 4,
                self._smaller, self._size, self._larger, self._whole, self._find, *tools, margins=(16, 7, 12, 7), gap=6,
            ),
            role="bar",
        )  # fmt: skip
        self.show_count(0, 0, 0)

    def _ask_whole(self) -> None:
        self.fitted.emit()

    def _ask_find(self) -> None:
        self.finding.emit()

    def show_title(self, title: str, icon: str) -> None:
        """Say what the file is."""
        self._title.setText(title)
        self._icon.show_icon(icon)
        self._icon.setVisible(bool(title))

    def show_count(self, page: int, count: int, length: int) -> None:
        """Say which page is shown, counted from 0, of how many, and how long the file is in bytes; 0 for unknown."""
        size = self._language.text(N_("{n} kB")).format(n=max(1, round(length / 1000))) if length else ""
        pages = self._language.count(N_("{n} page"), N_("{n} pages"), count).format(n=count) if count else ""
        self._facts.setText(", ".join(part for part in (pages, size) if part))
        self._where.setText(self.page_words(page, count))
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page + 1 < count)
        for widget in (self._back, self._on, self._where, self._smaller, self._larger, self._size, self._whole,
                       self._find):  # fmt: skip
            widget.setVisible(count > 0)

    def show_percent(self, percent: int) -> None:
        """Say how large the page is shown."""
        self._size.setText(f"{percent}%")

    def page_words(self, page: int, count: int) -> str:
        """`Page 12 of 12`."""
        return self._language.text(N_("Page {n} of {all}")).format(n=page + 1, all=count) if count else ""
