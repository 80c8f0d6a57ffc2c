"""What a copy says or shows otherwise than the version kept here: found out beside the window, told as a list.

Must not know who asks or what becomes of the copy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_, Language
from workbench.ui.errands import Errands
from workbench.ui.parts.card import Card
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch

if TYPE_CHECKING:
    from workbench.services.differing import CopyDifference, KeptVersion
    from workbench.services.verifying import DocumentAnswer
    from workbench.services.workbench import Workbench


class DifferenceCard(Card):
    """The list.

    Args:
        difference: What differs.
        language: For the words.
    """

    def __init__(self, difference: CopyDifference, language: Language) -> None:
        number = difference.kept.header.number
        title = language.text(N_("What differs from version {n} kept here")).format(n=number)
        said = difference.sentences(language)
        if difference.is_none:
            said = [language.text(N_("Nothing that can be compared: pages, data and places to sign are the same."))]
        lines: list[Item] = [
            row(
                column(2, IconLabel("arrow-right", "muted", 15), stretch(), gap=0),
                (Label(one, "body", wrap=True, selectable=True), 1), gap=8,
            )
            for one in said
        ]  # fmt: skip
        super().__init__(
            Label(title, "h2"), *lines, margins=(18, 13, 16, 14), gap=7, name=" ".join([f"{title}.", *said])
        )  # fmt: skip


def find_difference(
    errands: Errands,
    data: bytes,
    answer: DocumentAnswer,
    agreement: str,
    done: Callable[[CopyDifference], object],
) -> None:
    """Compare a copy with the version kept here, where it is to be compared with one.

    Args:
        errands: Of the page that asks.
        data: The copy.
        answer: What was found about it.
        agreement: Id of the agreement it should be of; the one it names without it.
        done: Called with what differs; not at all where there is nothing to compare.
    """

    def compare(kept: KeptVersion | None) -> None:
        if kept is not None:
            errands.work(lambda _report, _cancel: _compared(data, answer, kept), done, _ignore, key="compare")

    def look(workbench: Workbench) -> KeptVersion | None:
        return workbench.signing.kept_for(workbench.signing.look_up(answer), agreement)

    errands.ask(look, compare, _ignore, key="kept")


def _compared(data: bytes, answer: DocumentAnswer, kept: KeptVersion) -> CopyDifference:
    from workbench.services.differing import compare_copy  # noqa: PLC0415  (loads the setting of pages)

    return compare_copy(data, answer, kept)


def _ignore(_error: WorkbenchError) -> None:
    """The answer itself was given; a comparison is more than was asked for."""
