"""The work of the reader child done in this process, for tests of what is read rather than of who reads it.

The answer goes over the wire as bytes all the same.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.base.language import language
from workbench.sheets.child_tasks import TASKS
from workbench.sheets.inspection import Inspection, to_inspection
from workbench.sheets.mapping import mapping_from_json, mapping_to_json
from workbench.sheets.reading import Reading, to_reading
from workbench.sheets.table.source import open_source
from workbench.sheets.verify_answer import Problem, SkippedRow
from workbench.sheets.wire import Frame, Inspected, Request, Taken, read_frame, write_frame

ENGLISH = language()


def ask(request: Request) -> Frame | None:
    """The child's answer to a request."""
    wire = io.BytesIO()
    write_frame(wire, TASKS[request.task](open_source(Path(request.path)), request, lambda _done, _total: None))
    wire.seek(0)
    return read_frame(wire)


def inspect(path: Path, mapping: dict[str, Any] | None = None) -> Inspection:
    """As `inspect_file`."""
    answer = ask(Request("inspect", str(path), mapping_to_json(mapping_from_json(mapping or {}))))
    assert isinstance(answer, Inspected)
    return to_inspection(answer)


def read(
    path: Path, mapping: dict[str, Any] | None = None, zone: str = "Europe/Berlin", *, keep: Sequence[str] = (),
    not_after: int = 0, drop_missing: bool = False,
) -> Reading:  # fmt: skip
    """As `read_table`."""
    given = mapping_to_json(mapping_from_json(mapping or {}))
    answer = ask(Request("leads", str(path), given, zone, tuple(keep), not_after, drop_missing))
    assert isinstance(answer, Taken)
    return to_reading(answer)


def said(things: Sequence[SkippedRow | Problem]) -> list[tuple[int, str]]:
    """Rows and codes, short enough to compare."""
    return [(one.row, one.why.code) for one in things]


def noted(reading: Reading | Inspection) -> set[str]:
    """The codes of the notes."""
    return {note.code for note in reading.notes}


def local(reading: Reading, field: str, zone: str = "Europe/Berlin") -> list[str]:
    """A date field as wall clock text; empty for nothing, `?` for unreadable."""
    from zoneinfo import ZoneInfo

    from workbench.tracking.leads import EMPTY, UNREADABLE

    marks = {EMPTY: "", UNREADABLE: "?"}
    return [
        marks[one] if one in marks else dt.datetime.fromtimestamp(one, ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M:%S")
        for one in reading.leads.stamps(field).tolist()
    ]


def texts(reading: Reading, field: str) -> list[str]:
    """A text field."""
    return [reading.leads.text(field, i) for i in range(len(reading.leads))]


def numbers(reading: Reading, field: str) -> list[str]:
    """A number field as text; empty for nothing, `?` for unreadable."""
    from workbench.fields.value import plain
    from workbench.tracking.leads import EMPTY, amount_of

    return [
        "" if one == EMPTY else "?" if (amount := amount_of(one)) is None else plain(amount)
        for one in reading.leads.amounts(field).tolist()
    ]
