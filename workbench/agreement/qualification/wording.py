"""How a criterion over a column reads: “Company size is at least 50”. The same in the window and on paper.

Must not know how it is judged.
"""

from __future__ import annotations

from workbench.agreement.lead_fields import FIELD
from workbench.agreement.qualification.criterion import Judged
from workbench.agreement.sections.criteria import COMPARISONS
from workbench.fields.value import Shown

_KNOWN = {option.value: option.label for option in COMPARISONS}


def measured(row: Judged, shown: Shown) -> str:
    """A criterion over a column in words; its values alone where it names no column."""
    if not row.field:
        return ", ".join(row.values)
    label = FIELD[row.field].label if row.field in FIELD else row.field
    words = [shown.text(label), shown.text(_KNOWN.get(row.comparison, ""))]
    return " ".join(part for part in (*words, ", ".join(row.values)) if part)
