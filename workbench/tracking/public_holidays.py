"""Public holidays of a country and its subdivision: the days, from the `holidays` library.

Which places it knows is asked in `agreement/codes.py`.

Must not know opening hours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from workbench.base.errors import NotFoundError


@lru_cache(maxsize=64)
def public_holidays(
    country: str, subdivision: str, first_year: int, last_year: int, language: str = "en"
) -> Mapping[dt.date, str]:
    """Names of the public holidays by day, over whole years, days observed in their place included.

    Args:
        country: ISO 3166 code, such as `DE`; empty for none.
        subdivision: State or province as ISO 3166-2 without the country, such as `HE`; empty for the whole country.
        first_year: The first year wanted.
        last_year: The last year wanted.
        language: Code of the language of the names; the library's own choice where it has none in that language.

    Raises:
        NotFoundError: The country or subdivision has no holidays on record.
    """
    if not country:
        return MappingProxyType({})
    import holidays  # noqa: PLC0415  (loads hundreds of countries' rules)

    try:
        found = holidays.country_holidays(
            country, subdiv=subdivision or None, years=range(first_year, last_year + 1), language=language
        )
    except NotImplementedError:
        place = f"{country}-{subdivision}" if subdivision else country
        raise NotFoundError(
            f"No public holidays are known for {place}.",
            "Check the country and region of the working calendar, or enter the days off by hand.",
        ) from None
    return MappingProxyType(dict(sorted(found.items())))
