"""The reader child as a process: it answers, reports, stops when told, and its death is one sentence."""

from __future__ import annotations

import io
import itertools
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.sheets import making
from workbench.base.errors import Cancelled, DamagedError, NotAllowedError, NotFoundError, OutsideError, WorkbenchError
from workbench.sheets import reader_process
from workbench.sheets.child_limits import EXIT_ORPHAN
from workbench.sheets.inspection import inspect_file
from workbench.sheets.limits import Limits
from workbench.sheets.mapping import DateOrderUnknownError, Mapping
from workbench.sheets.reader_process import ask_child
from workbench.sheets.reading import read_table, to_reading
from workbench.sheets.wire import (
    BrokenWireError,
    ColumnTaken,
    Progress,
    Request,
    Start,
    Taken,
    read_frame,
    read_start,
    write_frame,
)

ROWS: list[list[Any]] = [["Lead ID", "Created"], *([f"L{i}", f"2026-01-{i % 28 + 1:02d} 09:00"] for i in range(3000))]


@pytest.fixture
def leads(tmp_path: Path) -> Path:
    return making.table(tmp_path / "leads.csv", ROWS)


def stand_in(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let another program be the child."""
    monkeypatch.setattr(reader_process, "_command", lambda: [sys.executable, "-c", program])


def test_it_answers_and_reports(leads: Path) -> None:
    told: list[tuple[int, int]] = []
    reading = read_table(leads, zone="Europe/Berlin", report=lambda done, total: told.append((done, total)))
    assert (len(reading.leads), told[-1]) == (3000, (3000, 3000))
    assert told[0] == (0, 0)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_refusal_keeps_its_kind_and_its_sentence(leads: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no sheet “x”"):
        inspect_file(leads, Mapping(sheet="x"))
    with pytest.raises(NotFoundError, match="There is no file"):
        inspect_file(tmp_path / "none.csv")
    path = making.table(tmp_path / "b.csv", [["Lead ID", "Created"], ["a", "01/02/2026"]])
    with pytest.raises(DateOrderUnknownError) as caught:
        read_table(path, zone="Europe/Berlin")
    assert caught.value.hint


def test_cancel_stops_it_at_once(leads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "import time; time.sleep(60)")
    asked = itertools.count()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        read_table(leads, zone="UTC", cancel=lambda: next(asked) > 2)
    assert time.monotonic() - started < 10


def test_a_time_limit(leads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "import time; time.sleep(60)")
    with pytest.raises(NotAllowedError, match="longer than 1 seconds"):
        inspect_file(leads, limits=Limits(seconds=1))


@pytest.mark.parametrize(
    ("program", "error", "says"),
    [
        ("import os; os.abort()", NotAllowedError, "memory"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", NotAllowedError, "memory"),
        ("import os; os._exit(77)", NotAllowedError, "memory"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", NotAllowedError, "longer than"),
        ("raise SystemExit(1)", DamagedError, "stopped at something"),
        ("pass", DamagedError, "stopped at something"),
        ("print('not a frame', flush=True)", DamagedError, "stopped at something"),
        ("import sys; sys.stdout.buffer.write(b'\\xff' * 64)", DamagedError, "stopped at something"),
        ("import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\5abc')", DamagedError, "stopped at something"),
        ("import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\2\\x81\\xa4')", DamagedError, "stopped at something"),
        ("import os, time; os.close(1); time.sleep(60)", DamagedError, "stopped at something"),
    ],
)
def test_every_death_is_one_sentence(
    leads: Path, monkeypatch: pytest.MonkeyPatch, program: str, error: type[WorkbenchError], says: str
) -> None:
    stand_in(monkeypatch, program)
    monkeypatch.setattr(reader_process, "_PATIENCE_SECONDS", 1)
    with pytest.raises(error) as caught:
        inspect_file(leads)
    assert says in caught.value.message
    assert "leads.csv" in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    assert caught.value.__notes__[0].startswith("The reader process ended with")


def test_what_it_said_last_is_kept_for_the_report(leads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "import sys; sys.stderr.write('x' * 100000 + 'the end'); raise SystemExit(3)")
    with pytest.raises(WorkbenchError) as caught:
        inspect_file(leads)
    assert caught.value.__notes__[0].endswith("the end")
    assert len(caught.value.__notes__[0]) < 3000


def test_a_program_that_does_not_start(leads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "_command", lambda: ["/nonexistent/python"])
    with pytest.raises(OutsideError, match="does not start"):
        inspect_file(leads)


def test_a_file_whose_name_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAllowedError, match=r"“caf\?\.csv”"):
        inspect_file(tmp_path / "caf\udce9.csv")


def test_the_answer_to_another_question_is_not_taken(leads: Path) -> None:
    with pytest.raises(DamagedError):
        ask_child(Request("inspect", str(leads)), Taken, Limits(), lambda _d, _t: None, lambda: False)


def test_it_ends_when_the_parent_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("Lead ID,Created\n" + "".join(f"L{i},2026-01-01\n" for i in range(400_000)), "utf-8")
    child = subprocess.Popen(reader_process._command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdin is not None
    assert child.stdout is not None
    write_frame(child.stdin, Start(1 << 32, 60, Request("leads", str(path))))
    child.stdin.close()  # as it does when the parent dies
    child.stdout.read()
    child.stdout.close()
    assert child.wait() == EXIT_ORPHAN


def test_it_does_not_take_modules_from_the_folder_of_the_day(
    leads: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit('taken from the folder')", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert inspect_file(leads).rows == 3000


def test_it_can_write_no_file(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from workbench.sheets.child_limits import limit_time_and_files\n"
        "limit_time_and_files(60)\n"
        "try:\n"
        "    open(sys.argv[1], 'w').write('x' * 100000)\n"
        "except OSError as error:\n"
        "    print(error.errno)\n"
    )
    target = tmp_path / "x"
    run = subprocess.run([sys.executable, "-c", program, target], capture_output=True, text=True, check=False)
    assert (run.stdout.strip(), target.stat().st_size) == ("27", 0)  # EFBIG


def test_memory_is_limited_before_anything_is_parsed() -> None:
    program = (
        "from workbench.sheets.child_limits import limit_memory\n"
        "limit_memory(1 << 29)\n"
        "try:\n"
        "    bytearray(1 << 30)\n"
        "except MemoryError:\n"
        "    print('refused')\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "refused"


def test_importing_the_parents_side_loads_no_parser_and_no_numpy() -> None:
    program = (
        "import sys\nimport workbench.sheets.inspection, workbench.sheets.totals, workbench.sheets.mapping\n"
        "print([one for one in ('numpy', 'python_calamine', 'openpyxl', 'xlsxwriter') if one in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


class TestTheWire:
    def test_there_and_back(self) -> None:
        pipe = io.BytesIO()
        start = Start(1, 2, Request("leads", "x", {"date_order": "dmy"}, rows=(1, 2)))
        write_frame(pipe, start)
        write_frame(pipe, Progress(1, 2))
        pipe.seek(0)
        assert read_start(pipe) == start
        assert read_frame(pipe) == Progress(1, 2)
        assert read_frame(pipe) is None

    @pytest.mark.parametrize("raw", [b"\0", b"\xff\xff\xff\xff", b"\0\0\0\1", b"\0\0\0\1\xc0", b"\0\0\0\1\x01"])
    def test_anything_else_is_broken(self, raw: bytes) -> None:
        with pytest.raises(BrokenWireError):
            read_frame(io.BytesIO(raw))
        with pytest.raises(BrokenWireError):
            read_start(io.BytesIO(raw))


def taken(**changes: Any) -> Taken:
    """An honest answer, changed."""
    honest: dict[str, Any] = {
        "sha256": "x", "sheet": "s", "header_row": 1, "headers": ("Lead ID",), "fields": {"Lead ID": "lead_id"},
        "orders": {}, "vendor": "", "rows": 1, "identities": ["id:a"], "row_numbers": (2).to_bytes(8, "little"),
        "columns": (ColumnTaken("lead_id", "words", b"\0\0\0\0", ("a",)),), "repeated": 0, "rejected": (),
        "skipped": (), "problems": (), "notes": (), "as_of": 0, "as_of_day": "", "as_of_source": "none",
        "identity": "lead_id", "own": None,
    }  # fmt: skip
    return Taken(**{**honest, **changes})


def test_an_honest_answer_is_taken() -> None:
    assert to_reading(taken()).leads.identities == ["id:a"]


@pytest.mark.parametrize(
    "changes",
    [
        {"row_numbers": b"\0"},
        {"identities": ["id:a", "id:a"], "row_numbers": b"\0" * 16, "columns": ()},
        {"columns": (ColumnTaken("lead_id", "words", b"\1\0\0\0", ("a",)),)},
        {"columns": (ColumnTaken("lead_id", "words", b"\xfd\xff\xff\xff", ("a",)),)},
        {"columns": (ColumnTaken("lead_id", "words", b"\0\0\0", ("a",)),)},
        {"columns": (ColumnTaken("lead_id", "stamps", b"\0" * 8),)},
        {"columns": (ColumnTaken("created_at", "words", b"\0\0\0\0", ("a",)),)},
        {"columns": (ColumnTaken("amount", "amounts", b"\0" * 16),)},
        {"columns": (ColumnTaken("nonsense", "words", b"\0\0\0\0", ("a",)),)},
        {"columns": (ColumnTaken("company", "words", b"\0\0\0\0", ("a",)),) * 2},
        {"notes": (("no_such_code", ()),)},
        {"notes": (("sheet_chosen", ()),)},
        {"as_of": 1 << 62, "as_of_source": "newest"},
        {"as_of_day": "tomorrow", "as_of_source": "newest"},
    ],
)
def test_a_dishonest_answer_is_not(changes: dict[str, Any]) -> None:
    with pytest.raises(DamagedError, match="contradicts itself"):
        to_reading(taken(**changes))


def test_a_frozen_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reader_process._command() == [sys.executable, reader_process.READER_ARGUMENT]
