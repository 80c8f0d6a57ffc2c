"""Private entry: the whole window belongs to one team, behind a cover that is built without the answer.

A child of the window, never a window of its own, so that it cannot land on the projector. Covers itself when nobody
types for a minute. Must not know what the other team said.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from workbench.agreement.room.countdown import clock_words
from workbench.agreement.room.questions import Part, shown
from workbench.agreement.room.seats import Seat
from workbench.base.language import N_, Language
from workbench.fields.kind import BadText
from workbench.fields.words import ChoiceKind, ChoicesKind, TextKind, YesNoKind
from workbench.ui.form.tab_order import reading_order
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, box, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.team import TeamShape
from workbench.ui.shell.window import MainWindow
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.theme import theme
from workbench.ui.views.room.alone import Alone

HOLD_MS = 600
QUIET_MS = 60_000
BAND = 6
COLUMN = 920


class Hold(Button):
    """A button that acts after it was held for a while, by mouse or by key."""

    def __init__(self, words: str, keys: str, then: Callable[[], object]) -> None:
        super().__init__(words, "hero", icon="lock", keys=keys)
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(then)
        self.pressed.connect(self._timer.start)
        self.released.connect(self._timer.stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only Space holds; Enter must not open it by accident."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            return
        super().keyPressEvent(event)


class Private(Panel):
    """Private entry of one team.

    Args:
        window: What it covers.
        seat: Whose: a team's or a person's.
        room: The session.
        language: Of the window.
        covered: Whether it begins behind the cover, for a laptop that is handed over.
        left: Called when it has gone.
        projector: Says what the projector shows meanwhile.
    """

    def __init__(
        self, window: MainWindow, seat: Seat, room: OpenRoom, language: Language, *, covered: bool,
        left: Callable[[], object], projector: str,
    ) -> None:  # fmt: skip
        self._slot = column(gap=0, margins=(0, BAND, 0, 0))
        super().__init__(self._slot, role="page", name=language.text(N_("Private entry")))
        self._seat, self._room, self._language = seat, room, language
        self._team = seat.team
        self._left, self._projector = left, projector
        self._name = seat.name
        self._body: QWidget | None = None
        self._wrong: dict[str, QWidget] = {}
        self._clock: Label | None = None
        self._struck = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.cover)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_clock)
        self._tick.start()
        self._alone = Alone(self, window)
        if covered:
            self.cover()
        else:
            self.uncover()
        self.show()
        self.raise_()
        self._focus()

    def cover(self) -> None:
        """Show the cover; what was typed is kept, and none of it is on the cover."""
        self._quiet.stop()
        text, question = self._language.text, self._room.question
        title = Label(text(N_("Hand the laptop to {team}")).format(team=self._name), "h1")
        turn = Label(text(N_("Turn it so that only {team} can read.")).format(team=self._name), "lead")
        hold = Hold(text(N_("Hold to start")), "Space", self.uncover)
        told = self._told()
        card = _Cover(self._team, column(
            row(stretch(), TeamShape(self._team, 56), stretch()), row(stretch(), title, stretch()),
            row(stretch(), turn, stretch()), row(stretch(), hold, stretch()), margins=(150, 100, 150, 100), gap=18,
        ))  # fmt: skip
        sized(card, at_most=860)
        head = Label(question.title if question else "", "muted")
        leave = Button(text(N_("Back to the facilitator")), keys="Esc", on_click=self.leave)
        self._show(column(
            row(head, stretch()), stretch(), row(stretch(), card, stretch()), stretch(),
            row(Label(told, "tiny"), stretch(), leave), margins=(40, 24, 40, 24),
        ), hold)  # fmt: skip

    def _told(self) -> str:
        text, asked = self._language.text, self._room.round
        if asked.by_person:
            return text(N_("All answers open together."))
        done = [one for one in self._room.seats() if one != self._seat and asked.is_in(one.team, one.person)]
        both = text(N_("{team}'s answer is in and covered. Both open together."))
        return both.format(team=done[0].name) if done else text(N_("Both answers open together."))

    def uncover(self) -> None:
        """Show the fields."""
        text, question = self._language.text, self._room.question
        if question is None or self._room.round.opened:
            self.leave()
            return
        self._clock = Label("", "strong", figures=True)
        self._wrong.clear()
        fields: list[Item] = []
        line: list[Item] = []
        first: QWidget | None = None
        for part in question.parts:
            made, editor = self._field(part)
            first = first or editor
            if isinstance(part.field.kind, TextKind):
                fields.append(made)
            else:
                line.append((made, 1))
        fields += [row(*line[at : at + 3], gap=16) for at in range(0, len(line), 3)]
        done = Button(text(N_("Hide and hand over")), "hero", icon="eye-off", keys="Ctrl Enter", on_click=self.finish)
        told = Label(
            text(N_("Covers this at once. It can be changed until both answers are opened.")), "tiny", wrap=True
        )
        head = row(
            TeamShape(self._team, 18), Label(text(N_("{team} is answering")).format(team=self._name), "title",
                                             tone="marketing" if self._team == "marketing" else "sales"),
            stretch(), Label(self._projector, "tiny"), self._clock, gap=14,
        )  # fmt: skip
        form = box(column(
            Label(question.title, "big", wrap=True), Label(question.hint, "lead", wrap=True), 4, *fields, 4,
            row(done, (told, 1), gap=16), gap=14,
        ))  # fmt: skip
        sized(form, at_most=COLUMN)
        held = QWidget()
        held.setLayout(column(
            stretch(), row(stretch(), (form, 100), stretch(), gap=0), stretch(), margins=(24, 12, 24, 12), gap=0
        ))  # fmt: skip
        foot = text(N_("Only {team} sees this. Covers itself after a minute without typing.")).format(team=self._name)
        self._show(column(
            head, (Scroller(held), 1), row(Label(foot, "tiny"), stretch()),
            margins=(40, 20, 40, 24),
        ), first)  # fmt: skip
        self._show_clock()
        self._quiet.start()

    def finish(self) -> None:
        """The answer is in; cover at once and go back to the facilitator. What cannot be read is corrected first."""
        wrong = next(iter(self._wrong.values()), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._room.hand_over(self._seat.team, self._seat.person)
        self.leave()

    def leave(self) -> None:
        """Back to the facilitator; what was typed is kept."""
        self._quiet.stop()
        self._tick.stop()
        self._alone.end()
        self.hide()
        self.deleteLater()
        self._left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter hides and hands over; Escape goes back."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif ctrl and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
        event.accept()  # nothing typed here reaches the console below

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab goes round in here: what is under it cannot be seen."""
        stops = [one for one in reading_order(self) if one.isVisible() and one.isEnabled()]
        here = next((at for at, one in enumerate(stops) if one.hasFocus()), None)
        if stops:
            to = stops[0 if here is None else (here + (1 if next_one else -1)) % len(stops)]
            to.setFocus(Qt.FocusReason.TabFocusReason if next_one else Qt.FocusReason.BacktabFocusReason)
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the two keys out of text fields, and the one that is still down from coming here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._struck = self._struck or not event.isAutoRepeat()
            if not self._struck:
                return True
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if (ctrl and enter) or event.key() == Qt.Key.Key_Escape:
                self.keyPressEvent(event)
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The team's band on top."""
        super().paintEvent(event)
        ink = Ink(QPainter(self), theme().look)
        ink.fill(QRectF(0, 0, self.width(), ink.px(BAND)), self._team)

    def _show(self, layout: Item, focus: QWidget | None) -> None:
        old, self._body = self._body, box(layout)  # type: ignore[arg-type]  # always a layout here
        if old is not None:
            old.hide()
            self._slot.removeWidget(old)
            old.deleteLater()
            self._clock = None if focus is None or isinstance(focus, Hold) else self._clock
        self._slot.addWidget(self._body, 1)
        self._focus_on, self._struck = focus, False
        QTimer.singleShot(0, self, self._focus)

    def _focus(self) -> None:
        if self._focus_on is not None:
            self._focus_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, part: Part) -> tuple[Panel, QWidget]:
        seat = self._seat
        unread = self._room.unread(seat.team, part.key, seat.person)
        words = unread or self._room.round.words(seat.team, part.key, seat.person)
        told = Label("", "tiny", tone="warn")
        told.hide()
        if isinstance(part.field.kind, TextKind):
            many = QPlainTextEdit(words)
            many.setTabChangesFocus(True)
            many.textChanged.connect(lambda: self._say(part, many.toPlainText(), told, many))
            editor: QWidget = many
            sized(many, height=120)
        elif options := self._options(part):
            some = Choice([("", self._language.text(N_("No answer"))), *options], words, name=part.label, compact=False)
            some.currentIndexChanged.connect(lambda _at: self._say(part, some.current, told, some))
            editor = some
        else:
            line = QLineEdit(words)
            line.setPlaceholderText(self._language.text(part.field.example))
            line.textChanged.connect(lambda typed: self._say(part, typed, told, line))
            editor = line
        editor.setAccessibleName(part.label)
        editor.setProperty("kind", "private")
        editor.installEventFilter(self)
        if unread:
            self._say(part, unread, told, editor)
        return Panel(column(Label(part.label, "label"), editor, told, stretch(), gap=4)), editor

    def _options(self, part: Part) -> list[tuple[str, str]]:
        """The answers to choose from, each under the words it is kept as; none where it is typed."""
        kind, how = part.field.kind, shown(self._room.agreement, self._language)
        values: list[object] = []
        if isinstance(kind, YesNoKind):
            values = [True, False]
        elif isinstance(kind, ChoiceKind) and not isinstance(kind, ChoicesKind):
            values = [one.value for one in kind.options]
        return [(words, words) for words in (kind.format(one, how) for one in values)]

    def _say(self, part: Part, words: str, told: Label, editor: QWidget) -> None:
        self._quiet.start()
        try:
            part.field.kind.parse(words, shown(self._room.agreement, self._language))
        except BadText as bad:
            told.setText(self._language.text(bad.message).format(**bad.values))
            told.show()
            self._wrong[part.key] = editor
            self._room.keep_unread(self._seat.team, part.key, words, self._seat.person)
            return
        told.hide()
        self._wrong.pop(part.key, None)
        self._room.keep_unread(self._seat.team, part.key, "", self._seat.person)
        self._room.say(self._seat.team, part.key, words.strip(), self._seat.person)

    def _show_clock(self) -> None:
        if self._clock is not None:
            left = self._room.clock.left_at(self._room.now())
            over = self._language.text(N_("Time. You may finish."))
            said = self._language.text(N_("{time} left")).format(time=clock_words(left)) if left > 0 else over
            self._clock.setText(said if self._room.clock.whole else "")


class _Cover(Panel):
    """The hatched card of the cover."""

    def __init__(self, team: str, layout: Item) -> None:
        super().__init__(layout)  # type: ignore[arg-type]  # always a layout here
        self._team = team

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stripes around a plain middle."""
        ink = Ink(QPainter(self), theme().look)
        rect = QRectF(self.rect())
        ink.hatch(rect, ink.px(28), f"{self._team}_soft", f"{self._team}_hatch", ink.px(46), ink.px(16))
        ink.box(rect, ink.px(28), None, self._team, ink.px(2))
        edge = ink.px(54)
        ink.box(rect.adjusted(edge, edge, -edge, -edge), ink.px(22), "surface")
