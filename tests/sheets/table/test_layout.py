"""Which sheet, which header row, which column is what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.sheets import making
from tests.sheets.here import ENGLISH, inspect, local, noted, read, said, texts
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.sheets.inspection import Inspection
from workbench.sheets.mapping import mapping_to_json

Rows = list[list[Any]]
DAY = dt.date(2026, 1, 15)
LEADS: Rows = [["Lead ID", "E-mail", "Created", "Company"]] + [
    [f"L{i}", f"p{i}@example.com", DAY, f"Firm {i}"] for i in range(20)
]


def fields(found: Inspection) -> dict[str, str]:
    return {column.header: column.field for column in found.columns if column.field}


def test_headers_below_title_filters_and_blanks(tmp_path: Path) -> None:
    rows = [["Leads by owner"], ["Filtered by", "Lead Status"], ["", "Open"], [], *LEADS]
    found = inspect(making.workbook(tmp_path / "a.xlsx", rows))
    assert (found.header_row, found.sheet) == (5, "Leads")
    assert [row.row for row in found.skipped] == [1, 2, 3]


def test_an_empty_first_column_and_rows_as_salesforce_writes(tmp_path: Path) -> None:
    rows = [["", "Report: Leads"], [], ["", "As of 2026-02-01 09:00"], *[[] for _ in range(10)]]
    rows += [["", *row] for row in LEADS] + [["", "Total", "", "", ""], ["", 20]]
    found = inspect(making.workbook(tmp_path / "a.xlsx", rows))
    assert found.header_row == 14
    assert fields(found) == {"Lead ID": "lead_id", "E-mail": "email", "Created": "created_at", "Company": "company"}
    assert (found.as_of, found.as_of_source) == ("2026-02-01T09:00:00", "line")
    assert [(row.row, row.why.code) for row in found.skipped[-2:]] == [(35, "total"), (36, "stray_count")]


def test_data_may_start_rows_below_the_headers(tmp_path: Path) -> None:
    rows = [LEADS[0], [], *LEADS[1:]]
    path = making.table(tmp_path / "a.csv", rows)
    assert inspect(path).header_row == 1
    assert len(read(path).leads) == 20


def test_the_mapping_names_the_header_row(tmp_path: Path) -> None:
    path = making.workbook(tmp_path / "a.xlsx", [["Code", "Person"], *LEADS])
    assert inspect(path, {"header_row": 2}).header_row == 2
    assert inspect(path, {"header_row": 1}).header_row == 1
    with pytest.raises(NotAllowedError, match="Row 40"):
        inspect(path, {"header_row": 40})


def test_the_sheet_with_the_leads_not_the_first(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Resumo": [["Mês", "Leads"], ["Janeiro", 12]],
        "Aba 2": LEADS,
        "Inativos": [*LEADS, *LEADS[1:], *LEADS[1:]],
        "Listas": [["x"]],
    }
    path = making.workbook(tmp_path / "a.xlsx", sheets)
    found = inspect(path)
    assert (found.sheets, found.sheet) == (("Resumo", "Aba 2", "Inativos", "Listas"), "Aba 2")
    assert "sheet_chosen" in noted(found)
    assert inspect(path, {"sheet": "Inativos"}).sheet == "Inativos"
    with pytest.raises(NotFoundError, match="Vendas"):
        inspect(path, {"sheet": "Vendas"})


def test_the_sheet_that_has_the_mapped_columns(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Leads": LEADS, "B": [["Nr", "Mail"], *[[i, f"x{i}@y.de"] for i in range(5)]]}
    path = making.workbook(tmp_path / "a.xlsx", sheets)
    assert inspect(path, {"columns": {"Nr": "lead_id", "Mail": "email"}}).sheet == "B"


def test_a_hidden_sheet_is_read_when_it_is_named_and_said_to_be_hidden(tmp_path: Path) -> None:
    path = making.workbook(tmp_path / "a.xlsx", {"Leads": LEADS, "Old": LEADS}, hidden={"Old"})
    assert inspect(path).sheet == "Leads"
    assert "hidden_sheet" in noted(inspect(path, {"sheet": "Old"}))


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([[]], "is empty"),
        ([[1, 2, 3], [4, 5, 6]], "looks like headers"),
        ([["a", 2, 3], ["b", 5, 6]], "looks like headers"),
        ([["only one text"], [], []], "identifies a lead"),
    ],
)
def test_no_headers_is_one_sentence(tmp_path: Path, rows: list[list[Any]], says: str) -> None:
    with pytest.raises(NotAllowedError, match=says):
        read(making.workbook(tmp_path / "a.xlsx", rows))


def test_duplicate_and_missing_headers_are_kept(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "Celular", "Celular", "", "Created"], ["a", "1", "2", "x", "2026-01-15"]]
    found = inspect(making.table(tmp_path / "a.csv", rows))
    assert [column.header for column in found.columns] == ["Lead ID", "Celular", "Celular (2)", "Column D", "Created"]
    assert {"duplicate_header", "unnamed_column"} <= noted(found)


def test_values_that_contradict_the_header_win(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "E-mail", "Created", "Won", "Score", "Opportunity"]]
    rows += [[i, f"a{i}@b.de", "2026-01-15", "yes", "hot", f"Deal {i}"] for i in range(20)]
    found = inspect(making.table(tmp_path / "a.csv", rows))
    assert fields(found) == {"Lead ID": "lead_id", "E-mail": "email", "Created": "created_at"}
    assert "values_contradict" in noted(found)


def test_values_alone_recognise_addresses_and_ids(tmp_path: Path) -> None:
    rows = [["Ref Code", "Kontaktdaten", "x"]] + [[f"r{i}", f"a{i}@b.de", "-"] for i in range(20)]
    found = inspect(making.table(tmp_path / "a.csv", rows))
    assert fields(found) == {"Kontaktdaten": "email"}
    assert [(c.match, c.confidence) for c in found.columns if c.field] == [("guess", 0.8)]
    found = inspect(making.table(tmp_path / "b.csv", [[row[0], row[2]] for row in rows]))
    assert fields(found) == {"Ref Code": "lead_id"}


def test_the_better_of_two_columns_gets_the_field(tmp_path: Path) -> None:
    rows = [["Date", "Lead ID", "Created", "E-mail", "Email"], ["2026-01-16", "a", "2026-01-15", "a@b.de", "c@d.de"]]
    found = inspect(making.table(tmp_path / "a.csv", rows))
    assert fields(found) == {"Lead ID": "lead_id", "Created": "created_at", "E-mail": "email"}
    assert "also_fits" in noted(found)


def test_date_and_time_columns_are_joined(tmp_path: Path) -> None:
    headers = ["ID", "Data do primeiro contato", "Hora do primeiro contato", "Data de criação", "Hora de criação"]
    rows = [headers, ["a", "20/01/2026", "14:03", "19/01/2026", "08:00:30"], ["b", "21/01/2026", "", "19/01/2026", "x"]]
    path = making.table(tmp_path / "a.csv", rows)
    found = inspect(path)
    assert [column.field for column in found.columns] == [
        "lead_id",
        "first_touch_at",
        "first_touch_at",
        "created_at",
        "created_at",
    ]
    reading = read(path)
    assert local(reading, "first_touch_at") == ["2026-01-20 14:03:00", "2026-01-21 00:00:00"]
    assert local(reading, "created_at") == ["2026-01-19 08:00:30", "?"]
    assert [(p.row, p.column, p.value, p.why.code) for p in reading.problems] == [
        (3, "Data de criação", "19/01/2026 x", "not_a_time")
    ]


def test_a_time_cell_beside_a_date_cell(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "Date", "Time"], ["a", DAY, dt.time(9, 30)], ["b", "", dt.time(9, 30)], ["c", DAY, 0.75]]
    reading = read(making.workbook(tmp_path / "a.xlsx", rows))
    assert local(reading, "created_at") == ["2026-01-15 09:30:00", "?", "2026-01-15 18:00:00"]
    assert said(reading.problems) == [(3, "time_without_day")]


def test_first_and_last_names_are_joined(tmp_path: Path) -> None:
    rows = [
        ["Lead ID", "First Name", "Last Name", "Lead Owner First Name", "Lead Owner Last Name"],
        ["a", "Ana", "Souza", "Bo", "Lee"],
    ]
    reading = read(making.table(tmp_path / "a.csv", rows))
    assert (texts(reading, "person"), texts(reading, "owner")) == (["Ana Souza"], ["Bo Lee"])


def test_the_mapping_joins_and_refuses_to_join(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "A", "B", "C", "D"], ["a", "20/01/2026", "10:15", "x", "y"]]
    path = making.table(tmp_path / "a.csv", rows)
    reading = read(path, {"columns": {"A": "qualified_at", "B": "qualified_at", "C": "company", "D": "company"}})
    assert (local(reading, "qualified_at"), texts(reading, "company")) == (["2026-01-20 10:15:00"], ["x y"])
    with pytest.raises(NotAllowedError, match="cannot be joined"):
        read(path, {"columns": {"A": "qualified_at", "C": "qualified_at"}})


def test_what_the_mapping_names_is_used_and_the_rest_detected(tmp_path: Path) -> None:
    path = making.workbook(tmp_path / "a.xlsx", LEADS)
    reading = read(path, {"columns": {"created": "qualified_at", "Company": None}})
    assert dict(reading.fields) == {"Lead ID": "lead_id", "E-mail": "email", "Created": "qualified_at"}
    assert "detected" in noted(reading)


def test_a_mapped_header_that_is_missing(tmp_path: Path) -> None:
    path = making.workbook(tmp_path / "a.xlsx", LEADS)
    mapping = {"columns": {"MQL Date": "qualified_at"}}
    with pytest.raises(NotAllowedError, match="“MQL Date”"):
        read(path, mapping)
    reading = read(path, mapping, drop_missing=True)
    assert "missing_column" in noted(reading)
    assert not reading.leads.has("qualified_at")
    with pytest.raises(NotAllowedError, match="Region"):
        read(path, {"keep": ["Region"]})


def test_nothing_identifies_a_lead(tmp_path: Path) -> None:
    rows = [["Company", "Created"], ["x", "2026-01-15"], ["y", "2026-01-15"]]
    with pytest.raises(NotAllowedError, match="identifies"):
        read(making.table(tmp_path / "a.csv", rows))


def test_what_inspect_answers(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "Created", "Status"], ["a", "20/01/2026", "Closed Won"], ["b", "03/02/2026", "Open"]]
    answer = inspect(making.table(tmp_path / "leads 2026-02-10.csv", rows)).to_json(ENGLISH)
    assert {"sheets", "sheet", "header_row", "vendor", "columns", "date_order", "timezone", "as_of", "notes"} <= set(
        answer
    )
    assert {"header", "field", "confidence", "samples"} <= set(answer["columns"][0])
    assert (answer["date_order"], answer["as_of"], answer["header_row"]) == ("dmy", "2026-02-10", 1)
    assert answer["columns"][1]["readings"] == [["20/01/2026", "20 Jan 2026"], ["03/02/2026", "3 Feb 2026"]]
    assert {"text": "Closed Won", "count": 1, "usual": "won_at"} in answer["columns"][2]["words"]


def test_a_column_that_may_feed_a_field_is_offered_not_used(tmp_path: Path) -> None:
    rows = [["Lead ID", "Close Date", "Company"], ["a", "2026-01-20", "x"]]
    found = inspect(making.table(tmp_path / "a.csv", rows))
    assert [(column.field, column.candidate) for column in found.columns] == [
        ("lead_id", ""),
        ("", "won_at"),
        ("company", ""),
    ]
    notes = [note.message(ENGLISH) for note in found.notes]
    assert "“Close Date” may be “Won”; it is used only if the mapping says so." in notes


def test_the_proposed_mapping_reads_the_file_as_proposed(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "Created", "Date", "x"], ["a", "20/01/2026", "2026-01-21", "z"]]
    path = making.table(tmp_path / "a.csv", rows)
    proposed = mapping_to_json(inspect(path).proposed())
    assert proposed["columns"] == {"Lead ID": "lead_id", "Created": "created_at", "Date": None, "x": None}
    assert dict(read(path, proposed).fields) == {"Lead ID": "lead_id", "Created": "created_at"}


CALLS: Rows = [
    ["Lead ID", "Call Date", "Call Time", "Who", "Length"],
    ["1", "06/03/2026", "10:15", "Ann", 3], ["1", "13/03/2026", "11:20", "Bob", 4],
]  # fmt: skip


@pytest.mark.parametrize(
    "columns",
    [
        {"Call Date": "activity_at"},
        {"Call Date": "activity_at", "Call Time": "activity_at"},
        {"Call Date": "activity_at", "Call Time": "activity_time", "Who": "owner", "Length": "score"},
    ],
)
def test_a_mapping_that_names_a_part_of_a_call_makes_a_table_one_of_calls(
    tmp_path: Path, columns: dict[str, str]
) -> None:
    file = making.table(tmp_path / "a.csv", CALLS)
    seen, reading = inspect(file, {"columns": columns}), read(file, {"columns": columns})
    assert (seen.kind, reading.kind) == ("activities", "activities")
    assert [one.field for one in seen.columns] == ["lead_id", "activity_at", "activity_time", "", ""]
    assert local(reading, "last_attempt_at") == ["2026-03-13 11:20:00"]
    ignored = [header for header, field in columns.items() if field in {"owner", "score"}]
    for notes in (seen.notes, reading.notes):
        assert [dict(one.values)["header"] for one in notes if one.code == "not_of_calls"] == ignored


@pytest.mark.parametrize(
    ("columns", "kind", "says"),
    [
        ({"Call Date": "activity_at"}, "leads", "“Call Date” to activity_at, which only calls and tasks have"),
        ({"Who": "activity_type"}, "leads", "“Who” to activity_type, which only calls and tasks have"),
        ({"Call Date": "activity_at", "Who": "activity_at"}, None, "“Call Date” and “Who”, which cannot be joined"),
        ({"Who": "activity_type", "Length": "activity_type"}, None, "“Who” and “Length”, which cannot be joined"),
        (
            {"Call Date": "activity_at", "Call Time": "activity_at", "Who": "activity_time"}, None,
            "“Call Date” and “Call Time”, which cannot be joined",
        ),
    ],
)  # fmt: skip
def test_what_a_mapping_cannot_mean_is_refused_by_name(
    tmp_path: Path, columns: dict[str, str], kind: str | None, says: str
) -> None:
    file = making.table(tmp_path / "a.csv", CALLS)
    for ask in (inspect, read):
        with pytest.raises(NotAllowedError, match=says):
            ask(file, {"columns": columns, "kind": kind})
