"""Working time beside `business-duration`, the usual package on PyPI for it.

It is no dependency of ours, not even of the tests: it comes as source only, which the hash-locked environment refuses,
and brings pandas. So the benchmark makes an environment of its own for it, in the folder of the run, with
`python -m venv` and `pip install business-duration==0.68` (MIT), and is skipped where the index cannot be reached. Its
time is the processor's, taken inside that process around the calls alone, for a thousand pairs; imports and the reading
of the pairs stand outside. Ours is for a million; both are told for a million. Both must come to the same seconds, on
the one calendar that both can have: one interval a day, Monday to Friday, a few holidays, no change of clocks.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from time import process_time

import numpy as np
import pytest

from tests.benchmarks.side_by_side import Ratio
from tests.benchmarks.test_tracking import MILLION, pairs
from workbench.tracking.calendar import WorkingCalendar
from workbench.tracking.calendar_spec import CalendarSpec, DayOff, Opening

FEW = 1000
ROUNDS = 5
HOLIDAYS = (dt.date(2026, 4, 3), dt.date(2026, 5, 1), dt.date(2026, 12, 25))
THEIRS = """
import datetime as dt, json, sys, time
from business_duration import businessDuration
given = json.load(sys.stdin)
moment = lambda seconds: dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)
asked = [(moment(start), moment(end)) for start, end in given["pairs"]]
off = [dt.date.fromisoformat(day) for day in given["holidays"]]
how = dict(starttime=dt.time(9), endtime=dt.time(18), weekendlist=[5, 6], holidaylist=off, unit="sec")
businessDuration(*asked[0], **how)
begun = time.process_time()
found = [businessDuration(*pair, **how) for pair in asked]
json.dump({"seconds": time.process_time() - begun, "found": [int(one) for one in found]}, sys.stdout)
"""


@pytest.fixture(scope="module")
def their_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has it."""
    folder = tmp_path_factory.mktemp("business-duration")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = ["-m", "pip", "install", "--quiet", "business-duration==0.68"]
    run = subprocess.run([python, *install], capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip("business-duration cannot be installed from here")
    return python


def test_working_time_beside_business_duration(their_python: Path, told: Callable[[Ratio], None]) -> None:
    spec = CalendarSpec(
        "Both", "UTC", tuple(Opening(day, dt.time(9), dt.time(18)) for day in range(5)),
        days_off=tuple(DayOff(day, "Holiday") for day in HOLIDAYS),
    )  # fmt: skip
    calendar = WorkingCalendar(spec, dt.date(2025, 1, 1), dt.date(2028, 12, 31))
    starts, ends = pairs(MILLION)
    few = np.stack([starts[:FEW], ends[:FEW]], axis=1).tolist()
    question = json.dumps({"pairs": few, "holidays": [day.isoformat() for day in HOLIDAYS]})
    ours, theirs = [], []
    for _ in range(ROUNDS):
        run = subprocess.run([their_python, "-c", THEIRS], input=question, capture_output=True, text=True, check=True)
        answer = json.loads(run.stdout)
        theirs.append(answer["seconds"] * MILLION / FEW)
        begun = process_time()
        found = calendar.working_time(starts, ends)
        ours.append(process_time() - begun)
        assert found[:FEW].tolist() == answer["found"]
    told(Ratio("business-duration / working time, 1M pairs (at least 250)", "cpu", tuple(ours), tuple(theirs)))
