"""The four answers about a document, always four lines: integrity, identity, time, completeness. Never one tick.

Must not know how they are found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from workbench.base.language import N_, Language
from workbench.services.four_answers import QUESTION_LABEL, FourAnswers, Question, Said
from workbench.ui.parts.card import Card
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.views.stamps import stamp
from workbench.ui.views.wall_clock import clock_words

if TYPE_CHECKING:
    from workbench.services.verifying import DocumentAnswer

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
        waits = said.waits or (said.question == "completeness" and said.tone == "warn")
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


class AnswersCard(Card):
    """The four lines in a card, with when they were found out.

    Args:
        language: For the words.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._checked = Label("", "tiny", figures=True)
        self._answers = Answers(language)
        title = Label(language.text(N_("What can be said about this file now")), "h2")
        super().__init__(row(title, stretch(), self._checked), self._answers, margins=(18, 13, 16, 14), gap=9)

    def wait(self, words: str = "") -> None:
        """Say that the file is being checked, or something else in its place."""
        self._checked.setText("")
        self._answers.wait(words)

    def show_answer(self, answer: DocumentAnswer, zone: dt.tzinfo, checked_at: dt.datetime | None) -> None:
        """Say it.

        Args:
            answer: What was found.
            zone: On whose wall clock moments are shown.
            checked_at: When it was found; aware.
        """
        language = self._language
        said = FourAnswers(answer, language, lambda moment: stamp(moment, zone, language))
        self._answers.show_answers(said.all())
        if checked_at is not None:
            time, clock = f"{checked_at.astimezone(zone):%H:%M}", clock_words(zone, language)
            self._checked.setText(language.text(N_("checked {time}, {clock}")).format(time=time, clock=clock))
