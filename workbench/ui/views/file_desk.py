"""A PDF as it will be read: one page on a desk, with a bar to turn pages and to zoom, and a place pointed at.

Pages are drawn by jobs; the bytes stay what they are. Must not know what the document is about.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.services.page_pictures import WIDEST, PagesSeen, Picture, SignaturePlace, page_picture, see_pages
from workbench.ui.errands import Errands
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.layout import Item, Panel, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.paper import Paper, Spot, blank_page
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.desk import Desk
from workbench.ui.views.file_bar import FileBar
from workbench.ui.views.file_search import FileSearch
from workbench.ui.views.find_bar import FindBar
from workbench.ui.views.page_size import PageSize

EDGE, TOP = 28, 22
LOOKED_AT = "eye"
"""The icon of what is made for the screen only."""

PAUSE_MS = 60
"""While the window is dragged larger, the page waits until it rests."""

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class _Views(QStackedWidget):
    """The pages, or a message instead of them."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self._pages = pages
        self._message: QWidget | None = None
        self.addWidget(pages)

    def show_pages(self) -> None:
        """The pages; a message is gone."""
        self.setCurrentWidget(self._pages)
        if self._message is not None:
            self.removeWidget(self._message)
            self._message.deleteLater()
            self._message = None

    def show_instead(self, message: QWidget) -> None:
        """A message."""
        self.show_pages()
        self._message = message
        self.addWidget(message)
        self.setCurrentWidget(message)


class FileDesk(Panel):
    """Shows one PDF.

    Args:
        desk: The window and its session.
        tools: At the right end of the bar, such as a button to save the file.
        before: At its left end, such as the way back.
    """

    def __init__(self, desk: Desk, *, tools: tuple[Item, ...] = (), before: tuple[Item, ...] = ()) -> None:
        self._data, self._is_file = b"", True
        self._seen: PagesSeen | None = None
        self._page, self._size = 0, PageSize()
        self._place: SignaturePlace | None = None
        self._wanted = ("", "", False)
        self.bar = FileBar(desk.language, before=before, tools=tools)
        self._paper = Paper(name=desk.language.text(N_("Page")))
        held = Panel(column(row(stretch(), self._paper, stretch()), stretch(), margins=(0, TOP, 0, TOP)), role="desk")
        self._scroller = Scroller(held, role="desk")
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._views = _Views(self._scroller)
        self._find = FindBar(desk.language)
        super().__init__(column(self.bar, self._find, (self._views, 1), gap=0), role="desk")
        self.bar.turned.connect(self.turn)
        self.bar.zoomed.connect(self.zoom)
        self.bar.fitted.connect(self.fit_page)
        self.bar.finding.connect(self.ask_find)
        self._errands = Errands(desk.session, self)
        self._search = FileSearch(self._errands, self)
        self._search.changed.connect(self._on_found)
        self._find.searched.connect(lambda words: self._search.look_for(self._data, words, self._page))
        self._find.stepped.connect(self._search.step)
        self._drawing = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._drawing.timeout.connect(self._draw)
        theme().follow(self)
        self._tell()

    @property
    def page(self) -> int:
        """The page shown, counted from 0."""
        return self._page

    @property
    def count(self) -> int:
        """How many pages there are; 0 while nobody knows."""
        return self._seen.count if self._seen is not None else 0

    def show_file(self, data: bytes, title: str, *, icon: str = "lock-keyhole", page: int = 0) -> None:
        """Show a PDF.

        Args:
            data: Its bytes.
            title: What it is, in the bar.
            icon: Before the title.
            page: Shown first, counted from 0.
        """
        self._data, self._seen, self._page = data, None, page
        self._is_file = icon != LOOKED_AT
        self._place, self._wanted = None, ("", "", False)
        self.bar.show_title(title, icon)
        self._tell()
        self._errands.work(lambda _report, _cancel: see_pages(data), self._on_seen, self._on_failed, key="see")

    def show_again(self, data: bytes, title: str, *, icon: str = LOOKED_AT) -> None:
        """Show the same document made anew: the page, its place and the search stay, and nothing flickers.

        Its length is not told: what is made for the screen is not the file.
        """
        self._is_file = False
        if self._seen is None:
            self.show_file(data, title, icon=icon)
            return
        self.bar.show_title(title, icon)

        def seen(pages: PagesSeen) -> None:
            self._data, self._seen = data, pages
            self._page = min(self._page, max(0, pages.count - 1))
            self._draw()
            self._search.look_again(data)

        self._errands.work(lambda _report, _cancel: see_pages(data), seen, self._on_failed, key="see")

    def ask_find(self) -> None:
        """Look for a text in the pages; asked again, go on to the next place."""
        if self._find.isVisible() and self._search.count:
            self._search.step(1)
        elif self.count:
            self._find.ask()

    def find_back(self) -> None:
        """Back to the place found before."""
        self._search.step(-1)

    def show_message(self, title: str, text: str = "", *items: Item, icon: str = "file-text") -> None:
        """Say something instead of a page: it is being made, or it cannot be shown."""
        self._data, self._seen = b"", None
        self.bar.show_title("", icon)
        self._views.show_instead(EmptyState(title, text, *items, icon=icon))
        self._tell()

    def point_at(self, field: str, words: str = "", *, outline: bool = True) -> None:
        """Turn to a signature field, as soon as the pages are known.

        Args:
            field: Its name.
            words: On a flag at the outline.
            outline: Draw a frame around it.
        """
        self._wanted = (field, words, outline)
        if self._seen is None:
            return
        place = self._seen.place(field)
        self._place = place if outline else None
        if place is not None and place.page != self._page:
            self._page = place.page
        self._draw()
        if place is not None:
            QTimer.singleShot(0, self, lambda: self._bring_into_view(place.top + place.height / 2))

    def turn(self, pages: int) -> None:
        """Go on or back by some pages."""
        self.show_page(self._page + pages)

    def show_page(self, page: int) -> None:
        """Go to a page, counted from 0; one that is not there changes nothing."""
        if 0 <= page < self.count and page != self._page:
            self._page = page
            self._scroller.verticalScrollBar().setValue(0)
            self._draw()

    def fit_page(self) -> None:
        """Show the whole page."""
        self._size.fit_page()
        self._draw()

    def zoom(self, step: int) -> None:
        """One step larger or smaller; 0 for as wide as there is room."""
        self._size.step(step, self._shown_percent())
        self._draw()

    def restyle(self, _look: Look) -> None:
        """Another scale needs another picture."""
        self._drawing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page fits the width, once it rests."""
        super().resizeEvent(event)
        if self._size.follows:
            self._drawing.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it is known how much room there is."""
        super().showEvent(event)
        self._drawing.start()

    def listen(self, page: QWidget) -> None:
        """Turn pages and zoom by key wherever the focus is on a page that holds this."""
        for keys, do in _keys(self):
            QShortcut(QKeySequence(keys), page, do, context=_HERE)

    def leaf(self, step: int) -> None:
        """A screen on or back; over the page's edge, the next page or the one before."""
        bar = self._scroller.verticalScrollBar()
        if (step > 0 and bar.value() >= bar.maximum()) or (step < 0 and bar.value() <= bar.minimum()):
            self.turn(step)
            if step < 0:
                bar.setValue(bar.maximum())
            return
        bar.setValue(bar.value() + step * round(bar.pageStep() * 0.9))

    # Pictures

    def _on_seen(self, seen: PagesSeen) -> None:
        self._seen = seen
        self._page = min(self._page, max(0, seen.count - 1))
        self._views.show_pages()
        self._paper.show_page(blank_page(595, 842), self.bar.page_words(self._page, self.count))
        field, words, outline = self._wanted
        if field:
            self.point_at(field, words, outline=outline)
        else:
            self._draw()

    def _on_failed(self, error: WorkbenchError) -> None:
        self.show_message(error.message, error.hint, icon="triangle-alert")

    def _draw(self) -> None:
        """Have the page drawn as wide as it is shown, in the screen's own pixels."""
        self._tell()
        if self._seen is None or not self.isVisible() or not self.count:
            return
        look = theme().look
        width = self._width()
        pixels = min(WIDEST, round(look.px(width) * self.devicePixelRatioF()))
        data, page = self._data, self._page
        self._paper.set_width(width)
        self._errands.work(
            lambda _report, _cancel: page_picture(data, page, pixels),
            lambda picture: self._on_picture(data, page, picture), self._on_failed, key="draw",
        )  # fmt: skip

    def _on_picture(self, data: bytes, page: int, picture: Picture) -> None:
        if data is not self._data:  # of the file before
            return
        place = self._place if self._place is not None and self._place.page == page else None
        spot = Spot(place.left, place.top, place.width, place.height, self._wanted[1]) if place is not None else None
        self._paper.show_page(_image(picture), self.bar.page_words(self._page, self.count), spot)
        self._paper.show_hits(self._search.hits(page))

    def _on_found(self) -> None:
        """To the place that is looked at."""
        search = self._search
        self._find.show_where(search.number, search.count)
        if search.page >= 0 and search.page != self._page:
            self.show_page(search.page)
        else:
            self._paper.show_hits(search.hits(self._page))
        if search.page >= 0:
            self._bring_into_view(search.top)

    def _width(self) -> float:
        """In design pixels."""
        assert self._seen is not None  # asked only then
        scale, room = theme().look.scale, self._scroller.viewport().size()
        return self._size.width(
            self._seen.sizes[self._page], (room.width() / scale - 2 * EDGE, room.height() / scale - 2 * TOP)
        )

    def _shown_percent(self) -> int:
        if self._seen is None or not self.count:
            return 100
        return round(self._width() / self._seen.sizes[self._page][0] * 100)

    def _bring_into_view(self, share: float) -> None:
        middle = round(share * self._paper.height())
        self._scroller.ensureVisible(0, middle + theme().look.px(TOP), 0, self._scroller.viewport().height() // 3)

    def _tell(self) -> None:
        self.bar.show_count(self._page, self.count, len(self._data) if self._is_file else 0)
        self.bar.show_percent(self._shown_percent())


def _keys(desk: FileDesk) -> tuple[tuple[str, Callable[[], None]], ...]:
    return (
        ("PgUp", lambda: desk.leaf(-1)), ("PgDown", lambda: desk.leaf(1)),
        ("Ctrl++", lambda: desk.zoom(1)), ("Ctrl+=", lambda: desk.zoom(1)), ("Ctrl+-", lambda: desk.zoom(-1)),
        ("Ctrl+0", lambda: desk.zoom(0)), ("Ctrl+9", desk.fit_page), ("F3", desk.ask_find),
        ("Shift+F3", desk.find_back),
    )  # fmt: skip


def _image(picture: Picture) -> QImage:
    """As Qt shows it."""
    format_ = QImage.Format.Format_RGB888
    return QImage(picture.rgb, picture.width, picture.height, picture.width * 3, format_).copy()
