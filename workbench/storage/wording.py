"""What people type into the record (names, reasons, notes): cleaned once, at the door. Must not know tables."""

from __future__ import annotations

import re

from workbench.base.errors import NotAllowedError
from workbench.fields.words import clean

MOST_LINE = 300
MOST_NOTE = 4000


def line(text: str, what: str) -> str:
    """One line, without control characters, in composed form; may be empty.

    Args:
        text: As typed.
        what: How a refusal names it.

    Raises:
        NotAllowedError: Longer than 300 characters.
    """
    return _limited(clean(text, lines=False), what, MOST_LINE)


def title_line(title: str) -> str:
    """A title as the list keeps it: one line, cut where it is too long, never refused."""
    cleaned = clean(title, lines=False)
    return cleaned if len(cleaned) <= MOST_LINE else cleaned[: MOST_LINE - 1] + "…"


def note(text: str, what: str = "note") -> str:
    """Some lines; otherwise like `line`, up to 4,000 characters.

    Raises:
        NotAllowedError: Longer.
    """
    return _limited(clean(text, lines=True), what, MOST_NOTE)


def required(text: str, what: str, why: str) -> str:
    """A cleaned text that must say something.

    Args:
        text: Cleaned.
        what: How a refusal names it.
        why: Why it is needed, one sentence.

    Raises:
        NotAllowedError: It is empty.
    """
    if not text:
        raise NotAllowedError(f"The {what} is missing.", why)
    return text


def fingerprint_digits(fingerprint: str) -> str:
    """A certificate's SHA-256 as 64 lower-case digits, however it was grouped.

    Raises:
        NotAllowedError: Not such a fingerprint.
    """
    digits = "".join(fingerprint.split()).lower()
    if not re.fullmatch("[0-9a-f]{64}", digits):
        raise NotAllowedError(f"{fingerprint[:80]!r} is not the SHA-256 of a certificate.", "It has 64 digits, 0 to f.")
    return digits


def _limited(text: str, what: str, most: int) -> str:
    if len(text) > most:
        raise NotAllowedError(f"The {what} is {len(text)} characters long.", f"Shorten it to {most}.")
    return text
