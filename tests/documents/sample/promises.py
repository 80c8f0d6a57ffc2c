"""The commitments of the sample agreement."""

# ruff: noqa: E501  (a clause or a row of a table is read as one line)

from __future__ import annotations

from tests.documents.sample.meta import MARKETING_LEAD, SALES_LEAD
from workbench.documents.blocks import Chip, CommitmentCard, Fact, Promise, Team

_TEAM: dict[str, Team] = {"M": "marketing", "S": "sales", "J": "both"}

_ROWS = [
    # label, clause, number, short number, unit, few words, sentence, measured, counted, if missed, owner
    ("M-1", "6.2", "3,600", "3,600", "qualified leads a year", "Deliver qualified leads",
     "Marketing delivers the qualified leads planned for each month in clause 6.2, together 3,600 in the year.",
     "Distinct leads that reached MQL, by the day they qualified", "Each calendar month; tolerance 4%",
     "Marketing shifts next month’s spend to the segment that fell short and shows the new plan within a week.", MARKETING_LEAD),
    ("M-2", "6.4", "€190,000", "€190k", "of lead value a month", "Keep the mix valuable",
     "Marketing delivers leads worth at least €190,000 a month at the values frozen in clause 6.4.",
     "Sum of the frozen values, by the day they qualified", "Each calendar month; tolerance 4%",
     "Both leads look at the source mix within five business days.", MARKETING_LEAD),
    ("M-3", "6.5", "78%", "78%", "accepted by sales", "Pass leads sales wants",
     "Of the leads sales decides on, at least 78% are accepted.",
     "Accepted, divided by accepted and rejected, after disputes", "Each month of hand-off",
     "The teams recalibrate on ten leads at the next review.", MARKETING_LEAD),
    ("M-4", "5.4", "96%", "96%", "with every field filled", "Fill the six fields",
     "At hand-off at least 96% of the leads carry all six fields of clause 5.4.",
     "Leads with every field filled, of all handed over", "Each month of hand-off",
     "Marketing operations adds what is missing within two business days.", "Paulo Reis"),
    ("M-5", "7.1", "95%", "95%", "within 20 business minutes", "Hand over at once",
     "Marketing hands over at least 95% of the qualified leads within 20 business minutes.",
     "Qualified to handed over, in working time", "Each month of qualification",
     "Marketing operations names the cause and the repair at the weekly check-in.", "Paulo Reis"),
    ("M-6", "7.5", "90%", "90%", "back in nurture in 4 days", "Take rejected leads back",
     "Marketing returns at least 90% of the rejected leads to nurture within four business days.",
     "Rejected to recycled, in business days", "Each month of rejection",
     "The backlog is cleared before a new campaign begins.", "Greta Holm"),
    ("M-7", "10.2", "4", "4", "pieces a quarter", "Write for the buying stages",
     "Marketing publishes four usable pieces for the buying stages every quarter.",
     "Pieces published and attested by both teams", "Each calendar quarter",
     "The missing piece comes first in the next quarter.", "Greta Holm"),
    ("S-1", "8.2", "90%", "90%", "within 20 business minutes", "Answer tier A",
     "Sales makes the first human contact with at least 90% of the tier A leads within 20 business minutes.",
     "Handed over to first touch, in working time", "Each month of hand-off; leads above the ceiling excluded",
     "The lead passes to the backup owner, and the sales lead explains the pattern at the weekly check-in.", SALES_LEAD),
    ("S-2", "8.2", "90%", "90%", "within 3 business hours", "Answer tier B",
     "Sales makes the first human contact with at least 90% of the tier B leads within three business hours.",
     "Handed over to first touch, in working time", "Each month of hand-off; leads above the ceiling excluded",
     "As for S-1.", SALES_LEAD),
    ("S-3", "8.2", "85%", "85%", "by the end of the next day", "Answer tier C",
     "Sales makes the first human contact with at least 85% of the tier C leads by the end of the first business day after hand-off.",
     "Handed over to first touch, by business day", "Each month of hand-off; leads above the ceiling excluded",
     "As for S-1.", SALES_LEAD),
    ("S-4", "8.4", "85%", "85%", "with 5 attempts in 9 days", "Keep trying",
     "At least 85% of the leads receive five attempts over two channels within nine business days, unless a stop event comes first.",
     "Leads worked to depth, of all whose nine days have passed", "Each month of hand-off",
     "Untouched leads change their owner the same week.", "Amara Diallo"),
    ("S-5", "7.3", "95%", "95%", "by the end of the next day", "Decide on every lead",
     "Sales accepts or rejects at least 95% of the leads by the end of the first business day after hand-off.",
     "Handed over to decision, by business day", "Each month of hand-off",
     "Silence counts as acceptance, and the lead enters S-4.", SALES_LEAD),
    ("S-6", "7.4", "98%", "98%", "with a listed reason", "Say why not",
     "At least 98% of the rejected leads carry a reason from clause 7.4.",
     "Rejected leads with a listed reason, of all rejected", "Each month of rejection",
     "A rejection without a reason is open again.", "Amara Diallo"),
    ("S-7", "10.3", "3", "3", "shadowed calls a month", "Open calls to marketing",
     "Sales opens three calls a month to marketing and writes down the objections heard.",
     "Calls attended and attested by both teams", "Each calendar month",
     "A missed call is added to the following month.", "Amara Diallo"),
    ("J-1", "9.2", "60%", "60%", "SAL to SQL", "Turn leads into meetings",
     "Together the teams bring at least 60% of the accepted leads to a held meeting.",
     "Share of a month’s accepted leads that reached SQL", "Each quarter, read 30 days after its end",
     "One session on causes, one agreed experiment.", "Both leads"),
    ("J-2", "9.3", "3.2×", "3.2×", "pipeline coverage", "Keep enough pipeline",
     "Together the teams keep the open pipeline at 3.2 times the next quarter’s goal or more.",
     "Open pipeline, divided by the next quarter’s revenue goal", "Last business day of each month",
     "The sponsor looks at the goals with both leads.", "Both leads"),
    ("J-3", "11.1", "12", "12", "reviews a year", "Meet every month",
     "Both leads hold the review in the first five business days of a month, with data no older than two days.",
     "Reviews held and minuted", "Each calendar month",
     "The sponsor calls the meeting.", "Both leads"),
]  # fmt: skip


def chip(label: str) -> Chip:
    return Chip(label, _TEAM[label[0]])


def promises(side: str) -> tuple[Promise, ...]:
    return tuple(
        Promise(short, few, unit, chip(label)) for label, _, _, short, unit, few, *_ in _ROWS if label.startswith(side)
    )


def cards(side: str) -> tuple[CommitmentCard, ...]:
    return tuple(
        CommitmentCard(
            chip(label), f"Clause\u00a0{clause}", sentence, number, unit,
            (Fact("Measured as", measured), Fact("Counted", counted), Fact("If missed", missed), Fact("Owner", owner)),
        )
        for label, clause, number, _, unit, _, sentence, measured, counted, missed, owner in _ROWS
        if label.startswith(side)
    )  # fmt: skip
