"""What a whole import costs beside the bare parse: child, guards, mapping, validation, storage and a first check."""

from __future__ import annotations

import datetime as dt
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.side_by_side import Ratio
from tests.sheets.making import wall

HEADERS = [
    "Lead ID", "Company", "Create Date", "First Contact Date", "Last Activity", "Tier", "Lead Source", "Campaign",
    "Lead Status", "Accepted", "E-mail", "Owner", "Amount", "Attempts", "Score", "Country", "Industry", "Role",
    "Remark", "Rejected",
]  # fmt: skip
SIZES = {(100_000, 20): 3, (1_000_000, 12): 1}
"""Rows and columns, and how often each is measured."""
AIMED = {(100_000, 20): 1.8, (1_000_000, 12): 2.0}

PARSE = """
import json, resource, sys
from python_calamine import load_workbook
load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * 1024}))
"""


def row(number: int, dice: random.Random) -> list[Any]:
    created = wall(2024, 1, 1) + dt.timedelta(seconds=dice.randrange(86_400 * 700))
    days = [created + dt.timedelta(seconds=dice.randrange(most)) for most in (259_200, 900_000)]
    accepted = created + dt.timedelta(days=2) if dice.random() < 0.5 else None
    return [
        number + 1_000_000, f"Company {dice.randrange(30_000)}", created, *days, dice.choice("ABC"),
        dice.choice(["Web", "Event", "Partner"]), f"Campaign {dice.randrange(50)}",
        dice.choice(["New", "Working", "Closed"]), accepted, f"person{number}@example{dice.randrange(900)}.com",
        f"Owner {dice.randrange(40)}", round(dice.random() * 1e5, 2), dice.randrange(9), dice.randrange(100),
        dice.choice(["DE", "BR", "US", "ES"]), dice.choice(["IT", "Retail", "Health"]), "Manager",
        f"remark {number}", None,
    ]  # fmt: skip


def workbook(path: Path, rows: int, columns: int) -> Path:
    """A workbook of leads."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    page = book.add_worksheet("Leads")
    shape = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    page.write_row(0, 0, HEADERS[:columns])
    dice = random.Random(1)
    for number in range(1, rows + 1):
        for place, value in enumerate(row(number, dice)[:columns]):
            if isinstance(value, dt.datetime):
                page.write_datetime(number, place, value, shape)
            elif value is not None:
                page.write(number, place, value)
    book.close()
    return path


def told_by(*command: str | Path) -> dict[str, float]:
    """The JSON that a program prints."""
    done = subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="nobody tells the processor's time of a child that has ended")
@pytest.mark.parametrize(("rows", "columns"), SIZES)
def test_a_whole_import_beside_the_bare_parse(
    tmp_path: Path, rows: int, columns: int, told: Callable[[Ratio], None], figure: Callable[[str], None]
) -> None:
    path = workbook(tmp_path / "leads.xlsx", rows, columns)
    name = f"{rows:,} x {columns}"
    parses, imports = [], []
    for _ in range(SIZES[rows, columns]):
        parses.append(told_by("-c", PARSE, path))
        imports.append(told_by("-m", "tests.benchmarks.whole_import", path))
    assert {(one["leads"], one["batches"]) for one in imports} == {(rows, 1)}
    bare = tuple(one["cpu"] for one in parses)
    first = tuple(one["first"] for one in imports)
    aimed = AIMED[rows, columns]
    told(Ratio(f"import and first check of {name} to calamine's to_python (aimed at {aimed})", "cpu", bare, first))
    told(Ratio(f"the same file again to the first time, {name} (aimed at 1.3)", "cpu", first,
               tuple(one["again"] for one in imports)))  # fmt: skip
    memory = max(one["memory"] for one in imports) / min(one["memory"] for one in parses)
    figure(f"most memory of an import of {name} to calamine's: x{memory:.2f} (aimed at 1.6)")
    figure(f"a cancelled import of {name} has stopped after {max(one['stop'] for one in imports):.2f} s (aimed at 1)")
