"""How many points a lead can have at all, and whether the thresholds can be reached. Must not know any lead."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.sections.lead_definitions import LeadDefinitions


@dataclass(frozen=True)
class PointRange:
    """The most points a lead can have, and what of the thresholds is out of reach.

    Attributes:
        fit: Most points of fit, capped.
        interest: Most points of interest, capped.
        unreachable: Names of the threshold fields that no lead can reach.
    """

    fit: int
    interest: int
    unreachable: tuple[str, ...]

    @property
    def total(self) -> int:
        """Most points of both."""
        return self.fit + self.interest


def point_range(definitions: LeadDefinitions) -> PointRange:
    """The range of the points of an agreement: every rule that gives points counts once."""
    fit = _most(definitions, "fit", definitions.fit_cap)
    interest = _most(definitions, "interest", definitions.interest_cap)
    wanted = (
        ("threshold", definitions.threshold, fit + interest),
        ("fit_threshold", definitions.fit_threshold, fit),
        ("interest_threshold", definitions.interest_threshold, interest),
    )
    return PointRange(fit, interest, tuple(name for name, least, most in wanted if least is not None and least > most))


def _most(definitions: LeadDefinitions, axis: str, cap: int | None) -> int:
    found = sum(max(one.points or 0, 0) for one in definitions.points if (one.axis or "fit") == axis)
    return found if cap is None else min(found, cap)
