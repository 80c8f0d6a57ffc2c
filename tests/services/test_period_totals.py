"""Totals of periods from a small table: whose metric each is, what does not fit, taken once and taken back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.services.prepared import Prepared
from workbench.base.language import language
from workbench.services.workbench import Workbench


def write(folder: Path, *rows: str) -> Path:
    path = folder / "totals.csv"
    path.write_text("\n".join(("Metric,Period,Value,Note", *rows)) + "\n", "utf-8")
    return path


def known(bench: Workbench, agreement: str) -> dict[tuple[str, str], Decimal | None]:
    return {(one.metric, one.period): one.value for one in bench.entries.totals(agreement)}


def test_totals_are_taken_by_any_name_of_their_metric_and_taken_back(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    path = write(
        tmp_path, "J-4,2026-Q1,5400,Finance", "Customer acquisition cost,Q2 2026,5000.25,", "cac,2026-01,5,",
        "Nonsense,2026-Q1,7,", "CAC,soon,7,",
    )  # fmt: skip
    made = bench.actuals.import_file(prepared.agreement, path)
    assert (made.read.added, made.read.updated, made.read.unchanged) == (2, 0, 0)
    assert known(bench, prepared.agreement) == {
        ("cac", "2026-Q1"): Decimal(5400), ("cac", "2026-Q2"): Decimal("5000.25"),
    }  # fmt: skip
    said = {one["row"]: one["reason"] for one in made.read.problems(language())}
    assert said[4] == "This metric is judged every quarter; write the period as 2026-Q1."
    assert said[5].startswith("This is no metric of the agreement, or of several; its metrics are J-4 ")
    assert said[6].startswith("This is not a period;")
    again = bench.actuals.import_file(prepared.agreement, path)
    assert (again.batch, again.read.unchanged, again.read.totals) == (made.batch, 2, ())
    changed = bench.actuals.import_file(prepared.agreement, write(tmp_path, "J-4,2026-Q1,5300,"))
    assert (changed.read.added, changed.read.updated) == (0, 1)
    assert known(bench, prepared.agreement)["cac", "2026-Q1"] == 5300
    assert changed.batch is not None
    bench.actuals.undo(prepared.agreement, changed.batch)
    assert known(bench, prepared.agreement)["cac", "2026-Q1"] == 5400
    assert len(bench.actuals.log(prepared.agreement)) == 5, "leads are left alone"


def test_a_share_is_never_read_in_two_ways(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    metric = next(
        one for one in bench.drafting.commitments(prepared.agreement)
        if one.kind == "metric" and one.metric_unit == "percent"
    )  # fmt: skip
    period = {"month": "2026-01", "quarter": "2026-Q1", "year": "2026"}[metric.period]
    values = {"17.2": Decimal("17.2"), "17.2%": Decimal("17.2"), "0.5%": Decimal("0.5"), "0.172": None}
    for text, value in values.items():
        read = bench.actuals.read(prepared.agreement, write(tmp_path, f"{metric.label},{period},{text},"))
        assert [one.value for one in read.totals] == ([] if value is None else [value]), text
        assert [one.why.code for one in read.reading.problems] == (["percent_unclear"] if value is None else [])
