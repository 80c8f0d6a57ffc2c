"""What is known of one lead when it is judged: values of columns, acts with their age, what somebody said of it.

Must not know definitions, files or the lead log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class KnownLead:
    """A lead as far as it is known; what is not there is not known, which is different from not being so.

    Attributes:
        values: Texts of columns by field name, as in an export; a blank one is not known.
        acts: Days since each act that happened, by the row key of a behaviour or a point rule.
        not_done: Row keys of acts that are known not to have happened.
        said: What somebody says of it where no column shows it: row key of a criterion or an exclusion, to yes or no.
        hand_raiser: Whether somebody says that it asked to talk; nothing where nobody says.
        idle_days: Days since its last activity, for fading points; nothing where nobody knows.
        complete: All columns are known, so that a blank one is empty.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    acts: Mapping[str, int] = field(default_factory=dict)
    not_done: frozenset[str] = frozenset()
    said: Mapping[str, bool] = field(default_factory=dict)
    hand_raiser: bool | None = None
    idle_days: int | None = None
    complete: bool = False

    def value(self, name: str) -> str:
        """The text of a column without outer spaces; empty where it is not known."""
        return self.values.get(name, "").strip()
