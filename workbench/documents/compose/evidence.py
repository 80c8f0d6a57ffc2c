"""The record of a signing: who opened, consented, signed and verified a version, when, and what each line rests on.

A document of its own, because a signed file cannot get another page. Must not know the library, or who asks.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.signers import seats
from workbench.agreement.version import VersionHeader
from workbench.base.language import N_, Language
from workbench.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Fact,
    Fingerprint,
    Grid,
    GridRow,
    Note,
    Opening,
    Paper,
    Subheading,
    Text,
)
from workbench.documents.compose.identity import grouped, version_meta
from workbench.fields.moments import show_day

SAYS: dict[str, str] = {
    "version.saved": N_("The version was saved"),
    "document.opened": N_("The file was shown to {name} ({role}) on this computer"),
    "document.consented": N_("{name} ({role}) accepted each statement"),
    "signature.recorded": N_("The signature of {name} ({role}) was recorded"),
    "document.verified": N_("The file was verified"),
    "pin.first": N_("The key of {name} ({role}) was seen for the first time"),
    "pin.replaced": N_("Another key of {name} ({role}) is expected from now on"),
}
"""What happened, by the kind of a line in the audit trail."""

VERDICTS: dict[str, str] = {
    "valid": N_("unchanged, and signed by everybody required"),
    "incomplete": N_("unchanged; signatures are still missing"),
    "unsigned": N_("nobody had signed it"),
    "changed": N_("changed after it was signed"),
    "broken": N_("a signature does not hold"),
    "unverifiable": N_("it cannot be verified here"),
}


@dataclass(frozen=True)
class Signed:
    """One signature, or one name on paper.

    Attributes:
        role: As the agreement calls it.
        name: Whose.
        at: When, by the signer's clock; on paper the day that was told.
        fingerprint: Of the certificate, 64 digits; empty on paper.
        file: SHA-256 of the file that proves it.
    """

    role: str
    name: str
    at: dt.datetime
    fingerprint: str
    file: str


@dataclass(frozen=True)
class Happened:
    """One line of the audit trail.

    Attributes:
        seq: Its number in the library's trail.
        at: By this computer's clock.
        actor: Who worked.
        kind: What; see `SAYS`.
        name: Whom it is about; may be empty.
        role: Likewise.
        remark: How a verification ended, how many statements were accepted, why a key was replaced.
        file: SHA-256 of the file it is about; may be empty.
        hash: Of the line.
    """

    seq: int
    at: dt.datetime
    actor: str
    kind: str
    name: str
    role: str
    remark: str
    file: str
    hash: str


@dataclass(frozen=True)
class EvidenceSource:
    """All the record says.

    Attributes:
        header: The version.
        agreement: What it says.
        made_at: When the record was made.
        made_by: Who made it.
        signed: Its signatures.
        missing: Roles that still must sign.
        lines: What happened, in order.
        holds: The whole trail's chain of hashes is right.
        last: Number and hash of the trail's last line.
    """

    header: VersionHeader
    agreement: Agreement
    made_at: dt.datetime
    made_by: str
    signed: tuple[Signed, ...]
    missing: tuple[str, ...]
    lines: tuple[Happened, ...]
    holds: bool
    last: tuple[int, str]


def compose_evidence(source: EvidenceSource, language: Language, paper: Paper = "A4") -> Document:
    """The record, in a language.

    Args:
        source: What it says.
        language: Of the document.
        paper: Size of the page.
    """
    say, header = language.text, source.header
    zone = ZoneInfo(source.agreement.teams.time_zone or "UTC")
    title = say(N_("Record of signing, version {n}")).format(n=header.number)
    facts = (
        Fact(say(N_("Agreement")), source.agreement.title or source.agreement.teams.company, header.agreement),
        Fact(say(N_("Version")), f"{header.number}, {header.message}", grouped(header.hash, 64)),
        Fact(say(N_("Content")), say(N_("SHA-256 of the data")), grouped(header.content_hash, 64)),
        Fact(say(N_("Record made")), f"{_moment(source.made_at, zone)}, {source.made_by}"),
    )
    blocks: list[Block] = [Opening(say(N_("Record of signing")), title, _lead(source, language), facts)]
    if source.signed:
        blocks.append(_signed(source, language, zone))
    blocks += _accepted(source, language)
    blocks += _trail(source, language, zone)
    blocks += [
        Subheading(say(N_("What this record is worth"))),
        Text(say(N_("It repeats the audit trail of one library of SLA Workbench. Each line carries the hash of the "
                    "line before it, so that no line can be changed or taken out unseen, but whoever owns the computer "
                    "owns the trail and its clock. Names and addresses are what the signers said of themselves; no "
                    "e-mail, telephone or place was checked. The proof of each signature is the signed file itself, "
                    "or the scan of the paper.")), full=True),
    ]  # fmt: skip
    meta = dataclasses.replace(
        version_meta(source.agreement, header, language, paper),
        title=title,
        created=source.made_at.replace(microsecond=0).isoformat(),
    )
    return Document(meta, tuple(blocks))


def _accepted(source: EvidenceSource, language: Language) -> list[Block]:
    """What signing meant: the statements, and what was signed with a remark or for somebody else."""
    say = language.text
    blocks: list[Block] = []
    statements = tuple(one.text for one in source.agreement.sign_off.statements)
    if statements:
        blocks += [Subheading(say(N_("What each signer accepted"))), Bullets(statements, full=True)]
    remarks = [f"{seat.role}: {remark}" for seat in seats(source.agreement) for remark in seat.reservations]
    behalf = say(N_("{role} signs on behalf of {name}."))
    remarks += [
        behalf.format(role=seat.role, name=seat.proxy_for) for seat in seats(source.agreement) if seat.proxy_for
    ]
    if remarks:
        blocks += [Subheading(say(N_("Reservations and absences"))), Bullets(tuple(remarks), full=True)]
    return blocks


def _lead(source: EvidenceSource, language: Language) -> str:
    count, say = language.count, language.text
    n = len(source.signed)
    first = count(N_("{n} signature is recorded."), N_("{n} signatures are recorded."), n).format(n=n)
    if source.missing:
        return f"{first} {say(N_('Still to sign: {roles}.')).format(roles=', '.join(source.missing))}"
    return f"{first} {say(N_('Everybody required has signed.'))}" if n else first


def _signed(source: EvidenceSource, language: Language, zone: ZoneInfo) -> Grid:
    say = language.text
    shown = shown_in(source.agreement, language)
    rows = []
    for one in source.signed:
        on_paper = not one.fingerprint
        when = show_day(one.at.astimezone(zone).date(), shown) if on_paper else _moment(one.at, zone)
        how = say(N_("on paper, scan kept")) if on_paper else say(N_("in the file, signer's clock"))
        key = "" if on_paper else f"{say(N_('Key'))} {grouped(one.fingerprint.upper(), 64)}"
        file = f"{say(N_('Scan') if on_paper else N_('File'))} {grouped(one.file, 64)}"
        detail = "\n".join(part for part in (key, file) if part)
        rows.append(GridRow((Cell(one.name, one.role), when, how), detail=detail))
    columns = (
        Column(say(N_("Signer")), "name"), Column(say(N_("Signed")), "figures"), Column(say(N_("How")), "quiet")
    )  # fmt: skip
    return Grid(columns, tuple(rows), say(N_("Signatures")), full=True)


def _trail(source: EvidenceSource, language: Language, zone: ZoneInfo) -> list[Block]:
    say = language.text
    rows = []
    for one in source.lines:
        words = say(SAYS[one.kind]).format(name=one.name, role=one.role)
        below = _remark(one, language)
        file = f"{say(N_('File'))} {grouped(one.file, 64)}" if one.file else ""
        detail = "\n".join(part for part in (file, f"{say(N_('Line'))} {grouped(one.hash, 64)}") if part)
        rows.append(
            GridRow((str(one.seq), _moment(one.at, zone), Cell(words, below), one.actor), detail=detail)
        )  # fmt: skip
    columns = (
        Column(say(N_("Line")), "number"), Column(say(N_("When")), "figures"), Column(say(N_("What"))),
        Column(say(N_("Recorded by")), "quiet"),
    )  # fmt: skip
    holds = N_("The chain of hashes was checked from the first line to the last, and it holds.")
    broken = N_("The chain of hashes does not hold: the trail was changed by something else than this program.")
    number, last = source.last
    return [
        Subheading(say(N_("What happened")), aside=say(N_("by this computer's clock"))),
        Grid(columns, tuple(rows), full=True),
        Note(say(holds if source.holds else broken), full=True),
        Fingerprint(say(N_("Line {n}, the last of the whole trail")).format(n=number), last),
    ]  # fmt: skip


def _remark(one: Happened, language: Language) -> str:
    match one.kind:
        case "document.verified":
            said = language.text(VERDICTS[one.remark])
            return f"{said[:1].upper()}{said[1:]}"
        case "document.consented":
            n = int(one.remark or 0)
            return language.count(N_("{n} statement"), N_("{n} statements, each by itself"), n).format(n=n)
    return one.remark


def _moment(at: dt.datetime, zone: ZoneInfo) -> str:
    there = at.astimezone(zone)
    return f"{there:%Y-%m-%d %H:%M:%S} {there:%Z}"
