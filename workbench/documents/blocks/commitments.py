"""Commitments on paper: the one-page summary and the full schedule. Must not know how a commitment is measured."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents.blocks.text import Fact
from workbench.documents.blocks.words import Chip, Team, Words


@dataclass(frozen=True)
class CommitmentGroup:
    """The heading over the cards of one team.

    Attributes:
        team: Whose they are.
        title: What the team owes.
        count: How many, in words.
        empty: What is printed where there are none.
    """

    team: Team
    title: str
    count: str = ""
    empty: Words = ""


@dataclass(frozen=True)
class CommitmentCard:
    """One commitment in full.

    Attributes:
        chip: Its label.
        clause: Where it was agreed.
        sentence: The promise.
        number: The number promised, as short as it can be said.
        unit: What the number counts.
        facts: Measured as, counted, if missed, owner; absent ones are left out.
    """

    chip: Chip
    clause: str
    sentence: Words
    number: str
    unit: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Promise:
    """One commitment in two lines.

    Attributes:
        number: The number promised.
        title: What is done, in a few words.
        detail: What the number counts.
        chip: Its label.
    """

    number: str
    title: str
    detail: str
    chip: Chip


@dataclass(frozen=True)
class PromiseList:
    """The commitments of one side.

    Attributes:
        team: Whose they are.
        title: The heading.
        promises: At most seven for a team, three for both.
        more: How many were left out, in words; empty for none.
        empty: What is printed where there are none.
    """

    team: Team
    title: str
    promises: tuple[Promise, ...] = ()
    more: str = ""
    empty: str = ""


@dataclass(frozen=True)
class Remark:
    """A titled remark in the summary's last row."""

    title: str
    words: Words


@dataclass(frozen=True)
class Summary:
    """What each team owes the other on one page, row beside row.

    Attributes:
        left: The first team's promises.
        right: The other team's.
        shared: What they promise together; nothing to leave the row out.
        remarks: Up to three boxes below.
        tight: Which of the ways to save room is taken, 0 the roomiest; nothing takes the first that fits a page of its
            own.
    """

    left: PromiseList
    right: PromiseList
    shared: PromiseList | None = None
    remarks: tuple[Remark, ...] = ()
    tight: int | None = None
