"""Imports without names: nothing of a person is kept, and leads, calls and later files still match."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from workbench.base.language import language
from workbench.services.import_order import ImportOptions
from workbench.services.workbench import Workbench

MAY = "Name,Email,Created,Amount\nAnn Archer,Ann@Example.org,2026-05-01,5\nBob Baker,bob@example.org,2026-05-02,soon\n"
JUNE = MAY.replace("2026-05-02,soon", "2026-05-02,7") + "Cy Cook,cy@example.org,2026-06-01,9\n"
CALLS = "Email,Call date,Call outcome\nBOB@example.org,2026-05-03,x\n"
NAMES = (b"Archer", b"archer", b"Baker", b"ann@example", b"Ann@Example", b"bob@example", b"Cy Cook", b"cy@example")
PRIVATE = ImportOptions(private=True)


def write(folder: Path, text: str, name: str = "leads.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def everything_stored(place: Path) -> bytes:
    """All that a library holds, unpacked as far as the log of leads is concerned."""
    from workbench.storage.lead_blob import decode

    with sqlite3.connect(place) as database:
        rows = [
            row
            for (name,) in database.execute("select name from sqlite_master where type = 'table'").fetchall()
            for row in database.execute(f"select * from {name}").fetchall()
        ]
    database.close()
    cells = [cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row]
    logs = [decode(cell) for cell in cells if cell.startswith(b"SLALOG")]
    words = [word for log in logs for column in log.columns.values() for word in getattr(column, "words", ())]
    return b"\n".join([*cells, *(name.encode() for log in logs for name in log.identities), *map(str.encode, words)])


def test_nothing_of_a_person_is_kept_and_later_files_still_match(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create("New")
    made = empty.actuals.import_file(agreement, write(tmp_path, MAY), PRIVATE)
    assert made.read.added == 2
    again = empty.actuals.import_file(agreement, write(tmp_path, MAY), PRIVATE)
    assert (again.batch, again.read.unchanged) == (1, 2)
    later = empty.actuals.import_file(agreement, write(tmp_path, JUNE))  # not asked for again, and still without names
    assert (later.read.added, later.read.updated, later.read.unchanged) == (1, 1, 1)
    assert any("replaced by marks" in note.message(language()) for note in later.read.reading.notes)
    calls = empty.actuals.import_file(agreement, write(tmp_path, CALLS, "calls.csv"))
    assert calls.read.updated == 1
    log = empty.actuals.log(agreement)
    assert all(name.startswith("email:anon-") and name.endswith("@private") for name in log.identities)
    assert len(set(log.words("person").words)) == 3
    place = Path(empty.place)
    empty.close()
    stored = everything_stored(place)
    assert [name for name in NAMES if name in stored] == []
    assert b"anon-" in stored


def test_leads_known_by_name_are_found_again_without_names(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create("New")
    empty.actuals.import_file(agreement, write(tmp_path, MAY))
    found = empty.actuals.import_file(agreement, write(tmp_path, JUNE), PRIVATE)
    assert (found.read.added, found.read.updated) == (1, 2), "their names are replaced now"
    assert len(empty.actuals.log(agreement)) == 3


def test_two_libraries_do_not_share_marks(empty: Workbench, tmp_path: Path) -> None:
    from workbench.services.workbench import open_workbench
    from workbench.sheets.private_marks import mark

    with open_workbench(str(tmp_path / "other.sla")) as other:
        marks = []
        for bench in (empty, other):
            agreement = bench.shelf.create("New")
            bench.actuals.import_file(agreement, write(tmp_path, MAY), PRIVATE)
            log = bench.actuals.log(agreement)
            marks.append([log.text(field, 0) for field in ("email", "person")])
    assert not set(marks[0]) & set(marks[1])
    assert [mark("x", one, "email") for one in marks[0]] == marks[0], "a mark stands for itself"
