"""Which columns of which export a draft's promises need, for each system people export from. Must not know paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.derivation.ground import CUSTOM, scope_fields
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.model import Agreement
from workbench.agreement.qualification.criterion import Judged, judges
from workbench.agreement.segments import segment_filters
from workbench.base.errors import NotFoundError
from workbench.base.language import N_

if TYPE_CHECKING:
    from workbench.documents.compose.papers.data_request import Asked, Request

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
    from workbench.documents.compose.papers.data_request import Request  # noqa: PLC0415  (with the composers)
    from workbench.tracking.measurable import needed_fields  # noqa: PLC0415  (loads numpy)

    known = {one.key: one for one in SYSTEMS}
    for key in systems:
        if key not in known:
            raise NotFoundError(f"There is no system “{key[:60]}”.", f"The systems are {', '.join(known)}.")
    needed: dict[str, list[Commitment]] = {name: [] for name in ALWAYS}
    for commitment in commitments(agreement):
        for name in needed_fields(commitment) if commitment.anchor else ():
            needed.setdefault(name, []).append(commitment)
    also = _also(agreement)
    wanted = {*needed, *also}
    names = [*(name for name in FIELD if name in wanted), *sorted(name for name in wanted if name.startswith(CUSTOM))]
    return tuple(
        Request(
            known[key].name, known[key].where,
            tuple(
                _asked(name, key, tuple(needed.get(name, ())), tuple(also.get(name, ()))) for name in names
            ),
        )
        for key in (systems or tuple(known))
    )  # fmt: skip


def _asked(name: str, system: str, promises: tuple[Commitment, ...], also: tuple[str, ...]) -> Asked:
    from workbench.documents.compose.papers.data_request import Asked  # noqa: PLC0415  (with the composers)

    if name not in FIELD:
        own = name.removeprefix(CUSTOM)
        return Asked(own, N_("A column of your own."), (own,), promises, also)
    return Asked(FIELD[name].label, FIELD[name].help, _spellings(name, system), promises, also)


def _also(agreement: Agreement) -> dict[str, list[str]]:
    """What columns are for besides promises: the rates of the funnel, lead values, segments, definitions."""
    found: dict[str, list[str]] = {}
    volumes, definitions = agreement.volumes, agreement.lead_definitions
    judged: list[Judged] = [*definitions.fit, *definitions.behaviour, *definitions.exclusions]
    dates = {one.key: one.date_field for one in definitions.stages}
    parts = (
        (N_("funnel"), {dates.get(key, "") for row in volumes.rates for key in (row.from_stage, row.to_stage)}),
        (N_("lead values"), {"won_at", "amount"} if volumes.lead_types else set()),
        (N_("segments"), {
            field for one in agreement.teams.segments for field in scope_fields(segment_filters(one))
        }),
        (N_("definitions"), {one.field for one in judged if judges(one)}),
    )  # fmt: skip
    for words, fields in parts:
        for field in fields - {""}:
            found.setdefault(field, []).append(words)
    return found


def by_hand(agreement: Agreement) -> tuple[Commitment, ...]:
    """Promises no lead shows: totals and things done."""
    return tuple(one for one in commitments(agreement) if not one.anchor)


def _spellings(field: str, system: str) -> tuple[str, ...]:
    """How exports spell a column: this system's own words first."""
    from workbench.sheets.dictionary import dictionary  # noqa: PLC0415  (reads the word list)

    return dictionary().spellings(field, system)[:MOST_SPELLINGS]
