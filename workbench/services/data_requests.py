"""Which columns of which export a draft's promises need, for each system people export from. Must not know paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.model import Agreement
from workbench.base.errors import NotFoundError
from workbench.base.language import N_

if TYPE_CHECKING:
    from workbench.documents.compose.papers.data_request import Request

ALWAYS: Final = ("lead_id", "created_at", "source", "owner")
"""Asked for whatever is promised: they tell leads apart and say when and whence they came."""

MOST_SPELLINGS = 4


class System(NamedTuple):
    """Something people export leads from.

    Attributes:
        key: As in the dictionary of imports.
        name: Its own name.
        where: Which export is meant.
    """

    key: str
    name: str
    where: str


SYSTEMS: Final = (
    System("hubspot", "HubSpot", N_(
        "Contacts, all of them, with the option to include all properties; the dates a lead became each lifecycle "
        "stage are properties of their own. Calls and e-mails are a second export, matched by contact."
    )),
    System("salesforce", "Salesforce", N_(
        "A report on Leads with converted ones, exported as details only, without grouping. Field history of the "
        "status is a second report; tasks by lead are a third."
    )),
    System("pipedrive", "Pipedrive", N_(
        "Deals, and leads, with all fields. Activities are a second export; without it attempts cannot be counted."
    )),
    System("dynamics", "Microsoft Dynamics 365", N_(
        "The view of all leads as a static worksheet with records from all pages. Keep the hidden columns: they "
        "hold the number that tells leads apart."
    )),
    System("zoho", "Zoho CRM", N_("Leads, then converted leads, as data backup or a report with all columns.")),
    System("rd_station", "RD Station", N_("The lead base with all fields; RD Station CRM's deals are a second one.")),
    System("other", N_("Any other system, or a list kept by hand"), N_(
        "One row for each lead. Dates with a time of day wherever a promise counts hours."
    )),
)  # fmt: skip


def requests(agreement: Agreement, systems: tuple[str, ...] = ()) -> tuple[Request, ...]:
    """What is asked of each system.

    Args:
        agreement: Whose promises are to be measured.
        systems: Keys; all where none is named.

    Raises:
        NotFoundError: A system is not known.
    """
    from workbench.documents.compose.papers.data_request import Asked, Request  # noqa: PLC0415  (with the composers)
    from workbench.tracking.measurable import needed_fields  # noqa: PLC0415  (loads numpy)

    known = {one.key: one for one in SYSTEMS}
    for key in systems:
        if key not in known:
            raise NotFoundError(f"There is no system “{key[:60]}”.", f"The systems are {', '.join(known)}.")
    needed: dict[str, list[Commitment]] = {name: [] for name in ALWAYS}
    for commitment in commitments(agreement):
        for name in needed_fields(commitment) if commitment.anchor else ():
            needed.setdefault(name, []).append(commitment)
    names = [name for name in FIELD if name in needed]
    return tuple(
        Request(
            known[key].name, known[key].where,
            tuple(
                Asked(FIELD[name].label, FIELD[name].help, _spellings(name, key), tuple(needed[name]))
                for name in names
            ),
        )
        for key in (systems or tuple(known))
    )  # fmt: skip


def by_hand(agreement: Agreement) -> tuple[Commitment, ...]:
    """Promises no lead shows: totals and things done."""
    return tuple(one for one in commitments(agreement) if not one.anchor)


def _spellings(field: str, system: str) -> tuple[str, ...]:
    """How exports spell a column: this system's own words first."""
    from workbench.sheets.dictionary import dictionary  # noqa: PLC0415  (reads the word list)

    return dictionary().spellings(field, system)[:MOST_SPELLINGS]
