"""Leads out of the log for a calibration round, without anything that names a person or a company.

Half accepted and half rejected where there are both, spread over the whole log, the same ones each time. Must not know
votes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from workbench.agreement.calibration import SampleLead
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.qualification.criterion import Judged, judges
from workbench.agreement.qualification.holding import telling
from workbench.agreement.sections.lead_definitions import LeadDefinitions
from workbench.agreement.sections.teams import Segment
from workbench.base.language import N_, Language
from workbench.tracking.leads import Amounts, Ints, LeadLog, Words, amount_of

NAMING: Final = frozenset({"lead_id", "person", "email", "company", "owner", "team", "source_detail", "campaign"})
"""Columns that could tell whose lead it is, or who worked it."""

USUAL: Final = ("company_size", "industry", "country", "role", "source", "segment", "score")
"""What a vote is usually based on, besides the columns of the criteria."""


def sample_leads(
    log: LeadLog, definitions: LeadDefinitions, language: Language, wanted: int = 10, segments: Sequence[Segment] = ()
) -> tuple[SampleLead, ...]:
    """So many leads of a log to vote on; fewer where there are fewer decided ones.

    Args:
        log: The actuals.
        definitions: Whose criteria say which columns matter.
        language: Of the words a lead is told in.
        wanted: How many.
        segments: Whose columns tell which criteria hold for a lead.
    """
    accepted = np.flatnonzero(log.filled("accepted_at") & ~log.filled("rejected_at"))
    rejected = np.flatnonzero(log.filled("rejected_at") & ~log.filled("accepted_at"))
    half = min(len(rejected), max(wanted // 2, wanted - len(accepted)))
    chosen = [(at, True) for at in _spread(accepted, min(wanted - half, len(accepted)))]
    chosen += [(at, False) for at in _spread(rejected, half)]
    columns = _columns(log, definitions, segments)
    found = []
    for at, good in sorted(chosen):
        values = tuple((name, text) for name in columns if (text := _text(log, name, at)))
        if not values:
            continue
        words = "; ".join(f"{language.text(FIELD[name].label)} {text}" for name, text in values)
        found.append(SampleLead(f"lead-{at}", words or language.text(N_("Nothing is known of it.")), values,
                                "accept" if good else "reject"))  # fmt: skip
    return tuple(found)


def _columns(log: LeadLog, definitions: LeadDefinitions, segments: Sequence[Segment]) -> tuple[str, ...]:
    rows: list[Judged] = [*definitions.fit, *definitions.behaviour, *definitions.exclusions]
    rows += definitions.hand_raiser_signs
    wanted = {one.field for one in rows if judges(one)} | set(USUAL)
    wanted |= telling(definitions, segments)
    return tuple(
        name for name in FIELD
        if name in wanted and name not in NAMING and FIELD[name].kind != "instant" and log.has(name)
    )  # fmt: skip


def _spread(rows: Ints, wanted: int) -> list[int]:
    """So many rows at equal distances."""
    if wanted <= 0:
        return []
    return [int(rows[(2 * number + 1) * len(rows) // (2 * wanted)]) for number in range(wanted)]


def _text(log: LeadLog, name: str, at: int) -> str:
    column = log.columns[name]
    if isinstance(column, Words):
        return log.text(name, at).strip()
    if isinstance(column, Amounts):
        number = amount_of(int(column.values[at]))
        return "" if number is None else f"{number.normalize():f}"
    return ""
