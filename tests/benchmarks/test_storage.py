"""What the store costs: the first look against the whole library, and a large import kept and read back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

from tests.storage.examples import NOON, batch, content
from workbench.base.clock import FixedClock
from workbench.storage.library import Library
from workbench.storage.opening import open_library
from workbench.tracking.leads import Amounts, LeadLog, Stamps, Words

LOOK = """
import sys
from workbench.base.clock import SystemClock
from workbench.storage.opening import open_library, open_quick
place, how = sys.argv[1:]
if how == "quick":
    quick = open_quick(place); quick.agreements(); quick.close()
else:
    with open_library(place, SystemClock()) as library: library.agreements.all()
"""


def test_the_first_look_against_the_whole_library(side_by_side: Any, tmp_path: Path) -> None:
    place = str(tmp_path / "library.sla")
    with open_library(place, FixedClock(NOON)) as library, library.together():
        for number in range(200):
            library.agreements.create(content(f"{number}"), title=f"{number}", actor="")
    whole, quick = ([sys.executable, "-c", LOOK, place, how] for how in ("whole", "quick"))
    side_by_side("first look at 200 agreements, against the whole library", whole, quick, rounds=5, clock="wall")


def large_log(size: int) -> LeadLog:
    """A log as a CRM gives it: ids, two columns of texts that are all different, small vocabularies, times, amounts."""
    draw = np.random.default_rng(1)
    ids = tuple(f"{400_000 + index}" for index in range(size))
    different = Words(np.arange(size, dtype=np.int32), ids)
    few = [Words(draw.integers(-1, 40, size).astype(np.int32), tuple(f"word {n}" for n in range(40))) for _ in range(3)]
    times = [Stamps(1_700_000_000 + draw.integers(0, 40_000_000, size)) for _ in range(5)]
    amounts = [Amounts(draw.integers(0, 10**9, size)) for _ in range(2)]
    names = ["lead_id", "email", "source", "owner", "tier", "created_at", "qualified_at", "handed_over_at",
             "first_touch_at", "rejected_at", "attempts", "amount"]  # fmt: skip
    return LeadLog(
        [f"id:{one}" for one in ids], dict(zip(names, (different, different, *few, *times, *amounts), strict=True))
    )


def keep(library: Library, agreement: str, log: LeadLog) -> None:
    library.actuals.add(agreement, log, batch(problems=()), source=b"x", media_type="x/y", actor="")


def test_an_import_of_100_000_leads_kept_and_read_back(side_by_side: Any, tmp_path: Path) -> None:
    log = large_log(100_000)
    with open_library(str(tmp_path / "library.sla"), FixedClock(NOON)) as library:
        agreement = library.agreements.create(content("x"), title="x", actor="").id
        draft = [1]

        def save_draft() -> None:
            text = content("x", text=f"{draft[0]}" * 10_000)
            draft[0] = library.drafts.save(agreement, text, seen=draft[0], title="x").revision

        side_by_side(
            "import of 100,000 x 12 kept, against one draft saved", save_draft, lambda: keep(library, agreement, log)
        )
        last = len(library.actuals.batches(agreement))
        for number in range(2, last + 1):
            library.actuals.undo(agreement, number, "")
        side_by_side(
            "lead log of 100,000 x 12 read, against kept",
            lambda: keep_and_undo(library, agreement, log), lambda: library.actuals.log(agreement),
        )  # fmt: skip


def keep_and_undo(library: Library, agreement: str, log: LeadLog) -> None:
    keep(library, agreement, log)
    library.actuals.undo(agreement, library.actuals.batches(agreement)[-1].number, "")
