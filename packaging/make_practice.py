"""Writes `resources/practice/crm_export.xlsx`, the export of the practice company's CRM.

Deterministic: the same sheets, cells and formats on every machine; a test says when to run it again. The numbers that
must come out of it are worked out in `tests/practice/`, not here.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from practice_mess import edges, spoil  # noqa: E402  (needs the path above)
from practice_story import AS_OF, Lead, at, story  # noqa: E402

HEADERS = (
    "Lead ID", "First name", "Last name", "E-mail", "Company", "Employees", "Country", "Job title", "Lead source",
    "Campaign", "Product line", "Sales region", "Vehicles", "Tier", "Lead owner", "Created", "Qualified", "Handed over",
    "First touch", "Attempts", "Last attempt", "Accepted", "Rejected", "Reject reason", "Recycled", "SQL date",
    "Opportunity date", "Won date", "Lost date", "Deal value", "Status", "Excluded",
)  # fmt: skip
DMY, ISO = "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M:%S"
Row = dict[str, Any]


def rows() -> list[Row | str | None]:
    """The rows below the headers: leads, texts of headings, nothing for blank rows."""
    leads = [*story(), *edges()]
    leads.sort(key=lambda lead: lead.times["created"])
    spoil(leads)
    found: list[Row | str | None] = [_row(lead, number) for number, lead in enumerate(leads, 26001)]
    _repeat(found)
    found[700:700] = [None, "Continued on the next page", dict(zip(HEADERS, HEADERS, strict=True))]
    found[300]["Lead ID"] = ""  # type: ignore[index]  # recognised by its address
    found[420:420] = [
        {"Company": "Walk-in at the fair", "Country": "DE", "Lead source": "Trade fair", "Tier": "B", "Vehicles": 30},
        {"Last name": "Unknown caller", "Lead source": "Call back", "Tier": "A", "Created": "11.03.2026 10:02"},
    ]
    return found


def _repeat(found: list[Row | str | None]) -> None:
    """Some rows twice: five as they are, four as they were before."""
    whole = [row for row in found if isinstance(row, dict) and row["Accepted"] and not row["Excluded"]]
    for row in whole[100:1000:190]:
        found.insert(found.index(row) + 40, dict(row))
    for row in whole[55:900:220]:
        older = dict(row) | {
            "Accepted": None,
            "SQL date": None,
            "Opportunity date": None,
            "Won date": None,
            "Status": "Open",
        }
        found.insert(found.index(row) - 12, older)


def _row(lead: Lead, number: int) -> Row:
    facts, times = lead.facts, lead.times
    row: Row = {
        "Lead ID": f"BRK-{number}", "First name": facts["first"], "Last name": facts["last_name"],
        "E-mail": facts["email"], "Company": facts["company"], "Employees": facts["employees"],
        "Country": facts["country"], "Job title": facts["job"],
        "Lead source": facts["source"], "Campaign": facts.get("campaign", ""), "Product line": facts["segment"],
        "Sales region": facts["region"], "Vehicles": facts["vehicles"], "Tier": lead.tier,
        "Lead owner": facts["owner"] if times.get("handed") else "", "Created": _text(times.get("created"), DMY),
        "Qualified": times.get("qualified"), "Handed over": times.get("handed"),
        "First touch": _text(times.get("touch"), ISO),
        "Attempts": lead.attempts, "Last attempt": times.get("last"), "Accepted": times.get("accepted"),
        "Rejected": _text(times.get("rejected"), DMY), "Reject reason": lead.reason if times.get("rejected") else "",
        "Recycled": times.get("recycled"), "SQL date": times.get("sql"), "Opportunity date": times.get("opportunity"),
        "Won date": times.get("won"), "Lost date": times.get("lost"),
        "Deal value": _money(lead.amount) if times.get("opportunity") else "", "Status": _status(lead), "Excluded": "",
    }  # fmt: skip
    return row | lead.cells


def _text(moment: Any, form: str) -> str:
    if moment is None:
        return ""
    return str(moment.strftime(form if isinstance(moment, dt.datetime) else form.partition(" ")[0]))


def _money(amount: int) -> str:
    return f"{amount:,}".replace(",", ".") + (",00 €" if amount % 2 else " EUR")


def _status(lead: Lead) -> str:
    order = (("won", "Customer"), ("lost", "Lost"), ("opportunity", "Opportunity"), ("rejected", "Rejected"),
             ("accepted", "Accepted"), ("touch", "Contacted"), ("handed", "Assigned"))  # fmt: skip
    return next((word for name, word in order if lead.times.get(name)), "New")


def write(target: Path) -> int:
    """Write the export; answers how many rows it has."""
    import xlsxwriter  # noqa: PLC0415  (only here)

    book = xlsxwriter.Workbook(str(target), {"strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"title": "CRM report", "author": "Brackwald Software", "created": at(6, 10, 17, 2)})
    formats = {name: book.add_format({"num_format": form}) for name, form in
               (("moment", "dd/mm/yyyy hh:mm:ss"), ("day", "dd/mm/yyyy"))}  # fmt: skip
    bold = book.add_format({"bold": True})
    found = rows()
    _summary(book, found, bold)
    page = book.add_worksheet("CRM export")
    page.set_column(0, len(HEADERS) - 1, 15)
    for place, text in enumerate(
        ("Leads, all stages", f"As of {AS_OF:%d.%m.%Y %H:%M}", "Filtered by: pipeline new business")
    ):
        page.write_string(place, 0, text, bold if place == 0 else None)
    for column, header in enumerate(HEADERS):
        page.write_string(4, column, header, bold)
    page.freeze_panes(5, 1)
    for place, row in enumerate(found, 5):
        for header, value in ({"Lead ID": row} if isinstance(row, str) else row or {}).items():
            _write(page, place, HEADERS.index(header), value, formats)
    last = 5 + len(found)
    page.write_string(last + 1, 0, "Total", bold)
    page.write_number(last + 1, HEADERS.index("Attempts"), sum(_attempts(row) for row in found))
    page.write_string(last + 3, 0, "Confidential. For internal use of Brackwald Software only.")
    page.write_string(last + 4, 0, "Generated by the CRM's report scheduler")
    lists = book.add_worksheet("Lists")
    for place, word in enumerate(("Tier", "A", "B", "C", "UK")):
        lists.write_string(place, 0, word)
    book.close()
    return len(found)


def _attempts(row: Row | str | None) -> int:
    value = row.get("Attempts") if isinstance(row, dict) else 0
    return value if isinstance(value, int) else 0


def _summary(book: Any, found: list[Row | str | None], bold: Any) -> None:
    """The sheet a person sees first, and no import wants."""
    page = book.add_worksheet("Summary")
    page.write_string(0, 0, "Leads by source", bold)
    counts: dict[str, int] = {}
    for row in found:
        if isinstance(row, dict) and row.get("Lead ID", "").startswith("BRK"):
            source = row["Lead source"].strip().capitalize()
            counts[source] = counts.get(source, 0) + 1
    for place, (source, count) in enumerate(sorted(counts.items()), 2):
        page.write_string(place, 0, source)
        page.write_number(place, 1, count)
    page.write_string(len(counts) + 3, 0, "Total")
    page.write_number(len(counts) + 3, 1, sum(counts.values()))


def _write(page: Any, row: int, column: int, value: Any, formats: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, dt.datetime):
        page.write_datetime(row, column, value, formats["moment"])
    elif isinstance(value, dt.date):
        page.write_datetime(row, column, value, formats["day"])
    elif isinstance(value, int):
        page.write_number(row, column, value)
    else:
        page.write_string(row, column, value)


def main() -> None:
    """Write the file into the resources, or into the folder named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "practice"
    count = write(folder / "crm_export.xlsx")
    print("crm_export.xlsx", count, "rows", (folder / "crm_export.xlsx").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
