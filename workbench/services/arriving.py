"""Files that come to the workbench from outside: what each is, and taking it in. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.services.exchange import MOST_BYTES, content_of
from workbench.services.files import read_file
from workbench.services.two_sides import TwoSides

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench

Outcome = Literal["new", "same", "behind", "forward", "diverged", "signed_copy"]

TAKEN = (".slaw", ".pdf", ".json")
"""Endings of files that carry an agreement."""


@dataclass(frozen=True)
class Arrived(TwoSides):
    """What came of a file; its conflicts are places of the draft that no version holds yet.

    Attributes:
        agreement: Id of the agreement it is, or belongs to.
        outcome: As of a bundle; `new` for what was rebuilt from a PDF or from JSON; `signed_copy` for a PDF of an
            agreement that is here already, of which nothing was taken in yet.
        added: Versions that are new here.
        joined: Whether the draft had changes of its own, which were put together with what came.
    """

    agreement: str
    outcome: Outcome
    added: int = 0
    joined: bool = False


def take_in(workbench: Workbench, path: Path) -> Arrived:
    """Take a bundle, a PDF of ours or Agreement JSON in.

    Raises:
        NotFoundError: There is no such file.
        NotAllowedError: It is a file of another kind, too large, or a folder.
        DamagedError: It is not whole, or carries no agreement that can be trusted; nothing is taken in.
    """
    if path.suffix.casefold() not in TAKEN:
        raise NotAllowedError(
            f"{path.name} is not a file this library takes in.", "Choose a bundle (.slaw), a signed PDF, or .json."
        )
    data = read_file(path, MOST_BYTES)
    if data[:2] == b"PK":
        made = workbench.exchange.open(path)
        return Arrived(
            made.agreement, made.outcome, made.added, made.joined,
            conflicts=made.conflicts, mine=made.mine, other=made.other,
        )  # fmt: skip
    if data[:5] == b"%PDF-":
        return _of_pdf(workbench, path, data)
    return Arrived(workbench.shelf.create_from(content_of(path)), "new")


def _of_pdf(workbench: Workbench, path: Path, data: bytes) -> Arrived:
    answer = workbench.signing.verify(data)
    agreement = answer.envelope.header.agreement if answer.envelope is not None else None
    if agreement is not None:
        try:
            workbench.shelf.one(agreement)
        except NotFoundError:
            pass
        else:
            return Arrived(agreement, "signed_copy")
    return Arrived(workbench.shelf.create_from(content_of(path), agreement=agreement), "new")
