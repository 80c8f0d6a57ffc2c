"""How the state of each lead is written as formulas, one small file for each family of commitment kinds.

Mirrors `workbench.tracking.checks`, from which every number is tested. Metrics and deliverables have no leads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workbench.agreement.commitment import Commitment, CommitmentKind
from workbench.sheets.tracker.judging.attempts import follow_up_depth
from workbench.sheets.tracker.judging.contents import completeness, reasons
from workbench.sheets.tracker.judging.conversion import conversion
from workbench.sheets.tracker.judging.counted import value, volume
from workbench.sheets.tracker.judging.ground import Ground, Judged
from workbench.sheets.tracker.judging.in_time import in_time
from workbench.sheets.tracker.judging.outcome import quality

Judge = Callable[[Commitment, Ground], Judged]

JUDGES: Mapping[CommitmentKind, Judge] = MappingProxyType(
    {
        "volume": volume,
        "value": value,
        "quality": quality,
        "completeness": completeness,
        "hand_over_speed": in_time,
        "response": in_time,
        "follow_up_depth": follow_up_depth,
        "decision": in_time,
        "reasons": reasons,
        "recycle": in_time,
        "conversion": conversion,
    }
)
"""The formulas of each kind that is about leads."""
