"""Which sections the room skipped, with a reason: nothing in them is demanded. Must not know any other rule."""

from __future__ import annotations

from workbench.agreement.model import Agreement


def skipped(agreement: Agreement) -> frozenset[str]:
    """Names of the sections that are skipped with a reason."""
    return frozenset(one.key for one in agreement.workshop.sections if one.state == "skipped" and one.reason)


def section_of(path: str) -> str:
    """Name of the section a path leads into."""
    return path.partition(".")[0].partition("[")[0]
