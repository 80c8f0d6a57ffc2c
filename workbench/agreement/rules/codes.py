"""Codes that look right and stand in no list: a currency, a country or a region nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.codes import has_holidays, is_currency
from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.fields.issue import Issue


def find(agreement: Agreement) -> Iterator[Issue]:
    """The agreement's currency, and the places of its working calendars."""
    currency = agreement.teams.currency
    if currency and not is_currency(currency):
        yield Issue(
            "teams.currency", "error", "unknown_code",
            N_("“{code}” is not a currency: write its three letters, such as EUR."), (("code", currency),),
        )  # fmt: skip
    for calendar in agreement.follow_up.calendars:
        path, country, region = f"follow_up.calendars[{calendar.key}]", calendar.country, calendar.subdivision
        if region and not country:
            yield Issue(
                f"{path}.country", "error", "unknown_code",
                N_("Region {code} belongs to no country: name the country, or empty the region."), (("code", region),),
            )  # fmt: skip
        elif country and not has_holidays(country):
            yield Issue(
                f"{path}.country", "error", "unknown_code",
                N_("No public holidays are known for “{code}”: correct it, or empty it and enter days off by hand."),
                (("code", country),),
            )  # fmt: skip
        elif region and not has_holidays(country, region):
            yield Issue(
                f"{path}.subdivision", "error", "unknown_code",
                N_("{country} has no region “{code}” with holidays of its own: correct it, or empty it."),
                (("country", country), ("code", region)),
            )  # fmt: skip
