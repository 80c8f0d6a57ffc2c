"""What an examination of a signed document finds. Must not know how it is found or what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.signing.wording import Phrase, phrase

Fault = Literal["broken", "changed", "unverifiable"]
"""Broken: a signature itself does not hold. Changed: the document is not what was signed. Unverifiable: this program
cannot judge it, which says nothing against it; foreign documents are never called forged."""


@dataclass(frozen=True)
class Finding:
    """One thing that keeps a document from being called valid.

    Attributes:
        fault: Of which nature.
        said: One sentence with a full stop.
        since: The revision (0 is the unsigned document) that brought it in; every signature made before it no longer
            speaks for the document as it is. None where it concerns one signature only, or none.
    """

    fault: Fault
    said: Phrase
    since: int | None = None


class RefusedError(Exception):
    """An examination that cannot go on; carries why.

    Args:
        finding: Why.
    """

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.said))
        self.finding = finding


def broken(template: str, **values: object) -> Finding:
    """A finding that a signature does not hold."""
    return Finding("broken", phrase(template, **values))


def changed(since: int, template: str, **values: object) -> Finding:
    """A finding that a revision changed what earlier ones signed."""
    return Finding("changed", phrase(template, **values), since)


def unverifiable(template: str, **values: object) -> Finding:
    """A finding that this program cannot judge."""
    return Finding("unverifiable", phrase(template, **values))
