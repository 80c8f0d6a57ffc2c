"""Section 1 on paper: its fields as numbered clauses and tables. Must not know the other sections."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.documents.blocks import Block
from workbench.documents.compose.page import Col, Page


def teams(page: Page) -> tuple[Block, ...]:
    """Who agrees, about what, for how long."""
    section = page.section
    page.value("marketing_name"), page.value("sales_name")
    page.clause(
        page.say(
            N_(
                "This agreement is between {marketing}, led by {marketing_lead}, and {sales}, led by {sales_lead}, "
                "of {company}."
            ),
            marketing=page.team_inside("marketing"), marketing_lead=page.text("marketing_lead") or "…",
            sales=page.team_inside("sales"), sales_lead=page.text("sales_lead") or "…",
            company=page.text("company") or "…",
        )
    )  # fmt: skip
    first, last = page.text("effective_from"), page.text("effective_until")
    if first and last:
        page.clause(page.say(N_("It is in force from {first} to {last}. Both teams first review it on {review}."),
                             first=first, last=last, review=page.text("review_date") or "…"))  # fmt: skip
    elif first:
        page.clause(page.say(N_(
"It is in force from {first} until it is ended. Both teams first review it on {review}."
),
                             first=first, review=page.text("review_date") or "…"))  # fmt: skip
    if section.currency or section.time_zone:
        page.clause(
            page.say(
                N_("Amounts are in {currency}. Days, months and deadlines follow the clock of {zone}."),
                currency=page.text("currency") or "…", zone=page.text("time_zone") or "…",
            )
        )  # fmt: skip
    page.grid("segments", [Col("name", "name"), Col("description")])
    page.bullets("regions")
    page.prose("outside")
    page.grid("participants", [Col("name", "name"), Col("role"), Col("team")])
    page.value("document_language")
    page.facts("marketing_contact", "sales_contact", "reference_number", "fiscal_year_start")
    page.prose("pledge")
    return page.rest()
