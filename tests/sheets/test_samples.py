"""A real funnel in several encodings, and a synthetic report with every bad habit; both from outside the repository."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np

from tests.sheets.here import inspect, local, noted, numbers, read, said, texts
from workbench.sheets.mapping import mapping_from_json
from workbench.sheets.reading import Reading, read_table

QUALIFIED = {"columns": {"first_contact_date": "qualified_at"}}
ZONE = "America/Sao_Paulo"


def days(reading: Reading) -> list[str]:
    return [one[:10] for one in local(reading, "qualified_at", ZONE)]


def test_one_funnel_in_three_encodings_is_the_same_to_the_day(shared_samples: Path) -> None:
    folder = shared_samples / "olist"
    readings = [
        read_table(folder / name, mapping_from_json(QUALIFIED), zone=ZONE)  # through the real child
        for name in ("olist_funnel.xlsx", "leads_dmy.csv", "leads_mdy.csv")
    ]
    true, day_first, month_first = readings
    assert [dict(one.date_orders) for one in readings] == [
        {}, {"first_contact_date": "dmy"}, {"first_contact_date": "mdy"}
    ]  # fmt: skip
    assert true.sheet == "Leads"
    for one in readings:
        assert (len(one.leads), one.problems, one.rejected, one.skipped) == (8000, (), (), ())
        assert one.leads.identities == true.leads.identities
        assert np.array_equal(one.leads.stamps("qualified_at"), true.leads.stamps("qualified_at"))
        assert texts(one, "source") == texts(true, "source")
        assert (min(days(one)), max(days(one)), one.as_of_day) == ("2017-06-14", "2018-05-31", dt.date(2018, 5, 31))
    # read in the wrong order, what could be read at all would silently be another day
    wrong = read(folder / "leads_mdy.csv", {**QUALIFIED, "date_order": "dmy"}, ZONE)
    changed = sum(bad not in {good, "?"} for bad, good in zip(days(wrong), days(month_first), strict=True))
    assert changed == 2862
    assert len(wrong.problems) == 4942
    assert len(day_first.notes) > 0


def test_deals_in_two_encodings(shared_samples: Path) -> None:
    folder = shared_samples / "olist"
    iso, dmy, sheet = (
        read(folder / name, {"sheet": sheet} if sheet else {}, ZONE)
        for name, sheet in (("deals_iso.csv", ""), ("deals_dmy_hm.csv", ""), ("olist_funnel.xlsx", "Closed deals"))
    )
    assert inspect(folder / "deals_iso.csv").date_order == "ymd"
    assert len(iso.leads) == len(dmy.leads) == len(sheet.leads) == 842
    assert np.array_equal(iso.leads.stamps("won_at"), sheet.leads.stamps("won_at"))
    assert np.array_equal(iso.leads.stamps("won_at") // 60, dmy.leads.stamps("won_at") // 60)


def test_a_report_with_every_bad_habit(shared_samples: Path) -> None:
    path = next((shared_samples / "messy").glob("*.xlsx"))
    found = inspect(path)
    assert (found.header_row, found.date_order, found.as_of) == (5, "dmy", "2025-04-02")
    assert found.columns[0].samples == ("10000", "01/0001", "01/0002")
    assert "error_cells" in noted(found)
    reading = read(path)
    assert dict(reading.fields) == {
        "Lead-Nr.": "lead_id", "Eingangsdatum": "created_at", "Quelle": "source", "Stufe": "tier",
        "Erstkontakt": "first_touch_at", "Versuche": "attempts", "Zuständig": "owner", "Status": "status",
        "Ablehnungsgrund": "reject_reason", "Wert (€)": "amount",
    }  # fmt: skip
    assert (len(reading.leads), reading.rejected) == (120, ())
    assert said(reading.skipped) == [
        (1, "above_header"), (2, "above_header"), (4, "above_header"), (6, "line_of_text"), (47, "total"),
        (48, "line_of_text"), (89, "total"), (90, "line_of_text"), (131, "total"), (132, "blank"),
        (133, "line_of_text"),
    ]  # fmt: skip
    assert [problem.why.code for problem in reading.problems] == ["error_cell"] * 9
    assert local(reading, "created_at")[:4] == [
        "2025-01-12 15:00:00", "2025-01-03 08:38:00", "2025-01-18 07:53:00", "2025-01-10 00:00:00"
    ]  # fmt: skip
    assert "?" not in local(reading, "created_at")
    assert (numbers(reading, "amount")[0], numbers(reading, "attempts")[0]) == ("1234.5", "2")
    assert reading.leads.identities[:2] == ["id:10000", "id:01/0001"]
    assert {"hidden_rows", "error_cells", "serial_dates"} <= noted(reading)
