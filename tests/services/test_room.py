"""A session is kept beside the draft and never leaves with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.agreement.room.session import Card, HandedIn, Room, Round, Said, Stage, WordingEdit
from workbench.base.errors import ConflictError
from workbench.services.workbench import open_workbench


def test_a_session_comes_back_and_is_nowhere_in_the_agreement(tmp_path: Path) -> None:
    place = str(tmp_path / "library.sla")
    said = (Said("a", "sales", "words", "Zanzibar"), Said("b", "sales", "words", "Zanzibar 2", "p1"))
    edits = (WordingEdit("e", "Ana", "2026-12-08T10:02:00Z", "65 points", "70 points"),)
    asked = Round("r", "buyer", said, sales_in=True, by_person=True, handed_in=(HandedIn("h", "p1"),), edits=edits)
    room = Room(rounds=(asked,), by_person=True)
    stage = Stage(question="buyer", step=1, whole=180, ends="2026-12-08T10:03:00Z", block="k", cover="card",
                  began="2026-12-08T09:00:00Z", card=(Card("c", "Study", "7x", "Seven times", "HBR"),))  # fmt: skip
    with open_workbench(place, person="Ana") as workbench:
        one = workbench.shelf.create("Alliance")
        assert workbench.rooms.read(one).room == Room()
        workbench.rooms.save(one, room, 0)
        workbench.rooms.save(one, stage, 0)
        workbench.rooms.opened(one, "buyer")
        with pytest.raises(ConflictError):
            workbench.rooms.save(one, Room(), 0)
    with open_workbench(place, person="Ana") as workbench:
        state = workbench.rooms.read(one)
        assert (state.room, state.stage, state.room_revision) == (room, stage, 1)
        assert "Zanzibar" not in repr(workbench.drafting.read(one))
