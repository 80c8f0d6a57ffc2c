"""What a check was made from, beside what was entered by hand: while it is the same, only entries can be others.

Must not know how anything is judged.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.storage.library import Library


@dataclass(frozen=True)
class Basis:
    """The state of a library that a check of an agreement reads.

    Attributes:
        as_of: The instant or day it speaks for, before it is placed in a zone.
        draft: The draft as stored.
        versions: Hashes of the versions, in order.
        signatures: Of which version, in which role.
        imports: By number, and since when each does not count.
    """

    as_of: dt.date | dt.datetime
    draft: bytes
    versions: tuple[str, ...]
    signatures: tuple[tuple[str, str], ...]
    imports: tuple[tuple[int, dt.datetime | None], ...]


def basis_of(library: Library, agreement: str, as_of: dt.date | dt.datetime) -> Basis:
    """What a check of an agreement would be made from now.

    Raises:
        NotFoundError: There is no such agreement.
        DamagedError: A version says something else than its hash.
    """
    return Basis(
        as_of,
        library.drafts.get(agreement).content,
        tuple(one.hash for one in library.versions.all(agreement)),
        tuple((one.version, one.role) for one in library.signatures.of_agreement(agreement)),
        tuple((one.number, one.undone_at) for one in library.actuals.batches(agreement)),
    )
