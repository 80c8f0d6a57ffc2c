"""How a criterion over a column reads: “Company size is at least 50”. The same in the window and on paper.

Must not know how it is judged.
"""

from __future__ import annotations

from workbench.agreement.lead_fields import FIELD
from workbench.agreement.qualification.criterion import Judged
from workbench.agreement.qualification.holding import OnlyFor
from workbench.agreement.sections.criteria import COMPARISONS
from workbench.base.language import N_
from workbench.fields.value import Shown

SEGMENTS = "teams.segments"
_KNOWN = {option.value: option.label for option in COMPARISONS}


def only_for(row: OnlyFor, shown: Shown) -> str:
    """For whose leads a criterion holds: “only for Northwind Cloud”; empty where it holds for everybody's."""
    names = segment_names(row, shown)
    return shown.text(N_("only for {segments}")).format(segments=names) if names else ""


def segment_names(row: OnlyFor, shown: Shown) -> str:
    """The segments a criterion is only for; empty where it holds for everybody's leads."""
    return ", ".join(shown.label_of(SEGMENTS, key) for key in row.segments)


def measured(row: Judged, shown: Shown) -> str:
    """A criterion over a column in words; its values alone where it names no column."""
    if not row.field:
        return ", ".join(row.values)
    label = FIELD[row.field].label if row.field in FIELD else row.field
    words = [shown.text(label), shown.text(_KNOWN.get(row.comparison, ""))]
    return " ".join(part for part in (*words, ", ".join(row.values)) if part)
