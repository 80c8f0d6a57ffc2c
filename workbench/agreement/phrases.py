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

PHRASE = {
    "or": N_("{first} or {last}"),
    "value": N_("“{value}”"),
    "gap": N_("[not agreed yet]"),
    "within": N_("within {time}"),
    "next_day": N_("by the end of the next business day"),
    "tier": N_("{leads} in {tier}"),
    "tier_named": N_("{leads} in the tier “{tier}”"),
    "source": N_("{leads} from {sources}"),
    "reason": N_("{leads} with the reason {reasons}"),
    "condition": N_("{field} is {values}"),
    "whose": N_("{leads} whose {field} is {values}"),
    "and_whose": N_("{leads} and whose {field} is {values}"),
}
"""What the parts are made from, marked for translation."""
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
    return shown.language.text(PHRASE["gap"])


def within(value: Duration | None, shown: Shown) -> str:
    """`within 15 business minutes`, `by the end of the next business day`; one business day is never made hours."""
    text = shown.language.text
    if value is None:
        return text(PHRASE["within"]).format(time=gap(shown))
    if value.unit == "business_days" and value.amount == 1:
        return text(PHRASE["next_day"])
    return text(PHRASE["within"]).format(time=duration_text(value, shown))


def any_of(values: tuple[str, ...], shown: Shown) -> str:
    """`A`, `A or B`, `A, B or C`."""
    if len(values) < 2:
        return "".join(values)
    return shown.language.text(PHRASE["or"]).format(first=", ".join(values[:-1]), last=values[-1])


def data_values(values: tuple[str, ...], shown: Shown) -> str:
    """`“Gold” or “Silver”`: words of the data, as they stand there."""
    quote = shown.language.text(PHRASE["value"])
    return any_of(tuple(quote.format(value=one) for one in values), shown)


def field_label(field: str, shown: Shown) -> str:
    """What people call a lead field; a custom one's own header."""
    if field in FIELD:
        return shown.language.text(FIELD[field].label)
    return field.removeprefix(CUSTOM)


def condition(one: Filter, shown: Shown) -> str:
    """`Source is “Demo request” or “Pricing page”`."""
    words = shown.language.text(PHRASE["condition"])
    return words.format(field=field_label(one.field, shown), values=data_values(one.values, shown))


def number_of(one: str, many: str, value: Decimal | int | None, shown: Shown) -> str:
    """`1 lead`, `400 leads`, `[not agreed yet] leads`: a counted word in its form for the number."""
    number = None if value is None else Decimal(value)
    return shown.language.count(one, many, 1 if number == 1 else 2).format(n=count(number, shown))


def in_tier(words: str, tier: str, shown: Shown) -> str:
    """`leads in Tier A`; a name that does not say that it is a tier is quoted: `leads in the tier “Price requests”`."""
    text = shown.language.text
    named = tier.split(maxsplit=1)[0].casefold() == text(N_("Tier")).casefold() if tier.split() else True
    return text(PHRASE["tier" if named else "tier_named"]).format(leads=words, tier=tier)


def leads(commitment: Commitment, shown: Shown, plain: str = "", event: str = "", *, joint: bool = False) -> str:
    """Which leads: `leads in Tier A from “Demo request” handed over each month whose Country is “DE”`.

    Args:
        commitment: Whose scope is told.
        shown: For the words.
        plain: What they are called, ready in its language; `leads` where nothing is given.
        event: What happens to them and how often, with `{leads}` for those it happens to; nothing where empty.
        joint: Whether the event is a clause of its own, so that the conditions are a second one.
    """
    text = shown.language.text
    words = plain or text(N_("leads"))
    rest = commitment.scope
    if commitment.group:
        words = in_tier(words, commitment.group, shown)
        rest = tuple(one for one in rest if one.field != "tier")
    sources = next((one for one in rest if one.field == "source"), None)
    if sources:
        words = text(PHRASE["source"]).format(leads=words, sources=data_values(sources.values, shown))
    if event:
        words = event.replace("{leads}", words)
    reasons = next((one for one in rest if one.field == "reject_reason"), None)
    if reasons:
        words = text(PHRASE["reason"]).format(leads=words, reasons=data_values(reasons.values, shown))
    for one in rest:
        if one not in (sources, reasons):
            values = data_values(one.values, shown)
            template = text(PHRASE["and_whose" if joint else "whose"])
            words = template.format(leads=words, field=field_label(one.field, shown), values=values)
            joint = True
    return words
