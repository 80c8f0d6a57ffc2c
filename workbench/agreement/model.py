"""The whole agreement: one frozen tree of twelve sections. Constructors never validate; rules do.

Must not know how it is stored, printed, checked or shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.sections.buyer import Buyer
from workbench.agreement.sections.common_language import CommonLanguage
from workbench.agreement.sections.follow_up import FollowUp
from workbench.agreement.sections.goals import Goals
from workbench.agreement.sections.governance import Governance
from workbench.agreement.sections.handoff import Handoff
from workbench.agreement.sections.lead_definitions import LeadDefinitions
from workbench.agreement.sections.metrics import SharedMetrics
from workbench.agreement.sections.sign_off import SignOff
from workbench.agreement.sections.teams import Teams
from workbench.agreement.sections.volumes import Volumes
from workbench.agreement.sections.working_together import WorkingTogether
from workbench.agreement.team_names import own_words
from workbench.agreement.workshop import Workshop
from workbench.base.language import N_, Language, language
from workbench.fields.codec import decode
from workbench.fields.declare import field_of, fields_of, text
from workbench.fields.links import RowsKind
from workbench.fields.path import get
from workbench.fields.value import Shown

FORMAT = 1
"""Number of the Agreement JSON's format; raised only by a change that older programs could not read rightly."""


@dataclass(frozen=True)
class Agreement:
    """A two-way service level agreement between marketing and sales."""

    format: int = 0
    title: str = text(
        N_("Title"),
        help=N_("Stands on the cover and in the library."),
        example="Sales and marketing 2027",
        needed=True,
        place="cover",
    )
    teams: Teams = Teams()
    goals: Goals = Goals()
    buyer: Buyer = Buyer()
    common_language: CommonLanguage = CommonLanguage()
    lead_definitions: LeadDefinitions = LeadDefinitions()
    volumes: Volumes = Volumes()
    handoff: Handoff = Handoff()
    follow_up: FollowUp = FollowUp()
    metrics: SharedMetrics = SharedMetrics()
    working_together: WorkingTogether = WorkingTogether()
    governance: Governance = Governance()
    sign_off: SignOff = SignOff()
    workshop: Workshop = Workshop()


def read_agreement(data: bytes, what: str = "This JSON") -> Agreement:
    """The agreement in JSON text of any format this program knows.

    Raises:
        DamagedError: Not an agreement, or of a newer format; the message names the place.
    """
    from workbench.agreement.upgrade import upgraded  # noqa: PLC0415  (the upgrade names the model's format)

    return decode(Agreement, upgraded(data, what), what)


def row_label(agreement: Agreement, list_path: str, key: str, shown: Shown) -> str:
    """What people call the row with a key in the list at a path; the key itself when it is gone."""
    owner = get(agreement, list_path.rpartition(".")[0])
    kind = field_of(type(owner), list_path.rpartition(".")[2]).kind
    for row in get(agreement, list_path):
        if row.key == key and isinstance(kind, RowsKind):
            return kind.row_name(row, shown)
    return key


def shown_in(agreement: Agreement, wanted: Language | None = None) -> Shown:
    """How this agreement's values are to be shown in a language."""
    chosen = wanted or language()
    bare = Shown(chosen, agreement.teams.currency)
    own = own_words(agreement.teams, chosen)
    return Shown(chosen, agreement.teams.currency, lambda path, key: row_label(agreement, path, key, bare), own)


def is_empty_section(section: object) -> bool:
    """Whether nothing in a section has been answered."""
    return all(
        field.kind.is_empty(getattr(section, name)) or getattr(section, name) is False
        for name, field in fields_of(type(section)).items()
    )
