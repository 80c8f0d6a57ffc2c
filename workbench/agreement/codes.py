"""Codes that somebody has on record: currencies, and places with public holidays. Must not know which days they are.

From `resources/codes.json`, which `packaging/make_codes.py` makes from the libraries that know them: those take a tenth
of a second to load, and the rules ask whenever an agreement is opened.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from workbench.base.places import resource


def is_currency(code: str) -> bool:
    """Whether a code names a currency, today's or an earlier one."""
    return code in _known()["currencies"]


def has_holidays(country: str, subdivision: str = "") -> bool:
    """Whether the working calendar's days off can be found for a place.

    Args:
        country: ISO 3166 code, such as `DE`.
        subdivision: State or province without the country, such as `HE`; empty for the whole country.
    """
    regions = _known()["holidays"].get(country)
    return regions is not None and (not subdivision or subdivision in regions)


@cache
def _known() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("codes.json").read_text("utf-8"))
    return found
