"""The clause a commitment is, in words: the same sentence in the document, the spreadsheet and the window.

Must not know where the sentence is shown.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from workbench.agreement import phrases
from workbench.agreement.commitment import Commitment
from workbench.agreement.period_words import A, written_period
from workbench.agreement.phrases import each, leads, share, within
from workbench.base.language import N_
from workbench.fields.amounts import show_number
from workbench.fields.moments import DayKind
from workbench.fields.value import Shown

SENTENCE = {
    "volume": N_("{by} delivers {each} at least {target} leads that reach {stage}{only}."),
    "value": N_("{by} delivers {leads} worth at least {target} {each}, at the lead values frozen in this agreement."),
    "quality": N_("Of the {leads} handed over {each} and decided on, at least {target} are accepted."),
    "quality_silent": N_(
        "Of the {leads} handed over {each} and decided on, at least {target} are accepted; "
        "silence past the acceptance window counts as accepted."
    ),
    "completeness": N_("{by} hands over at least {target} of {leads} with all {fields} required fields filled."),
    "hand_over_speed": N_(
        "{by} hands over at least {target} of qualified {leads} {within}, counted from qualification."
    ),
    "response": N_("{by} makes first contact with at least {target} of {leads} {within}, counted from {start}."),
    "follow_up_depth": N_(
        "{by} makes at least {attempts} attempts {within} for at least {target} of {leads}{unless_settled}."
    ),
    "decision": N_("{by} accepts or rejects at least {target} of {leads} {within}, counted from hand-over."),
    "reasons": N_("{by} gives a reason from the agreed list for at least {target} of the {leads} it rejects."),
    "recycle": N_(
        "{by} puts at least {target} of rejected {leads} back into nurture {within}, counted from rejection."
    ),
    "conversion": N_(
        "Both teams bring at least {target} of the {leads} that reach {from} in {each_one} on to {stage}."
    ),
    "metric": N_("Both teams keep {what} {comparison} {each}."),
    "deliverable": N_("{by} provides {each} at least {target} {what}, attested by both teams."),
    "deliverable_both": N_("Both teams together provide {each} at least {target} {what}, attested by both."),
    "deliverable_due": N_("{by} provides {target} {what} by {due}, attested by both teams."),
    "deliverable_both_due": N_("Both teams together provide {target} {what} by {due}, attested by both."),
}
"""Templates by kind, whole sentences, marked for translation."""

START = {
    "created_at": N_("the lead's creation"),
    "qualified_at": N_("qualification"),
    "handed_over_at": N_("hand-over"),
    "accepted_at": N_("acceptance"),
}


ONE = {"week": N_("one week"), "month": N_("one month"), "quarter": N_("one quarter"), "year": N_("one year")}


def sentence(commitment: Commitment, shown: Shown) -> str:
    """The clause, one sentence; open numbers stand as `[not agreed yet]`."""
    key: str = commitment.kind
    if key == "deliverable":
        key += ("_both" if commitment.by == "both" else "") + ("_due" if commitment.due else "")
    if key == "quality" and commitment.silence_accepts:
        key += "_silent"
    template = shown.language.text(SENTENCE[key])
    own = _own_targets(commitment, shown)
    made = template.format(**_values(commitment, shown))
    return made if not own else f"{made} {own}"


def _values(commitment: Commitment, shown: Shown) -> dict[str, str]:
    text = shown.language.text
    clock = commitment.clock
    both = text(N_("Both teams"))
    only = leads(commitment, shown, N_("leads"))
    return {
        "by": commitment.by_name or both,
        "to": commitment.to_name or both,
        "target": target_text(commitment, shown),
        "stage": commitment.stage_to or phrases.gap(shown),
        "from": commitment.stage_from,
        "each": each(commitment, shown),
        "each_one": text(ONE[commitment.period]),
        "leads": only,
        "only": text(N_(", {leads} only")).format(leads=only) if commitment.scope else "",
        "fields": show_number(len(commitment.required_fields), shown),
        "within": within(clock.within if clock else None, shown),
        "start": text(START.get(clock.start, N_("hand-over"))) if clock else "",
        "attempts": show_number(clock.attempts, shown) if clock and clock.attempts else phrases.gap(shown),
        "unless_settled": _settled(commitment, shown, N_(", unless the lead is {events} first")),
        "or_settled": _settled(commitment, shown, N_(", or {events} first")),
        "what": commitment.what or phrases.gap(shown),
        "comparison": comparison(commitment, shown),
        "due": DayKind().format(dt.date.fromisoformat(commitment.due), shown) if commitment.due else "",
    }


def _settled(commitment: Commitment, shown: Shown, template: str) -> str:
    """The part about what ends the attempts; nothing where nothing does."""
    events = commitment.clock.stop_events if commitment.clock else ()
    return shown.language.text(template).format(events=phrases.stopped(events, shown)) if events else ""


def _own_targets(commitment: Commitment, shown: Shown) -> str:
    """The sentence about periods that have a number of their own."""
    if not commitment.period_targets:
        return ""
    listed = ", ".join(
        f"{written_period(period, shown.language)} ({show_number(number, shown)})"
        for period, number in commitment.period_targets
    )
    return shown.language.text(N_("Other targets: {list}.")).format(list=listed)


def target_text(commitment: Commitment, shown: Shown, value: Decimal | None = None) -> str:
    """The target as a reader expects it: `400`, `€270,000`, `90%`, `3 times`."""
    number = commitment.target if value is None else value
    if commitment.unit == "share":
        return share(number, shown)
    if commitment.unit == "currency" or commitment.metric_unit == "currency":
        return phrases.amount(number, shown)
    bare = phrases.count(number, shown)
    suffix = {"percent": "%", "times": "×", "days": " " + shown.language.text(N_("days"))}
    return bare + suffix.get(commitment.metric_unit, "") if number is not None else bare


def comparison(commitment: Commitment, shown: Shown) -> str:
    """`at most €900`, `between 3× and 4×`."""
    text = shown.language.text
    target = target_text(commitment, shown)
    if commitment.operator == "<=":
        return text(N_("at or below {target}")).format(target=target)
    if commitment.operator == "between":
        upper = target_text(commitment, shown, commitment.target_upper)
        return text(N_("between {target} and {upper}")).format(target=target, upper=upper)
    return text(N_("at or above {target}")).format(target=target)


NAME = {
    "volume": N_("{stage} delivered"),
    "value": N_("Value of qualified leads"),
    "quality": N_("Accepted by sales"),
    "completeness": N_("Required fields filled"),
    "hand_over_speed": N_("Handed over in time"),
    "response": N_("First contact in time"),
    "follow_up_depth": N_("{attempts} attempts made"),
    "decision": N_("Decided in time"),
    "reasons": N_("Rejections with a reason"),
    "recycle": N_("Back in nurture"),
    "conversion": N_("{from} to {stage}"),
    "metric": N_("{what}"),
    "deliverable": N_("{what}"),
}


def short_name(commitment: Commitment, shown: Shown) -> str:
    """A few words for tables: the name people gave it, else one made from its numbers."""
    if commitment.name:
        return commitment.name
    made = shown.language.text(NAME[commitment.kind]).format(**_values(commitment, shown))
    named = f"{made}, {commitment.group}" if commitment.group else made
    return named[:1].upper() + named[1:]


MEASURED = {
    "volume": N_("Distinct leads that reached {stage}, by the date they did"),
    "value": N_("Sum of the frozen values of the leads, by the date they qualified"),
    "quality": N_("Accepted, divided by accepted plus rejected, by the date of hand-over"),
    "completeness": N_("Handed-over leads with every required field filled, divided by all handed over"),
    "hand_over_speed": N_("Leads handed over in time, divided by all that were or should have been"),
    "response": N_("Leads first contacted in time, divided by all that were or should have been"),
    "follow_up_depth": N_("Leads with all attempts in time{or_settled}, divided by all that were due"),
    "decision": N_("Leads accepted or rejected in time, divided by all that were or should have been"),
    "reasons": N_("Rejected leads with a reason from the list, divided by all rejected"),
    "recycle": N_("Rejected leads recycled in time, divided by all that were or should have been"),
    "conversion": N_("Leads of the cohort that reached {stage} by the date of the data, divided by the cohort"),
    "metric": N_("The period's total, from its source report"),
    "deliverable": N_("Number done in the period, attested by both teams"),
}
SILENCE_ACCEPTS = N_(
    "Accepted or past the acceptance window in silence, divided by those and the rejected, by the date of hand-over"
)
"""How quality is measured where silence counts as accepted."""


def measured_as(commitment: Commitment, shown: Shown) -> str:
    """How the number is made, in words."""
    silent = commitment.kind == "quality" and commitment.silence_accepts
    return shown.language.text(SILENCE_ACCEPTS if silent else MEASURED[commitment.kind]).format(
        **_values(commitment, shown)
    )


CAPTION = {
    "volume": N_("leads {a}"),
    "value": N_("of lead value {a}"),
    "quality": N_("of decided leads"),
    "completeness": N_("of handed-over leads"),
    "hand_over_speed": N_("{within}"),
    "response": N_("{within}"),
    "follow_up_depth": N_("{within}"),
    "decision": N_("{within}"),
    "reasons": N_("of rejected leads"),
    "recycle": N_("{within}"),
    "conversion": N_("by leads of {each_one}"),
    "metric": N_("{limit} {each}"),
    "deliverable": N_("{a}, attested"),
}


def caption(commitment: Commitment, shown: Shown) -> str:
    """The few words under the big number."""
    text = shown.language.text
    limits = {">=": N_("at least"), "<=": N_("at most"), "between": N_("or more")}
    values = _values(commitment, shown) | {
        "a": text(A[commitment.period]),
        "limit": text(limits[commitment.operator]),
    }
    return shown.language.text(CAPTION[commitment.kind]).format(**values)
