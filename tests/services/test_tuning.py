"""Thresholds of the score tried on imported leads, against counts made by hand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from workbench.agreement.templates import template
from workbench.services.tuning import Tuned
from workbench.services.workbench import open_workbench

ROWS = (
    ("a", 80, "2026-03-02", ""), ("b", 70, "2026-03-02", ""), ("c", 70, "", "2026-03-02"),
    ("d", 50, "2026-03-02", "2026-03-01"), ("e", 40, "2026-03-01", "2026-03-03"), ("f", 90, "", ""),
    ("g", "", "2026-03-02", ""),
)  # fmt: skip


def export(path: Path) -> Path:
    """Seven leads, five of them with a score and a decision."""
    lines = ["Lead ID,Created,Score,Accepted,Rejected"]
    lines += [f"{one},2026-02-01,{score},{yes},{no}" for one, score, yes, no in ROWS]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_thresholds_come_to_what_is_counted_by_hand(tmp_path: Path) -> None:
    with open_workbench(str(tmp_path / "library.sla")) as workbench:
        agreement = workbench.shelf.create_from(template("b2b").agreement)
        assert workbench.tuning.thresholds(agreement, 65) == Tuned(0)
        workbench.actuals.import_file(agreement, export(tmp_path / "leads.csv"))
        found = workbench.tuning.thresholds(agreement, 65)
    assert found.leads == 5
    told = {one.threshold: (one.volume, one.precision, one.recall) for one in found.at}
    assert told == {
        40: (5, Fraction(3, 5), Fraction(1)),
        50: (4, Fraction(3, 4), Fraction(1)),
        65: (3, Fraction(2, 3), Fraction(2, 3)),
        70: (3, Fraction(2, 3), Fraction(2, 3)),
        80: (1, Fraction(1), Fraction(1, 3)),
    }
