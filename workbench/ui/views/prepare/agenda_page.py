"""The agenda: its blocks, agendas that are ready to use, and the hours that follow from both."""

from __future__ import annotations

import dataclasses

from workbench.agreement.preparing.agenda import READY, ReadyAgenda, Timed, clock_text, ready_blocks, timetable
from workbench.agreement.preparing.preparation import Preparation
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Group, Spot
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, column, row, stretch
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.press_row import PressRow
from workbench.ui.parts.two_columns import TwoColumns
from workbench.ui.views.prepare.prepared_form import PreparedForm
from workbench.ui.views.prepare.subject_page import SubjectPage


class AgendaPage(SubjectPage):
    """The page.

    Args:
        draft: Of the preparation.
        language: Of the window.
    """

    def __init__(self, draft: Draft, language: Language) -> None:
        text = language.text
        self._draft, self._language = draft, language
        when = Group((Spot("held_on", "third"), Spot("starts", "third"), Spot("place", "third"),
                      Spot("facilitator", "half")), N_("When and where"))  # fmt: skip
        after = Group((Spot("next_on", "third"), Spot("next_at", "third"), Spot("next_place", "third"),
                       Spot("next_about")), N_("Next meeting"), N_("Stands in the minutes."))  # fmt: skip
        form = PreparedForm(
            draft, when, Group((Spot("agenda"),)), Group((Spot("sponsor"),)), Group((Spot("own_facts"),)), after
        )
        self._head = PageHead(text(N_("Agenda")), over=text(N_("PREPARE")), facts=" ", below=True)
        ready = [self._ready(one) for one in READY]
        begin = Card(
            Label(text(N_("Begin with a ready agenda")), "h2"),
            Label(text(N_("It replaces the blocks below; undo brings them back.")), "muted"),
            row(*ready, stretch(), gap=8), gap=8,
        )  # fmt: skip
        self._rows = column(gap=0)
        self._sum = Label("", "tiny", figures=True)
        hours = Card(row(Label(text(N_("The hours")), "h2"), stretch(), self._sum), self._rows, gap=8)
        self._shown: tuple[Timed, ...] | None = None
        columns = TwoColumns((begin, form), (hours,), below=1000, weights=(5, 2))
        super().__init__(draft, form, self._head, 2, columns, stretch())
        self.refresh()

    def refresh(self) -> None:
        """Show the hours as they follow now."""
        root: Preparation = self._draft.root
        found = timetable(root.starts, root.agenda)
        if found == self._shown:
            return
        self._shown = found
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item is not None and (held := item.widget()) is not None:
                held.hide()
                held.deleteLater()
        text, count = self._language.text, self._language.count
        self._rows.put(*[self._line(one) for one in found])
        if not found:
            self._rows.put(Label(text(N_("No blocks yet. Choose a ready agenda, or add a block.")), "muted", wrap=True))
            self._head.facts.setText(text(N_("What the room does, and until when.")))
            self._sum.setText("")
            return
        minutes = sum(one.block.minutes or 0 for one in found if one.block.kind != "homework")
        planned = count(N_("{n} minute"), N_("{n} minutes"), minutes).format(n=minutes)
        self._sum.setText(planned)
        ends, late = clock_text(found[-1].ends), found[-1].ends_late
        said = text(N_("From {start} to {end}.")).format(start=clock_text(found[0].starts), end=ends)
        if late > 0:
            said += " " + count(
                N_("{n} minute later than planned."), N_("{n} minutes later than planned."), late
            ).format(n=late)
        self._head.facts.setText(said)

    def _line(self, one: Timed) -> PressRow:
        text, block = self._language.text, one.block
        minutes = text(N_("homework")) if block.kind == "homework" else f"{one.ends - one.starts} min"
        name = block.name or text(N_("unnamed block"))
        said = f"{clock_text(one.starts)}, {name}, {minutes}"
        parts: list[Item] = [Label(clock_text(one.starts), "strong", figures=True), (Label(name, "body", wrap=True), 1)]
        if one.late:
            late = text(N_("{n} min later") if one.late > 0 else N_("{n} min earlier")).format(n=abs(one.late))
            parts.append(Label(late, "tiny", tone="warn" if one.late > 0 else ""))
            said += f", {late}"
        parts.append(Label(minutes, "tiny", figures=True))
        path = f"agenda[{block.key}].name"
        return PressRow(row(*parts, gap=10), says=said, on_press=lambda: self.show_place(path), padding=(8, 4, 8, 4))

    def _ready(self, ready: ReadyAgenda) -> Panel:
        text = self._language.text
        title = text(ready.title)
        minutes = self._language.count(N_("{n} minute"), N_("{n} minutes"), ready.minutes).format(n=ready.minutes)
        use = Button(title, on_click=lambda: self._use(ready))
        use.setAccessibleName(f"{title}: {minutes}")
        return Panel(column(use, Label(minutes, "tiny", figures=True), gap=3))

    def _use(self, ready: ReadyAgenda) -> None:
        root: Preparation = self._draft.root
        words = self._language.text(N_("the agenda for {title}")).format(title=self._language.text(ready.title))
        blocks = ready_blocks(ready, self._language.text)
        self._draft.replace(dataclasses.replace(root, agenda=blocks), words, "agenda")
