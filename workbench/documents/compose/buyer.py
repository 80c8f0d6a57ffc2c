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
        "profiles",
        [
            Col("segment", "name"),
            Col("profile"),
            Col("employees_from"),
            Col("employees_to"),
            Col("industries"),
            Col("regions"),
            Col("exclusions"),
        ],
        full=True,
    )
    page.grid(
        "personas",
        [
            Col("name", "name"),
            Col("purchase_role"),
            Col("problems"),
            Col("objections"),
            Col("triggers"),
            Col("segments"),
        ],
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
    count = shown.language.count
    if least is not None:
        words = count(N_("At least {n} employee."), N_("At least {n} employees."), least)
        return words.format(n=show_number(least, shown))
    words = count(N_("At most {n} employee."), N_("At most {n} employees."), most or 0)
    return words.format(n=show_number(most or 0, shown))
