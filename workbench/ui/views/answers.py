"""The four answers about a document, always four lines: integrity, identity, time, completeness. Never one tick.

Must not know how they are found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.base.language import N_, Language
from workbench.services.four_answers import QUESTION_LABEL, Question, Said
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch

ICONS: Final[dict[Question, str]] = {
    "integrity": "file-check",
    "identity": "key-round",
    "time": "clock",
    "completeness": "list-checks",
}
WAITING_ICON: Final = "hourglass"
QUESTIONS: Final[tuple[Question, ...]] = ("integrity", "identity", "time", "completeness")


class AnswerLine(Panel):
    """One answer: its question small, itself in a few words, what it rests on.

    Args:
        question: Which.
        language: For the words.
    """

    def __init__(self, question: Question, language: Language) -> None:
        self._asked = language.text(QUESTION_LABEL[question])
        self._question: Question = question
        self._icon = IconLabel(ICONS[question], "idle", 18)
        self._said, self._more = Label("", "h3", wrap=True), Label("", "tiny", wrap=True)
        words = column(Label(self._asked, "tiny"), self._said, self._more, gap=1)
        super().__init__(row(column(1, self._icon, stretch(), gap=0), (column(words, stretch(), gap=0), 1), gap=10))

    @property
    def words(self) -> str:
        """The answer."""
        return self._said.text()

    def wait(self, words: str) -> None:
        """Nobody knows yet."""
        self._say(words, "", "idle", "")

    def show_answer(self, said: Said) -> None:
        """Say it."""
        waits = said.question == "completeness" and said.tone == "warn"
        icon = WAITING_ICON if waits else "triangle-alert" if said.tone == "bad" else ICONS[said.question]
        self._say(said.answer, said.more, said.tone, icon)

    def _say(self, answer: str, more: str, tone: str, icon: str) -> None:
        self._said.setText(answer)
        self._said.set_tone("bad" if tone == "bad" else "")
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._icon.show_icon(icon or ICONS[self._question], tone)
        self.setAccessibleName(f"{self._asked}: {answer}. {more}".strip())


class Answers(Panel):
    """The four lines.

    Args:
        language: For the words.
        columns: Two where there is width, else one.
    """

    def __init__(self, language: Language, *, columns: int = 2) -> None:
        self._language = language
        self.lines = [AnswerLine(question, language) for question in QUESTIONS]
        first, second, third, fourth = self.lines
        if columns == 2:
            layout = column(
                row((first, 1), (second, 1), gap=18), row((third, 1), (fourth, 1), gap=18), gap=9
            )  # fmt: skip
        else:
            layout = column(first, second, third, fourth, gap=8)
        super().__init__(layout)

    def wait(self, words: str = "") -> None:
        """Say that the file is being checked, or something else in its place."""
        said = words or self._language.text(N_("Being checked…"))
        for line in self.lines:
            line.wait(said)

    def show_answers(self, answers: Sequence[Said]) -> None:
        """Say all four."""
        for line, said in zip(self.lines, answers, strict=True):
            line.show_answer(said)
