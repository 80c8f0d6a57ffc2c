"""Section 2 on paper: its fields as numbered clauses and tables. Must not know the other sections."""

from __future__ import annotations

from decimal import Decimal

from workbench.agreement.sections.goals import Goal
from workbench.base.language import N_
from workbench.documents.blocks import AnyCell, Block
from workbench.documents.compose.page import Col, Page, strong
from workbench.fields.amounts import MoneyKind, show_number


def goals(page: Page) -> tuple[Block, ...]:
    """Vision, ranked goals, initiatives, what stays separate."""
    page.prose("vision")
    rows: tuple[Goal, ...] = page.value("goals")
    primary = page.value("primary_goal")
    if rows:
        made: dict[str, dict[str, AnyCell]] = {}
        for index, row in enumerate(rows, 1):
            name = (strong(row.name), " – " + page.say(N_("decides"))) if row.key == primary else row.name
            made[row.key] = {
                "rank": str(index), "name": name, "baseline": _number(page, row, row.baseline),
                "target": _number(page, row, row.target),
            }  # fmt: skip
        columns = [
            Col("rank", "figures"), Col("name", "name"), Col("baseline", "number"), Col("target", "result"),
            Col("due", "figures"), Col("owner"), Col("unit", "quiet"),
        ]  # fmt: skip
        page.add(page.grid_of(rows, columns, caption=page.label("goals"), extra=made, full=True))
    page.grid(
        "initiatives",
        [Col("name", "name"), Col("outcome"), Col("team"), Col("due", "figures"), Col("owner")],
        full=True,
    )
    page.prose("autonomy", "resources", "incentives")
    return page.rest()


def _number(page: Page, row: Goal, value: Decimal | None) -> str:
    if value is None:
        return "–"
    if row.unit == "currency":
        return MoneyKind().format(value, page.shown)
    return show_number(value, page.shown) + ("%" if row.unit == "percent" else "")
