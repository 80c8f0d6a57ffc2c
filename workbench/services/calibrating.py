"""Calibration rounds: kept in the library beside the agreement, never in it, so that votes stay in the room.

A round is one small text under a key of its own; a version, a bundle, a document or a tracker never reads it. Must not
know either face.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.agreement.calibration import Ballot, Outcome, Round, SampleLead
from workbench.agreement.sections.lead_definitions import LeadDefinitions
from workbench.agreement.sections.teams import Segment
from workbench.base.language import Language

if TYPE_CHECKING:
    from workbench.storage.library import Library

KEY = "calibration."


class Calibrating:
    """The calibration rounds of the open library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def round(self, agreement: str) -> Round:
        """The round under way of an agreement; an empty one where none is, or where it cannot be read."""
        text = self._library.settings.get(KEY + agreement)
        try:
            return _round(json.loads(text)) if text else Round()
        except (ValueError, KeyError, TypeError, AttributeError):
            return Round()

    def keep(self, agreement: str, found: Round) -> None:
        """Keep a round as it is now; durable when this returns.

        Raises:
            NotFoundError: There is no such agreement.
        """
        self._library.drafts.get(agreement)
        self._library.settings.set(KEY + agreement, json.dumps(dataclasses.asdict(found), ensure_ascii=False))

    def sample(
        self,
        agreement: str,
        definitions: LeadDefinitions,
        language: Language,
        wanted: int = 10,
        segments: Sequence[Segment] = (),
    ) -> tuple[SampleLead, ...]:
        """Leads of the agreement's imports to vote on, without names; none without imports.

        Args:
            agreement: Its id.
            definitions: As they are being written.
            language: Of the words a lead is told in.
            wanted: How many.
            segments: Whose columns tell which criteria hold for a lead.

        Raises:
            DamagedError: An import is not what was kept.
        """
        from workbench.tracking.sample_leads import sample_leads  # noqa: PLC0415  (loads numpy)

        return sample_leads(self._library.actuals.log(agreement), definitions, language, wanted, segments)


def _round(raw: dict[str, Any]) -> Round:
    leads = tuple(
        SampleLead(str(one["key"]), str(one["words"]), tuple((str(a), str(b)) for a, b in one["values"]), one["was"])
        for one in raw["leads"]
    )
    return Round(
        leads,
        _ballot(raw["marketing"]),
        _ballot(raw["sales"]),
        tuple(Outcome(int(one["same"]), int(one["leads"]), str(one["kappa"])) for one in raw["earlier"]),
    )


def _ballot(raw: dict[str, Any]) -> Ballot:
    votes = {str(key): vote for key, vote in raw["votes"].items() if vote in {"accept", "reject"}}
    return Ballot(votes, {str(key): str(path) for key, path in raw["because"].items()}, bool(raw["sealed"]))
