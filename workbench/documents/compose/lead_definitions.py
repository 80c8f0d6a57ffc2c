"""Section 5 on paper: its fields as numbered clauses and tables. Must not know the other sections."""

from __future__ import annotations

from workbench.agreement.lead_fields import FIELD
from workbench.agreement.qualification.criterion import Judged
from workbench.agreement.qualification.wording import measured, only_for
from workbench.agreement.sections.criteria import Condition
from workbench.agreement.sections.lead_definitions import (
    BehaviourCriterion,
    Exclusion,
    FitCriterion,
    PointRule,
    SegmentThreshold,
    Tier,
)
from workbench.base.language import N_
from workbench.documents.blocks import Block, Bullets
from workbench.documents.compose.page import Col, Page, strong
from workbench.fields.amounts import duration_text
from workbench.fields.declare import fields_of

_SAID = ("comparison", "values")


def lead_definitions(page: Page) -> tuple[Block, ...]:
    """Stages, what qualifies, points, tiers, data at hand-off."""
    page.grid(
        "stages",
        [Col("short", "name"), Col("name"), Col("entry"), Col("exit", "quiet"), Col("owner"), Col("date_field")],
        full=True,
    )
    _criteria(page)
    page.prose("hand_raiser")
    signs: tuple[Condition, ...] = page.value("hand_raiser_signs")
    if signs:
        page.clause((strong(page.say(N_("A hand-raiser is recognised by one of these."))),))
        page.add(Bullets(tuple(_measure(page, row) for row in signs)))
    _judged(page, "exclusions", [Col("kind", "name"), Col("rule"), Col("within", "figures")])
    _points(page)
    _tiers(page)
    required = [*page.value("required_fields"), *page.value("required_custom_fields")]
    if required:
        names = [page.say(FIELD[one].label) if one in FIELD else one for one in required]
        page.titled(page.label("required_fields"), ", ".join(names) + ".", page.chips("completeness"))
    page.promises("completeness")
    page.facts("definition_owner")
    return page.rest()


def _criteria(page: Page) -> None:
    fit: tuple[FitCriterion, ...] = page.value("fit")
    if fit:
        page.clause((strong(page.say(N_("A lead fits when all of this is true."))),))
        page.add(Bullets(tuple(_with_rest(row.name, _fits(page, row)) for row in fit)))
    behaviour: tuple[BehaviourCriterion, ...] = page.value("behaviour")
    if behaviour:
        page.clause((strong(page.say(_interest(behaviour))), *_by_segment(page, behaviour)))
        page.add(Bullets(tuple(_with_rest(row.name, _when(page, row)) for row in behaviour)))


def _by_segment(page: Page, rows: tuple[BehaviourCriterion, ...]) -> tuple[str, ...]:
    """What becomes of the count where an act is only for some segments."""
    if not any(row.segments for row in rows):
        return ()
    words = N_(
        "What is only for some segments counts for their leads alone. Where a single act counts, that one is enough;"
        " where none does, a lead that fits qualifies."
    )
    return (" " + page.say(words),)


def _fits(page: Page, row: FitCriterion) -> str:
    """`Company size is at least 50; only for Northwind Cloud`."""
    return "; ".join(part for part in (_measure(page, row), only_for(row, page.shown)) if part)


def _interest(rows: tuple[BehaviourCriterion, ...]) -> str:
    """How many of the acts show interest: one that is enough alone, or two others where there are two."""
    alone = sum(row.enough for row in rows)
    others = len(rows) - alone
    if len(rows) == 1:
        return N_("It shows interest when this happened.")
    if not others:
        return N_("It shows interest when one of these happened.")
    if not alone:
        return N_("It shows interest when two of these happened.")
    if others == 1:
        return N_("It shows interest when one act that is enough alone happened.")
    return N_("It shows interest when one act that is enough alone, or two others, happened.")


def _measure(page: Page, row: Judged) -> str:
    """`Company size is at least 50`."""
    return measured(row, page.shown)


def _judged(page: Page, name: str, columns: list[Col]) -> None:
    """Rows as a table whose last column says by which column of the data they are recognised."""
    rows: tuple[Exclusion | PointRule, ...] = page.value(name)
    if rows:
        seen = {row.key: {"field": _measure(page, row)} for row in rows}
        heads = [*columns, Col("segments"), Col("field", title=page.say(N_("Shown by")))]
        page.add(page.grid_of(rows, heads, caption=page.label(name), extra=seen, said=_SAID))


def _tiers(page: Page) -> None:
    rows: tuple[Tier, ...] = page.value("tiers")
    if rows:
        seen = {row.key: {"conditions": _tier_rule(page, row)} for row in rows}
        heads = [Col("name", "name"), Col("definition"), Col("conditions"), Col("values", "figures")]
        said = ("hand_raisers", "points_from", "everyone_else")
        page.add(page.grid_of(rows, heads, caption=page.label("tiers"), extra=seen, said=said))


def _tier_rule(page: Page, row: Tier) -> str:
    """What puts a lead into a tier, as far as data shows it."""
    found = [_measure(page, one) for one in row.conditions]
    if row.hand_raisers:
        found.insert(0, page.say(N_("hand-raisers")))
    if row.points_from is not None:
        found.append(page.say(N_("from {n} points"), n=row.points_from))
    if row.everyone_else:
        found.append(page.say(N_("every other qualified lead")))
    return "; ".join(found)


def _when(page: Page, row: BehaviourCriterion) -> str:
    """`Source is one of Demo request; within 30 days; enough alone`."""
    found = [_measure(page, row)] if row.field else []
    if row.within:
        found.append(page.say(N_("within {time}"), time=duration_text(row.within, page.shown)))
    if row.enough:
        found.append(page.say(N_("enough alone")))
    found += [only_for(row, page.shown)] if row.segments else []
    return "; ".join(found)


def _with_rest(name: str, rest: str) -> str:
    return f"{name} ({rest})" if rest else name


def _points(page: Page) -> None:
    rows = page.value("points")
    uses = page.value("uses_points")
    if not uses and not rows:
        return
    if page.section.threshold is not None:
        page.clause(
            page.say(N_("With points, a lead qualifies from a total of {points}."), points=page.text("threshold"))
        )
    own: tuple[SegmentThreshold, ...] = page.value("thresholds")
    if own:
        names = fields_of(SegmentThreshold)
        said = [
            f"{names['segment'].kind.format(row.segment, page.shown)}: "
            f"{names['threshold'].kind.format(row.threshold, page.shown)}"
            for row in own
        ]
        page.titled(page.label("thresholds"), "; ".join(said) + ".")
    _judged(page, "points", [Col("name", "name"), Col("axis"), Col("points", "number")])
    page.facts("fit_threshold", "interest_threshold", "fit_cap", "interest_cap", "decay_points", "decay_every")
