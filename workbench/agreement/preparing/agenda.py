"""The agenda of a workshop: blocks with minutes, the hours that follow from them, and agendas that are ready to use.

Hours are worked out, never stored: a block that moves or overruns moves everything after it. Must not know widgets.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbench.agreement.contents import ABOUT
from workbench.base.language import N_
from workbench.fields.declare import choice, integer, text, time
from workbench.fields.value import Row, new_key
from workbench.fields.words import Option

KINDS = (
    Option("work", N_("Work")),
    Option("break", N_("Break")),
    Option("homework", N_("Homework between sessions")),
)
MOST_MINUTES = 600


@dataclass(frozen=True)
class Block(Row):
    """One block of the agenda."""

    name: str = text(
        N_("Block"), help=N_("What the room does."), example="Qualified lead and ten real leads", limit=120, needed=True
    )
    minutes: int | None = integer(
        N_("Minutes"), help=N_("How long it may take."), example="40", least=0, most=MOST_MINUTES,
        unit=N_("minutes"), one=N_("minute"),
    )  # fmt: skip
    section: str = choice(
        N_("Section"), ABOUT, help=N_("The section of the agreement it works on, if any."), example="Lead definitions"
    )
    kind: str = choice(
        N_("Kind"),
        KINDS,
        help=N_("A break has no topic; homework takes no time."),
        example="Work",
    )
    starts: dt.time | None = time(
        N_("Not before"),
        help=N_("An hour that is fixed, such as the start of the second session; empty follows the block before."),
        example="14:00",
    )
    took: int | None = integer(
        N_("Took"), help=N_("The minutes it really took; the later blocks follow."), example="52", least=0,
        most=MOST_MINUTES, unit=N_("minutes"), one=N_("minute"),
    )  # fmt: skip


@dataclass(frozen=True)
class Timed:
    """A block with its hours.

    Attributes:
        block: The block.
        starts: When it begins: minutes since midnight of the first day.
        ends: When it ends.
        planned: When it would begin had every block before taken its planned minutes.
        planned_end: When it would end, likewise.
    """

    block: Block
    starts: int
    ends: int
    planned: int
    planned_end: int

    @property
    def late(self) -> int:
        """Minutes it begins after the plan; below 0 before it."""
        return self.starts - self.planned

    @property
    def ends_late(self) -> int:
        """Minutes it ends after the plan; below 0 before it."""
        return self.ends - self.planned_end


def timetable(
    starts: dt.time | None, blocks: Iterable[Block], at_hand: str = "", elapsed: int = 0
) -> tuple[Timed, ...]:
    """The hours of an agenda: each block begins when the one before ends, and not before its own fixed hour.

    Args:
        starts: When the first block begins; nine o'clock where nothing is given.
        blocks: In order.
        at_hand: Key of the block the room is at, which takes its minutes, and longer once they are over.
        elapsed: Minutes the room has been at it.
    """
    first = starts or dt.time(9)
    now = planned = first.hour * 60 + first.minute
    made = []
    for block in blocks:
        if block.starts is not None:
            fixed = block.starts.hour * 60 + block.starts.minute
            now, planned = max(now, fixed), max(planned, fixed)
        length = 0 if block.kind == "homework" else block.minutes or 0
        took = length if block.took is None or block.kind == "homework" else block.took
        if at_hand and block.key == at_hand and block.kind != "homework":
            took = max(length, elapsed)
        made.append(Timed(block, now, now + took, planned, planned + length))
        now, planned = made[-1].ends, made[-1].planned_end
    return tuple(made)


def clock_text(minute: int) -> str:
    """A minute of the day as `14:05`; past midnight it goes on with `00:10`."""
    hours, minutes = divmod(minute % (24 * 60), 60)
    return f"{hours:02d}:{minutes:02d}"


@dataclass(frozen=True)
class ReadyAgenda:
    """An agenda to begin with.

    Attributes:
        key: Its name in the program.
        title: Its name.
        blocks: Name, minutes, section or nothing, kind.
    """

    key: str
    title: str
    blocks: tuple[tuple[str, int, str, str], ...]

    @property
    def minutes(self) -> int:
        """What it takes in all."""
        return sum(minutes for _, minutes, _, kind in self.blocks if kind != "homework")


READY: tuple[ReadyAgenda, ...] = (
    ReadyAgenda(
        "hour", N_("60 minutes"),
        (
            (N_("Read alone, in silence"), 5, "", "work"),
            (N_("What is a qualified lead?"), 15, "lead_definitions", "work"),
            (N_("How fast does sales answer?"), 15, "follow_up", "work"),
            (N_("How does a lead come back?"), 10, "handoff", "work"),
            (N_("Read-through and signing"), 10, "sign_off", "work"),
            (N_("The recurring meeting"), 5, "governance", "work"),
        ),
    ),
    ReadyAgenda(
        "half_day", N_("Half a day"),
        (
            (N_("Pledge and goals"), 20, "goals", "work"),
            (N_("Three questions unseen, and where we differ"), 25, "teams", "work"),
            (N_("Target buyer"), 20, "buyer", "work"),
            (N_("Stages, qualified lead, and ten real leads"), 40, "lead_definitions", "work"),
            (N_("Break"), 10, "", "break"),
            (N_("Reverse funnel and capacity"), 30, "volumes", "work"),
            (N_("Follow-up times"), 25, "follow_up", "work"),
            (N_("Rejecting and recycling"), 15, "handoff", "work"),
            (N_("Governance and repair"), 20, "governance", "work"),
            (N_("Read-through and consent"), 20, "sign_off", "work"),
            (N_("Signing"), 10, "sign_off", "work"),
        ),
    ),
    ReadyAgenda(
        "two_sessions", N_("Two sessions"),
        (
            (N_("Pledge and goals"), 20, "goals", "work"),
            (N_("Three questions unseen, and where we differ"), 25, "teams", "work"),
            (N_("Target buyer"), 25, "buyer", "work"),
            (N_("Common language"), 15, "common_language", "work"),
            (N_("Stages, qualified lead, and ten real leads"), 45, "lead_definitions", "work"),
            (N_("Hand-off and recycling"), 25, "handoff", "work"),
            (N_("Who brings which numbers"), 10, "metrics", "work"),
            (N_("Homework: exports, and the draft on past data"), 0, "", "homework"),
            (N_("What the data says"), 15, "metrics", "work"),
            (N_("Reverse funnel and capacity"), 35, "volumes", "work"),
            (N_("Follow-up times"), 30, "follow_up", "work"),
            (N_("Working together"), 20, "working_together", "work"),
            (N_("Governance and repair"), 20, "governance", "work"),
            (N_("Read-through and consent"), 20, "sign_off", "work"),
            (N_("Signing"), 10, "sign_off", "work"),
        ),
    ),
)  # fmt: skip


def ready_blocks(ready: ReadyAgenda, say: Callable[[str], str]) -> tuple[Block, ...]:
    """The blocks of a ready agenda, with fresh keys.

    Args:
        ready: Which.
        say: Puts a marked text into the room's language.
    """
    return tuple(
        Block(key=new_key(), name=say(name), minutes=minutes, section=section, kind=kind)
        for name, minutes, section, kind in ready.blocks
    )
