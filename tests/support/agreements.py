"""Agreements for tests."""

from __future__ import annotations

from workbench.agreement.model import FORMAT, Agreement


def empty_agreement(title: str) -> Agreement:
    """An agreement of today's format in which only the title is filled."""
    return Agreement(format=FORMAT, title=title)
