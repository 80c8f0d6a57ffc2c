"""Thresholds of the score on imported leads: how many pass, how many of those sales accepted, how many it would miss.

Must not know how leads are scored.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.errands import Errands
from workbench.ui.form.draft import Draft
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, box, column, row
from workbench.ui.parts.meter import Meter, MeterTone
from workbench.ui.parts.sizing import sized
from workbench.ui.session import Session

if TYPE_CHECKING:
    from workbench.agreement.calculators.threshold import AtThreshold
    from workbench.services.tuning import Tuned

PLACE = "lead_definitions.threshold"
POINTS_WIDTH, LEADS_WIDTH, USE_WIDTH = 62, 84, 96


class ThresholdTuning(Panel):
    """A few thresholds with what they come to; one press agrees on another.

    Args:
        draft: With the definitions.
        session: Reads the imports.
        agreement: Its id.
    """

    def __init__(self, draft: Draft, session: Session, agreement: str) -> None:
        self._draft, self._language, self._agreement = draft, draft.shown.language, agreement
        self._held: QWidget | None = None
        self._asked: int | None = None
        text = self._language.text
        self.words = Label("", "muted", wrap=True)
        self._column = column(Label(text(N_("On imported leads")), "h3"), self.words, gap=8)
        super().__init__(self._column)
        self._errands = Errands(session, self)
        follow = WhenSeen(self, self._ask_if_other, draft, (PLACE,), pause=30)
        session.actuals_changed.connect(lambda _agreement: self._forget(follow))
        self._ask()

    def _forget(self, follow: WhenSeen) -> None:
        self._asked = -1
        follow.again()

    def _ask_if_other(self) -> None:
        if self._draft.value(PLACE) != self._asked:
            self._ask()

    def _ask(self) -> None:
        agreement, agreed = self._agreement, self._draft.value(PLACE)
        self._asked = agreed
        self._errands.ask(lambda workbench: workbench.tuning.thresholds(agreement, agreed), self._show, key="tuning")

    def _show(self, found: Tuned) -> None:
        text = self._language.text
        if self._held is not None:
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
            self._held = None
        if not found.at:
            none = N_("No imported lead has both a score and a decision yet. With some, thresholds can be tried here.")
            self.words.setText(text(none))
            return
        words = text(N_("Of {n} decided leads with a score: what each threshold would have let through."))
        self.words.setText(words.format(n=found.leads))
        lines: list[Item] = [self._head()]
        lines += [self._line(one, found.leads) for one in found.at]
        self._held = box(column(*lines, gap=7))
        self._column.put(self._held)

    def _head(self) -> QWidget:
        text = self._language.text
        parts: list[Item] = []
        for words, width in ((N_("From"), POINTS_WIDTH), (N_("Leads"), LEADS_WIDTH)):
            label = Label(text(words), "label")
            sized(label, width=width)
            parts.append(label)
        parts += [(Label(text(words), "label"), 1) for words in (N_("Of these, accepted"), N_("Of the accepted, kept"))]
        last = Label("", "label")
        sized(last, width=USE_WIDTH)
        return box(row(*parts, last, gap=14))

    def _line(self, one: AtThreshold, leads: int) -> QWidget:
        text, agreed = self._language.text, self._draft.value(PLACE)
        points, volume = Label(str(one.threshold), "strong", figures=True), Label(f"{one.volume:,}", figures=True)
        sized(points, width=POINTS_WIDTH)
        sized(volume, width=LEADS_WIDTH)
        volume.setToolTip(text(N_("{share} of all decided leads")).format(share=_percent(Fraction(one.volume, leads))))
        last: QWidget
        if one.threshold == agreed:
            last = Chip(text(N_("agreed")), "accent")
        else:
            words = text(N_("Use {n}")).format(n=one.threshold)
            last = Button(words, "small", on_click=partial(self._use, one.threshold))
            says = N_("{use}: {leads} leads pass, {precision} of them accepted, {recall} of the accepted kept")
            last.setAccessibleName(text(says).format(
                use=words, leads=one.volume, precision=_percent(one.precision), recall=_percent(one.recall)
            ))  # fmt: skip
        held = box(row(last, gap=0))
        sized(held, width=USE_WIDTH)
        shares = ((self._share(one.precision, "accent"), 1), (self._share(one.recall, "ok"), 1))
        return box(row(points, volume, *shares, held, gap=14))

    def _share(self, share: Fraction | None, tone: MeterTone) -> QWidget:
        words = Label(_percent(share), figures=True)
        sized(words, width=44)
        meter = Meter(float(share or 0), name=_percent(share), tone=tone)
        return box(row(words, (meter, 1), gap=8))

    def _use(self, threshold: int) -> None:
        self._draft.seal()
        self._draft.set(PLACE, threshold)
        self._draft.show.emit(PLACE)


def _percent(share: Fraction | None) -> str:
    return "\u2013" if share is None else f"{float(share):.0%}"
