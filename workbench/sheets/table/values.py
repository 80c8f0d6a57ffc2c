"""What a mapping's `values` say: words that are other words, exclude a lead, or mean a stage was reached.

A status or stage word becomes a date only where the mapping says so, and never an invented one. Must not know cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from workbench.agreement.lead_fields import FIELD, INSTANT_FIELDS
from workbench.base.errors import NotAllowedError
from workbench.sheets.column.texts import TextColumn, recode
from workbench.tracking.leads import EMPTY, UNREADABLE

EXCLUDED = "excluded"
OPEN = "open"
STAGE_FIELDS = ("status", "stage")
SIBLING = {"won_at": "lost_at", "lost_at": "won_at"}
"""One closing date serves both: exports have a close date and a word for how it closed."""
SHORT = {
    "qualified": "qualified_at", "accepted": "accepted_at", "rejected": "rejected_at", "recycled": "recycled_at",
    "sql": "sql_at", "opportunity": "opportunity_at", "won": "won_at", "lost": "lost_at",
}  # fmt: skip


@dataclass
class Meanings:
    """What the words of one text field mean, by the words of its column, compared without case and outer blanks.

    Attributes:
        words: Other words.
        excluded: Reason of exclusion by word.
        reached: Date field reached, and the field its date may be taken from, by word.
        open: Words of deals that are not closed; their closing dates are plans.
    """

    words: dict[str, str] = field(default_factory=dict)
    excluded: dict[str, str] = field(default_factory=dict)
    reached: dict[str, tuple[str, str]] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)


def meanings(field_name: str, given: Mapping[str, str], column: TextColumn) -> Meanings:
    """Sort a field's `values` by what they do, for the words the column has.

    `excluded` or `excluded: reason` excludes. For status and stage, a date field (`won_at`, `won`) says the stage was
    reached, `rejected_at@last_attempt_at` also where its date may come from, `open` that nothing is closed yet. Any
    other meaning is another word; an empty one empties the cell.

    Raises:
        NotAllowedError: A source field is no date field.
    """
    found = Meanings()
    spelled = {" ".join(text.split()).casefold(): meaning.strip() for text, meaning in given.items()}
    for word in column.words:
        meaning = spelled.get(word.casefold())
        if meaning is None:
            continue
        name, _, source = (part.strip() for part in meaning.partition("@"))
        name = SHORT.get(name.casefold(), name)
        if meaning.casefold() == EXCLUDED or meaning.casefold().startswith(EXCLUDED + ":"):
            found.excluded[word] = meaning[len(EXCLUDED) + 1 :].strip() or word
        elif field_name in STAGE_FIELDS and name in INSTANT_FIELDS:
            if source and (source not in FIELD or FIELD[source].kind != "instant"):
                raise NotAllowedError(f"“{source}” is not a date field.", f"Write one of {', '.join(INSTANT_FIELDS)}.")
            found.reached[word] = name, source
        elif field_name in STAGE_FIELDS and meaning.casefold() == OPEN:
            found.open.add(word)
        else:
            found.words[word] = meaning
    return found


def apply_words(column: TextColumn, found: Meanings) -> TextColumn:
    """The column with its words replaced."""
    return recode(column, found.words) if found.words else column


def exclusions(column: TextColumn, found: Meanings) -> npt.NDArray[np.object_]:
    """Reason of exclusion a row, empty where there is none."""
    table = np.array([*(found.excluded.get(word, "") for word in column.words), "", ""], dtype=object)
    return np.asarray(table[column.codes])


def apply_stages(
    column: TextColumn, found: Meanings, stamps: dict[str, npt.NDArray[np.int64]]
) -> dict[str, npt.NDArray[np.bool_]]:
    """Set the dates that words stand for; answers, by field, the rows whose word means it but that have no date.

    Args:
        column: The status or stage column, with its words as the file has them.
        found: What they mean.
        stamps: UTC seconds by field; changed in place. Fields that only words name are added.
    """
    size = len(column.codes)
    dateless: dict[str, npt.NDArray[np.bool_]] = {}
    for word in found.open:
        rows = column.codes == column.words.index(word)
        for name in SIBLING:
            if name in stamps:
                stamps[name][rows] = EMPTY
    before = {name: values.copy() for name, values in stamps.items()}
    for word, (name, source) in found.reached.items():
        rows = column.codes == column.words.index(word)
        target = stamps.setdefault(name, np.full(size, EMPTY, np.int64))
        for other in (SIBLING.get(name, ""), source):
            if other in before:
                take = rows & (target == EMPTY) & (before[other] != EMPTY)
                target[take] = before[other][take]
        if (sibling := SIBLING.get(name, "")) in stamps:
            stamps[sibling][rows] = EMPTY
        bare = rows & (target == EMPTY)
        target[bare] = UNREADABLE
        dateless[name] = dateless.get(name, np.zeros(size, np.bool_)) | bare
    return dateless
