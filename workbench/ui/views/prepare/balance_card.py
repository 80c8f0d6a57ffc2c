"""What each team takes on, side by side, so that a one-sided agreement is seen before anyone signs. Must not judge."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.rules.balance import SideBalance, balance
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.parts.card import Card
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.parts.meter import Meter
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

CODES = frozenset({"one_sided", "one_sided_consequences"})
HEADS = (N_("Promises"), N_("With a number"), N_("With a repair"))


class _Table(QGridLayout):
    """A grid whose gaps follow the scale."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setHorizontalSpacing(look.px(18))
        self.setVerticalSpacing(look.px(9))


class BalanceCard(Card):
    """Three lines: marketing, sales, both.

    Args:
        draft: Of the open agreement.
        language: Of the window.
    """

    def __init__(self, draft: Draft, language: Language) -> None:
        self._draft, self._language = draft, language
        text = language.text
        grid = _Table()
        for place, words in enumerate(HEADS):
            grid.addWidget(Label(text(words), "tiny"), 0, place + 2)
        self._chips: list[TeamChip] = []
        self._meters: list[Meter] = []
        self._numbers: list[tuple[Label, Label, Label]] = []
        for line, one in enumerate(balance(()), 1):
            chip = TeamChip("", one.side)
            meter = Meter(0, name=text(N_("Share of all promises")), tone=one.side)
            numbers = (Label("", "strong", figures=True), Label("", "strong", figures=True),
                       Label("", "strong", figures=True))  # fmt: skip
            grid.addLayout(row(chip, stretch()), line, 0)
            grid.addWidget(meter, line, 1)
            for place, number in enumerate(numbers):
                grid.addWidget(number, line, place + 2)
            self._chips.append(chip)
            self._meters.append(meter)
            self._numbers.append(numbers)
        grid.setColumnStretch(1, 1)
        self._notice = Notice("none", "")
        super().__init__(Label(text(N_("Balance of promises")), "h2"), grid, self._notice, gap=10)
        self.refresh()

    def refresh(self) -> None:
        """Show what each takes on now."""
        root: Agreement = self._draft.root
        found = balance(commitments(root))
        every = sum(side.promises for side in found)
        names = (root.teams.marketing_name, root.teams.sales_name, "")
        usual = (N_("Marketing"), N_("Sales"), N_("Both teams"))
        for number, side in enumerate(found):
            self._show(number, side, names[number] or self._language.text(usual[number]), every)
        self._say()

    def _show(self, number: int, side: SideBalance, name: str, every: int) -> None:
        self._chips[number].setText(name)
        self._meters[number].show_share(side.promises / every if every else 0)
        self._meters[number].setAccessibleName(f"{name}: {side.promises}")
        for label, count in zip(
            self._numbers[number], (side.promises, side.with_number, side.with_consequence), strict=True
        ):
            label.setText(str(count))

    def _say(self) -> None:
        text = self._language.text
        found = [issue for issue in self._draft.issues if issue.code in CODES]
        if found:
            self._notice.say("warning", " ".join(issue.message(self._language) for issue in found))
            return
        marketing, sales, _both = balance(commitments(self._draft.root))
        if not marketing.promises and not sales.promises:
            self._notice.say("none", text(N_("Neither team promises anything yet.")))
        elif not marketing.promises or not sales.promises:
            self._notice.say("none", text(N_("Only one team promises something yet.")))
        elif marketing.with_consequence and sales.with_consequence:
            self._notice.say("ok", text(N_("Both teams promise, and both repair when a promise is missed.")))
        else:
            self._notice.say("ok", text(N_("Both teams promise, and neither much more than the other.")))
