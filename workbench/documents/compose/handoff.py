"""Section 7 on paper: the way of a lead drawn, the rules in clauses."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.agreement.commitment import Commitment
from workbench.agreement.lead_way import way_flows, way_steps
from workbench.agreement.phrases import within
from workbench.base.language import N_
from workbench.documents.blocks import Block, Figure, Flow, Key, Lane, Lifecycle, LifecycleStep
from workbench.documents.compose.page import Col, Page


def handoff(page: Page, commitments: Iterable[Commitment]) -> tuple[Block, ...]:
    """How a lead passes, is decided on, comes back."""
    known = tuple(commitments)
    page.add(_lifecycle(page, known))
    trigger = page.text("trigger")
    if trigger:
        page.clause(trigger, page.chips("hand_over_speed"))
    page.promises("hand_over_speed")
    page.titled(page.label("channels"), _sentence(page.text("channels")))
    routing, note = page.text("routing"), page.text("routing_note")
    page.titled(page.label("routing"), f"{_sentence(routing)} {note}".strip())
    page.facts("backup_owner")
    page.bullets("travels_with")
    _decision(page)
    page.prose("right_to_reject")
    page.grid("rejection_reasons", [Col("name", "name"), Col("meaning"), Col("then"), Col("values", "quiet")])
    if page.chips("reasons"):
        page.clause(page.say(N_("Every rejection names one of these reasons.")), page.chips("reasons"))
    page.promises("reasons")
    page.grid(
        "recycling",
        [
            Col("reason", "name"),
            Col("track"),
            Col("requalified"),
            Col("earliest_return", "figures"),
            Col("most_loops", "figures"),
        ],
        full=True,
    )
    if page.chips("recycle_targets"):
        page.clause(
            page.say(N_("A rejected lead is not a lost lead: where its reason leads back to nurture, it comes back.")),
            page.chips("recycle_targets"),
        )
    page.promises("recycle_targets")
    page.prose("dropped_opportunities")
    _dispute(page)
    return page.rest()


def _sentence(text: str) -> str:
    return f"{text}." if text and not text.endswith(".") else text


def _decision(page: Page) -> None:
    window, silence = page.value("acceptance_window"), page.text("silence")
    if window is None:
        return
    words = page.say(
        N_("{team} accepts or rejects a lead {within}."), team=page.team("sales"), within=within(window, page.shown)
    )
    if silence:
        words += " " + page.say(N_("After silence, the lead {silence}."), silence=silence[:1].lower() + silence[1:])
    page.titled(page.label("acceptance_window"), words, page.chips("decisions"))
    page.promises("decisions")


def _dispute(page: Page) -> None:
    evidence, decider, limit = page.text("dispute_evidence"), page.text("dispute_decider"), page.value("dispute_within")
    words = evidence
    if decider:
        words += " " + page.say(
            N_("{name} decides {within}."), name=decider, within=within(limit, page.shown) if limit else ""
        )
    page.titled(page.label("dispute_evidence"), " ".join(words.replace(" .", ".").split()))


def _lifecycle(page: Page, known: tuple[Commitment, ...]) -> Figure:
    """The swimlanes: stages in the lanes of their owners, with the times and promises that rule the arrows."""
    marketing, sales = page.team("marketing"), page.team("sales")
    lanes = (
        Lane(marketing, page.say(N_("qualifies and nurtures")), "marketing"),
        Lane(page.say(N_("Hand-off")), page.say(N_("passes and decides")), "both"),
        Lane(sales, page.say(N_("contacts and works")), "sales"),
    )
    steps = [
        LifecycleStep(one.key, one.lane, one.column, one.name, one.words, one.kind)
        for one in way_steps(page.agreement, page.say)
    ]
    flows = [Flow(one.start, one.end, one.kind, one.words) for one in way_flows(known, page.say)]
    spoken = page.say(
        N_(
            "{marketing} qualifies a lead and hands it over; {sales} contacts and accepts it, or rejects it with a "
            "reason that may lead back to nurture."
        ),
        marketing=marketing,
        sales=page.team_inside("sales"),
    )
    keys = (
        Key("line", "marketing", page.say(N_("{team} acts"), team=marketing)),
        Key("line", "sales", page.say(N_("{team} acts"), team=sales)),
        Key("dashes", "warning", page.say(N_("Comes back"))),
    )
    return Figure(
        Lifecycle(lanes, tuple(steps), tuple(flows)),
        spoken,
        caption=page.say(N_("The way of a lead")),
        keys=keys,
        full=True,
    )
