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
from workbench.agreement.team_names import at_beginning, in_sentence
from workbench.base.language import N_
from workbench.fields.amounts import show_number
from workbench.fields.moments import DayKind
from workbench.fields.value import Shown

SENTENCE = {
    "volume": N_("{by} delivers {each} at least {leads}."),
    "value": N_("{by} delivers {each} {leads}, at the lead values frozen in this agreement."),
    "quality": N_("Of the {leads}, {most} of those decided on are accepted."),
    "quality_silent": N_(
        "Of the {leads}, {most} of those decided on are accepted; "
        "silence past the acceptance window counts as accepted."
    ),
    "completeness": N_("{by} has {fields} filled in for {most_leads}."),
    "hand_over_speed": N_("{by} hands over {most_leads}, {within} counted from qualification."),
    "response": N_("{by} makes first contact with {most_leads}, {within} counted from {start}."),
    "follow_up_depth": N_(
        "{by} makes at least {attempts} {within}, counted from {start}, for {most_leads}{unless_settled}."
    ),
    "decision": N_("{by} accepts or rejects {most_leads}, {within} counted from hand-over."),
    "reasons": N_("{by} gives a reason from the agreed list for {most_leads}."),
    "recycle": N_("{by} puts back into nurture {most_leads}, {within} counted from rejection."),
    "conversion": N_("Of the {leads}, both teams bring {most} on to {stage}."),
    "metric": N_("Both teams keep “{what}” {comparison} {each}."),
    "deliverable": N_("{by} provides {each} at least {target} {what}, attested by both teams."),
    "deliverable_both": N_("Both teams together provide {each} at least {target} {what}, attested by both."),
    "deliverable_due": N_("{by} provides {target} {what} by {due}, attested by both teams."),
    "deliverable_both_due": N_("Both teams together provide {target} {what} by {due}, attested by both."),
    "most": N_("at least {target}"),
    "most_leads": N_("at least {target} of the {leads}"),
    "all": N_("all"),
    "all_leads": N_("all {leads}"),
    "unless_settled": N_(", unless a lead is {events} first"),
    "or_settled": N_(", or {events} first"),
    "own_targets": N_("Other targets: {list}."),
}
"""Templates by kind, whole sentences, and the parts only they have; marked for translation."""

START = {
    "created_at": N_("the lead's creation"),
    "qualified_at": N_("qualification"),
    "handed_over_at": N_("hand-over"),
    "accepted_at": N_("acceptance"),
}
HAPPENS = {
    "created_at": N_("{leads} created {each}"),
    "qualified_at": N_("{leads} qualified {each}"),
    "handed_over_at": N_("{leads} handed over {each}"),
    "accepted_at": N_("{leads} accepted {each}"),
}
"""What puts a lead into a period, by the date it is counted by."""

COHORT = {
    "volume": N_("{leads} that reach {stage}"),
    "volume_one": N_("{leads} that reaches {stage}"),
    "value": N_("{leads} worth at least {target}"),
    "completeness": N_("{leads} that it hands over {each}"),
    "reasons": N_("{leads} that it rejects {each}"),
    "recycle": N_("{leads} rejected {each}"),
    "conversion": N_("{leads} that reach {from} {each}"),
}
"""The same for kinds that say it in words of their own."""

JOINT = {"volume", "completeness", "reasons", "conversion"}
"""Kinds whose leads are told by a clause, so that a condition needs an `and`."""

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
    values = {
        "by": at_beginning(commitment.by_name) or both,
        "to": in_sentence(commitment.to_name, shown.language) or both,
        "target": target_text(commitment, shown),
        "stage": commitment.stage_to or phrases.gap(shown),
        "from": commitment.stage_from or phrases.gap(shown),
        "each": each(commitment, shown),
        "each_one": text(ONE[commitment.period]),
        "fields": _fields(commitment, shown),
        "within": within(clock.within if clock else None, shown),
        "start": text(START.get(clock.start, N_("hand-over"))) if clock else "",
        "attempts": phrases.number_of(N_("{n} attempt"), N_("{n} attempts"), clock.attempts if clock else None, shown),
        "unless_settled": _settled(commitment, shown, "unless_settled"),
        "or_settled": _settled(commitment, shown, "or_settled"),
        "what": commitment.what or phrases.gap(shown),
        "comparison": comparison(commitment, shown),
        "due": DayKind().format(dt.date.fromisoformat(commitment.due), shown) if commitment.due else "",
    }
    values["leads"] = _cohort(commitment, shown, values)
    whole = "all" if commitment.unit == "share" and commitment.target == 1 else "most"
    for part, key in (("most", whole), ("most_leads", f"{whole}_leads")):
        values[part] = text(SENTENCE[key]).format(target=values["target"], leads=values["leads"])
    return values


def _cohort(commitment: Commitment, shown: Shown, values: dict[str, str]) -> str:
    """The leads of one period, told by what puts them there: `leads in Tier A handed over each month`."""
    text, key, plain = shown.language.text, str(commitment.kind), ""
    if commitment.kind == "volume":
        plain = phrases.number_of(N_("{n} lead"), N_("{n} leads"), commitment.target, shown)
        key += "_one" if commitment.target == 1 else ""
    if commitment.kind == "value":
        plain = text(N_("qualified leads"))
    event = text(COHORT.get(key) or HAPPENS.get(commitment.anchor) or "{leads}")
    filled = event.format(**values | {"leads": "{leads}"})
    return leads(commitment, shown, plain, filled, joint=commitment.kind in JOINT)


def _fields(commitment: Commitment, shown: Shown) -> str:
    """`all 7 required fields`."""
    number = len(commitment.required_fields)
    words = shown.language.count(N_("the required field"), N_("all {n} required fields"), number)
    return words.format(n=show_number(number, shown))


def _settled(commitment: Commitment, shown: Shown, part: str) -> str:
    """The part about what ends the attempts; nothing where nothing does."""
    events = commitment.clock.stop_events if commitment.clock else ()
    return shown.language.text(SENTENCE[part]).format(events=phrases.stopped(events, shown)) if events else ""


def _own_targets(commitment: Commitment, shown: Shown) -> str:
    """The sentence about periods that have a number of their own."""
    if not commitment.period_targets:
        return ""
    listed = ", ".join(
        f"{written_period(period, shown.language)} ({show_number(number, shown)})"
        for period, number in commitment.period_targets
    )
    return shown.language.text(SENTENCE["own_targets"]).format(list=listed)


def target_text(commitment: Commitment, shown: Shown, value: Decimal | None = None) -> str:
    """The target as a reader expects it: `400`, `€270,000`, `90%`, `3 times`."""
    number = commitment.target if value is None else value
    if commitment.unit == "share":
        return share(number, shown)
    if commitment.unit == "currency" or commitment.metric_unit == "currency":
        return phrases.amount(number, shown)
    if commitment.metric_unit == "days" and number is not None:
        return phrases.number_of(N_("{n} day"), N_("{n} days"), number, shown)
    bare = phrases.count(number, shown)
    return bare + {"percent": "%", "times": "×"}.get(commitment.metric_unit, "") if number is not None else bare


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
    "quality": N_("Accepted by {to}"),
    "completeness": N_("Required fields filled"),
    "hand_over_speed": N_("Handed over in time"),
    "response": N_("First contact in time"),
    "follow_up_depth": N_("{attempts} made"),
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
    "volume_one": N_("lead {a}"),
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
    key = "volume_one" if commitment.kind == "volume" and commitment.target == 1 else commitment.kind
    return text(CAPTION[key]).format(**values)
