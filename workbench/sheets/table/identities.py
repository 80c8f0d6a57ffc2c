"""What recognises each lead again: its id, else its e-mail address, else address and created day.

Must not know cells or columns' headers, nor the leads that are known already; see `workbench.sheets.recognising`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Basis = Literal["lead_id", "email", "email_and_day"]


@dataclass(frozen=True)
class Identities:
    """The identity of each row.

    Attributes:
        names: `id:`, `email:` or `email+day:` and the value; empty where a row has none.
        basis: What rows are recognised by: the address and the day too as soon as one address needs it.
    """

    names: list[str]
    basis: Basis


def address(text: str) -> str:
    """The first e-mail address of a cell in lower case; empty where there is none."""
    first = next((part for part in text.replace(";", ",").replace(" ", ",").split(",") if "@" in part), "")
    return first.strip("<>").lower()


def _by_mail(text: str) -> str:
    mail = address(text)
    return f"email:{mail}" if mail else ""


def identify(ids: Sequence[str] | None, emails: Sequence[str] | None, days: Sequence[str], size: int) -> Identities:
    """Name the identity of each row.

    Where a file has no id column and an address stands with several created days, the earliest of them keeps the plain
    address, under which an earlier export may have brought it; the later ones are recognised by address and day. A row
    of that address without a day is the plain one too.

    Args:
        ids: Lead ids; nothing where the file has no such column.
        emails: E-mail cells; nothing where the file has no such column.
        days: Created day a row as ISO text, empty where it has none.
        size: Number of rows.
    """
    mails = emails if emails is not None else [""] * size
    if ids is not None:
        names = [f"id:{one}" if one else _by_mail(mail) for one, mail in zip(ids, mails, strict=True)]
        return Identities(names, "lead_id")
    addresses = [address(text) for text in mails]
    first = _first_days(zip(addresses, days, strict=True))
    names = [
        "" if not mail else f"email+day:{mail} {day}" if day and day != first[mail] else f"email:{mail}"
        for mail, day in zip(addresses, days, strict=True)
    ]
    several = any(name.startswith("email+day:") for name in names)
    return Identities(names, "email_and_day" if several else "email")


def _first_days(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The earliest created day of each address."""
    first: dict[str, str] = {}
    for mail, day in found:
        if mail and day and day < first.get(mail, "~"):
            first[mail] = day
    return first
