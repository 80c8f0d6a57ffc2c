"""What recognises each lead again: its id, else its e-mail address, else address and created day.

Must not know cells or columns' headers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Basis = Literal["lead_id", "email", "email_and_day"]


@dataclass(frozen=True)
class Identities:
    """The identity of each row.

    Attributes:
        names: `id:`, `email:` or `email+day:` and the value; empty where a row has none.
        basis: What most rows are recognised by.
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

    Where a file has no id column and one address stands with several created days, the whole file uses both.

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
    by_address: dict[str, set[str]] = defaultdict(set)
    for mail, day in zip(addresses, days, strict=True):
        if mail and day:
            by_address[mail].add(day)
    if any(len(found) > 1 for found in by_address.values()):
        names = [
            "" if not mail else f"email+day:{mail} {day}" if day else f"email:{mail}"
            for mail, day in zip(addresses, days, strict=True)
        ]
        return Identities(names, "email_and_day")
    return Identities([f"email:{mail}" if mail else "" for mail in addresses], "email")
