"""The columns a lead log may have: the vocabulary that commitments, imports, checks and the tracker share.

Must not know how a file spells them (that is the imports' dictionary) or how a lead is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.base.language import N_
from workbench.fields.words import Option

LeadKind = Literal["text", "instant", "count", "number", "money"]


@dataclass(frozen=True)
class LeadField:
    """One known column of a lead log.

    Attributes:
        name: As in semantics section 3, mapping files and scope filters.
        label: What people call it.
        kind: What its values are; `instant` is a date with or without a time.
        help: What it means, one line.
    """

    name: str
    label: str
    kind: LeadKind
    help: str


LEAD_FIELDS: tuple[LeadField, ...] = (
    LeadField("lead_id", N_("Lead ID"), "text", N_("The CRM's own number; recognises a lead again.")),
    LeadField("person", N_("Person"), "text", N_("Name of the contact.")),
    LeadField("email", N_("E-mail"), "text", N_("Recognises a lead where there is no ID.")),
    LeadField("company", N_("Company"), "text", N_("Name of the contact's company.")),
    LeadField("company_size", N_("Company size"), "number", N_("Number of employees.")),
    LeadField("industry", N_("Industry"), "text", N_("Industry of the company.")),
    LeadField("country", N_("Country"), "text", N_("Country of the company.")),
    LeadField("role", N_("Role"), "text", N_("Job title or function of the contact.")),
    LeadField("source", N_("Source"), "text", N_("Where the lead came from, as tiers and values name it.")),
    LeadField("source_detail", N_("Source detail"), "text", N_("Finer origin: page, form, event.")),
    LeadField("campaign", N_("Campaign"), "text", N_("Campaign that brought the lead.")),
    LeadField("segment", N_("Segment"), "text", N_("Product line or market segment.")),
    LeadField("tier", N_("Tier"), "text", N_("Follow-up tier.")),
    LeadField("grade", N_("Grade"), "text", N_("Fit grade, often A to D.")),
    LeadField("score", N_("Score"), "number", N_("Lead score in points.")),
    LeadField("owner", N_("Owner"), "text", N_("The person in sales who works the lead.")),
    LeadField("team", N_("Team"), "text", N_("The owner's team or region.")),
    LeadField("created_at", N_("Created"), "instant", N_("First known to the company.")),
    LeadField("qualified_at", N_("Qualified"), "instant", N_("Became a marketing qualified lead (MQL).")),
    LeadField("handed_over_at", N_("Handed over"), "instant", N_("Assigned to somebody in sales.")),
    LeadField("first_touch_at", N_("First touch"), "instant", N_("First attempt by a person to reach the lead.")),
    LeadField("attempts", N_("Attempts"), "count", N_("Number of attempts so far.")),
    LeadField("last_attempt_at", N_("Last attempt"), "instant", N_("The latest attempt.")),
    LeadField("accepted_at", N_("Accepted"), "instant", N_("Sales accepted the lead (SAL).")),
    LeadField("rejected_at", N_("Rejected"), "instant", N_("Sales sent the lead back.")),
    LeadField("reject_reason", N_("Reject reason"), "text", N_("Why it was sent back.")),
    LeadField("recycled_at", N_("Recycled"), "instant", N_("Back in nurture.")),
    LeadField("sql_at", N_("Sales qualified"), "instant", N_("Became a sales qualified lead (SQL).")),
    LeadField("opportunity_at", N_("Opportunity"), "instant", N_("An opportunity was opened.")),
    LeadField("won_at", N_("Won"), "instant", N_("Became a customer.")),
    LeadField("lost_at", N_("Lost"), "instant", N_("The opportunity was lost.")),
    LeadField("lost_reason", N_("Lost reason"), "text", N_("Why it was lost.")),
    LeadField("amount", N_("Amount"), "money", N_("Value of the deal in the agreement's currency.")),
    LeadField("pipeline", N_("Pipeline"), "text", N_("The CRM's pipeline, for scope: renewals must not count.")),
    LeadField("status", N_("Status"), "text", N_("The CRM's status word.")),
    LeadField("stage", N_("Stage"), "text", N_("The CRM's stage word.")),
    LeadField("excluded", N_("Excluded"), "text", N_("Why the lead does not count: test, spam, duplicate.")),
)

FIELD = {field.name: field for field in LEAD_FIELDS}
"""Known columns by name."""

INSTANT_FIELDS = tuple(field.name for field in LEAD_FIELDS if field.kind == "instant")

ANY_FIELD = tuple(Option(field.name, field.label, field.help) for field in LEAD_FIELDS)
DATE_FIELD = tuple(Option(field.name, field.label, field.help) for field in LEAD_FIELDS if field.kind == "instant")
