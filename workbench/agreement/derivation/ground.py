"""What every derived commitment takes from its row and from the agreement around it.

Must not know any one kind of commitment.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workbench.agreement.commitment import DEFAULT_MINIMUM_SAMPLE, Filter, Side
from workbench.agreement.model import Agreement
from workbench.agreement.sections.lead_definitions import Stage
from workbench.agreement.terms import ScopeFilter, Terms
from workbench.fields.path import join, row_path

CUSTOM = "custom:"
"""Prefix of a lead field that is a column of the person's own."""


OTHER: dict[Side, Side] = {"marketing": "sales", "sales": "marketing", "both": "both"}


def filters(rows: tuple[ScopeFilter, ...]) -> tuple[Filter, ...]:
    """The conditions of a scope that name a field and a value."""
    named = [(row.field or (CUSTOM + row.custom_field if row.custom_field else ""), row.values) for row in rows]
    return tuple(Filter(field, values) for field, values in named if field and values)


def scope_fields(scope: tuple[Filter, ...]) -> tuple[str, ...]:
    """The lead fields a scope reads."""
    return tuple(one.field for one in scope)


def distinct(*fields: str) -> tuple[str, ...]:
    """The fields, each once, without empty ones."""
    return tuple(dict.fromkeys(field for field in fields if field))


@dataclass(frozen=True)
class Ground:
    """The agreement around the rows, with its names looked up once."""

    agreement: Agreement

    def team(self, side: Side) -> str:
        """What a team is called in sentences."""
        teams = self.agreement.teams
        return {
            "marketing": teams.marketing_name or "Marketing",
            "sales": teams.sales_name or "Sales",
            "both": "",
        }[side]

    def sides(self, by: Side) -> dict[str, Any]:
        """Who promises whom, with names."""
        to = OTHER[by]
        return {"by": by, "to": to, "by_name": self.team(by), "to_name": self.team(to)}

    def person(self, key: str) -> str:
        """Name of a participant; empty for none."""
        return next((one.name for one in self.agreement.teams.participants if one.key == key), "")

    def stage(self, key: str) -> Stage | None:
        """A stage by key."""
        return next((one for one in self.agreement.lead_definitions.stages if one.key == key), None)

    def stage_name(self, key: str) -> str:
        """Short name of a stage; the key where the stage is gone."""
        stage = self.stage(key)
        return (stage.short or stage.name) if stage else key

    def stage_field(self, key: str) -> str:
        """The date field that proves a stage; empty where none is agreed."""
        stage = self.stage(key)
        return stage.date_field if stage else ""

    def calendar(self, row: Terms) -> str:
        """Key of the working calendar a row's clock follows."""
        calendars = self.agreement.follow_up.calendars
        return row.calendar or (calendars[0].key if calendars else "")

    def common(self, list_path: str, row: Terms, field: str) -> dict[str, Any]:
        """What a commitment takes from its row; `field` names the number it hangs on."""
        consequences = self.agreement.governance.consequences
        path = join(row_path(list_path, row.key), field)
        return {
            "id": path,
            "path": path,
            "name": row.name,
            "period": row.period or "month",
            "tolerance": row.tolerance or Decimal(0),
            "minimum_sample": row.minimum_sample or DEFAULT_MINIMUM_SAMPLE,
            "owner": self.person(row.owner),
            "consequence": next((one.action for one in consequences if one.key == row.consequence), ""),
        }

    def sales_clock(self) -> dict[str, Any]:
        """The ceiling beyond which no clock runs for sales."""
        volumes = self.agreement.volumes
        if volumes.ceiling is None:
            return {}
        return {
            "relief": ("ceiling",),
            "ceiling": volumes.ceiling,
            "ceiling_period": volumes.ceiling_period or "month",
        }
