"""The workshop session of an agreement: read and saved in two parts; what was opened is written into the trail.

Answers never leave the library: they are no part of the agreement, its documents or its bundle. Must not know faces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.agreement.room.session import Room, Stage
from workbench.fields.codec import canonical, decode

if TYPE_CHECKING:
    from workbench.storage.library import Library

ROOM, STAGE = "room", "stage"


@dataclass(frozen=True)
class RoomState:
    """A session as it is kept, with the revisions to be named by the next saves."""

    room: Room
    room_revision: int
    stage: Stage
    stage_revision: int


class Rooms:
    """The sessions of the open library."""

    def __init__(self, library: Library, person: str) -> None:
        self._library, self._person = library, person

    def read(self, agreement: str) -> RoomState:
        """The session of an agreement; an empty one while there was none.

        Raises:
            NotFoundError: There is no such agreement.
            DamagedError: What is kept is not what was saved.
        """
        room, stage = (self._library.workshops.get(agreement, part) for part in (ROOM, STAGE))
        return RoomState(
            decode(Room, room.content, "The session") if room.revision else Room(), room.revision,
            decode(Stage, stage.content, "The place of the session") if stage.revision else Stage(), stage.revision,
        )  # fmt: skip

    def save(self, agreement: str, part: Room | Stage, seen: int) -> int:
        """Keep a part; when this returns, it is on the disk. Answers the revision to be named by the next save.

        Raises:
            ConflictError: Somebody else saved it since `seen`.
            OutsideError: It could not be made durable.
        """
        name = ROOM if isinstance(part, Room) else STAGE
        return self._library.workshops.save(agreement, name, canonical(part), seen=seen).revision

    def opened(self, agreement: str, question: str) -> None:
        """Write into the trail that both answers were opened; what they said is not written."""
        self._library.events.append("room.opened", self._person, agreement, {"question": question})
