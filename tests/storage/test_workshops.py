"""What belongs to workshops is kept beside the draft, whole, by compare and set."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.storage.examples import content
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, DamagedError, NotFoundError
from workbench.storage.library import Library


def test_nothing_is_kept_until_something_is_saved(library: Library, agreement: str) -> None:
    assert library.workshops.get(agreement, "preparation")[2:] == (0, b"", None)
    with pytest.raises(NotFoundError):
        library.workshops.get("nobody", "preparation")


def test_each_part_reads_back_to_the_byte(library: Library, agreement: str, clock: FixedClock) -> None:
    library.workshops.save(agreement, "other", content("Other"), seen=0)
    library.workshops.save(agreement, "preparation", content("First"), seen=0)
    clock.advance(minutes=1)
    kept = library.workshops.save(agreement, "preparation", content("Größe"), seen=1)
    assert kept == library.workshops.get(agreement, "preparation")
    assert (kept.revision, kept.content, kept.saved_at) == (2, content("Größe"), clock.now())
    assert library.workshops.get(agreement, "other").content == content("Other")
    assert library.examine().ok


def test_what_was_changed_elsewhere_is_not_overwritten(library: Library, agreement: str) -> None:
    library.workshops.save(agreement, "preparation", content("First"), seen=0)
    with pytest.raises(ConflictError):
        library.workshops.save(agreement, "preparation", content("Lost?"), seen=0)
    assert library.workshops.get(agreement, "preparation").content == content("First")


def test_damage_is_found(library: Library, agreement: str) -> None:
    library.workshops.save(agreement, "preparation", content("First"), seen=0)
    with library.database.writing() as connection:
        connection.execute(text("UPDATE workshop SET content = :content"), {"content": content("Forged")})
    with pytest.raises(DamagedError):
        library.workshops.get(agreement, "preparation")
    assert [one.table for one in library.examine().findings] == ["workshop"]
