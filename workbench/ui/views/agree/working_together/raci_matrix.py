"""The responsibilities as a matrix: activities down, people across; gaps and doubles are said where they are.

Must not know how a cell is drawn.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.agreement.raci import LETTERS, gaps
from workbench.agreement.sections.teams import Participant
from workbench.agreement.terms import PEOPLE
from workbench.base.language import N_
from workbench.fields.declare import Field
from workbench.fields.path import row_path
from workbench.fields.value import Row
from workbench.ui.form.plan import Plan
from workbench.ui.form.row_frame import RowFrame
from workbench.ui.form.rows import MakeBody, RowsEditor
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row
from workbench.ui.parts.sizing import sized
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.agree.working_together.raci_cell import LETTER, WORDS, draw_letter
from workbench.ui.views.agree.working_together.raci_line import GAP, LEAST_NAME, NAME_WIDTH, TOOL_WIDTH, RaciLine

HEAD_HEIGHT, PERSON = 46, 62
"""Height of the names above the columns; width of a column that has room for a first name."""
LEAST_LETTERS = 4
"""A name of which fewer letters have room is left to its initials."""


class PeopleHead(QWidget):
    """The names above the columns, each in the colour of its team."""

    widened = Signal()
    """It became wider or narrower."""

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Participant, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def show_people(self, people: tuple[Participant, ...]) -> None:
        """Show other people."""
        self._people = people
        self.setAccessibleName(", ".join(one.name for one in people))
        self.setToolTip("\n".join(f"{one.name}, {one.role}" if one.role else one.name for one in people))
        self.update()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedHeight(look.px(HEAD_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()

    def sizeHint(self) -> QSize:
        """As wide as it is given."""
        return QSize(0, theme().look.px(HEAD_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw initials in the team's colour, and the first name below."""
        if not self._people:
            return
        ink = Ink(QPainter(self), theme().look)
        width, side = self.width() / len(self._people), ink.px(24)
        for number, one in enumerate(self._people):
            team = one.team if one.team in {"marketing", "sales"} else "idle"
            middle = (number + 0.5) * width
            spot = QRectF(middle - side / 2, 0, side, side)
            ink.box(spot, side / 2, f"{team}_soft")
            parts = one.name.split()
            initials = "".join(part[0] for part in (parts[0], parts[-1])[: len(parts)] if part).upper() if parts else ""
            ink.text(spot, initials, size=10, weight=SEMIBOLD, color=team if team != "idle" else "sub", align=CENTRE)
            words = QRectF(number * width + 2, side + ink.px(2), width - 4, ink.px(18))
            first = parts[0] if parts else ""
            if ink.width(f"{first[:LEAST_LETTERS]}…", 11, MEDIUM) <= words.width():
                ink.text(words, first, size=11, weight=MEDIUM, color="sub", align=CENTRE)


class LetterKey(QWidget):
    """One letter as it looks in the matrix."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(look.px(LETTER - 4), look.px(LETTER - 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letter."""
        for letter in LETTERS:
            if letter == self._letter:
                draw_letter(
                    Ink(QPainter(self), theme().look), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), letter
                )


class RaciMatrix(RowsEditor):
    """The matrix."""

    def __init__(
        self, field: Field, path: str, plan: Plan, make_body: MakeBody, parent: QWidget, *, heading: bool
    ) -> None:
        self._people: tuple[Participant, ...] = ()
        self._heads = PeopleHead()
        self._again = QTimer(singleShot=True, interval=0)
        self._again.timeout.connect(self._follow)
        super().__init__(field, path, plan, make_body, parent, heading=heading)
        self._again.setParent(self)

    def _made_head(self) -> QWidget:
        """What the letters mean, and the people."""
        text = self._plan.language.text
        keys = [box(row(LetterKey(one), Label(text(WORDS[one]), "tiny"), gap=5)) for one in LETTERS]
        hint = Label(text(N_("Press a letter in a cell; a click goes through them")), "tiny")
        sized(hint, height=LETTER - 4)
        self._over = row(self._heads)
        self._heads.widened.connect(self._again.start)
        return Panel(column(Flow([*keys, hint], gap=14), self._over, gap=10))

    def refers_to(self) -> tuple[str, ...]:
        """The people across."""
        return (PEOPLE,)

    def refresh_surroundings(self) -> None:
        """People came, went or are called otherwise."""
        if self._now() != self._people:
            self._drop_frames()
            self._arrange()
        super().refresh_surroundings()

    def inside_changed(self, path: str) -> None:
        """Show who is what now."""
        super().inside_changed(path)
        self._again.start()

    def _now(self) -> tuple[Participant, ...]:
        found: tuple[Participant, ...] = self._plan.draft.value(PEOPLE)
        return found

    def _drop_frames(self) -> None:
        for key in list(self.frames):
            self._plan.binder.unbind(row_path(self.path, key))
            gone = self.frames.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _arrange(self) -> None:
        self._people = self._now()
        self._heads.show_people(self._people)
        super()._arrange()
        self._again.start()

    def _frame(self, row_of: Row) -> RowFrame:
        path = row_path(self.path, row_of.key)
        people = [one.key for one in self._people]
        return RaciLine(row_of.key, path, people, self._plan, self, self._step, self._held)

    def _follow(self) -> None:
        """Share the width between the names and the people, and say what is missing."""
        look = theme().look
        tools, room = look.px(2 * TOOL_WIDTH + 3 * GAP), self._held.width()
        wanted = room - tools - len(self._people) * look.px(PERSON)
        name = min(max(wanted, look.px(LEAST_NAME)), look.px(NAME_WIDTH))
        self._over.pad((name / look.scale + GAP, 0, 2 * TOOL_WIDTH + 2 * GAP, 0))
        for frame in self.frames.values():
            if isinstance(frame, RaciLine):
                frame.give_name(name)
        self._say_gaps()

    def _say_gaps(self) -> None:
        found = gaps(self._plan.draft.value(self.path))
        for key, frame in self.frames.items():
            if isinstance(frame, RaciLine):
                frame.show_gaps([one for one in found if one.row == key])

    def _step(self, key: str, person: str, across: int, down: int) -> None:
        """Go to a neighbouring cell; the edges hold."""
        keys, people = list(self.frames), [one.key for one in self._people]
        at = min(max(keys.index(key) + down, 0), len(keys) - 1)
        to = min(max(people.index(person) + across, 0), len(people) - 1)
        frame: Any = self.frames[keys[at]]
        frame.rove(to)
        frame.cells[to].setFocus()
