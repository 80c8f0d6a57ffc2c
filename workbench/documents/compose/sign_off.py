"""Section 12 and the signature page. Must not know the other sections."""

from __future__ import annotations

from workbench.agreement.lifecycle import field_of_role
from workbench.agreement.sections.sign_off import Signer
from workbench.agreement.version import VersionHeader
from workbench.base.clock import utc_text
from workbench.base.language import N_
from workbench.documents.blocks import (
    Block,
    Bullets,
    Fingerprint,
    Note,
    Section,
    SignatureCards,
    SignatureSpot,
    Subheading,
)
from workbench.documents.compose.page import Col, Page
from workbench.fields.moments import show_day


def sign_off(page: Page) -> tuple[Block, ...]:
    """What signing means and who signs."""
    page.clause(
        page.say(
            N_(
                "Each person below signs for a team. A signature covers "
                "the whole document, the schedule included; it accepts "
                "the statements and the promises of that team."
            )
        )
    )
    required = page.say(
        N_("The agreement is in force when everybody whose signature is required has signed, from its first day.")
    )
    page.clause(required)
    signers: tuple[Signer, ...] = page.value("signers")
    for group in sorted({one.group or 1 for one in signers}):
        names = [_signs_as(page, one) for one in signers if (one.group or 1) == group]
        page.clause(page.say(N_("In step {n}, in any order: {names}."), n=group, names="; ".join(names)))
    for name in ("statements", "reservations", "decisions", "open_items"):
        page.value(name)
    return page.rest()


def _signs_as(page: Page, signer: Signer) -> str:
    """`Elena Marsh as Marketing lead, for Marketing`."""
    person = page.shown.label_of("teams.participants", signer.person) if signer.person else "…"
    words = page.say(N_("{person} as {role}"), person=person, role=signer.role)
    rest = page.leftover(signer, ("team", "proxy_for", "optional"))
    return f"{words} ({rest})" if rest else words


def signatures(page: Page, header: VersionHeader) -> tuple[Block, ...]:
    """The page people sign."""
    agreement, say = page.agreement, page.say
    section = agreement.sign_off
    blocks: list[Block] = [
        Section(
            "signatures",
            say(N_("Signatures")),
            new_page=True,
            lead=say(N_("By signing, each person accepts these statements.")),
        )
    ]
    blocks.append(Bullets(tuple(one.text for one in section.statements), _letters(len(section.statements)), full=True))
    if section.reservations:
        blocks.append(Subheading(say(N_("Reservations"))))
        rows = [Col("signer", "name"), Col("clause"), Col("text")]
        blocks.append(page.grid_of(section.reservations, rows, caption="", full=True))
    blocks.append(SignatureCards(tuple(signature_spot(page, one) for one in section.signers)))
    if not header.number:
        said = N_("This is a draft. Save a version to have it signed; its number and hashes then stand here.")
        return (*blocks, Note(say(said), full=True))
    blocks.append(Subheading(say(N_("What is signed"))))
    blocks.append(Note(_version_line(page, header), full=True, wide=True))
    blocks.append(
        Fingerprint(
            say(N_("Version hash: covers the content, the version's number, its parent, author, note and time.")),
            header.hash,
        )
    )
    blocks.append(
        Fingerprint(
            say(N_("Content hash: SHA-256 of the agreement as data, which travels inside this file.")),
            header.content_hash,
        )
    )
    blocks.append(
        Note(
            say(
                N_(
                    "Signing keys are self-issued: they show that nothing "
                    "was changed after signing, not who a person is. Compare "
                    "the fingerprint on each card with "
                    "the signer. Saved at {moment}."
                ),
                moment=utc_text(header.at)[:19] + "Z",
            ),
            full=True,
        )
    )
    return tuple(blocks)


def _version_line(page: Page, header: VersionHeader) -> str:
    """Such as `Version 3, saved 5 May 2026 by Ines: As agreed. In force from 1 June 2026`."""
    day = show_day(header.at.date(), page.shown)
    said = page.say(N_("Version {n}, saved {day} by {name}"), n=header.number, day=day, name=header.author)
    line = f"{said}: {header.message.strip().rstrip('.')}." if header.message.strip() else f"{said}."
    begins = page.agreement.teams.effective_from
    if begins:
        line += " " + page.say(N_("In force from {day}."), day=show_day(begins, page.shown))
    return line


def _letters(count: int) -> tuple[str, ...]:
    return tuple("abcdefghijklmnopqrstuvwxyz"[:count]) if count <= 26 else ()


def signature_spot(page: Page, signer: Signer) -> SignatureSpot:
    """The card of a signer."""
    say = page.say
    person = next((one for one in page.agreement.teams.participants if one.key == signer.person), None)
    remarks = []
    if signer.proxy_for:
        remarks.append(say(N_("On behalf of {name}."), name=signer.proxy_for))
    if signer.optional:
        remarks.append(say(N_("Optional.")))
    if any(one.signer == signer.key for one in page.agreement.sign_off.reservations):
        remarks.append(say(N_("With reservation.")))
    team = signer.team if signer.team in {"marketing", "sales", "both"} else "both"
    return SignatureSpot(
        field_of_role(signer.role),
        team,  # type: ignore[arg-type]  # one of the three, said above
        signer.role,
        person.name if person else signer.role,
        person.role if person else "",
        " ".join(remarks),
        say(N_("Signature and date")),
    )
