"""What a page promises: its commitments as the sentences the document will print, live. Must not know pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.sentences import sentence, target_text
from workbench.base.language import N_, Language
from workbench.fields.value import Shown
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.sentence import Sentence
from workbench.ui.parts.team_chip import TeamChip

PROMISING = frozenset({"lead_definitions", "volumes", "handoff", "follow_up", "metrics", "working_together"})
"""Sections that commitments come from."""


@dataclass(frozen=True)
class Promise:
    """One commitment in words.

    Attributes:
        commitment: What is promised.
        sentence: As the document will print it.
        target: The number in it, which stands out.
    """

    commitment: Commitment
    sentence: str
    target: str


class Wording:
    """Puts a section's commitments into words, each again only when it became another one.

    Args:
        section: Name of the section.
    """

    def __init__(self, section: str) -> None:
        self._section = section
        self._manner: tuple[str, str] = ("", "")
        self._said: dict[str, Promise] = {}

    def promises(self, agreement: Agreement, shown: Shown) -> tuple[Promise, ...]:
        """The commitments that come from the section, as sentences."""
        manner = (shown.language.code, shown.currency)
        known = self._said if manner == self._manner else {}
        found = [one for one in commitments(agreement) if one.path.startswith(f"{self._section}.")]
        self._said = {one.id: self._in_words(one, known.get(one.id), shown) for one in found}
        self._manner = manner
        return tuple(self._said.values())

    @staticmethod
    def _in_words(one: Commitment, known: Promise | None, shown: Shown) -> Promise:
        if known is not None and known.commitment == one:
            return known
        return Promise(one, sentence(one, shown), target_text(one, shown))


class PromiseLine(Panel):
    """A team, a label to press, and the sentence."""

    def __init__(self, promise: Promise, language: Language, go: Callable[[str], object]) -> None:
        made = promise.commitment
        name = made.by_name or language.text(N_("Both teams"))
        self._words = Sentence(tone="text")
        self._go, self.promise = go, promise
        link = Button(made.label, "link", on_click=self._press)
        link.setAccessibleName(language.text(N_("{label}, go to where it is agreed")).format(label=made.label))
        super().__init__(column(row(TeamChip(name, made.by), stretch(), link), self._words, gap=3))
        self.say(promise)

    def say(self, promise: Promise) -> None:
        """Say another sentence for the same promise."""
        self.promise = promise
        before, target, after = promise.sentence.partition(promise.target)
        self._words.emphasise(f"{_bare(before)}{{0}}{_bare(after)}", target)

    def _press(self) -> None:
        self._go(self.promise.commitment.path)


def _bare(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


class Promises(Panel):
    """The list with its heading.

    Args:
        section: Whose promises.
        language: Of the window.
        go: Brings a place into view.
    """

    def __init__(self, section: str, language: Language, go: Callable[[str], object]) -> None:
        self._language, self._go = language, go
        self._wording = Wording(section)
        self._lines: list[PromiseLine] = []
        self._count = Label("", "tiny")
        self._none = Label(
            language.text(N_("Nothing here is a promise yet. A row with a target becomes one.")), "muted", wrap=True
        )
        self._column = column(gap=12)
        title = Label(language.text(N_("What this page promises")), "h2")
        super().__init__(column(row(title, stretch(), self._count), self._none, self._column, gap=10))

    def show_promises(self, agreement: Agreement, shown: Shown) -> bool:
        """Say what is promised now; sentences change in place, so that nothing jumps.

        Answers whether other promises are shown than before.
        """
        promises = self._wording.promises(agreement, shown)
        before = [(line.promise.commitment.id, line.promise.commitment.label) for line in self._lines]
        if [(one.commitment.id, one.commitment.label) for one in promises] == before:
            for line, promise in zip(self._lines, promises, strict=True):
                if line.promise is not promise:
                    line.say(promise)
            return False
        for line in self._lines:
            line.hide()
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = [PromiseLine(promise, self._language, self._go) for promise in promises]
        self._column.put(*self._lines)
        self._none.setVisible(not promises)
        self._count.setText(str(len(promises)) if promises else "")
        return True
