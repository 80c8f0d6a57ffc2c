"""Whether an agreement in the one-page form is one page, said before anybody exports it.

The numbers are what one page surely holds on A4 and on Letter with names and notes of usual length; a test of the
document holds them. More may still fit, or not: the preview shows it. Must not know how pages are set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.fields.issue import Issue

MOST_OF_A_TEAM, MOST_SHARED, MOST_SIGNERS = 8, 4, 3


def find(agreement: Agreement) -> Iterator[Issue]:
    """More promises or signers than one page surely holds."""
    if agreement.teams.document_form != "one_page":
        return
    made = Counter(one.by for one in commitments(agreement))
    signers = len(agreement.sign_off.signers)
    of_a_team = max(made["marketing"], made["sales"])
    if of_a_team <= MOST_OF_A_TEAM and made["both"] <= MOST_SHARED and signers <= MOST_SIGNERS:
        return
    yield Issue(
        "teams.document_form", "warning", "more_than_one_page",
        N_("This may take more than one page, and the signatures then stand on a page of their own: one page surely "
           "holds {of_team} promises of each team, {shared} shared ones and {signers} signers. See the preview."),
        (("of_team", str(MOST_OF_A_TEAM)), ("shared", str(MOST_SHARED)), ("signers", str(MOST_SIGNERS))),
    )  # fmt: skip
