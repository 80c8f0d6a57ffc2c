"""A calibration round: both teams judge the same leads unseen, then see how alike they were and what split them.

Votes belong to the room, not to the agreement: only what the room keeps in the end becomes rows of it (`kept_rows`).
Must not know where a round is stored or shown.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from workbench.agreement.qualification.known_lead import KnownLead
from workbench.agreement.qualification.verdict import judge
from workbench.agreement.sections.lead_definitions import CalibrationLead, LeadDefinitions
from workbench.agreement.sections.teams import Segment

Team = Literal["marketing", "sales"]
Vote = Literal["accept", "reject"]
TEAMS: Final[tuple[Team, Team]] = ("marketing", "sales")
MOST_LEADS: Final = 30


@dataclass(frozen=True)
class SampleLead:
    """One lead to vote on.

    Attributes:
        key: Names it within its round.
        words: What was known at hand-off, without names.
        values: The same as columns, where it comes from an import.
        was: What sales really decided, where an import says it; shown only once both teams have voted.
    """

    key: str
    words: str
    values: tuple[tuple[str, str], ...] = ()
    was: Literal["", "accept", "reject"] = ""


@dataclass(frozen=True)
class Ballot:
    """One team's votes.

    Attributes:
        votes: By the lead's key.
        because: Path of the criterion that decided, by the lead's key, where the team named one.
        sealed: The team is done; nobody sees it before both are.
    """

    votes: Mapping[str, Vote] = field(default_factory=dict)
    because: Mapping[str, str] = field(default_factory=dict)
    sealed: bool = False


@dataclass(frozen=True)
class Outcome:
    """How alike an earlier round was.

    Attributes:
        same: Leads on which both teams voted alike.
        leads: Leads voted on by both.
        kappa: Written as a decimal with two places; empty where it has no value.
    """

    same: int
    leads: int
    kappa: str = ""


@dataclass(frozen=True)
class Round:
    """A round under way.

    Attributes:
        leads: What is voted on.
        marketing: Marketing's votes.
        sales: Sales' votes.
        earlier: What earlier rounds on the same leads came to, oldest first.
    """

    leads: tuple[SampleLead, ...] = ()
    marketing: Ballot = Ballot()
    sales: Ballot = Ballot()
    earlier: tuple[Outcome, ...] = ()

    def ballot(self, team: Team) -> Ballot:
        """A team's votes."""
        return self.marketing if team == "marketing" else self.sales

    @property
    def is_open(self) -> bool:
        """Whether both teams are done, so that the votes may be seen."""
        return bool(self.leads) and self.marketing.sealed and self.sales.sealed


def with_lead(found: Round, lead: SampleLead) -> Round:
    """The round with one more lead.

    Raises:
        ValueError: It has as many as a round may have, or a team has voted already.
    """
    if len(found.leads) >= MOST_LEADS or found.marketing.votes or found.sales.votes:
        raise ValueError("no more leads")
    return dataclasses.replace(found, leads=(*found.leads, lead))


def without_lead(found: Round, key: str) -> Round:
    """The round without a lead, and without the votes on it."""
    kept = tuple(lead for lead in found.leads if lead.key != key)
    return dataclasses.replace(
        found, leads=kept, marketing=_without(found.marketing, key), sales=_without(found.sales, key)
    )


def voted(found: Round, team: Team, key: str, vote: Vote | None, because: str = "") -> Round:
    """The round after a team has voted on a lead, or has taken its vote back; a sealed ballot stays as it is."""
    ballot = found.ballot(team)
    if ballot.sealed or all(lead.key != key for lead in found.leads):
        return found
    bare = _without(ballot, key)
    if vote is not None:
        because_of = {**bare.because, key: because} if because and vote == "reject" else bare.because
        bare = dataclasses.replace(bare, votes={**bare.votes, key: vote}, because=because_of)
    return _with(found, team, bare)


def sealed(found: Round, team: Team) -> Round:
    """The round after a team is done; only with a vote on every lead."""
    ballot = found.ballot(team)
    if not found.leads or any(lead.key not in ballot.votes for lead in found.leads):
        return found
    return _with(found, team, dataclasses.replace(ballot, sealed=True))


def again(found: Round) -> Round:
    """A new round on the same leads: empty ballots, and what this one came to remembered."""
    result = outcome(found)
    earlier = (*found.earlier, result) if found.is_open and result.leads else found.earlier
    return Round(found.leads, earlier=earlier)


def outcome(found: Round) -> Outcome:
    """How alike the two teams voted."""
    pairs = votes_of(found)
    number = kappa(pairs)
    same = sum(one == other for one, other in pairs)
    return Outcome(same, len(pairs), "" if number is None else f"{float(number):.2f}")


def votes_of(found: Round) -> tuple[tuple[Vote, Vote], ...]:
    """Marketing's and sales' vote on each lead both voted on, in order."""
    one, other = found.marketing.votes, found.sales.votes
    return tuple((one[lead.key], other[lead.key]) for lead in found.leads if lead.key in one and lead.key in other)


def kappa(pairs: tuple[tuple[Vote, Vote], ...]) -> Fraction | None:
    """Cohen's kappa of two voters: (p_o - p_e) / (1 - p_e), exactly.

    p_o is the share voted alike; p_e is the share that would be alike by chance, from how often each accepts. Nothing
    where there is no vote, or where both always say the same one word, because then chance explains everything.
    Source: J. Cohen, “A coefficient of agreement for nominal scales”, 1960.
    """
    n = len(pairs)
    if not n:
        return None
    observed = Fraction(sum(one == other for one, other in pairs), n)
    first, second = (Fraction(sum(pair[at] == "accept" for pair in pairs), n) for at in (0, 1))
    expected = first * second + (1 - first) * (1 - second)
    return None if expected == 1 else (observed - expected) / (1 - expected)


def split_on(found: Round) -> tuple[SampleLead, ...]:
    """The leads the teams differ on."""
    one, other = found.marketing.votes, found.sales.votes
    return tuple(lead for lead in found.leads if one.get(lead.key) != other.get(lead.key))


def splitting(
    found: Round, definitions: LeadDefinitions, segments: Sequence[Segment] = ()
) -> tuple[tuple[str, int], ...]:
    """Paths of the criteria that split the teams, with on how many leads, the most frequent first.

    On a lead the teams differ on it is the criterion that the rejecting team named. Where it named none, it is each
    criterion for its segment that what is known of the lead does not meet, or leaves open.
    """
    counted: Counter[str] = Counter()
    for lead in split_on(found):
        named = {
            path for team in TEAMS if (path := found.ballot(team).because.get(lead.key))
        }  # only a team that rejects names one
        counted.update(named or _doubtful(lead, definitions, segments))
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def kept_rows(found: Round, names: Mapping[str, str]) -> tuple[CalibrationLead, ...]:
    """What the room keeps of an open round in the agreement; nothing before both teams are done.

    Args:
        found: The round.
        names: What criteria are called, by path.
    """
    if not found.is_open:
        return ()
    rows = []
    for lead in found.leads:
        because = next((path for team in TEAMS if (path := found.ballot(team).because.get(lead.key))), "")
        one, other = found.marketing.votes[lead.key], found.sales.votes[lead.key]
        said = names.get(because, "")[:200] if one != other else ""
        rows.append(CalibrationLead(lead.key, lead.words, one, other, said))
    return tuple(rows)


def _doubtful(lead: SampleLead, definitions: LeadDefinitions, segments: Sequence[Segment]) -> set[str]:
    if not lead.values:
        return set()
    verdict = judge(definitions, KnownLead(values=dict(lead.values)), segments)
    doubtful = (one for one in verdict.findings if one.part == "fit" and one.holds is not True)
    return {one.path for one in doubtful if one.concerns is not False}


def _without(ballot: Ballot, key: str) -> Ballot:
    votes = {at: vote for at, vote in ballot.votes.items() if at != key}
    return dataclasses.replace(
        ballot, votes=votes, because={at: path for at, path in ballot.because.items() if at != key}
    )


def _with(found: Round, team: Team, ballot: Ballot) -> Round:
    if team == "marketing":
        return dataclasses.replace(found, marketing=ballot)
    return dataclasses.replace(found, sales=ballot)
