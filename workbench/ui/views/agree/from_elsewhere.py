"""What others found or do, beside a section: closed until asked for, and nothing in it fills a field.

Must not know sections or drafts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.base.language import N_, Language
from workbench.ui.form.fold import Fold
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Panel, column

if TYPE_CHECKING:
    from workbench.agreement.evidence import Fact


class FromElsewhere(Panel):
    """The facts of a section.

    Args:
        facts: At least one.
        language: Of the window.
    """

    def __init__(self, facts: tuple[Fact, ...], language: Language) -> None:
        self._facts, self._language = facts, language
        self.fold = Fold(language.text(N_("What others found")), self._fill, language, heading=True)
        self.fold.summarise(str(len(facts)))
        super().__init__(column(self.fold))

    def _fill(self, held: Box) -> None:
        text = self._language.text
        held.put(Label(text(N_("To talk about, not to copy: your own data beats each of these.")), "tiny", wrap=True))
        for fact in self._facts:
            held.put(fact_card(fact, self._language))


def fact_card(fact: Fact, language: Language) -> Panel:
    """One fact: what it is worth, its figure, the sentence, where it is from, what speaks against it."""
    from workbench.agreement.evidence import KINDS  # noqa: PLC0415  (on a wish)

    text = language.text
    caveat = text(N_("But: {caveat}")).format(caveat=text(fact.caveat))
    lines = column(
        Label(text(KINDS[fact.kind]), "over"),
        Label(fact.figure, "h2", wrap=True, selectable=True),
        Label(text(fact.says), "body", wrap=True, selectable=True),
        Label(fact.origin(language), "tiny", wrap=True, selectable=True),
        Label(caveat, "tiny", wrap=True, selectable=True),
        margins=(12, 9, 12, 10), gap=3,
    )  # fmt: skip
    return Panel(lines, card="quiet", name=f"{text(KINDS[fact.kind])}: {text(fact.says)}")


def from_elsewhere(section: str, language: Language) -> FromElsewhere | None:
    """The facts of a section; nothing where there are none."""
    from workbench.agreement.evidence import facts_of  # noqa: PLC0415  (read with the first section that is shown)

    found = facts_of(section)
    return FromElsewhere(found, language) if found else None
