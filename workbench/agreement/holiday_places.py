"""Whether a country or region has public holidays on record. Must not know which days they are."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=256)
def has_holidays(country: str, subdivision: str = "") -> bool:
    """Whether the working calendar's days off can be found for a place.

    Args:
        country: ISO 3166 code, such as `DE`.
        subdivision: State or province without the country, such as `HE`; empty for the whole country.
    """
    import holidays  # noqa: PLC0415  (loads hundreds of countries' rules; only where a country is named)

    try:
        holidays.country_holidays(country, subdiv=subdivision or None)
    except NotImplementedError:
        return False
    return True
