"""A comparison of two versions and a monthly review, as blocks."""

# ruff: noqa: E501  (a clause or a row of a table is read as one line)

from __future__ import annotations

from tests.documents.sample.agreement import rows, strong
from tests.documents.sample.figures import PACE, REASONS, TOUCH
from tests.documents.sample.meta import COMPANY, meta
from tests.documents.sample.promises import chip
from workbench.documents.blocks import (
    Clause,
    Column,
    Document,
    Fact,
    Grid,
    GridRow,
    Note,
    Opening,
    Run,
    Section,
    State,
    Status,
    Subheading,
    Text,
    Tile,
    Tiles,
    Trend,
)


def _in(text: str) -> Run:
    return Run(text, change="inserted")


def _out(text: str) -> Run:
    return Run(text, change="deleted")


def comparison() -> Document:
    blocks = (
        Opening(
            "Comparison", "What changed from version 2 to version 3",
            "Five clauses and seven numbers changed. One commitment is new, none was removed.",
            (
                Fact("Version 2", "24 June 2026, saved by Mei Tanaka, signed by three of three; b27e 40aa 915c 03fd"),
                Fact("Version 3", "11 December 2026, saved by Mei Tanaka, signed by three of three; a41c 90de 7b13 f5e8"),
                Fact("Why", "Yearly renegotiation; sales asked for a ceiling that matches its capacity, marketing for a clock that starts at hand-off"),
            ),
        ),
        Grid((Column("", "figures"), Column("What changed"), Column("Version 2", "number"), Column("Version 3", "result"), Column("Difference", "number")), rows(
            (chip("M-1"), "Qualified leads, year", "3,100", "3,600", "+500"),
            (chip("M-3"), "Accepted by sales", "74%", "78%", "+4 pts"),
            (chip("M-6"), "Back in nurture", "not agreed", "90%", "new"),
            (chip("S-1"), "Tier A first touch", "60 min", "20 min", "−40 min"),
            (chip("S-2"), "Tier B first touch", "4 h", "3 h", "−1 h"),
            (chip("S-4"), "Attempts in nine days", "4", "5", "+1"),
            ((Run("6.3", strong=True, tone="quiet"),), "Ceiling", "130%", "120%", "−10 pts")), caption="Numbers", full=True),
        Subheading("Text", aside=(_in("inserted"), "\u2003", _out("deleted"), "\u2003A bar in the margin marks every changed clause.")),
        Clause("5.2", ("A lead is qualified when it ", _out("reaches 60 points"), " ", _in("meets every fit criterion and at least one behaviour criterion"),
                       ". ", _in("Whoever asks to be called is qualified, unless clause 3.2 excludes them.")), title="Qualified lead", changed=True),
        Clause("6.3", ("Above ", _out("130%"), " ", _in("120%"), " of a month’s plan the extra leads ", _out("may be refused"), " ",
                       _in("are still handed over, but they do not count against sales’ clocks in clause 8"), "."), title="Ceiling", changed=True),
        Clause("7.3", ("Sales accepts or rejects ", _out("promptly"), " ", _in("by the end of the first business day after hand-off"), ". ",
                       _in("Silence counts as acceptance.")), title="Acceptance", changed=True),
        Clause("8.1", ("The clock starts when the lead is ", _out("created"), " ", _in("handed over"), " and stops at the first ", _in("human"), " attempt."), title="Clock", changed=True),
        Clause("11.3", (_out("A missed commitment reduces the quarterly budget of the team that missed it by 5%."), " ",
                        _in("A missed commitment starts the repair named in the schedule. Three misses in a row of the same commitment bring it to the sponsor.")),
               title="Repair", changed=True),
        Note("Unchanged: clauses 1 to 4, 9, 10 and all clauses not listed above.", full=True),
    )  # fmt: skip
    return Document(
        meta("Comparison of versions 2 and 3", "Versions 2 and 3", running=f"{COMPANY}  ·  Comparison of versions"),
        blocks,
    )


_WORD: dict[State, str] = {
    "met": "Met", "missed": "Missed", "on_track": "On track", "at_risk": "At risk", "too_little_data": "Too little data",
    "not_due": "Not due", "not_measurable": "Not measurable",
}  # fmt: skip

_SCORES: tuple[tuple[str, str, str, str, str, State, tuple[State, ...]], ...] = (
    ("M-1", "Qualified leads", "330", "319", "tolerance 4%", "met", ("met", "missed", "met")),
    ("M-2", "Lead value", "€190,000", "€194,200", "319 leads", "met", ("met", "met", "met")),
    ("M-3", "Accepted by sales", "78%", "76.1%", "226 of 297", "missed", ("met", "met", "missed")),
    ("M-4", "Fields filled", "96%", "96.9%", "309 of 319", "met", ("missed", "met", "met")),
    ("M-5", "Hand-over in 20 min", "95%", "97.2%", "310 of 319", "met", ("met", "met", "met")),
    ("M-6", "Back in nurture", "90%", "91.5%", "65 of 71", "met", ("not_due", "met", "met")),
    ("M-7", "Content pieces, quarter", "4", "4", "attested by both", "met", ("not_due", "not_due", "met")),
    ("S-1", "Tier A in 20 min", "90%", "86.1%", "87 of 101", "missed", ("missed", "met", "missed")),
    ("S-2", "Tier B in 3 h", "90%", "92.7%", "127 of 137", "met", ("met", "met", "met")),
    ("S-3", "Tier C next day", "85%", "93.8%", "76 of 81", "met", ("met", "met", "met")),
    ("S-4", "Five attempts", "85%", "86.0%", "58 open; 72% to 90%", "on_track", ("met", "met", "on_track")),
    ("S-5", "Decided next day", "95%", "93.0%", "still open", "at_risk", ("missed", "met", "at_risk")),
    ("S-6", "Reason given", "98%", "100%", "71 of 71", "met", ("met", "met", "met")),
    ("S-7", "Shadowed calls", "3", "–", "call log not imported", "not_measurable", ("met", "met", "not_measurable")),
    ("J-1", "SAL to SQL, quarter", "60%", "61.3%", "read on 30 April", "on_track", ("not_due", "not_due", "on_track")),
    ("J-2", "Pipeline coverage", "3.2×", "2.9×", "€3.4 m / €1.2 m", "missed", ("met", "met", "missed")),
    ("J-3", "Monthly review held", "1", "1", "5 March", "too_little_data", ("met", "met", "met")),
)


def report() -> Document:
    previous = [label[0] for label, *_ in _SCORES]
    scores = tuple(
        GridRow(
            (chip(label), name, target, result, counted, Trend(trend, ", ".join(_WORD[state].lower() for state in trend)), Status(state, _WORD[state])),
            opens_group=number > 0 and previous[number - 1] != label[0],
        )
        for number, (label, name, target, result, counted, state, trend) in enumerate(_SCORES)
    )  # fmt: skip
    blocks = (
        Opening("Monthly review", "March 2027", "Ten of seventeen commitments were met and three were missed. Two look on track, one is at risk, one cannot be measured yet."),
        Tiles((Tile("10", "met", "good"), Tile("3", "missed", "warning"), Tile("3", "still open", "both"), Tile("1", "not measurable", "quiet"))),
        Grid((Column("", "figures"), Column("Commitment"), Column("Target", "number"), Column("Result", "result"), Column("Counted", "quiet"), Column("Jan–Mar", "mark"), Column("Status", "figures")),
             scores, caption="Scorecard", full=True),
        Section("why", "Where the numbers come from", in_contents=False),
        PACE,
        TOUCH,
        REASONS,
        Section("proposals", "Proposals for the meeting", in_contents=False, small_lead=True,
                lead="Each proposal answers a number above. The room decides; the decision goes to the log."),
        Grid((Column("", "figures"), Column("What the data shows"), Column("Proposal"), Column("Owner"), Column("By", "number")), rows(
            (chip("S-1"), "Tier A touches are late just before lunch and closing.", (strong("A backup rota for 12:00 to 12:30 and 17:00 to 18:00. "), "Replayed on March: 93 of 101."), "Amara Diallo", "9 April"),
            (chip("M-3"), "13 of 17 wrong contacts are webinar leads.", (strong("Role chosen from a list on the webinar form."),), "Greta Holm", "16 April"),
            (chip("J-2"), "Coverage fell because two large deals closed.", (strong("No change. "), "Look again on 30 April."), "Both leads", "30 April")), full=True),
        Text((strong("How to read this report. "), "Met: the result reaches the target, less the agreed tolerance. On track: some leads are still open and the result so far reaches the target."), full=True, quiet=True),
    )  # fmt: skip
    return Document(meta("Monthly review, March 2027", "Judged by version 3"), blocks)
