"""How many attempts are worth their cost, as an answer with its formula. Must not know widgets."""

from __future__ import annotations

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.attempts import attempts_worth
from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.fields.amounts import MoneyKind, RateKind
from workbench.fields.value import Shown
from workbench.ui.parts.formula import Formula, Input
from workbench.ui.views.agree.answers_card import Answer


def attempts_answers(agreement: Agreement, shown: Shown) -> tuple[Answer, ...]:
    """The one answer."""
    text, volumes = shown.language.text, agreement.volumes
    name = text(N_("Attempts worth making"))
    found = attempts_worth([row.rate for row in volumes.attempt_rates], volumes.contact_value, volumes.attempt_cost)
    if isinstance(found, NotMeasurable):
        return (Answer(name, "", None, found.missing),)
    value = f"{found.worth}" if found.ends else text(N_("{n} or more")).format(n=found.worth)
    money, rate = MoneyKind(), RateKind()
    inputs = [
        Input(text(N_("Attempt {n}")).format(n=one.number), rate.format(row.rate, shown), text(N_("assumed")), "pencil")
        for one, row in zip(found.attempts, volumes.attempt_rates, strict=True)
    ]
    cost, worth = money.format(volumes.attempt_cost, shown), money.format(volumes.contact_value, shown)
    note = N_("Attempts go on while the mean gain of an attempt and the two before it is at least its cost.")
    return (Answer(name, value, Formula(name, f"{worth} × p ≥ {cost} =", value, inputs, text(note))),)
