"""Tells what a template left to be filled in square brackets. Must not know rules or how it is shown."""

from __future__ import annotations

import re

_PLACEHOLDER = re.compile(r"\[[^\[\]\n]{2,80}\]")


def left_over(value: object) -> str:
    """The first bracket that a template left in a text or in a list of texts; empty where there is none."""
    for text in value if isinstance(value, tuple) else (value,):
        found = _PLACEHOLDER.search(text) if isinstance(text, str) and "[" in text else None
        if found:
            return found[0]
    return ""
