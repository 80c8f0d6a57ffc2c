"""Trackers of every kind there is: of each template, empty and filled, with odd names, and with 10,000 rows."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from tests.sheets.tracker.making import subject_of
from tests.support.columns import words_column
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.templates import started_on, template, templates
from workbench.base.places import resource
from workbench.sheets.reading import read_table
from workbench.sheets.tracker.subject import Subject
from workbench.tracking.actuals import Actuals
from workbench.tracking.agreed import agreed_review
from workbench.tracking.leads import CUSTOM, LeadLog
from workbench.tracking.review import InForce

BEGAN, AS_OF = dt.date(2026, 1, 1), dt.date(2026, 5, 20)
ODD = 'O\'Neil & <Söhne> "GmbH" 日本 👍🏽 ~*? and a name as long as the field takes it'
"""Everything in a name that a file format or a formula has to escape."""


def kinds() -> Iterator[tuple[str, Subject, int]]:
    """The name of each kind, what it is written of, and its spare rows."""
    practice = practice_agreement()
    export = Actuals(read_table(Path(str(resource("practice", "crm_export.xlsx"))), zone="Europe/Berlin").leads)
    for one in templates():
        yield f"template-{one.id}", subject(started_on(template(one.id).agreement, BEGAN), Actuals(LeadLog((), {}))), 3
    yield "practice-10000-rows", subject(practice, export), 10_000 - len(export.leads)
    yield "odd-names", subject(odd_names(practice), odd_columns(export)), 3


def odd_columns(actuals: Actuals) -> Actuals:
    """The actuals with columns of their own whose headers and texts no one would choose."""
    texts = ["👍" * 20_000, "=1+1", "\x01 _x0041_", *[None] * (len(actuals.leads) - 3)]
    names = ("a tab\there", "_x0041_ in it", "two\nlines", "long " * 60, "Source")
    own = {CUSTOM + name: words_column(texts) for name in names}
    leads = LeadLog(actuals.leads.identities, {**actuals.leads.columns, **own})
    return dataclasses.replace(actuals, leads=leads)


def practice_agreement() -> Agreement:
    """The practice company's."""
    return read_agreement(resource("practice", "agreement.json").read_bytes())


def subject(agreement: Agreement, actuals: Actuals) -> Subject:
    """What a tracker of an agreement is written of."""
    review = agreed_review(agreement, actuals, AS_OF, in_force=InForce(BEGAN))
    return subject_of(list(commitments(agreement)), review, agreement=agreement)


def odd_names(agreement: Agreement, tiers: int = 8) -> Agreement:
    """The agreement on Letter paper, with names no one would choose, and so many tiers."""
    first = agreement.lead_definitions.tiers[0]
    more = tuple(
        dataclasses.replace(first, key=f"t{number}", name=f"{ODD} {number}", values=(f"T{number}",))
        for number in range(tiers - len(agreement.lead_definitions.tiers))
    )
    answered = tuple(dataclasses.replace(agreement.follow_up.tiers[0], key=one.key, tier=one.key) for one in more)
    reasons = tuple(dataclasses.replace(one, name=f"{ODD} {one.name}") for one in agreement.handoff.rejection_reasons)
    return dataclasses.replace(
        agreement,
        title=ODD,
        teams=dataclasses.replace(agreement.teams, company=ODD, marketing_name=ODD, sales_name=ODD, paper="Letter"),
        lead_definitions=dataclasses.replace(
            agreement.lead_definitions, tiers=(*agreement.lead_definitions.tiers, *more)
        ),
        follow_up=dataclasses.replace(agreement.follow_up, tiers=(*agreement.follow_up.tiers, *answered)),
        handoff=dataclasses.replace(agreement.handoff, rejection_reasons=reasons),
    )
