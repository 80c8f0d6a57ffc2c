"""The leads behind a number."""

from __future__ import annotations

from workbench.base.language import language
from workbench.ui.parts.marks import outcome
from workbench.ui.tables.cells.lead import LeadCell
from workbench.ui.tables.column import Column
from workbench.ui.tables.rowlist import RowList
from workbench.ui.tables.rows import RowsModel

Lead = tuple[str, str, str, str, str, str]
SHARE: list[Lead] = [
    (
        "late",
        "51214872",
        "Rep C",
        "3 h 12 min",
        "72 min over",
        "Fri 6 Nov 16:20 to 18:00, 1 h 40 min + Mon 9 Nov 09:00 to 10:32, 1 h 32 min",
    ),
    ("late", "51215133", "Rep A", "2 h 06 min", "6 min over", "Tue 10 Nov 11:02 to 13:08 = 2 h 06 min."),
    (
        "overdue",
        "51215240",
        "No owner",
        "5 h 41 min",
        "no answer yet",
        "Wed 18 Nov 12:19 to 18:00 = 5 h 41 min. Deadline was 14:19.",
    ),
    (
        "pending",
        "51215266",
        "Rep B",
        "0 h 48 min",
        "1 h 12 min left",
        "Wed 18 Nov 17:12 to 18:00 = 48 min. Deadline Thu 19 Nov 10:12.",
    ),
    ("met", "51215019", "Rep C", "0 h 31 min", "", "Sat 7 Nov 10:15 starts Mon 9 Nov 09:00, to 09:31 = 31 min."),
    (
        "excluded",
        "51214990",
        "Rep B",
        "",
        "spam, by relief rule 8.6",
        "Counts for neither team. Marked 5 Nov, note by both leads.",
    ),
    (
        "unknown",
        "51215051",
        "Rep A",
        "",
        "hand-over time unreadable",
        "Cell value “18.11. pm”, row 7,455. Listed under data problems.",
    ),
]
VOLUME: list[Lead] = [
    (
        "counted",
        "51215702",
        "Events",
        "Wed 18 Nov",
        "",
        "Reached Qualified 18 Nov 16:12: 71 points, demo request. Segment Mid-market.",
    ),
    (
        "counted",
        "51215688",
        "Organic search",
        "Wed 18 Nov",
        "",
        "Reached Qualified 18 Nov 11:05: 66 points within 30 days. Segment Enterprise.",
    ),
    (
        "excluded",
        "51215671",
        "Partner",
        "",
        "country is blank",
        "Scope asks for a country of section 1.4. A blank never matches.",
    ),
    (
        "excluded",
        "51215640",
        "Paid search",
        "",
        "same lead as 51214410",
        "Qualified before, on 2 Nov. One person counts once a month.",
    ),
    (
        "counted",
        "51215633",
        "Referral",
        "Tue 17 Nov",
        "",
        "Reached Qualified 17 Nov 15:48: hand-raiser, ideal profile met.",
    ),
    (
        "unknown",
        "51215590",
        "Events",
        "",
        "qualified date unreadable",
        "Cell value “16/13/2026”, row 7,911. Listed under data problems.",
    ),
    (
        "counted",
        "51215571",
        "Organic search",
        "Mon 16 Nov",
        "",
        "Reached Qualified 16 Nov 09:30: 80 points. Segment Mid-market.",
    ),
]


def cell(lead: Lead) -> LeadCell:
    key, number, who, amount, note, reason = lead
    mark = outcome(key)
    return LeadCell(mark, language().text(mark.word), number, who, amount, note, reason)


def lead_list(*, volume: bool) -> RowList:
    model = RowsModel([Column[Lead]("lead", "Lead", cell)], VOLUME if volume else SHARE)
    return RowList(model, name="Leads behind this number")
