"""What results propose for the next version, in words. The one place; every face says it as here.

Must not know how a proposal is found or shown.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.agreement.phrases import field_label
from workbench.agreement.sentences import target_text
from workbench.base.language import N_
from workbench.fields.value import Shown
from workbench.tracking.backtest import USUAL_SHARE
from workbench.tracking.proposals import Suggested

PROPOSALS = N_("Proposals for the next version")
ROOM_DECIDES = N_("Read from the periods so far. The room decides; the decision goes to the log.")


class ProposalWords(NamedTuple):
    """One proposal.

    Attributes:
        shows: What the data shows.
        wanted: What is proposed.
    """

    shows: str
    wanted: str


def proposal_words(one: Suggested, shown: Shown) -> ProposalWords:
    """A proposal in words."""
    say, commitment = shown.language.text, one.commitment
    if one.suggestion == "make_measurable":
        shows = say(N_("It could not be measured in any period."))
        missing = [field_label(field, shown) for field in one.needs_missing]
        if not missing:
            return ProposalWords(shows, say(N_("Make it measurable, or promise something else.")))
        wanted = shown.language.count(
            N_("Export the column {fields}, or promise something else."),
            N_("Export the columns {fields}, or promise something else."),
            len(missing),
        )
        return ProposalWords(shows, wanted.format(fields=", ".join(missing)))
    assert one.reachable is not None  # else there is nothing to suggest
    number = ""
    if one.reachable or commitment.operator != ">=":  # to have kept nothing takes no promise
        words = say(N_("A target of {target} would have been kept in {kept} of {n} periods."))
        reachable = target_text(commitment, shown, one.reachable)
        number = " " + words.format(target=reachable, kept=USUAL_SHARE.numerator, n=USUAL_SHARE.denominator)
    if one.suggestion == "ask_for_more":
        shows = say(N_("Kept in each of {n} periods, by a wide margin.")).format(n=one.judged)
        return ProposalWords(shows, say(N_("Ask for more, or for something else.")) + number)
    shows = say(N_("Missed in each of {n} periods.")).format(n=one.judged)
    return ProposalWords(shows, say(N_("Agree on what is possible, or on what will change.")) + number)
