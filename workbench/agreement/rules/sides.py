"""People and repairs on the wrong side: who answers, repairs, decides or signs for what is the other team's."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.commitment import Side
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.sections.teams import Participant
from workbench.agreement.team_names import PARTIES, named
from workbench.base.language import N_
from workbench.fields.issue import Issue
from workbench.fields.path import get


def find(agreement: Agreement) -> Iterator[Issue]:
    """Promises with the other team's owner or repair, leads and tie-breakers of the wrong team, one signer for two."""
    people = {one.key: one for one in agreement.teams.participants}
    yield from _promises(agreement, people)
    yield from _leads(agreement, people)
    yield from _signers(agreement, people)
    yield from _meetings(agreement, people)


def _promises(agreement: Agreement, people: dict[str, Participant]) -> Iterator[Issue]:
    repairs = {one.key: one.team for one in agreement.governance.consequences}
    seen: set[str] = set()
    for one in commitments(agreement):
        path = one.path.rpartition(".")[0]
        if one.by not in PARTIES or path in seen:
            continue
        seen.add(path)
        row, by = get(agreement, path), (("label", one.label), ("other", named(agreement.teams, one.by)))
        owner = people.get(row.owner)
        if owner is not None and owner.team in PARTIES and owner.team != one.by:
            yield Issue(
                f"{path}.owner", "warning", "wrong_owner", N_("{person} answers for {label}, which {other} promises."),
                (("person", owner.name), *by),
            )  # fmt: skip
        repairs_by: Side | str = repairs.get(row.consequence, "")
        if repairs_by in PARTIES and repairs_by != one.by:
            yield Issue(
                f"{path}.consequence", "warning", "wrong_repair",
                N_("When {label} is missed, {team} repairs what {other} promised."),
                (("team", named(agreement.teams, "marketing" if repairs_by == "marketing" else "sales")), *by),
            )  # fmt: skip


def _leads(agreement: Agreement, people: dict[str, Participant]) -> Iterator[Issue]:
    teams = agreement.teams
    for side, key in (("marketing", teams.marketing_lead), ("sales", teams.sales_lead)):
        lead = people.get(key)
        if lead is not None and lead.team in PARTIES and lead.team != side:
            yield Issue(
                f"teams.{side}_lead", "warning", "wrong_lead", N_("{person} is of the other team."),
                (("person", lead.name),),
            )  # fmt: skip
    judge = people.get(agreement.governance.tie_breaker)
    if judge is not None and (judge.team in PARTIES or judge.key in {teams.marketing_lead, teams.sales_lead}):
        yield Issue(
            "governance.tie_breaker", "warning", "party_decides",
            N_("{person} belongs to one of the two teams and would decide in the team's own matter."),
            (("person", judge.name),),
        )  # fmt: skip


def _signers(agreement: Agreement, people: dict[str, Participant]) -> Iterator[Issue]:
    signs: dict[str, str] = {}
    for one in agreement.sign_off.signers:
        if one.person in people and one.team in PARTIES and signs.setdefault(one.person, one.team) != one.team:
            yield Issue(
                f"sign_off.signers[{one.key}].person", "warning", "same_signer", N_("{person} signs for both teams."),
                (("person", people[one.person].name),),
            )  # fmt: skip


def _meetings(agreement: Agreement, people: dict[str, Participant]) -> Iterator[Issue]:
    for one in agreement.governance.meetings:
        sides = {people[key].team for key in one.attendees if key in people}
        for side in PARTIES:
            if sides and sides <= set(PARTIES) and side not in sides:
                yield Issue(
                    f"governance.meetings[{one.key}].attendees", "hint", "one_team_meets",
                    N_("Nobody of {team} is asked to “{meeting}”."),
                    (("team", named(agreement.teams, side)), ("meeting", one.name)),
                )  # fmt: skip
    for row in agreement.working_together.responsibilities:
        if row.name and not row.responsible:
            yield Issue(
                f"working_together.responsibilities[{row.key}].responsible", "hint", "nobody_does",
                N_("Nobody is named who does “{activity}”."), (("activity", row.name),),
            )  # fmt: skip
