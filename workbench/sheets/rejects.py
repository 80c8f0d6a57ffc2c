"""Rows that were rejected or have problems: the original file's rows plus the reason, to be mended and imported again.

Text is always written as text: nothing from a foreign file becomes a formula or a link. Must not know how rows were
judged.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from workbench.base.errors import ConflictError, OutsideError
from workbench.base.language import N_, Language
from workbench.sheets.limits import Limits
from workbench.sheets.reader_process import Cancel, Report, ask_child, never, no_report
from workbench.sheets.reading import Reading
from workbench.sheets.wire import Request, RowsTaken

ROW_HEADER = N_("Row")
REASON_HEADER = N_("Why it was not taken")

MOST_ROWS = 1_048_575
"""Rows that fit a sheet below its headers."""
_LONGEST_CELL = 32_767


def write_rejects(
    source: Path, target: Path, reading: Reading, language: Language, *, limits: Limits | None = None,
    report: Report = no_report, cancel: Cancel = never,
) -> int:  # fmt: skip
    """Write the rejected rows and the rows with problems to a workbook; answers how many.

    Args:
        source: The file that was read.
        target: The .xlsx to write; replaced as a whole or not at all.
        reading: What was read of it.
        language: Of the reasons.
        limits: What reading the rows again may cost; as much as a file of its size can need unless given.
        report: Told how far it is.
        cancel: Asked whether to stop.

    Raises:
        ConflictError: The file has changed since it was read.
        OutsideError: The target cannot be written.
        Cancelled: `cancel` said so.
    """
    reasons: dict[int, list[str]] = defaultdict(list)
    for one in reading.rejected:
        reasons[one.row].append(one.why.message(language))
    for problem in reading.problems:
        reasons[problem.row].append(f"{problem.column}: {problem.why.message(language)}")
    rows = tuple(sorted(reasons))[:MOST_ROWS]
    request = Request("rows", str(source), sheet=reading.sheet, rows=(reading.header_row, *rows))
    answer = ask_child(request, RowsTaken, limits, report, cancel)
    if answer.sha256 != reading.sha256:
        raise ConflictError(f"“{source.name}” has changed since it was read.", "Import it again.")
    table = [[*cells, float(row), "\n".join(reasons[row])] for row, cells in zip(rows, answer.rows, strict=True)]
    named = reading.headers if len(reading.headers) == len(answer.headers) else answer.headers
    headers = [*named, language.text(ROW_HEADER), language.text(REASON_HEADER)]
    _write(target, headers, table, reading.sheet)
    return len(rows)


def _write(target: Path, headers: Sequence[str], table: Sequence[Sequence[str | float | bool]], sheet: str) -> None:
    import xlsxwriter  # noqa: PLC0415  (for this rare task only)

    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part") if target.parent.is_dir() else (-1, "")
    if handle < 0:
        raise OutsideError(f"There is no folder “{target.parent}”.", "Choose another place.")
    os.close(handle)
    part = Path(name)
    try:
        book = xlsxwriter.Workbook(name, {"constant_memory": True, "in_memory": False})
        page = book.add_worksheet(_sheet_name(sheet))
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        page.freeze_panes(1, 0)
        page.set_column(len(headers) - 1, len(headers) - 1, 60, wrapped)
        for place, text in enumerate(headers):
            page.write_string(0, place, text[:_LONGEST_CELL], bold)
        for number, cells in enumerate(table, 1):
            for place, value in enumerate(cells):
                if isinstance(value, bool):
                    page.write_boolean(number, place, value)
                elif isinstance(value, float):
                    page.write_number(number, place, value)
                elif value:
                    page.write_string(number, place, value[:_LONGEST_CELL])
        book.close()
        part.replace(target)
    except (OSError, xlsxwriter.exceptions.XlsxWriterException) as error:
        raise OutsideError(
            f"“{target.name}” cannot be written: {getattr(error, 'strerror', '') or error}.",
            "Close it elsewhere and try again.",
        ) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def _sheet_name(name: str) -> str:
    """A name that a workbook allows, near the original's."""
    allowed = "".join(" " if one in "[]:*?/\\" else one for one in name).strip("' ")[:31]
    return allowed if allowed and allowed.casefold() != "history" else "Rows"
