"""Lead types as cards, each with what its leads were worth in past data: shown, explained, and taken on a click.

Must not know how history is read.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.fields.amounts import MoneyKind
from workbench.fields.value import Row
from workbench.services.measured_rates import MeasuredValue
from workbench.ui.form.plan import Plan
from workbench.ui.form.row_card import RowCard
from workbench.ui.form.row_frame import RowFrame
from workbench.ui.form.rows import RowsEditor
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.button import Button
from workbench.ui.parts.formula import Formula, Input, formula_popover
from workbench.ui.parts.layout import Panel, row
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.views.agree.volumes.formulas import percent
from workbench.ui.views.agree.volumes.live_plan import LivePlan

TYPES = "volumes.lead_types"

CENT, RATE = Decimal("0.01"), Decimal("0.000001")
"""Money and rates are kept so finely."""


class PastValue(Panel):
    """What leads of one type were worth; hidden where no data says it.

    Args:
        key: Of the type.
        plan: What the form is built with.
        live: What imports measured.
        parent: The card.
    """

    def __init__(self, key: str, plan: Plan, live: LivePlan, parent: QWidget) -> None:
        self._key, self._plan, self._live = key, plan, live
        self._number = Button("", "link", on_click=self._explain)
        self._take = ToolButton(
            "download", plan.language.text(N_("Take the value from past data")), on_click=self._take_it
        )
        super().__init__(row(self._number, self._take, gap=2))
        self.setParent(parent)
        live.changed.connect(self._say)
        self._say()

    @property
    def _found(self) -> MeasuredValue | None:
        return self._live.measured.values.get(self._key)

    def _say(self) -> None:
        found, text = self._found, self._plan.language.text
        set_shown(self, found is not None)
        if found is not None:
            words = N_("actual {value}, pooled") if found.pooled else N_("actual {value}")
            self._number.setText(text(words).format(value=self._money(found.value)))

    def _money(self, amount: Fraction | Decimal) -> str:
        return MoneyKind().format(_rounded(Fraction(amount), CENT), self._plan.draft.shown)

    def _explain(self) -> None:
        found, text = self._found, self._plan.language.text
        if found is None:
            return
        measured, past = text(N_("measured")), found.past
        inputs = [
            Input(text(name), written, measured, "file-spreadsheet")
            for name, written in (
                (N_("Qualified leads"), f"{past.leads:,}"),
                (N_("Customers won"), f"{past.won:,}"),
                (N_("Of them with a known revenue"), f"{past.paid:,}"),
                (N_("The revenue of these"), self._money(past.revenue)),
            )
        ]
        value = self._money(found.value)
        if found.pooled:
            equation, note = "=", N_(
                "Under 30 leads of this type, or no customer whose revenue is known: this is the value of all "
                "qualified leads together."
            )  # fmt: skip
        else:
            rate = percent(Fraction(past.won, past.leads), self._plan.draft.shown)
            equation = f"{self._money(Fraction(past.revenue) / past.paid)} × {rate} ="
            note = N_("Mean revenue per customer times the share of these leads that became customers.")
        formula = Formula(text(N_("Value of one lead in past data")), equation, value, inputs, text(note))
        formula_popover(formula, self._plan.language).open_at(self._number)

    def _take_it(self) -> None:
        found, draft = self._found, self._plan.draft
        if found is None:
            return
        known: dict[str, Decimal] = {"value": _rounded(found.value, CENT)}
        if not found.pooled:
            revenue = _rounded(Fraction(found.past.revenue) / found.past.paid, CENT)
            rate = _rounded(Fraction(found.past.won, found.past.leads), RATE)
            value = _rounded(Fraction(revenue) * Fraction(rate), CENT)  # of what stands beside it, so that both agree
            known = {"value": value, "revenue_per_customer": revenue, "close_rate": rate}
        draft.seal()
        draft.set(
            TYPES, tuple(replace(one, **known) if one.key == self._key else one for one in draft.value(TYPES))
        )  # fmt: skip
        draft.seal()


class LeadTypeRows(RowsEditor):
    """The lead types."""

    def _frame(self, row_of: Row) -> RowFrame:
        made = super()._frame(row_of)
        live = self._plan.draft.findChild(LivePlan)
        if isinstance(made, RowCard) and live is not None:
            made.put_tool(PastValue(row_of.key, self._plan, live, made))
        return made


def _rounded(amount: Fraction, step: Decimal) -> Decimal:
    return (Decimal(amount.numerator) / amount.denominator).quantize(step, ROUND_HALF_UP)
