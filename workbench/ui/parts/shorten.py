"""Words that must fit where nothing elides by itself, such as on a button or in a chip. Must not know whose."""

from __future__ import annotations

ELLIPSIS = "…"


def shorten(words: str, most: int) -> str:
    """At most so many letters; what is cut shows as an ellipsis, and never in the middle of a space.

    Args:
        words: As they are.
        most: Letters, the ellipsis included.
    """
    return words if len(words) <= most else words[: most - 1].rstrip(" ,.-–") + ELLIPSIS
