"""Looking for a text in the pages of a PDF: where it stands, and which of the places is looked at.

The looking is a job. Must not know widgets.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workbench.services.page_pictures import Found, find_text
from workbench.ui.errands import Errands
from workbench.ui.parts.paper import Hit


class FileSearch(QObject):
    """The places of a text.

    Attributes:
        changed: Emitted when there are others, or another one is looked at.
        number: Which one is looked at, counted from 0; -1 for none.

    Args:
        errands: Does the looking.
        parent: Owner.
    """

    changed = Signal()

    def __init__(self, errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._errands = errands
        self._words = ""
        self._places: tuple[Found, ...] = ()
        self.number = -1

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self._places)

    @property
    def page(self) -> int:
        """The page of the place that is looked at, counted from 0; -1 for none."""
        return self._places[self.number].page if 0 <= self.number < self.count else -1

    @property
    def top(self) -> float:
        """The upper edge of the place that is looked at, as a share of its page."""
        boxes = self._places[self.number].boxes if 0 <= self.number < self.count else ()
        return boxes[0][1] if boxes else 0.0

    def look_for(self, data: bytes, words: str, page: int) -> None:
        """Look for words; from a page on, counted from 0, the first place is looked at.

        Args:
            data: The PDF.
            words: Empty to look for nothing any more.
            page: The page that is shown.
        """
        self._words = words
        if not words.strip() or not data:
            self._take((), page)
            return
        self._errands.work(
            lambda _report, _cancel: find_text(data, words), lambda found: self._take(found, page), key="find"
        )

    def look_again(self, data: bytes) -> None:
        """The same words in the same document made anew; the place that is looked at stays."""
        if not self._words.strip():
            return
        words, number = self._words, self.number

        def found(places: tuple[Found, ...]) -> None:
            self._places = places
            self.number = min(max(number, 0), len(places) - 1)
            self.changed.emit()

        self._errands.work(lambda _report, _cancel: find_text(data, words), found, key="find")

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before; round at the ends."""
        if self._places:
            self.number = (self.number + by) % len(self._places)
            self.changed.emit()

    def hits(self, page: int) -> tuple[Hit, ...]:
        """What is marked on a page."""
        return tuple(
            Hit(*box, chosen=number == self.number)
            for number, place in enumerate(self._places)
            if place.page == page
            for box in place.boxes
        )

    def _take(self, places: tuple[Found, ...], page: int) -> None:
        self._places = places
        first = next((number for number, one in enumerate(places) if one.page >= page), 0)
        self.number = first if places else -1
        self.changed.emit()
