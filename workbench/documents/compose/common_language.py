"""Section 4 on paper: its fields as numbered clauses and tables. Must not know the other sections."""

from __future__ import annotations

from workbench.documents.blocks import Block
from workbench.documents.compose.page import Col, Page


def common_language(page: Page) -> tuple[Block, ...]:
    """The glossary."""
    page.grid(
        "glossary",
        [Col("term", "name"), Col("definition"), Col("marketing_word", "quiet"), Col("sales_word", "quiet")],
        full=True,
    )
    return page.rest()
