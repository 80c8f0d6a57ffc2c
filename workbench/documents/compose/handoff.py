"""Section 7 on paper: the way of a lead drawn, the rules in clauses."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.agreement.commitment import Commitment
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
    stages = page.agreement.lead_definitions.stages
    by_field = {stage.date_field: stage.short or stage.name for stage in stages}
    marketing, sales = page.team("marketing"), page.team("sales")
    lanes = (
        Lane(marketing, page.say(N_("qualifies and nurtures")), "marketing"),
        Lane(page.say(N_("Hand-off")), page.say(N_("passes and decides")), "both"),
        Lane(sales, page.say(N_("contacts and works")), "sales"),
    )
    step = LifecycleStep
    steps = [
        step("new", 0, 0, by_field.get("created_at", page.say(N_("Inquiry"))), page.say(N_("known")), "marketing"),
        step(
            "mql", 0, 1, by_field.get("qualified_at", page.say(N_("Qualified"))), page.say(N_("qualified")), "marketing"
        ),
        step("handed", 1, 1, page.say(N_("Handed over")), page.say(N_("with its data")), "both"),
        step("decided", 1, 2, by_field.get("accepted_at", page.say(N_("Accepted"))), page.say(N_("accepted")), "both"),
        step("back", 0, 3, page.say(N_("Nurture")), page.say(N_("comes back")), "back"),
        step("rejected", 1, 3, page.say(N_("Rejected")), page.say(N_("with a reason")), "back"),
        step("touch", 2, 1, page.say(N_("First contact")), page.say(N_("by a person")), "sales"),
        step("sql", 2, 2, by_field.get("sql_at", page.say(N_("Conversation"))), page.say(N_("confirmed")), "sales"),
        step(
            "opp",
            2,
            3,
            by_field.get("opportunity_at", page.say(N_("Opportunity"))),
            page.say(N_("in the pipeline")),
            "sales",
        ),
        step("won", 2, 4, by_field.get("won_at", page.say(N_("Customer"))), page.say(N_("won")), "sales"),
    ]
    flows = [
        Flow("new", "mql", "marketing"),
        Flow("mql", "handed", "marketing", _chip_words(page, known, "hand_over_speed")),
        Flow("handed", "decided", "both", _chip_words(page, known, "decision")),
        Flow("handed", "touch", "sales", _chip_words(page, known, "response")),
        Flow("decided", "rejected", "back", _chip_words(page, known, "reasons")),
        Flow("rejected", "back", "back", _chip_words(page, known, "recycle")),
        Flow("touch", "sql", "sales"),
        Flow("sql", "opp", "sales"),
        Flow("opp", "won", "sales"),
    ]
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


def _chip_words(page: Page, known: tuple[Commitment, ...], kind: str) -> str:
    """The time and the labels of the promises that rule an arrow."""
    found = [one for one in known if one.kind == kind]
    if not found:
        return ""
    labels = found[0].label if len(found) == 1 else f"{found[0].label}–{found[-1].label}"
    clock = found[0].clock
    if len(found) > 1 or clock is None or clock.within is None or clock.within.unit == "business_days":
        return labels
    return f"{clock.within.amount} {page.say(N_('min') if clock.within.unit == 'minutes' else N_('h'))} · {labels}"
