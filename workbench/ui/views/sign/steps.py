"""The panel beside the file: who signs, the card of whoever signs now, what can be said, and what happens next.

Shows what a ceremony knows; what is pressed on it goes to the page. Must not sign.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.parts.beside import SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.refill import refill
from workbench.ui.views.answers import AnswersCard
from workbench.ui.views.dates import full_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.sign.ceremony import Ceremony
from workbench.ui.views.sign.elsewhere import Elsewhere
from workbench.ui.views.sign.seat_card import SeatCard
from workbench.ui.views.sign.seat_lines import open_line, signed_line, waiting_line
from workbench.ui.views.sign.sign_row import SignRow
from workbench.ui.views.signing_record import save_scan
from workbench.ui.views.wall_clock import clock_of

WIDTH = 606


class Steps(SidePanel):
    """The panel.

    Attributes:
        elsewhere: Signing elsewhere.
        card: Of whoever signs now; nothing between two people.
        row: The foot of signing, with the card.

    Args:
        desk: The window and its session.
        ceremony: The version that is signed.
        begin: Called with a seat's role when its person wants to sign on this laptop.
        look_at_draft: Shows what stands against signing the draft.
    """

    def __init__(
        self, desk: Desk, ceremony: Ceremony, begin: Callable[[str], object], look_at_draft: Callable[[], object]
    ) -> None:
        text = desk.language.text
        self._desk, self._text, self._ceremony, self._begin = desk, text, ceremony, begin
        self.card: SeatCard | None = None
        self.row: SignRow | None = None
        self._shown: object = None
        self._chip = Chip("", "accent")
        self._head = PageHead("", over=text(N_("SIGN")), facts=" ", below=True, right=(self._chip,))
        draft_button = Button(text(N_("Look at the draft")), on_click=look_at_draft)
        self._differs = Notice(
            "hint", "", actions=(draft_button,),
        )  # fmt: skip
        self._seats = column(gap=10)
        self._card_slot = column(gap=0)
        self.elsewhere = Elsewhere(desk)
        self._answers = AnswersCard(desk.language)
        self._after = Label("", "tiny", wrap=True)
        self._follows = box(
            row(column(1, IconLabel("arrow-right", "muted", 15), stretch(), gap=0), (self._after, 1), gap=8)
        )
        self._content = box(
            column(
                self._differs, self._seats, self._card_slot, self.elsewhere, self._answers, self._follows, stretch(),
                margins=(22, 4, 22, 14), gap=10,
            )
        )  # fmt: skip
        self._foot = column(gap=0)
        self.scroller = Scroller(self._content, role="surface")
        body = box(column((self.scroller, 1), self._foot, gap=0))
        head = box(column(self._head, margins=(22, 14, 22, 8), gap=0))
        super().__init__(head, below=body, width=WIDTH, name=text(N_("Signatures")))
        self._differs.hide()

    def refresh(self) -> None:
        """Show what is known now."""
        ceremony, version = self._ceremony, self._ceremony.version
        if version is None:
            return
        number, signed = version.header.number, version.required - len(version.missing)
        self._head.title.setText(self._text(N_("Sign version {n}")).format(n=number))
        facts = N_("One after the other on this laptop, or each elsewhere.")
        if ceremony.is_complete:
            self._head.title.setText(self._text(N_("Version {n} is signed")).format(n=number))
            facts = N_("It cannot be changed any more, only followed.")
        self._head.facts.setText(self._text(facts))
        words = self._text(N_("{done} of {all} signed")).format(done=signed, all=version.required)
        self._chip.show_state(words, "ok" if ceremony.is_complete else "accent")
        is_lost = ceremony.file is None and ceremony.trouble is not None
        words = N_("The draft has changed since this version was saved. Those changes are not in this file.")
        if is_lost:
            words = N_("The draft can be saved as another version, and that one signed.")
        self._differs.say("hint", self._text(words))
        differs = ceremony.draft_differs and ceremony.file is not None
        self._differs.setVisible(self.card is None and (differs or is_lost))
        self._show_seats()
        self.elsewhere.setVisible(self.card is None and ceremony.file is not None)
        self._show_file_name()
        self._show_answers()
        self._after.setText(self._what_follows())
        if is_lost:
            self._head.facts.setText(self._text(N_("It cannot be shown or signed.")))
        for widget in (self._chip, self._answers, self._follows):
            widget.setHidden(is_lost)
        order_tabs(self)

    def open_card(self, role: str) -> SeatCard | None:
        """Show the card of whoever signs now; nothing where it is not that person's turn."""
        ceremony = self._ceremony
        seat = next((one for one in ceremony.turn if one.role == role), None)
        if seat is None or ceremony.file is None:
            return None
        self.close_card()
        number = len(ceremony.version.signed) + 1 if ceremony.version is not None else 1
        statements = tuple(one.text for one in ceremony.file.agreement.sign_off.statements)
        self.card = SeatCard(self._desk, seat, number, statements)
        self.row = SignRow(self._desk, seat.name)
        self._card_slot.addWidget(self.card)
        self._foot.addWidget(self.row)
        self.card.show()
        self.row.show()
        self.refresh()
        self.scroller.verticalScrollBar().setValue(0)
        return self.card

    def close_card(self) -> None:
        """Take the card away, with all that was typed and drawn on it."""
        for widget in (self.card, self.row):
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.card = self.row = None

    def take_focus(self) -> None:
        """Begin with what is to be done."""
        if self.card is not None:
            self.card.take_focus()
            return
        buttons = [one for one in self._content.findChildren(Button) if one.isVisible() and one.isEnabled()]
        loud = [one for one in buttons if one.property("kind") == "primary"]
        if loud or buttons:
            (loud or buttons)[0].setFocus()

    def _show_seats(self) -> None:
        """Show who signs; the lines stay, with the focus on them, while nothing has changed."""
        ceremony = self._ceremony
        facts = (ceremony.file and ceremony.file.header, ceremony.version, self.card is not None)
        if facts == self._shown:
            return
        self._shown = facts
        widgets: list[QWidget] = []
        now = ceremony.turn
        number = len(ceremony.version.signed) if ceremony.version is not None else 0
        zone = clock_of(ceremony.file.agreement if ceremony.file is not None else None, self._desk.session)
        offered = False
        for seat in ceremony.seats:
            signature = ceremony.signature(seat)
            if signature is not None:
                widgets.append(signed_line(self._desk, seat, signature, zone, self._ask_scan))
                continue
            number += 1
            if self.card is not None:
                continue
            if seat in now:
                first = not offered and not ceremony.is_complete
                begin = lambda role=seat.role: self._begin(role)  # noqa: E731  (bound per seat)
                widgets.append(open_line(self._desk, seat, number, begin, first=first))
                offered = True
            else:
                widgets.append(waiting_line(self._desk, seat, number, self._before(seat.group)))
        refill(self._seats, widgets)

    def _ask_scan(self, sha256: str) -> None:
        save_scan(self._desk, self._ceremony.agreement, sha256)

    def _before(self, group: int) -> str:
        """Who signs before a step and has not yet."""
        waiting = [
            one.role
            for one in self._ceremony.seats
            if one.group < group and not one.optional and self._ceremony.signature(one) is None
        ]
        return ", ".join(waiting)

    def _show_answers(self) -> None:
        ceremony = self._ceremony
        answer = ceremony.answer or ceremony.so_far
        if answer is None or ceremony.file is None:
            self._answers.wait("" if ceremony.data else self._text(N_("The file is being made…")))
        else:
            zone = clock_of(ceremony.file.agreement, self._desk.session)
            self._answers.show_answer(answer, zone, ceremony.checked_at if ceremony.answer else None)

    def _show_file_name(self) -> None:
        ceremony = self._ceremony
        if ceremony.file is None:
            return
        agreement, number = ceremony.file.agreement, ceremony.file.header.number
        title = agreement.title or agreement.teams.company
        signed = self._text(N_("signed")) if ceremony.version is not None and ceremony.version.signed else ""
        name = " ".join(part for part in (title, f"v{number}", signed) if part)
        self.elsewhere.show_file(name, complete=ceremony.is_complete)

    def _what_follows(self) -> str:
        ceremony, version = self._ceremony, self._ceremony.version
        if version is None or ceremony.file is None:
            return ""
        begins = ceremony.file.agreement.teams.effective_from
        day = full_day(begins, self._desk.language) if begins is not None else ""
        number, left = version.header.number, len(version.missing)
        if ceremony.is_complete:
            if version.first is None:
                return self._text(N_("A later version took its place before it came into force."))
            words = {
                "coming": N_("Version {n} comes into force on {day}."),
                "past": N_("Version {n} was in force from {day}."),
            }.get(version.state, N_("Version {n} is in force since {day}."))
            return self._text(words).format(n=number, day=full_day(version.first, self._desk.language))
        words = self._desk.language.count(
            N_("{left} signature is still missing; then version {n} is complete, and in force from {day}."),
            N_("{left} signatures are still missing; then version {n} is complete, and in force from {day}."),
            left,
        )
        return words.format(left=left, n=number, day=day or "–")
