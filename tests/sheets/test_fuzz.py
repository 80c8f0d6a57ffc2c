"""Thousands of broken files: each ends in what was read or in one sentence, and nothing else happens.

Each file is read in a process of its own, forked from one that has loaded everything, under the limits of the product.
"""

from __future__ import annotations

import datetime as dt
import gc
import io
import os
import random
import sys
from pathlib import Path

import pytest

from tests.sheets import making
from tests.sheets.crm_exports import Rows
from tests.sheets.here import read
from tests.sheets.making import wall
from workbench.base.errors import WorkbenchError
from workbench.sheets.child_limits import EXIT_MEMORY, limit_memory, limit_time_and_files
from workbench.sheets.limits import LEAST_MEMORY, LEAST_SECONDS
from workbench.sheets.reader_process import explained
from workbench.sheets.reading import read_table, to_reading
from workbench.sheets.wire import Failure, Request, Taken, TotalsTaken, read_frame, write_frame

SEED, FILES, WHOLE = 20261122, 2000, 30

ROWS: Rows = [
    ["Lead ID", "Company", "Created", "First touch", "Amount", "Status", "E-mail"],
    *(
        [f"L-{n}", f"Company {n} & Söhne", wall(2026, 1, n % 28 + 1, 9, n), f"{n % 28 + 1:02d}/02/2026 10:0{n % 10}",
         n * 12.5, "New" if n % 3 else "Closed Won", f"person{n}@example.org"]
        for n in range(15)
    ),
    ["Total", "", "", "", 500, "", ""],
]  # fmt: skip
TEXTS = [[str(cell) if not isinstance(cell, dt.datetime) else f"{cell:%d.%m.%Y %H:%M}" for cell in row] for row in ROWS]


def honest(folder: Path) -> list[bytes]:
    """The files that are broken."""
    options = {"merges": [("H1:I1", "x")], "properties": {"sla_agreement": "a", "sla_version": "1", "sla_hash": "b"}}
    made = [
        making.workbook(folder / "a.xlsx", ROWS),
        making.workbook(folder / "b.xlsx", {"Summary": [["Total", 2]], "Leads": ROWS}, **options),
        making.ods(folder / "a.ods", TEXTS),
        making.xlsb(folder / "a.xlsb", TEXTS),
        making.table(folder / "a.csv", TEXTS),
        making.table(folder / "b.csv", TEXTS, "utf-16", "\t"),
    ]
    return [path.read_bytes() for path in made]


def outcome(path: Path) -> tuple[int, str]:
    """Exit code of a process that reads a file, and what it has to say: an answer, a sentence, or a fault."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        _read_and_end(path, writes)
    os.close(writes)
    with os.fdopen(reads, "rb") as pipe:
        said = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code:
        return code, said.decode("utf-8", "replace")
    frame = read_frame(io.BytesIO(said))
    if isinstance(frame, Taken):
        try:
            to_reading(frame)
        except WorkbenchError as error:
            return 1, f"contradicts itself: {error}"
        return 0, "read"
    if isinstance(frame, Failure):
        whole = frame.message.endswith((".", "?")) and frame.hint and "\n" not in frame.message
        return (0 if whole else 1), f"refused: {frame.message}"
    return (0 if isinstance(frame, TotalsTaken) else 1), type(frame).__name__


def _read_and_end(path: Path, pipe: int) -> None:
    import traceback

    from workbench.sheets.child_tasks import TASKS
    from workbench.sheets.table.source import open_source

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    gc.disable()
    limit_memory(LEAST_MEMORY)
    limit_time_and_files(LEAST_SECONDS)
    made = io.BytesIO()
    code = 0
    try:
        request = Request("leads", str(path), {"date_order": "dmy"}, "Europe/Berlin")
        write_frame(made, TASKS["leads"](open_source(path), request, lambda _done, _total: None))
    except WorkbenchError as error:
        write_frame(made, Failure(type(error).__name__, error.message, error.hint))
    except MemoryError:
        code = EXIT_MEMORY
    except BaseException:  # noqa: BLE001  (whatever it is, the test is to know)
        made, code = io.BytesIO(traceback.format_exc().encode()), 1
    with os.fdopen(pipe, "wb") as out:
        out.write(made.getvalue())
    os._exit(code)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_two_thousand_broken_files(tmp_path: Path) -> None:
    from tests.sheets.mutations import mutated

    bases, dice = honest(tmp_path), random.Random(SEED)
    read(tmp_path / "a.xlsx")  # so that everything is loaded once, and not in each process
    gc.freeze()
    assert outcome(tmp_path / "a.xlsx") == (0, "read")
    path = tmp_path / "broken.xlsx"
    faults: dict[str, int] = {}
    counts = {"read": 0, "refused": 0, "died": 0}
    for number in range(FILES):
        path.write_bytes(mutated(dice.choice(bases), dice))
        code, said = outcome(path)
        kind = "died" if code else said.split(":")[0]
        counts[kind] = counts.get(kind, 0) + 1
        if code and explained(code) is None and "PanicException" not in said:  # the parent says that the reader stopped
            faults.setdefault(said.strip().splitlines()[-1] if said.strip() else str(code), number)
    assert faults == {}, (faults, counts)
    assert min(counts["read"], counts["refused"]) > FILES // 20, counts


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_some_of_them_through_the_whole_program(tmp_path: Path) -> None:
    from tests.sheets.mutations import mutated

    bases, dice = honest(tmp_path), random.Random(SEED + 1)
    path = tmp_path / "broken.xlsx"
    taken = 0
    for _ in range(WHOLE):
        path.write_bytes(mutated(dice.choice(bases), dice))
        before = sorted(one.name for one in tmp_path.iterdir())
        said = None
        try:
            taken += len(read_table(path, zone="Europe/Berlin").leads) > 0
        except WorkbenchError as error:
            said = error
        assert said is None or (said.message.endswith((".", "?")) and said.hint)
        assert sorted(one.name for one in tmp_path.iterdir()) == before
    assert 0 < taken < WHOLE
