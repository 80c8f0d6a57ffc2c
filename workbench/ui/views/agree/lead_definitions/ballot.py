"""One team's ballot: each lead, accept or reject, and the criterion that decided a rejection. Shows no other votes.

Must not know where votes are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.agreement.calibration import Ballot, SampleLead, Vote
from workbench.base.language import N_, Language
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.sizing import sized

Cast = Callable[[str, Vote, str], object]
"""Takes a lead's key, the vote, and the path of the criterion that decided, or nothing."""

CHOICE_WIDTH = 260


class BallotLine(Panel):
    """One lead to vote on.

    Args:
        number: Its place on the ballot.
        lead: What is known of it.
        ballot: The votes of this team so far.
        criteria: Path and words of each criterion.
        language: Of the window.
        cast: Told of each vote.
    """

    def __init__(
        self,
        number: int,
        lead: SampleLead,
        ballot: Ballot,
        criteria: Sequence[tuple[str, str]],
        language: Language,
        cast: Cast,
    ) -> None:
        text = language.text
        self._key, self._cast = lead.key, cast
        self.vote = Segment(
            (("accept", text(N_("Accept"))), ("reject", text(N_("Reject")))),
            name=text(N_("Vote on lead {n}")).format(n=number), compact=True,
        )  # fmt: skip
        self.vote.show_choice(ballot.votes.get(lead.key, ""))
        self.because = Choice(
            (("", text(N_("Because of…"))), *criteria), ballot.because.get(lead.key, ""),
            name=text(N_("Criterion that decides lead {n}")).format(n=number),
        )  # fmt: skip
        sized(self.because, width=CHOICE_WIDTH)
        set_shown(self.because, ballot.votes.get(lead.key) == "reject" and bool(criteria))
        self._has_criteria = bool(criteria)
        count = Label(str(number), "muted", figures=True)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        sized(count, width=20)
        words = Label(lead.words, "body", wrap=True, tone="text")
        said = column(words, row(self.vote, self.because, stretch(), gap=8), gap=6)
        super().__init__(row(column(1, count, stretch(), gap=0), (said, 1), gap=10))
        self.setAccessibleName(f"{number}. {lead.words}")
        self.vote.chosen.connect(self._on_vote)
        self.because.activated.connect(self._on_vote)

    def _on_vote(self, _what: object) -> None:
        vote: Vote = "accept" if self.vote.current == "accept" else "reject"
        self.because.setVisible(vote == "reject" and self._has_criteria)
        self._cast(self._key, vote, self.because.current if vote == "reject" else "")


class BallotView(QWidget):
    """A team's whole ballot.

    Attributes:
        lines: One for each lead.
    """

    def __init__(
        self,
        leads: Sequence[SampleLead],
        ballot: Ballot,
        criteria: Sequence[tuple[str, str]],
        language: Language,
        cast: Cast,
    ) -> None:
        super().__init__()
        self.lines = [
            BallotLine(number, lead, ballot, criteria, language, cast) for number, lead in enumerate(leads, 1)
        ]
        self.setLayout(column(*self.lines, gap=14))

    def first_open(self) -> QWidget:
        """The answers of the first lead without a vote, where a voter goes on; of the first one where all are in."""
        line = next((one for one in self.lines if not one.vote.current), self.lines[0])
        return line.vote.first()
