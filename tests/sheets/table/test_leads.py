"""What becomes a lead, what does not, and what is said about it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.sheets import making
from tests.sheets.here import ENGLISH, inspect, local, noted, numbers, read, said, texts
from tests.sheets.making import wall
from workbench.sheets.mapping import DateOrderUnknownError

Rows = list[list[Any]]


def test_only_the_fields_the_file_carries_are_columns(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "Created", "Amount", "Lost", "x"], ["a", wall(2026, 1, 15, 9), 3.5, "", "y"]]
    reading = read(making.workbook(tmp_path / "a.xlsx", rows))
    assert sorted(reading.leads.columns) == ["amount", "created_at", "lead_id", "lost_at"]
    assert reading.leads.identities == ["id:a"]
    assert (local(reading, "created_at"), numbers(reading, "amount"), local(reading, "lost_at")) == (
        ["2026-01-15 09:00:00"], ["3.5"], [""]
    )  # fmt: skip
    assert reading.row_numbers.tolist() == [2]


def test_rows_that_are_no_leads_are_named_with_their_reason(tmp_path: Path) -> None:
    rows: Rows = [
        ["Lead ID", "E-mail", "Created", "Amount"],
        ["January", "", "", ""],
        ["a", "a@x.de", "2026-01-15", 5],
        [],
        ["Lead ID", "E-mail", "Created", "Amount"],
        ["b", "b@x.de", "2026-01-16", 6],
        ["Subtotal", "", "", 11],
        ["", "", "", 2],
        ["Total Energies", "c@x.de", "2026-01-17", 1],
        ["Copyright (c) 2000-2026 salesforce.com, inc.", "", "", ""],
        ["", "", "2026-01-18", 9],
        ["Confidential Information - Do Not Distribute"],
        [],
        [],
    ]
    reading = read(making.table(tmp_path / "a.csv", rows))
    assert reading.leads.identities == ["id:a", "id:b", "id:Total Energies"]
    assert said(reading.skipped) == [
        (2, "line_of_text"), (4, "blank"), (5, "header_again"), (7, "total"), (10, "footer"), (12, "footer"),
    ]  # fmt: skip
    assert said(reading.rejected) == [(8, "no_identity"), (11, "no_identity")]
    assert reading.rows == 5
    assert reading.problems == ()


def test_a_number_below_a_total_is_its_count(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "E-mail", "Amount"], ["a", "a@x.de", 5], ["Grand Total", "", 5], ["", "", 1]]
    reading = read(making.workbook(tmp_path / "a.xlsx", rows))
    assert said(reading.skipped) == [(3, "total"), (4, "stray_count")]
    assert reading.rejected == ()


def test_headings_merged_across_are_no_leads_and_cells_merged_downwards_are_filled(tmp_path: Path) -> None:
    rows: Rows = [
        ["Lead ID", "Source", "Created"],
        [],
        ["a", "Fair", "2026-01-15"],
        ["b", "", "2026-01-16"],
        ["c", "", "x"],
    ]
    merges = [("A2:C2", "Q1/2026"), ("B3:B4", "Fair")]
    reading = read(making.workbook(tmp_path / "a.xlsx", rows, merges=merges))
    assert said(reading.skipped) == [(2, "line_of_text")]
    assert texts(reading, "source") == ["Fair", "Fair", ""]
    assert "merged_filled" in noted(reading)


def test_unreadable_and_impossible_values_leave_the_lead_and_are_listed(tmp_path: Path) -> None:
    rows: Rows = [
        ["Lead ID", "Created", "First touch", "Amount", "Attempts"],
        ["a", "2026-01-15", "soon", "-5", "2"],
        ["b", "2026-31-15", "2026-02-02", "1,5 potatoes", "1.5"],
        ["c", "2026-01-17", "2026-03-01", "7", "-1"],
    ]
    reading = read(making.table(tmp_path / "a.csv", rows), {"as_of": "2026-02-28"})
    assert len(reading.leads) == 3
    assert local(reading, "created_at") == ["2026-01-15 00:00:00", "?", "2026-01-17 00:00:00"]
    assert local(reading, "first_touch_at") == ["?", "2026-02-02 00:00:00", "?"]
    assert (numbers(reading, "amount"), numbers(reading, "attempts")) == (["?", "?", "7"], ["2", "?", "?"])
    assert [(p.sheet, p.row, p.column, p.value, p.why.code) for p in reading.problems] == [
        ("a", 2, "First touch", "soon", "not_a_date"),
        ("a", 2, "Amount", "-5", "negative"),
        ("a", 3, "Created", "2026-31-15", "no_such_day"),
        ("a", 3, "Amount", "1,5 potatoes", "not_a_number"),
        ("a", 3, "Attempts", "1.5", "not_whole"),
        ("a", 4, "First touch", "2026-03-01", "after_as_of"),
        ("a", 4, "Attempts", "-1", "negative"),
    ]
    assert [p.why.message(ENGLISH) for p in reading.problems][
        5
    ] == "This lies after the date the file speaks of, 2026-02-28."


def test_error_cells_are_unreadable_not_empty(tmp_path: Path) -> None:
    rows: Rows = [
        ["Lead ID", "Company", "First touch"],
        ["a", "X", "=#N/A"],
        ["b", "=#REF!", wall(2026, 1, 2, 9)],
        ["c", "Z", ""],
    ]
    reading = read(making.workbook(tmp_path / "a.xlsx", rows))
    assert local(reading, "first_touch_at") == ["?", "2026-01-02 09:00:00", ""]
    assert reading.leads.unreadable("company").tolist() == [False, True, False]
    assert [(p.row, p.column, p.value) for p in reading.problems] == [
        (2, "First touch", "#N/A"),
        (3, "Company", "#REF!"),
    ]
    assert "error_cells" in noted(reading)
    csv = read(making.table(tmp_path / "a.csv", [["Lead ID", "Company"], ["a", "#N/A"]]))
    assert said(csv.problems) == [(2, "error_cell")]


def test_what_is_hidden_is_read_and_said(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "Company", *(f"x{number}" for number in range(9))], ["a", "X"], ["b", "Y"]]
    reading = read(making.workbook(tmp_path / "a.xlsx", rows, hidden_rows=[2], hidden_columns=["B:C", "F:Z"]))
    assert (len(reading.leads), reading.leads.text("company", 1)) == (2, "Y")
    notes = {one.code: one.message(ENGLISH) for one in reading.notes}
    assert notes["hidden_rows"] == "Hidden rows are read too: 1."
    assert notes["hidden_columns_more"] == (
        "Hidden columns are read too: “Company”, “x0”, “x3”, “x4”, “x5”, “x6” and 2 more."
    )


def test_equal_rows_count_once_and_of_differing_ones_the_later(tmp_path: Path) -> None:
    rows: Rows = [
        ["Lead ID", "Company", "Amount", "Created"],
        ["a", "X", 5, "2026-01-15"],
        ["b", "Y", 6, "2026-01-16"],
        ["a", "X", "5.0", "2026-01-15"],
        ["b", "Y & Sons", "", "2026-01-16"],
    ]
    reading = read(making.table(tmp_path / "a.csv", rows))
    assert (reading.leads.identities, reading.repeated) == (["id:a", "id:b"], 1)
    assert (texts(reading, "company"), numbers(reading, "amount")) == (["X", "Y & Sons"], ["5", ""])
    assert reading.row_numbers.tolist() == [4, 5]
    assert [(p.row, p.column, p.value, p.why.message(ENGLISH)) for p in reading.problems] == [
        (3, "Amount", "6", "Row 5 has the same lead with this left empty; the later row counts."),
        (3, "Company", "Y", "Row 5 has the same lead with “Y & Sons”; the later row counts."),
    ]


class TestIdentity:
    def test_lead_id_else_address(self, tmp_path: Path) -> None:
        rows: Rows = [
            ["Lead ID", "E-mail"],
            ["a", "x@y.de"],
            ["", " Ana@X.de "],
            ["", "no address"],
            ["", ""],
            ["b", ""],
        ]
        reading = read(making.table(tmp_path / "a.csv", rows))
        assert reading.leads.identities == ["id:a", "email:ana@x.de", "id:b"]
        assert said(reading.rejected) == [(4, "no_identity")]
        assert said(reading.skipped) == [(5, "blank")]

    def test_address_alone(self, tmp_path: Path) -> None:
        rows: Rows = [
            ["E-mail", "Created"],
            ["a@x.de; b@x.de", "2026-01-15"],
            ["c@x.de", "2026-01-16"],
            ["A@x.de", "2026-01-15"],
        ]
        reading = read(making.table(tmp_path / "a.csv", rows))
        assert (reading.leads.identities, reading.identity) == (["email:c@x.de", "email:a@x.de"], "email")
        assert "identity_email" in noted(reading)

    def test_address_and_day_for_the_later_leads_of_an_address_that_came_twice(self, tmp_path: Path) -> None:
        rows: Rows = [
            ["E-mail", "Created"], ["a@x.de", "2026-02-15 10:00"], ["a@x.de", "2026-01-15 23:30"],
            ["b@x.de", "2026-01-16"], ["c@x.de", ""], ["a@x.de", "2026-02-15 10:00"],
        ]  # fmt: skip
        reading = read(making.table(tmp_path / "a.csv", rows))
        assert reading.leads.identities == [
            "email:a@x.de", "email:b@x.de", "email:c@x.de", "email+day:a@x.de 2026-02-15",
        ]  # fmt: skip
        assert reading.repeated == 1
        assert reading.identity == "email_and_day"
        assert "identity_email_day" in noted(reading)

    def test_an_id_column_that_nobody_fills_is_none(self, tmp_path: Path) -> None:
        rows: Rows = [["Lead ID", "E-mail", "Created"], ["", "a@x.de", "2026-01-15"], ["", "a@x.de", "2026-02-15"]]
        reading = read(making.table(tmp_path / "a.csv", rows))
        assert (len(reading.leads), reading.identity) == (2, "email_and_day")

    def test_the_day_is_the_agreements(self, tmp_path: Path) -> None:
        rows: Rows = [["E-mail", "Created"], ["a@x.de", "2026-01-15T10:00:00Z"], ["a@x.de", "2026-02-15T23:30:00Z"]]
        reading = read(making.table(tmp_path / "a.csv", rows), zone="Europe/Berlin")
        assert reading.leads.identities == ["email:a@x.de", "email+day:a@x.de 2026-02-16"]

    def test_ids_of_spreadsheets_and_text_tables_are_the_same(self, tmp_path: Path) -> None:
        book = read(making.workbook(tmp_path / "a.xlsx", [["Lead ID", "Company"], [477209, "X"], ["0012", "Y"]]))
        text = read(making.table(tmp_path / "a.csv", [["Lead ID", "Company"], ["477209.0", "X"], ["0012", "Y"]]))
        assert book.leads.identities == text.leads.identities == ["id:477209", "id:0012"]


class TestDates:
    def test_all_ambiguous_must_ask(self, tmp_path: Path) -> None:
        rows: Rows = [["Lead ID", "Created"]] + [[i, f"0{i % 9 + 1}/08/2026"] for i in range(40)]
        path = making.table(tmp_path / "a.csv", rows)
        with pytest.raises(DateOrderUnknownError) as caught:
            read(path)
        assert "“Created”" in caught.value.message
        assert "1/8/2026 is 1 Aug 2026 or 8 Jan 2026" in caught.value.message
        assert "date_order" in caught.value.hint
        found = inspect(path)
        assert [column.header for column in found.must_ask] == ["Created"]
        assert (found.date_order, found.as_of) == ("", "")
        assert "date_order_unknown" in noted(found)
        assert local(read(path, {"date_order": "dmy"}), "created_at")[0] == "2026-08-01 00:00:00"
        assert local(read(path, {"date_order": "mdy"}), "created_at")[0] == "2026-01-08 00:00:00"

    def test_the_headers_language_settles_and_says_so(self, tmp_path: Path) -> None:
        rows: Rows = [["ID", "Criado em", "Origem"], ["a", "03/08/2026", "Feira"]]
        reading = read(making.table(tmp_path / "a.csv", rows))
        assert local(reading, "created_at") == ["2026-08-03 00:00:00"]
        assert "date_order_language" in noted(reading)

    def test_headers_in_two_languages_settle_nothing(self, tmp_path: Path) -> None:
        rows: Rows = [["Lead ID", "Create Date", "Company", "Quelle"], ["a", "03/08/2026", "x", "Messe"]]
        with pytest.raises(DateOrderUnknownError):
            read(making.table(tmp_path / "a.csv", rows))

    def test_each_column_by_its_own_values(self, tmp_path: Path) -> None:
        rows: Rows = [
            ["Lead ID", "Created", "First touch"],
            ["a", "25/08/2026", "08/26/2026"],
            ["b", "03/08/2026", "08/04/2026"],
        ]
        reading = read(making.table(tmp_path / "a.csv", rows))
        assert dict(reading.date_orders) == {"Created": "dmy", "First touch": "mdy"}
        assert local(reading, "created_at")[1] == "2026-08-03 00:00:00"
        assert local(reading, "first_touch_at")[1] == "2026-08-04 00:00:00"

    def test_mixed_order_is_listed(self, tmp_path: Path) -> None:
        days = ["25/08/2026", "08/26/2026", "03/08/2026", "27/08/2026"]
        rows: Rows = [["Lead ID", "Created"], *([str(i), day] for i, day in enumerate(days))]
        reading = read(making.table(tmp_path / "a.csv", rows))
        assert local(reading, "created_at") == ["2026-08-25 00:00:00", "?", "?", "2026-08-27 00:00:00"]
        assert said(reading.problems) == [(3, "date_order_other"), (4, "date_order_mixed")]
        assert "date_order_conflict" in noted(reading)

    def test_1904(self, tmp_path: Path) -> None:
        rows: Rows = [
            ["Lead ID", "Created", "First touch"],
            ["a", wall(2026, 1, 15, 9), 44575.5],
            ["b", wall(2026, 1, 16, 9), "44576.5"],
        ]
        path = making.workbook(tmp_path / "a.xlsx", rows, date_1904=True)
        reading = read(path)
        assert local(reading, "created_at")[0] == "2026-01-15 09:00:00"
        assert local(reading, "first_touch_at") == ["2026-01-15 12:00:00", "2026-01-16 12:00:00"]
        assert "serial_dates" in noted(reading)

    def test_numbers_stored_as_text(self, tmp_path: Path) -> None:
        rows: Rows = [
            ["Lead ID", "Created", "Amount", "Attempts"],
            ["1", "46037.375", "1234.5", "3"],
            ["2", "46038", "7", "04"],
        ]
        reading = read(making.workbook(tmp_path / "a.xlsx", rows))
        assert local(reading, "created_at") == ["2026-01-15 09:00:00", "2026-01-16 00:00:00"]
        assert (numbers(reading, "amount"), numbers(reading, "attempts")) == (["1234.5", "7"], ["3", "4"])

    def test_zones(self, tmp_path: Path) -> None:
        rows: Rows = [
            ["Lead ID", "Created"],
            ["a", "2026-01-15 09:00"],
            ["b", "2026-01-15T09:00:00-03:00"],
            ["c", "2026-01-15"],
        ]
        path = making.table(tmp_path / "a.csv", rows)
        reading = read(path, {"timezone": "America/New_York"}, "Europe/Berlin")
        assert local(reading, "created_at") == ["2026-01-15 15:00:00", "2026-01-15 13:00:00", "2026-01-15 00:00:00"]
        assert "no_zone" not in noted(reading)
        assert local(read(path), "created_at")[0] == "2026-01-15 09:00:00"
        assert "no_zone" in noted(read(path))

    def test_epochs_at_midnight_are_days(self, tmp_path: Path) -> None:
        day = int(dt.datetime(2026, 1, 15, tzinfo=dt.UTC).timestamp())
        rows: Rows = [["id", "createdate"], ["a", day * 1000], ["b", (day + 3600) * 1000]]
        assert local(read(making.table(tmp_path / "a.csv", rows)), "created_at") == [
            "2026-01-15 00:00:00",
            "2026-01-15 02:00:00",
        ]

    def test_a_table_that_other_settings_have_turned_round_is_suspected(self, tmp_path: Path) -> None:
        rows: Rows = [["Lead ID", "Created"]]
        rows += [[f"d{day}", wall(2026, 3, day + 12)] for day in range(1, 13)] + [
            [f"t{day}", f"1/{day}/2026"] for day in range(13, 29)
        ]
        reading = read(making.workbook(tmp_path / "a.xlsx", rows))
        assert "date_cells_swapped" not in noted(reading)
        rows[1:13] = [[f"d{day}", wall(2026, 3, day)] for day in range(1, 13)]
        assert "date_cells_swapped" in noted(read(making.workbook(tmp_path / "b.xlsx", rows)))


DATED: Rows = [["Lead ID", "Created"], ["a", "2026-01-15 09:00"], ["b", "2026-01-20"]]


class TestAsOf:
    def test_the_newest_date_of_the_file(self, tmp_path: Path) -> None:
        reading = read(making.table(tmp_path / "a.csv", DATED), zone="Europe/Berlin")
        assert (reading.as_of_source, reading.as_of_day) == ("newest", dt.date(2026, 1, 20))
        assert reading.as_of == dt.datetime(2026, 1, 20, 23, tzinfo=dt.UTC)  # the end of that day in Berlin

    def test_an_instant_is_no_day(self, tmp_path: Path) -> None:
        reading = read(making.table(tmp_path / "a.csv", DATED[:2]), zone="Europe/Berlin")
        assert (reading.as_of, reading.as_of_day) == (dt.datetime(2026, 1, 15, 8, tzinfo=dt.UTC), None)

    @pytest.mark.parametrize(
        ("line", "instant", "day"),
        [
            ("Stand: 01.02.2026 14:03", "2026-02-01T13:03:00+00:00", None),
            ("As of 2026-02-01", "2026-02-01T23:00:00+00:00", "2026-02-01"),
            ("Gerado em 21/02/2026 às 10:00", "2026-02-21T23:00:00+00:00", "2026-02-21"),
            ("Erstellt am 1. Februar 2026 von ANNA", "2026-02-01T23:00:00+00:00", "2026-02-01"),
        ],
    )
    def test_a_line_above_the_headers(self, tmp_path: Path, line: str, instant: str, day: str | None) -> None:
        reading = read(making.table(tmp_path / "a.csv", [[line], *DATED]))
        assert reading.as_of is not None
        assert reading.as_of_source == "line"
        assert reading.as_of.isoformat() == instant
        assert (reading.as_of_day and reading.as_of_day.isoformat()) == day

    def test_a_line_with_the_date_in_the_next_cell(self, tmp_path: Path) -> None:
        reading = read(making.workbook(tmp_path / "a.xlsx", [["Stichtag", wall(2026, 2, 3)], [], *DATED]))
        assert (reading.as_of_source, reading.as_of_day) == ("line", dt.date(2026, 2, 3))

    def test_a_line_whose_date_can_be_read_in_two_ways_is_not_guessed(self, tmp_path: Path) -> None:
        reading = read(making.table(tmp_path / "a.csv", [["As of 03/02/2026"], *DATED]))
        assert reading.as_of_source == "newest"

    def test_a_line_with_a_day_that_nobody_can_check_says_nothing(self, tmp_path: Path) -> None:
        reading = read(making.table(tmp_path / "a.csv", [["As of 2199-12-31"], *DATED]))
        assert (reading.as_of_source, reading.as_of_day) == ("newest", dt.date(2026, 1, 20))

    def test_the_file_name(self, tmp_path: Path) -> None:
        path = making.table(tmp_path / "hubspot-crm-exports-all-contacts-2026-01-25.csv", DATED)
        reading = read(path)
        assert (reading.as_of_source, reading.as_of_day) == ("name", dt.date(2026, 1, 25))

    def test_a_file_name_that_means_something_else(self, tmp_path: Path) -> None:
        rows: Rows = DATED + [[f"c{i}", "2026-01-21"] for i in range(5)]
        reading = read(making.table(tmp_path / "leads-since-2026-01-01.csv", rows))
        assert (reading.as_of_source, reading.as_of_day, reading.problems) == ("newest", dt.date(2026, 1, 21), ())
        assert "as_of_name_ignored" in noted(reading)

    def test_given_beats_all(self, tmp_path: Path) -> None:
        path = making.table(tmp_path / "x-2026-01-25.csv", [["Stand: 01.02.2026"], *DATED])
        reading = read(path, {"as_of": "2026-01-16T00:00:00+01:00"})
        assert reading.as_of_source == "given"
        assert said(reading.problems) == [(4, "after_as_of")]
        assert local(reading, "created_at") == ["2026-01-15 09:00:00", "?"]

    def test_given_day_is_the_whole_day(self, tmp_path: Path) -> None:
        reading = read(
            making.table(tmp_path / "a.csv", [*DATED, ["c", "2026-01-20 23:59:59"]]), {"as_of": "2026-01-20"}
        )
        assert reading.problems == ()
        assert reading.as_of_day == dt.date(2026, 1, 20)

    def test_a_slip_into_the_far_future_is_not_the_as_of_date(self, tmp_path: Path) -> None:
        path = making.table(tmp_path / "a.csv", [*DATED, ["c", "2062-01-20"]])
        now = int(dt.datetime(2026, 2, 1, tzinfo=dt.UTC).timestamp())
        reading = read(path, not_after=now)
        assert (reading.as_of_day, said(reading.problems)) == (dt.date(2026, 1, 20), [(4, "after_now")])
        assert read(path).as_of_day == dt.date(2062, 1, 20)

    @pytest.mark.parametrize(
        ("name", "head", "mapping"),
        [
            ("a.csv", [], {"as_of": "2026-01-31"}),
            ("a.csv", [["Stand: 31.01.2026"]], {}),
            ("leads-2026-01-31.csv", [], {}),
        ],
    )
    def test_where_the_as_of_day_is_known_the_clock_has_no_say(
        self, tmp_path: Path, name: str, head: Rows, mapping: dict[str, Any]
    ) -> None:
        path = making.table(tmp_path / name, [*head, *DATED, ["c", "2026-01-31 23:59"], ["d", "2026-02-01"]])
        slow = int(dt.datetime(2026, 1, 1, tzinfo=dt.UTC).timestamp())
        reading = read(path, mapping, not_after=slow)
        assert reading.as_of_day == dt.date(2026, 1, 31)
        assert local(reading, "created_at") == [
            "2026-01-15 09:00:00",
            "2026-01-20 00:00:00",
            "2026-01-31 23:59:00",
            "?",
        ]
        assert [why for _, why in said(reading.problems)] == ["after_as_of"]

    def test_with_nothing_but_dates_to_come_no_as_of_day_is_found(self, tmp_path: Path) -> None:
        reading = read(making.table(tmp_path / "a.csv", DATED), not_after=1)
        assert (reading.as_of, reading.as_of_source) == (None, "none")
        assert [why for _, why in said(reading.problems)] == ["after_now", "after_now"]

    def test_a_line_written_to_the_minute_speaks_of_the_whole_minute(self, tmp_path: Path) -> None:
        rows: Rows = [["Stand: 2026-01-31 14:03"], *DATED, ["c", "2026-01-31 14:03:59"], ["d", "2026-01-31 14:04:00"]]
        assert said(read(making.table(tmp_path / "a.csv", rows)).problems) == [(6, "after_as_of")]

    def test_no_date_at_all(self, tmp_path: Path) -> None:
        reading = read(making.table(tmp_path / "a.csv", [["Lead ID", "Company"], ["a", "x"]]))
        assert (reading.as_of, reading.as_of_day, reading.as_of_source) == (None, None, "none")


DEALS: Rows = [
    ["Lead ID", "Status", "Close Date", "Source", "Last activity"],
    ["a", "Closed Won", "2026-01-10", "PAID_SEARCH", "2026-01-09"],
    ["b", "closed lost ", "2026-01-11", "x", "2026-01-09"],
    ["c", "Open", "2026-06-30", "Test", "2026-01-09"],
    ["d", "Junk Lead", "", "x", "2026-01-09"],
    ["e", "Rejected", "", "-", "2026-01-09"],
]
MEANINGS = {
    "status": {"Closed Won": "won", "Closed Lost": "lost_at", "Open": "open", "Junk Lead": "excluded: junk"},
    "source": {"PAID_SEARCH": "Paid search", "Test": "excluded"},
}  # fmt: skip


class TestValues:
    def mapping(self, **status: str) -> dict[str, Any]:
        return {
            "columns": {"Close Date": "won_at"},
            "as_of": "2026-01-31",
            "values": {**MEANINGS, "status": {**MEANINGS["status"], **status}},
        }

    def test_only_where_the_mapping_says_so(self, tmp_path: Path) -> None:
        reading = read(making.table(tmp_path / "a.csv", DEALS))
        assert not reading.leads.has("won_at")
        assert not reading.leads.has("excluded")
        assert {"unsure"} <= noted(reading)

    def test_words_become_dates_and_exclusions(self, tmp_path: Path) -> None:
        reading = read(making.table(tmp_path / "a.csv", DEALS), self.mapping())
        assert local(reading, "won_at") == ["2026-01-10 00:00:00", "", "", "", ""]
        assert local(reading, "lost_at") == ["", "2026-01-11 00:00:00", "", "", ""]
        assert texts(reading, "excluded") == ["", "", "Test", "junk", ""]
        assert texts(reading, "source") == ["Paid search", "x", "Test", "x", ""]
        assert texts(reading, "status")[:2] == ["Closed Won", "closed lost"]
        assert reading.problems == ()  # the planned closing date of an open deal is no impossible date

    def test_an_unreadable_plan_of_an_open_deal_is_no_problem(self, tmp_path: Path) -> None:
        rows: Rows = [*DEALS, ["f", "Open", "some day", "x", "2026-01-09"]]
        reading = read(making.table(tmp_path / "a.csv", rows), self.mapping())
        assert (local(reading, "won_at")[-1], reading.problems) == ("", ())

    def test_a_word_never_invents_a_date(self, tmp_path: Path) -> None:
        reading = read(making.table(tmp_path / "a.csv", DEALS), self.mapping(Rejected="rejected"))
        assert local(reading, "rejected_at") == ["", "", "", "", "?"]
        assert [(p.row, p.column, p.value, p.why.code) for p in reading.problems] == [
            (6, "Status", "Rejected", "word_without_date")
        ]

    def test_a_word_may_take_its_date_from_a_named_field(self, tmp_path: Path) -> None:
        mapping = self.mapping(Rejected="rejected_at@last_attempt_at")
        reading = read(making.table(tmp_path / "a.csv", DEALS), mapping)
        assert local(reading, "rejected_at") == ["", "", "", "", "2026-01-09 00:00:00"]


def test_custom_columns_are_kept_under_their_own_name(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "Region ", "Shoe size", "x"], ["a", "North", 44, "1"], ["b", "#N/A", "", "2"]]
    reading = read(making.table(tmp_path / "a.csv", rows), {"keep": ["shoe size"]}, keep=["Region", "Unknown"])
    assert sorted(reading.leads.columns) == ["custom:Region", "custom:shoe size", "lead_id"]
    assert (texts(reading, "custom:Region"), texts(reading, "custom:shoe size")) == (["North", ""], ["44", ""])
    assert [(p.row, p.column, p.why.code) for p in reading.problems] == [(3, "Region", "error_cell")]


def test_a_word_column_holds_only_words_that_rows_use(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "Company"], ["a", "X"], ["Total", ""], ["", "nobody"], ["b", "#N/A"], ["c", ""]]
    reading = read(making.table(tmp_path / "a.csv", rows))
    assert reading.leads.words("company").values.tolist() == [0, -2, -1]
    assert reading.leads.words("company").words == ("X",)
    assert reading.leads.words("lead_id").words == ("a", "b", "c")


def test_notes_on_numbers(tmp_path: Path) -> None:
    rows: Rows = [
        ["Lead ID", "Amount", "Company size"],
        ["1234567890123456789", "R$ 1.234", "11-50"],
        ["b", "5.678 €", "7"],
    ]
    reading = read(making.table(tmp_path / "a.csv", rows))
    assert {"number_style_unsure", "currencies", "ranges"} <= noted(reading)
    book = read(making.workbook(tmp_path / "a.xlsx", [["Lead ID", "Company"], [1234567890123456789, "x"]]))
    assert "long_ids" in noted(book)


def test_a_column_mapped_by_mistake_does_not_flood_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.sheets.table.problem_list.MOST_PROBLEMS", 5)
    rows: Rows = [["Lead ID", "Remark"], *([i, "not a date"] for i in range(20))]
    reading = read(making.table(tmp_path / "a.csv", rows), {"columns": {"Remark": "created_at"}})
    assert [problem.row for problem in reading.problems] == [2, 3, 4, 5, 6]
    assert reading.leads.unreadable("created_at").all()
    assert "There are 20 problems; the first 5 are listed." in [note.message(ENGLISH) for note in reading.notes]
