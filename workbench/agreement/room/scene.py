"""What the room sees, as one frozen picture in words: all that the audience window is ever given.

A scene is made from what may be shown and nothing else: before both answers are opened no scene holds a word of them,
before the last hand is in none holds a vote, and none ever holds who raised a concern. Must not know pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.agreement.room.divergence import Difference, Marked

SceneKind = Literal[
    "pledge", "question", "reveal", "word", "vote", "result", "break", "parked", "card", "blank", "ended"
]


@dataclass(frozen=True)
class Cover:
    """A team's covered answer: whose, and whether it is in; never how long or what."""

    team: str
    name: str
    is_in: bool
    says: str


@dataclass(frozen=True)
class Opened:
    """A team's answer after the reveal, with the words marked that the other team says differently."""

    team: str
    name: str
    words: Marked


@dataclass(frozen=True)
class Hands:
    """A team's votes as anonymous marks: how many show 0, 1, 2, 3, 4, 5."""

    team: str
    name: str
    counts: tuple[int, ...]
    says: str


@dataclass(frozen=True)
class Clock:
    """The time left.

    Attributes:
        words: As `1:48`, or that it is time.
        says: Under it.
        share: How much of the ring is left, 0 to 1.
        soon: Whether it is nearly over.
    """

    words: str
    says: str
    share: float
    soon: bool


@dataclass(frozen=True)
class Scene:
    """What the room sees.

    Attributes:
        kind: Which picture.
        strip: Where we are, at the top left.
        strip_more: The same, quieter.
        badge: At the top right.
        badge_ok: Whether the badge says that something is settled.
        title: In large type.
        lead: The line under it.
        clock: The time left; nothing while there is none.
        covers: Two covered answers.
        opened: Two open answers.
        rows: Where they differ most.
        rows_title: Over the rows.
        rows_more: How many of how many.
        label: Over the wording.
        wording: What is proposed or agreed.
        cards: Names of the six votes.
        hands: Votes of both teams.
        least: The least vote that the rule asks for.
        concern: Title, words, owner, date of what is to be checked; nothing where nothing is.
        lines: A list, such as what is parked.
    """

    kind: SceneKind
    strip: str = ""
    strip_more: str = ""
    badge: str = ""
    badge_ok: bool = False
    title: str = ""
    lead: str = ""
    clock: Clock | None = None
    covers: tuple[Cover, ...] = ()
    opened: tuple[Opened, ...] = ()
    rows: tuple[Difference, ...] = ()
    rows_title: str = ""
    rows_more: str = ""
    label: str = ""
    wording: str = ""
    cards: tuple[str, ...] = ()
    hands: tuple[Hands, ...] = ()
    least: int = 3
    concern: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    def read(self) -> str:
        """The whole picture as words, in reading order, for screen readers."""
        parts = [self.strip, self.strip_more, self.badge, self.title, self.label, self.wording, self.lead]
        if self.clock is not None and self.clock.share <= 0:
            parts.append(self.clock.words)
        parts += [f"{one.name}: {one.says}" for one in self.covers]
        parts += [f"{one.name}: {''.join(text for text, _ in one.words)}" for one in self.opened]
        parts += [self.rows_title, self.rows_more]
        parts += [f"{one.label}: {one.marketing} / {one.sales}, {one.apart}" for one in self.rows]
        parts += [f"{number} {name}" for number, name in enumerate(self.cards)]
        parts += [f"{one.name}: {one.says}" for one in self.hands]
        parts += [*self.concern, *self.lines]
        return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts if part)
