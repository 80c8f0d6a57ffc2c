"""The published JSON Schema of the Agreement JSON, made from the sections' own declarations."""

from __future__ import annotations

from typing import Any

from workbench.agreement.model import FORMAT, Agreement
from workbench.fields.schema import schema_of


def agreement_schema() -> dict[str, Any]:
    """The schema of today's format."""
    made = schema_of(Agreement, "SLA Workbench agreement", f"urn:sla-workbench:agreement:{FORMAT}")
    made["properties"]["format"] = {"const": FORMAT, "description": "Number of this format."}
    made["required"] = ["format"]
    return made
