"""What is known of versions that were taken in, and the lines of the audit trail."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from workbench.storage.records.json_object import Json


@dataclass(frozen=True)
class Received:
    """What came of versions that somebody else sent.

    Attributes:
        added: Hashes of versions that are new here.
        known: How many were here already.
        outcome: `same` and `behind`: nothing to do; `forward`: the own line went on with theirs; `ahead`: it
            could have, and was left as it is; `diverged`: both lines have gone on, a merge is needed.
    """

    added: tuple[str, ...]
    known: int
    outcome: Literal["same", "behind", "forward", "ahead", "diverged"]


@dataclass(frozen=True)
class Event:
    """One line of the audit trail.

    Attributes:
        seq: 1 for the library's first.
        at: The machine's clock; the order is told by `seq`.
        actor: Who; a name, as the person gave it.
        kind: What, such as `version.saved`.
        agreement: Id of the agreement it is about; empty for the library itself.
        detail: What exactly.
        previous: Hash of the event before; empty for the first.
        hash: SHA-256 over all of this.
    """

    seq: int
    at: dt.datetime
    actor: str
    kind: str
    agreement: str
    detail: Json
    previous: str
    hash: str
