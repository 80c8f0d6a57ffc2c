"""Rules for charts: that their cells are there, and that their axes belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.sheets.tracker.repairs.formulas import formula_findings
from tests.sheets.tracker.repairs.package import Package

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MOST_SERIES = 255


def chart_findings(package: Package) -> Iterator[str]:
    """What Excel repairs in charts."""
    for name in (name for name in package.names if name.startswith("xl/charts/chart")):
        chart = package.xml(name)
        for one in chart.iter(CHART + "f"):
            yield from (f"{name}: {what}" for what in formula_findings(package, one.text or ""))
        if not 0 < sum(1 for _ in chart.iter(CHART + "ser")) <= MOST_SERIES:
            yield f"{name} shows nothing, or too much"
        axes = Counter(one.get("val") for one in chart.iter(CHART + "axId"))
        crossed = {one.get("val") for one in chart.iter(CHART + "crossAx")}
        if not crossed <= set(axes) or min(axes.values(), default=2) < 2:
            yield f"{name} has an axis that belongs to nothing"
