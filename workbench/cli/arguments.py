"""Arguments that are more than words: days, instants, periods; what is not one is wrong usage.

Must not know any command.
"""

from __future__ import annotations

import datetime as dt
from argparse import Action, ArgumentError, ArgumentParser, ArgumentTypeError, Namespace
from typing import Any

from workbench.base.errors import WorkbenchError
from workbench.tracking.periods import Period


def moment(text: str) -> dt.date | dt.datetime:
    """A day, `2026-10-31`, or an instant, `2026-10-31T17:00+01:00`.

    Raises:
        ArgumentTypeError: Neither; argparse says so.
    """
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a day or an instant; write one such as 2026-10-31") from None


def day(text: str) -> dt.date:
    """A day; of an instant the day it names.

    Raises:
        ArgumentTypeError: Neither; argparse says so.
    """
    found = moment(text)
    return found.date() if isinstance(found, dt.datetime) else found


def moment_text(text: str) -> str:
    """A day or an instant, as it was written.

    Raises:
        ArgumentTypeError: Neither; argparse says so.
    """
    moment(text)
    return text


def period(text: str) -> str:
    """A written period, as it is kept.

    Raises:
        ArgumentTypeError: Not one; argparse says so.
    """
    try:
        return Period.parse(text).text
    except WorkbenchError as error:
        raise ArgumentTypeError(f"{error.message.rstrip('.')}; {error.hint[:1].lower()}{error.hint[1:-1]}") from None


class PeriodOrDays(Action):
    """An option for periods (kept as a list), or for the days from which and to which; never both."""

    def __call__(self, _parser: ArgumentParser, given: Namespace, value: Any, _option: str | None = None) -> None:
        """Keep a value.

        Raises:
            ArgumentError: The other way was taken too; argparse says so.
        """
        is_period = self.dest == "period"
        if (given.first or given.last) if is_period else given.period:
            raise ArgumentError(self, "name periods, or the days from which and to which, not both")
        setattr(given, self.dest, [*given.period, value] if is_period else value)
