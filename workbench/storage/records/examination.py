"""The doctor's answer: what was looked at, and what is wrong with it, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something the doctor found.

    Attributes:
        sentence: What is wrong, where.
        table: The table it is in; empty for the file as a whole.
        row: The row's key as text; empty for the table as a whole.
    """

    sentence: str
    table: str = ""
    row: str = ""


@dataclass(frozen=True)
class Examination:
    """The doctor's answer.

    Attributes:
        findings: What is wrong; nothing when the library is whole.
        checked: How many rows of each table were looked at.
        repaired: What was wrong and was put right, in sentences.
    """

    findings: tuple[Finding, ...]
    checked: Mapping[str, int]
    repaired: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings
