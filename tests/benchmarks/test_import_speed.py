"""What a whole import of 100,000 rows costs beside the bare parse: the reader child's start, its guards, everything."""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.side_by_side import Ratio
from tests.sheets.making import wall

ROWS = 100_000
HEADERS = [
    "Lead ID", "Company", "Create Date", "First Contact Date", "Last Activity", "Tier", "Lead Source", "Campaign",
    "Lead Status", "Accepted", "E-mail", "Owner", "Amount", "Attempts", "Score", "Country", "Industry", "Role",
    "Remark", "Rejected",
]  # fmt: skip

PARSE = (
    "import sys; from python_calamine import load_workbook; "
    "load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()"
)
IMPORT = (
    "import sys, pathlib; from workbench.sheets.reading import read_table; "
    "reading = read_table(pathlib.Path(sys.argv[1]), zone='Europe/Berlin'); "
    f"assert len(reading.leads) == {ROWS} and not reading.problems"
)


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


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100,000 leads in 20 columns."""
    import xlsxwriter

    path = tmp_path_factory.mktemp("large") / "leads.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    page = book.add_worksheet("Leads")
    shape = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    page.write_row(0, 0, HEADERS)
    dice = random.Random(1)
    for number in range(1, ROWS + 1):
        for place, value in enumerate(row(number, dice)):
            if isinstance(value, dt.datetime):
                page.write_datetime(number, place, value, shape)
            elif value is not None:
                page.write(number, place, value)
    book.close()
    return path


def test_a_whole_import_beside_the_bare_parse(large: Path, side_by_side: Callable[..., Ratio]) -> None:
    parse, whole = [sys.executable, "-c", PARSE, large], [sys.executable, "-c", IMPORT, large]
    side_by_side("import of 100,000 x 20, reader child included, to calamine's to_python", parse, whole, rounds=5)
