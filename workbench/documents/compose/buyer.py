"""Section 3 on paper: its fields as numbered clauses and tables. Must not know the other sections."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.documents.blocks import Block
from workbench.documents.compose.page import Col, Page
from workbench.fields.amounts import show_number


def buyer(page: Page) -> tuple[Block, ...]:
    """The company we look for, its people, its journey, what it is promised."""
    page.prose("profile")
    least, most = page.value("employees_from"), page.value("employees_to")
    if least is not None or most is not None:
        page.titled(page.say(N_("Size")), _size(page, least, most))
    page.bullets("industries")
    page.bullets("regions")
    page.bullets("exclusions")
    page.grid(
        "personas",
        [Col("name", "name"), Col("purchase_role"), Col("problems"), Col("objections"), Col("triggers")],
        full=True,
    )
    page.grid("journey", [Col("name", "name"), Col("question"), Col("leads"), Col("content")], full=True)
    page.prose("experience_promise")
    page.bullets("touchpoints")
    page.prose("positioning")
    page.titled(page.label("tone"), page.text("tone"))
    page.bullets("claims_allowed")
    page.bullets("claims_not_allowed")
    return page.rest()


def _size(page: Page, least: int | None, most: int | None) -> str:
    shown = page.shown
    if least is not None and most is not None:
        return page.say(
            N_("{least} to {most} employees."), least=show_number(least, shown), most=show_number(most, shown)
        )
    if least is not None:
        return page.say(N_("At least {least} employees."), least=show_number(least, shown))
    return page.say(N_("At most {most} employees."), most=show_number(most or 0, shown))
