"""What last quarter's data says before anybody argues: how far leads came, what can be measured, what is missing.

Must not know pages. Until the store has answered it says that it is being read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.figure import Figure
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, box, column, row
from workbench.ui.parts.press_row import PressRow
from workbench.ui.views.dates import full_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.library.shelves import day_of

if TYPE_CHECKING:
    from workbench.services.baseline import Baseline, Measured

MOST_GAPS = 4


class BaselineCard(Card):
    """The card.

    Args:
        desk: The window and its session.
        go: Brings a place into view.
        load: Asks for a file with last quarter's leads.
    """

    def __init__(self, desk: Desk, go: Callable[[str], object], load: Callable[[], object]) -> None:
        self._desk, self._go, self._text = desk, go, desk.language.text
        self._facts = ElidingLabel(self._text(N_("being read…")), "muted")
        self._import = Button(self._text(N_("Import an export")), "small", icon="upload", on_click=load)
        head = row(Label(self._text(N_("Baseline")), "h2"), (self._facts, 1), self._import)
        self._slot = column(gap=8)
        self._held: Panel | None = None
        super().__init__(head, self._slot, gap=9)

    def show_baseline(self, found: Baseline) -> None:
        """Show what the imports say."""
        items = self._with_data(found) if found.leads else self._without()
        if self._held is not None:
            self._held.hide()
            self._slot.removeWidget(self._held)
            self._held.deleteLater()
        self._held = Panel(column(*items, gap=8))
        self._slot.put(self._held)

    def _without(self) -> tuple[Item, ...]:
        self._facts.setText("")
        self._import.show_text(self._text(N_("Import last quarter's export")))
        said = N_(
            "No data imported yet. With an export of your CRM the room sees real volumes, rates and response times "
            "before anyone argues about them."
        )
        return (Label(self._text(said), "body", wrap=True),)

    def _with_data(self, found: Baseline) -> tuple[Item, ...]:
        language = self._desk.language
        until = full_day(day_of(found.until), language) if found.until is not None else ""
        files = language.count(N_("{n} file"), N_("{n} files"), len(found.files)).format(n=len(found.files))
        said = self._text(N_("{files}, data until {day}")).format(files=files, day=until) if until else files
        self._facts.setText(said)
        self._import.show_text(self._text(N_("Import another")))
        numbers = [Figure(f"{found.leads:,}", self._text(N_("leads")))]
        numbers += [Figure(f"{count:,}", self._text(label)) for label, count in found.steps[1:5]]
        measured, gap = found.count("measured"), found.count("gap")
        every = measured + gap
        words = self._text(N_("{n} of {all} promises about leads can be measured with it.")).format(
            n=measured, all=every
        )
        icon = IconLabel("circle-check" if not gap else "triangle-alert", "ok" if not gap else "warn", 16)
        items: list[Item] = [box(Flow(numbers, gap=26, line_gap=8))]
        if every:
            items.append(row(icon, (Label(words, "h3", wrap=True), 1), gap=8))
        items += self._to_discuss(found)
        gaps = [one for one in found.promises if one.basis == "gap"]
        items.append(column(*[self._gap(one) for one in gaps[:MOST_GAPS]], gap=0))
        if len(gaps) > MOST_GAPS:
            items.append(Label(self._text(N_("and {n} more")).format(n=len(gaps) - MOST_GAPS), "tiny"))
        return tuple(items)

    def _to_discuss(self, found: Baseline) -> list[Item]:
        """The numbers as questions both teams answer before anybody promises anything."""
        text, lines = self._text, []
        for after, before, count, of in found.rates:
            words = N_("{after}: {count} of {of} {before} ({share}%). What did each team expect?")
            share = round(100 * count / of)
            lines.append(text(words).format(after=text(after), before=text(before).lower(), count=f"{count:,}",
                                            of=f"{of:,}", share=share))  # fmt: skip
        if found.first_touch is not None:
            half, most = (self._duration(seconds) for seconds in found.first_touch)
            words = N_(
                "Half of the leads were first touched within {half}, nine of ten within {most}, nights included. "
                "Is that as fast as a buyer expects?"
            )
            lines.append(text(words).format(half=half, most=most))
        if not lines:
            return []
        return [Label(text(N_("To discuss")), "over"), *(Label(line, "body", wrap=True) for line in lines)]

    def _duration(self, seconds: int) -> str:
        minutes = round(seconds / 60)
        if minutes < 120:
            return self._desk.language.count(N_("{n} minute"), N_("{n} minutes"), minutes).format(n=minutes)
        hours = round(seconds / 3600)
        return self._desk.language.count(N_("{n} hour"), N_("{n} hours"), hours).format(n=hours)

    def _gap(self, one: Measured) -> PressRow:
        missing = ", ".join(self._text(label) for label in one.missing)
        said = self._text(N_("no column for {fields}")).format(fields=missing)
        label, name = Label(one.label, "tiny", figures=True), ElidingLabel(one.name, "h3")
        line = row(label, name, (ElidingLabel(said, "muted"), 1), gap=9)
        return PressRow(
            line, says=f"{one.label} {one.name}: {said}", on_press=lambda: self._go(one.path), padding=(8, 3, 8, 3)
        )  # fmt: skip
