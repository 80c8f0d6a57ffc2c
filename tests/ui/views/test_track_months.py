"""The months of the scorecard: which versions judge each of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.services.test_checking import sign
from tests.ui.views.track_stock import EXPORT
from workbench.base.clock import FixedClock
from workbench.base.language import language
from workbench.base.places import resource
from workbench.services.exchange import content_of
from workbench.services.workbench import open_workbench
from workbench.ui.views.track.learning import learn
from workbench.ui.views.track.promises import promises


def test_a_month_in_which_an_amendment_begins_is_judged_by_both_versions(tmp_path: Path) -> None:
    clock = FixedClock(dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC))
    with open_workbench(str(tmp_path / "library.sla"), clock=clock, person="Samir") as bench:
        agreement = bench.shelf.create_from(content_of(resource("practice", "agreement.json")))
        bench.versions.save(agreement, "First")
        sign(bench, agreement, clock)
        clock.advance(days=1)
        bench.drafting.set(agreement, "teams.effective_from", "2026-04-16")
        bench.versions.save(agreement, "Amended")
        sign(bench, agreement, clock)
        bench.actuals.import_file(agreement, EXPORT)
        known = learn(bench, agreement)
    versions = {month.first.month: month.versions for month in known.months if not month.is_future}
    assert versions == {1: (1,), 2: (1,), 3: (1,), 4: (1, 2), 5: (2,), 6: (2,)}
    told = next(one for one in promises(known.check, dt.date(2026, 6, 10), language()) if one.commitment.label == "M-2")
    april = told.spot(dt.date(2026, 4, 1))
    assert [line.version for line in april.lines] == [1, 2]
    seen = told.in_month(dt.date(2026, 4, 1))
    assert seen is not None
    before = told.beside(seen, -1)
    assert before is not None
    assert (seen.version, before.version, before.period) == (2, 1, seen.period)  # the first part is one step back
