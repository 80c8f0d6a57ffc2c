"""What is prepared and noted for an agreement's workshops: read and saved whole. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.agreement.preparing.preparation import Preparation
from workbench.fields.codec import canonical, decode

if TYPE_CHECKING:
    from workbench.storage.library import Library

PART = "preparation"


@dataclass(frozen=True)
class PreparationState:
    """A preparation as it is kept.

    Attributes:
        content: What is prepared and noted; empty while nothing was saved.
        revision: To be named by the next save.
    """

    content: Preparation
    revision: int


class Preparing:
    """The preparations of the open library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def read(self, agreement: str) -> PreparationState:
        """What is prepared for an agreement.

        Raises:
            NotFoundError: There is no such agreement.
            DamagedError: What is kept is not what was saved.
        """
        kept = self._library.workshops.get(agreement, PART)
        if not kept.revision:
            return PreparationState(Preparation(), 0)
        return PreparationState(decode(Preparation, kept.content, "The preparation"), kept.revision)

    def save(self, agreement: str, content: Preparation, seen: int) -> int:
        """Keep it; when this returns, it is on the disk. Answers the revision to be named by the next save.

        Raises:
            ConflictError: Somebody else saved it since `seen`.
            OutsideError: It could not be made durable.
        """
        return self._library.workshops.save(agreement, PART, canonical(content), seen=seen).revision
