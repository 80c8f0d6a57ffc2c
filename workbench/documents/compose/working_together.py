"""Section 10 on paper: roles, who is what in each activity, and what the teams give each other."""

from __future__ import annotations

from workbench.agreement.sections.working_together import Responsibility
from workbench.base.language import N_
from workbench.documents.blocks import Block, Column, Grid, GridRow
from workbench.documents.compose.page import Col, Page

MOST_PEOPLE = 8
"""With more people than this, the matrix becomes a list."""


def working_together(page: Page) -> tuple[Block, ...]:
    """Roles, responsibilities, deliverables, and how they come about."""
    page.grid("roles", [Col("name", "name"), Col("duties"), Col("team")], full=True)
    _responsibilities(page)
    if page.chips("deliverables"):
        page.titled(
            page.say(N_("Done for each other")),
            page.say(
                N_(
                    "What is done and counted stands in the schedule; "
                    "both teams attest it from the evidence named there."
                )
            ),
            page.chips("deliverables"),
        )
    page.promises("deliverables")
    page.prose("content_process", "market_feedback", "call_shadowing", "nurture", "support_after", "social_selling")
    return page.rest()


def _responsibilities(page: Page) -> None:
    rows: tuple[Responsibility, ...] = page.value("responsibilities")
    if not rows:
        return
    people = [one for one in page.agreement.teams.participants if any(_letters(row, one.key) for row in rows)]
    if not people or len(people) > MOST_PEOPLE:
        page.grid(
            "responsibilities",
            [Col("name", "name"), Col("accountable"), Col("responsible"), Col("consulted"), Col("informed")],
            full=True,
        )
        return
    columns = (Column(page.say(N_("Activity")), "name"), *(Column(one.role or one.name, "mark") for one in people))
    lines = tuple(GridRow((row.name, *(_letters(row, one.key) for one in people))) for row in rows)
    note = page.say(N_("A answers for it, R does it, C is asked before, I is told after. Exactly one A in each row."))
    page.add(Grid(columns, lines, page.label("responsibilities"), note, full=True, even=True))


def _letters(row: Responsibility, key: str) -> str:
    found = ["A"] if row.accountable == key else []
    found += [
        letter for letter, keys in (("R", row.responsible), ("C", row.consulted), ("I", row.informed)) if key in keys
    ]
    return " ".join(found)
