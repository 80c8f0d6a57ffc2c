"""How the leads of a cohort are judged, one small file for each family of commitment kinds.

Metrics and deliverables have no leads; they are read in `totals.py` of the floor above this room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workbench.agreement.commitment import Commitment, CommitmentKind
from workbench.tracking.checks.attempts import follow_up_depth
from workbench.tracking.checks.contents import completeness, reasons
from workbench.tracking.checks.conversion import conversion
from workbench.tracking.checks.counted import value, volume
from workbench.tracking.checks.in_time import in_time
from workbench.tracking.checks.judged import Judged
from workbench.tracking.checks.outcome import quality
from workbench.tracking.cohort import Cohort
from workbench.tracking.review import Review

Check = Callable[[Commitment, Cohort, Review], Judged]

CHECKS: Mapping[CommitmentKind, Check] = MappingProxyType(
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
"""The check of each kind that is about leads."""
