"""Practice mode makes an agreement of its own, with data and an agenda, and says in its title what it is."""

from __future__ import annotations

from pathlib import Path

from tests.services.prepared import NOON
from workbench.base.clock import FixedClock
from workbench.services.baseline import baseline
from workbench.services.measured_rates import measured_volumes
from workbench.services.rehearsing import rehearse
from workbench.services.workbench import open_workbench


def test_each_rehearsal_is_an_agreement_of_its_own(tmp_path: Path) -> None:
    with open_workbench(str(tmp_path / "library.sla"), clock=FixedClock(NOON), person="Ana") as bench:
        first, second = rehearse(bench, str), rehearse(bench, str)
        titles = {one.id: one.title for one in bench.shelf.all()}
        assert titles[first].startswith("Practice: ")
        assert titles[second] == f"{titles[first]} (2)"
        assert len(bench.preparing.read(first).content.agenda) == 11
        found = baseline(bench, first)
        assert found.leads > 1000
        assert [rate[2] for rate in found.rates] == [step[1] for step in found.steps if step[1]][1:]
        assert found.first_touch is not None
        half, most = found.first_touch
        assert 0 < half <= most
        values = measured_volumes(bench, first).values
        counted = {key: (one.leads, one.won, one.pooled) for key, one in values.items()}
        # counted in the sheet of the export: qualified and won leads by source
        assert counted == {
            "hand": (347, 19, False), "fair": (162, 1, False), "webinar": (246, 14, False), "content": (549, 23, False),
        }  # fmt: skip
