"""The parts sentences are made of: which leads, how much, within what, how often. Whole phrases, ready to translate.

Must not know the kinds of commitments.
"""

from __future__ import annotations

from decimal import Decimal

from workbench.agreement.commitment import Commitment, Filter
from workbench.agreement.derivation.ground import CUSTOM
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.period_words import EACH
from workbench.base.language import N_
from workbench.fields.amounts import MoneyKind, RateKind, duration_text, show_number
from workbench.fields.value import Duration, Shown

STOPPED = {
    "accepted_at": N_("accepted"),
    "rejected_at": N_("rejected"),
    "sql_at": N_("sales qualified"),
    "opportunity_at": N_("an opportunity"),
    "won_at": N_("won"),
    "lost_at": N_("lost"),
}
"""What a lead is after an event that ends the attempts."""


def stopped(events: tuple[str, ...], shown: Shown) -> str:
    """`rejected, sales qualified or an opportunity`: what ends the attempts, as the check reads it."""
    words = (shown.language.text(STOPPED[one]) if one in STOPPED else field_label(one, shown) for one in events)
    return any_of(tuple(words), shown)


def each(commitment: Commitment, shown: Shown) -> str:
    """`each month`."""
    return shown.language.text(EACH[commitment.period])


def share(value: Decimal | None, shown: Shown) -> str:
    """A share in percent; a gap where none is agreed yet."""
    return RateKind().format(value, shown) if value is not None else gap(shown)


def count(value: Decimal | None, shown: Shown) -> str:
    """A number; a gap where none is agreed yet."""
    return show_number(value, shown) if value is not None else gap(shown)


def amount(value: Decimal | None, shown: Shown) -> str:
    """Money; a gap where none is agreed yet."""
    return MoneyKind().format(value, shown) if value is not None else gap(shown)


def gap(shown: Shown) -> str:
    """What stands where a number is still open."""
    return shown.language.text(N_("[not agreed yet]"))


def within(value: Duration | None, shown: Shown) -> str:
    """`within 15 business minutes`, `by the end of the next business day`; one business day is never made hours."""
    text = shown.language.text
    if value is None:
        return text(N_("within {time}")).format(time=gap(shown))
    if value.unit == "business_days" and value.amount == 1:
        return text(N_("by the end of the next business day"))
    return text(N_("within {time}")).format(time=duration_text(value, shown))


def any_of(values: tuple[str, ...], shown: Shown) -> str:
    """`A`, `A or B`, `A, B or C`."""
    if len(values) < 2:
        return "".join(values)
    return shown.language.text(N_("{first} or {last}")).format(first=", ".join(values[:-1]), last=values[-1])


def field_label(field: str, shown: Shown) -> str:
    """What people call a lead field; a custom one's own header."""
    if field in FIELD:
        return shown.language.text(FIELD[field].label)
    return field.removeprefix(CUSTOM)


def condition(one: Filter, shown: Shown) -> str:
    """`Source is Demo request or Pricing page`."""
    values = any_of(one.values, shown)
    return shown.language.text(N_("{field} is {values}")).format(field=field_label(one.field, shown), values=values)


def leads(commitment: Commitment, shown: Shown, plain: str = N_("leads")) -> str:
    """Which leads: `leads in Tier A from Demo request where Country is DE`."""
    text = shown.language.text
    words = text(plain)
    rest = commitment.scope
    if commitment.group:
        words = text(N_("{leads} in {tier}")).format(leads=words, tier=commitment.group)
        rest = tuple(one for one in rest if one.field != "tier")
    sources = [one for one in rest if one.field == "source"]
    if sources:
        words = text(N_("{leads} from {sources}")).format(leads=words, sources=any_of(sources[0].values, shown))
        rest = tuple(one for one in rest if one is not sources[0])
    reasons = [one for one in rest if one.field == "reject_reason"]
    if reasons:
        values = any_of(reasons[0].values, shown)
        words = text(N_("{leads} with the reason {reasons}")).format(leads=words, reasons=values)
        rest = tuple(one for one in rest if one is not reasons[0])
    if rest:
        where = "; ".join(condition(one, shown) for one in rest)
        words = text(N_("{leads} where {conditions}")).format(leads=words, conditions=where)
    return words
