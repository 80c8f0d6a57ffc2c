"""The codes people can choose from, with their names: currencies, countries, time zones. Must not know widgets."""

from __future__ import annotations

from functools import cache
from typing import Literal

CodeList = Literal["currency", "time_zone", "country", "subdivision"]


@cache
def codes(of: CodeList, language: str) -> tuple[tuple[str, str], ...]:
    """Code and name of every entry in use, by code; none for a list that is not shipped.

    Args:
        of: Which list.
        language: Babel locale code of the names.
    """
    if of == "time_zone":
        from zoneinfo import available_timezones  # noqa: PLC0415  (walks a folder)

        return tuple((zone, zone_name(zone)) for zone in sorted(available_timezones()) if "/" in zone or zone == "UTC")
    if of == "subdivision":
        return ()
    from babel import Locale  # noqa: PLC0415  (locale data)

    locale = Locale.parse(language)
    if of == "country":
        return tuple(sorted((code, str(name)) for code, name in locale.territories.items() if len(code) == 2))
    from babel.core import get_global  # noqa: PLC0415

    current = {entry[0] for used in get_global("territory_currencies").values() for entry in used if entry[2] is None}
    return tuple(sorted((code, str(name)) for code, name in locale.currencies.items() if code in current))


def zone_name(zone: str) -> str:
    """The place a time zone is named after."""
    return zone.rpartition("/")[2].replace("_", " ")


def code_name(of: CodeList, code: str, language: str) -> str:
    """The name of one code; empty when it has none to add."""
    return "" if of == "time_zone" else dict(codes(of, language)).get(code, "")
