"""What a later version says differently from an earlier one: numbers as a table of before and after, texts inline.

The comparison on paper and the annex of the agreement are made of it. Must not know which of the two asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.contents import SECTION
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.version import VersionHeader
from workbench.base.language import N_, Language
from workbench.documents.blocks import Block
from workbench.documents.compose.changed_numbers import (
    ChangedNumber,
    commitment_numbers,
    field_number,
    is_number,
    is_told,
    number_table,
)
from workbench.documents.compose.changed_texts import section_of, text_blocks
from workbench.fields.change import Change, diff


@dataclass(frozen=True)
class Compared:
    """One of the two versions.

    Attributes:
        header: Which version.
        agreement: Its content.
        signed: How many have signed it.
        required: How many must.
    """

    header: VersionHeader
    agreement: Agreement
    signed: int = 0
    required: int = 0


@dataclass(frozen=True)
class Changes:
    """The comparison of two versions.

    Attributes:
        lead: Its result in a sentence or two.
        blocks: The table of numbers, then the texts; none where the versions say the same.
        unchanged: Titles of the sections that stayed as they were; empty where none changed.
    """

    lead: str
    blocks: tuple[Block, ...]
    unchanged: tuple[str, ...]


def compare(before: Compared, after: Compared, language: Language) -> Changes:
    """What the later of two versions says differently.

    Args:
        before: The older one.
        after: The newer one.
        language: Of the words.
    """
    old, new = shown_in(before.agreement, language), shown_in(after.agreement, language)
    known = commitments(before.agreement), commitments(after.agreement)
    numbers = list(commitment_numbers(*known, old, new))
    found = [one for one in diff(before.agreement, after.agreement) if not one.path.startswith("workshop")]
    rest = [one for one in found if not is_told(one, numbers)]
    numbers += [field_number(one, after.agreement, old, new) for one in rest if is_number(one, after.agreement)]
    texts = [one for one in rest if not is_number(one, after.agreement)]
    blocks: list[Block] = []
    if numbers:
        blocks.append(number_table(numbers, (before.header.number, after.header.number), language))
    blocks.extend(text_blocks(texts, before.agreement, after.agreement, old, new))
    touched = {section_of(one) for one in found}
    same = tuple(language.text(one.title) for one in SECTION.values() if touched and one.name not in touched)
    return Changes(_lead(texts, numbers, *known, language), tuple(blocks), same)


def _lead(
    texts: Sequence[Change],
    numbers: Sequence[ChangedNumber],
    before: Sequence[Commitment],
    after: Sequence[Commitment],
    language: Language,
) -> str:
    count, say = language.count, language.text
    if not texts and not numbers:
        return say(N_("The two versions say the same."))
    old, new = {one.id for one in before}, {one.id for one in after}
    changed = [
        count(N_("{n} text"), N_("{n} texts"), len(texts)).format(n=len(texts)),
        count(N_("{n} number"), N_("{n} numbers"), len(numbers)).format(n=len(numbers)),
    ]
    kept = [part for part, what in zip(changed, (texts, numbers), strict=True) if what]
    head = N_("{first} and {second} changed.") if len(kept) > 1 else N_("{first} changed.")
    found = [say(head).format(first=kept[0], second=kept[-1])]
    for form, n in (
        (count(N_("{n} commitment is new."), N_("{n} commitments are new."), len(new - old)), len(new - old)),
        (count(N_("{n} commitment was dropped."), N_("{n} commitments were dropped."), len(old - new)), len(old - new)),
    ):
        if n:
            found.append(form.format(n=n))
    if old == new:
        found.append(say(N_("No commitment is new, none was dropped.")))
    return " ".join(found)
