"""What is still open, place by place: pressed, a point brings its place into view. Must not know pages or rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from workbench.agreement.contents import SECTION, SECTIONS
from workbench.agreement.labels import path_label
from workbench.agreement.rules.skipped import section_of
from workbench.base.language import N_, Language
from workbench.fields.issue import Issue, Severity
from workbench.ui.form.draft import Draft, within
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.button import Button
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, box, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.popover import Popover
from workbench.ui.parts.press_row import PressRow
from workbench.ui.parts.shorten import shorten
from workbench.ui.parts.sizing import sized
from workbench.ui.theme.theme import theme
from workbench.ui.views.agree.repairing import carry_out, repair_now

GLYPHS: Final[dict[Severity, tuple[str, str]]] = {
    "error": ("octagon-alert", "bad"),
    "warning": ("triangle-alert", "warn"),
    "hint": ("info", "accent_text"),
}
SAID: Final[dict[Severity, str]] = {
    "error": N_("stands against signing"),
    "warning": N_("to look at"),
    "hint": N_("advice"),
}
ORDER: Final[dict[Severity, int]] = {"error": 0, "warning": 1, "hint": 2}
TALLEST, AROUND = 420, 110
"""Design pixels of the list of all points, and of what stands around it."""
LONGEST = 40
"""Letters of what can be done that fit beside the form."""
INDENT = 26
"""Design pixels to where a point's words begin."""


@dataclass(frozen=True)
class Point:
    """Something open.

    Attributes:
        path: Where.
        severity: How grave.
        where: The place in words, without its section.
        what: The sentence.
        issue: What the rules found; nothing where typed text cannot be read.
    """

    path: str
    severity: Severity
    where: str
    what: str
    issue: Issue | None = None


def points(draft: Draft, language: Language, place: str = "") -> tuple[Point, ...]:
    """What is open at and inside a place, gravest first; text that no field could read counts."""
    return tuple(_point(draft, one, language) for one in open_at(draft, place))


def open_at(draft: Draft, place: str = "") -> tuple[str | Issue, ...]:
    """As `points`, not yet in words: what the rules found, and paths of text that no field could read."""
    unread: list[str | Issue] = [path for path in draft.unread if within(path, place)]
    found = [one for one in draft.issues if within(one.path, place) and one.path not in draft.unread]
    return tuple(sorted([*unread, *found], key=lambda one: ORDER["error" if isinstance(one, str) else one.severity]))


def _point(draft: Draft, one: str | Issue, language: Language) -> Point:
    if isinstance(one, str):
        return Point(
            one, "error", _where(draft, one, language), language.text(N_("What is typed here cannot be read."))
        )
    return Point(one.path, one.severity, _where(draft, one.path, language), one.message(language), one)


def _where(draft: Draft, path: str, language: Language) -> str:
    words = path_label(draft.root, path, language)
    title = language.text(SECTION[section_of(path)].title) if section_of(path) in SECTION else ""
    return words.removeprefix(f"{title}, ") if title else words


class PointRow(Panel):
    """A point to press; with the draft, also what can be done about it at once.

    Args:
        point: What is open.
        language: Of the window.
        go: Brings a place into view.
        draft: What is repaired.
    """

    def __init__(
        self, point: Point, language: Language, go: Callable[[str], object], draft: Draft | None = None
    ) -> None:  # fmt: skip
        self._language, self._go, self._draft = language, go, draft
        self._point = point
        self._where, self._what = ElidingLabel("", "h3", middle=True), Label("", "tiny", wrap=True)
        self._icon = IconLabel(*GLYPHS[point.severity], 15)
        words = column(self._where, self._what, gap=0)
        icon = column(2, self._icon, stretch(), gap=0)
        self._row = PressRow(row(icon, (words, 1), gap=8), says="", on_press=lambda: go(self._point.path))
        self._mends: Button | None = None
        self._lines = column(self._row, gap=0)
        super().__init__(self._lines)
        self.show_point(point)

    def show_point(self, point: Point) -> None:
        """Show another point, or other words for the same one."""
        text = self._language.text
        self._point = point
        self._icon.show_icon(*GLYPHS[point.severity])
        self._where.setText(point.where)
        self._what.setText(point.what)
        said = text(SAID[point.severity])
        self._row.setAccessibleName(f"{said}: {point.where}. {point.what}")
        issue, draft = point.issue, self._draft
        repair = repair_now(draft, issue) if draft is not None and issue is not None else None
        if repair is not None and self._mends is None:
            self._mends = Button("", "link", icon="check", on_click=self._mend)
            self._lines.put(row(INDENT, self._mends, stretch(), gap=0))
        if self._mends is not None:
            words = repair.words(self._language) if repair is not None else ""
            self._mends.setText(shorten(words, LONGEST))
            self._mends.setToolTip(words)
            self._mends.setAccessibleName(text(N_("Repair: {what}")).format(what=words))
            set_shown(self._mends, repair is not None)

    def _mend(self) -> None:
        issue, draft = self._point.issue, self._draft
        if draft is not None and issue is not None:
            done = carry_out(draft, issue, self._language)
            if done is not None:
                self._go(done.path)


class OpenPoints(Panel):
    """The open points of one section, at most a few.

    Args:
        language: Of the window.
        go: Brings a place into view.
        draft: What is repaired.
        most: How many are listed.
    """

    def __init__(self, language: Language, go: Callable[[str], object], draft: Draft, most: int = 6) -> None:
        self._language, self._go, self._draft, self._most = language, go, draft, most
        self._shown: tuple[int, tuple[Point, ...]] | None = None
        self._rows: list[PointRow] = []
        self._count, self._more = Label("", "tiny"), Label("", "tiny")
        self._none = Label(language.text(N_("Nothing open here.")), "muted")
        self._column = column(gap=2)
        title = Label(language.text(N_("Open points")), "h2")
        super().__init__(column(row(title, stretch(), self._count), self._none, self._column, self._more, gap=7))

    def show_points(self, found: Sequence[str | Issue]) -> bool:
        """Show what is open now; answers whether that is something else than before.

        Args:
            found: What is open, as `open_at` finds it; only what is listed is put into words.
        """
        listed = tuple(_point(self._draft, one, self._language) for one in found[: self._most])
        if (len(found), listed) == self._shown:
            return False
        before = self._shown[1] if self._shown is not None else ()
        self._shown = len(found), listed
        for made, was, now in zip(self._rows, before, listed, strict=False):
            if was != now:
                made.show_point(now)
        for old in self._rows[len(listed) :]:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        new = [PointRow(one, self._language, self._go, self._draft) for one in listed[len(self._rows) :]]
        self._rows = [*self._rows[: len(listed)], *new]
        self._column.put(*new)
        left = len(found) - len(self._rows)
        self._none.setVisible(not found)
        self._count.setText(str(len(found)) if found else "")
        self._more.setText(self._language.text(N_("and {n} more; F8 goes through them")).format(n=left))
        self._more.setVisible(left > 0)
        return True


def points_popover(draft: Draft, language: Language, go: Callable[[str], object], window: QWidget) -> Popover:
    """Everything that is open in the agreement, section by section; no taller than its window."""
    items: list[Item] = []
    found = points(draft, language)
    for info in SECTIONS:
        here = [point for point in found if section_of(point.path) == info.name]
        if here:
            items.append(Label(f"{info.number}  {language.text(info.title)}", "over"))
            items += [PointRow(point, language, go, draft) for point in here]
    for point in found:
        if section_of(point.path) not in SECTION:
            items.append(PointRow(point, language, go, draft))
    if not items:
        items = [Label(language.text(N_("Nothing is open: this can be saved for signature.")), "body", wrap=True)]
    body = box(column(*items, stretch(), gap=3))
    scroller = Scroller(body, role="raised")
    tallest = min(TALLEST, window.height() / theme().look.scale - AROUND)
    sized(scroller, height=min(tallest, 40 + sum(20 if isinstance(item, Label) else 58 for item in items)))
    title = language.text(N_("Open points, {n}")).format(n=len(found))
    return Popover(title, scroller, close_says=language.text(N_("Close")))
