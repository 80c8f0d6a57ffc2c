"""What a tracker is written of: one version of an agreement, its commitments, and the check of what has happened.

Must not know where any of it is kept.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from workbench.agreement.commitment import Commitment
from workbench.agreement.model import Agreement
from workbench.base.language import Language, language
from workbench.tracking.review import Review


@dataclass(frozen=True, eq=False)
class Subject:
    """A version and what happened.

    Attributes:
        agreement_id: Id of the agreement.
        version: Number of the version.
        version_hash: Its hash.
        agreement: Its content.
        commitments: Its commitments, in document order.
        review: The check: actuals, as-of instant, zone, calendars, days in force; no periods asked for.
        written: The moment the workbook says it was made at; aware.
        words: The language of the workbook.
    """

    agreement_id: str
    version: int
    version_hash: str
    agreement: Agreement
    commitments: tuple[Commitment, ...]
    review: Review
    written: dt.datetime
    words: Language = field(default_factory=language)
