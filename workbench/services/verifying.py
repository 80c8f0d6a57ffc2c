"""The answer about a PDF: what signing can see, what the library knows, and whether the pages are our own rendering.

Four things are said separately: integrity, identity, time, completeness. Must not know either face.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from workbench.agreement.lifecycle import missing_roles, role_of_field
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.signers import OutOfTurn, another_name, out_of_turn
from workbench.base.clock import Clock
from workbench.base.errors import DamagedError, NotFoundError, WorkbenchError
from workbench.base.language import N_, Language, shipped
from workbench.fields.codec import canonical, content_hash
from workbench.services.pdf_contents import AGREEMENT_FILE, Envelope, earlier_inside, read_envelope
from workbench.services.rendering import render_version, renderer
from workbench.services.tracker_inside import lines_inside

if TYPE_CHECKING:
    from workbench.signing.report import Attachment, Signature, Verification
    from workbench.storage.library import Library

Stored = Literal["same", "different", "unknown"]
Rendering = Literal["same", "different", "older_renderer", "too_large", "comparing"]
MOST_LINES = 20_000
"""Lines of the scorecard in a document that is set again to be compared: a stranger's file may name a hundred years."""
KeyStanding = Literal["new", "pinned", "changed", "unknown"]
Reason = tuple[str, tuple[tuple[str, str], ...]]
"""A template marked for translation, and what fills its braces."""

FOREIGN = N_("It carries no agreement of SLA Workbench.")
NOT_OURS = N_("The pages or the spreadsheet in it are not what this program makes of the agreement inside.")
NOT_CANONICAL = N_("The agreement inside is not in its canonical form.")
ANOTHER_CONTENT = N_("The agreement inside is not the one the version names.")
TOO_LARGE = N_(
    "It has more periods than are set again here, so its pages were not compared with the data inside: what counts is "
    "what they say, so read them."
)
CHANGED_KEY = N_("{name} signed with another key than the one known for {role}: compare the fingerprint by phone.")
STILL_TO_SIGN = N_("Still to sign: {roles}.")
NOT_COMPARED = N_(
    "Its pages could not be compared with the data inside, because another version of this program, or another kind of "
    "system, made them: what counts is what they say, so read them."
)
UNCOMPARED: dict[Rendering, str] = {"older_renderer": NOT_COMPARED, "too_large": TOO_LARGE}
"""Why the pages were not compared; nothing is known against the document."""
ANOTHER_PERSON = N_("{role} was signed by {name}; the agreement names {agreed}.")
OUT_OF_ORDER = N_("{role} signed before {others}; the agreement sets another order.")


@dataclass(frozen=True)
class SignerSeen:
    """One signature with what the library knows of its key.

    Attributes:
        role: As the agreement calls it.
        signature: What signing found.
        key: Whether the key is the one pinned for this role and e-mail; unknown without a library.
        known_since: When the expected key was pinned; nothing where none is.
        agreed: Who was to sign there, as the agreement says; empty where that is who signed, or where it names nobody.
    """

    role: str
    signature: Signature
    key: KeyStanding
    known_since: dt.datetime | None = None
    agreed: str = ""


@dataclass(frozen=True)
class DocumentAnswer:
    """All that is said about a PDF.

    Attributes:
        verdict: `valid`, `incomplete`, `unsigned`, `changed`, `broken` or `unverifiable`; `comparing` while that hangs
            on the comparison with our own rendering.
        reasons: Templates with values, in order.
        signers: In the order of signing.
        missing: Roles still to sign.
        agreement: The agreement inside; nothing in a foreign file.
        envelope: Which version it says it is.
        stored: Whether the library holds the same version.
        rendering: Whether the pages and the spreadsheet equal a fresh rendering.
        examined: What signing found.
        on_paper: Missing roles of which a scan of the paper is kept here.
        out_of_turn: Who signed before somebody the agreement puts first. Nothing in the file is wrong with that, so
            that the verdict does not change; it is said with what is complete.
        kept_file: Whether this very file is kept here, byte for byte; nothing where the version is not. No signature
            covers the few bytes that hold the signatures; this does.
    """

    verdict: str
    reasons: tuple[Reason, ...]
    signers: tuple[SignerSeen, ...]
    missing: tuple[str, ...]
    agreement: Agreement | None
    envelope: Envelope | None
    stored: Stored
    rendering: Rendering | None
    examined: Verification
    on_paper: tuple[str, ...] = ()
    out_of_turn: tuple[OutOfTurn, ...] = ()
    kept_file: bool | None = None

    def sentences(self, language: Language) -> list[str]:
        """The reasons as sentences."""
        return [language.text(template).format(**dict(values)) for template, values in self.reasons]

    def order_sentences(self, language: Language) -> list[str]:
        """A sentence for each signature that came before one the agreement puts first."""
        said = language.text(OUT_OF_ORDER)
        return [said.format(role=one.role, others=", ".join(one.before)) for one in self.out_of_turn]

    def other_people(self, language: Language) -> list[str]:
        """A sentence for each place where somebody else signed than the agreement names."""
        said = language.text(ANOTHER_PERSON)
        return [said.format(**dict(_another(one))) for one in self.signers if one.agreed]

    def document(self, language: Language) -> dict[str, Any]:
        """As `verify --json` shows it."""
        return {
            "verdict": self.verdict,
            "reasons": self.sentences(language),
            "signatures": [
                seen.signature.document(language)
                | {"role": seen.role, "key": seen.key, "agreed_name": seen.agreed or None}
                for seen in self.signers
            ],
            "missing": list(self.missing),
            "on_paper": list(self.on_paper),
            "out_of_order": [{"role": one.role, "before": list(one.before)} for one in self.out_of_turn],
            "kept_file": self.kept_file,
            "agreement": self._agreement_json(),
        }

    def _agreement_json(self) -> dict[str, Any] | None:
        if self.envelope is None:
            return None
        header = self.envelope.header
        return {
            "id": header.agreement,
            "version": header.number,
            "hash": header.hash,
            "content_hash": header.content_hash,
            "stored": self.stored,
            "rendering": self.rendering,
        }


class Verifying:
    """A PDF being verified: what its signatures say at once, and the comparison with our own rendering after that.

    The two are apart because the second sets every page and writes the spreadsheet again, which takes ten times as
    long. Nothing is kept open, and any thread may ask for the second.

    Attributes:
        answer: What is known so far; final where nothing is left to compare.
        is_settled: Whether it is final.

    Args:
        data: The file.
        clock: For certificates that have expired since.
    """

    def __init__(self, data: bytes, *, clock: Clock) -> None:
        from workbench.signing.verify import Inquiry  # noqa: PLC0415  (loads pyHanko)

        self._inquiry = Inquiry(data, clock=clock)
        self.is_settled = False
        found = self._inquiry.so_far
        self._contents: tuple[Agreement, Envelope] | None = None
        reasons: tuple[Reason, ...] = ()
        try:
            agreement, envelope = _inside(found.attachments)
            if agreement is not None and envelope is not None:
                self._contents = agreement, envelope
        except DamagedError as error:
            reasons = ((error.message.replace("{", "{{").replace("}", "}}"), ()),)
        if self._contents is None:
            self.is_settled = True
            self.answer = _foreign(self._inquiry.settled(base_is_known=False), *reasons)
        else:
            self.answer = self._judged(found, "comparing")

    def settled(self) -> DocumentAnswer:
        """The whole answer; takes as long as setting the document."""
        if not self.is_settled and self._contents is not None:
            found = self._inquiry.so_far
            rendering = _rendering(found.base, found.attachments, *self._contents)
            self.answer = self._judged(self._inquiry.settled(base_is_known=rendering == "same"), rendering)
            self.is_settled = True
        return self.answer

    def _judged(self, found: Verification, rendering: Rendering) -> DocumentAnswer:
        assert self._contents is not None
        agreement, envelope = self._contents
        signers = tuple(_seen(one, agreement, None) for one in found.signatures)
        return _judged(found, agreement, envelope, signers, rendering, "unknown")


def verify_document(data: bytes, *, clock: Clock, library: Library | None) -> DocumentAnswer:
    """Examine a PDF; never raises for what is in it.

    Takes a second or two with a document of ours, because its pages are set again. Without a library it touches
    nothing but the bytes, so it may run on any thread; `known_to` adds the library's part in a moment.

    Args:
        data: The file.
        clock: For certificates that have expired since.
        library: Where versions and pinned keys are looked up; nothing to look nowhere.
    """
    answer = Verifying(data, clock=clock).settled()
    return answer if library is None else known_to(library, answer)


def known_to(library: Library, answer: DocumentAnswer) -> DocumentAnswer:
    """An answer made without a library, with what this one knows of the version and of the signers' keys."""
    agreement, envelope = answer.agreement, answer.envelope
    if agreement is None or envelope is None or answer.rendering is None:
        return answer
    signers = tuple(_seen(one, agreement, library) for one in answer.examined.signatures)
    recorded = library.signatures.of_version(envelope.header.hash)
    scanned = {one.role.casefold() for one in recorded if one.method == "paper"}
    stored = _stored(envelope, library)
    judged = _judged(answer.examined, agreement, envelope, signers, answer.rendering, stored, scanned)
    kept = [one for one in recorded if one.method == "digital"]
    is_kept = any(one.pdf == answer.examined.sha256 for one in kept) if kept else None
    on_paper = tuple(role for role in judged.missing if role.casefold() in scanned)
    return dataclasses.replace(judged, on_paper=on_paper, kept_file=is_kept)


def _foreign(found: Verification, *reasons: Reason) -> DocumentAnswer:
    """The answer about a document that carries no agreement of ours."""
    verdict: str = found.verdict if found.verdict in {"broken", "changed"} else "unverifiable"
    signers = tuple(SignerSeen(one.role, one, "unknown") for one in found.signatures)
    said = (*_found_reasons(found), *reasons) or ((FOREIGN, ()),)
    return DocumentAnswer(verdict, said, signers, found.missing, None, None, "unknown", None, found)


def _judged(
    found: Verification,
    agreement: Agreement,
    envelope: Envelope,
    signers: tuple[SignerSeen, ...],
    rendering: Rendering,
    stored: Stored,
    on_paper: Collection[str] = (),
) -> DocumentAnswer:
    """The answer about a document of ours."""
    reasons = [*_found_reasons(found, agreement)]
    missing = missing_roles(agreement, [seen.role for seen in signers])
    verdict = _completeness(found.verdict, missing)
    if rendering == "different":
        reasons.append((NOT_OURS, ()))
    if envelope.header.content_hash != content_hash(canonical(agreement)):
        reasons.append((ANOTHER_CONTENT, ()))
    changed = [seen for seen in signers if seen.key == "changed"]
    reasons += [(CHANGED_KEY, (("name", s.signature.holder.name), ("role", s.role))) for s in changed]
    if verdict in {"valid", "incomplete", "unsigned"} and len(reasons) > len(found.findings):
        verdict = "unverifiable"
    if rendering == "comparing" and verdict in {"valid", "incomplete", "unsigned"}:
        verdict = "comparing"
    if verdict == "incomplete":
        reasons.append((STILL_TO_SIGN, (("roles", ", ".join(missing)),)))
    if rendering in UNCOMPARED:
        reasons.append((UNCOMPARED[rendering], ()))
    early = out_of_turn(agreement, [seen.role for seen in signers], on_paper)
    reasons += [(ANOTHER_PERSON, _another(one)) for one in signers if one.agreed]
    reasons += [(OUT_OF_ORDER, (("role", one.role), ("others", ", ".join(one.before)))) for one in early]
    return DocumentAnswer(
        verdict, tuple(reasons), signers, missing, agreement, envelope, stored, rendering, found, out_of_turn=early
    )


def _found_reasons(found: Verification, agreement: Agreement | None = None) -> tuple[Reason, ...]:
    """What signing found, with the roles as the agreement calls them, of signatures that cannot be read, too."""
    spots = found.spots if agreement is not None else ()
    roles = {one.role: role_of_field(agreement, one.field_name) or one.role for one in spots if agreement is not None}
    return tuple(
        (finding.said.template, tuple((name, roles.get(value, value)) for name, value in finding.said.values))
        for finding in found.findings
    )


def _inside(files: Sequence[Attachment]) -> tuple[Agreement | None, Envelope | None]:
    """The agreement and the version a document carries, as of its first signature.

    Raises:
        DamagedError: It carries something else under their names.
    """
    ours = [one for one in files if one.is_agreement]
    if len(ours) != 1:
        return None, None
    agreement = read_agreement(ours[0].data, f"The {AGREEMENT_FILE} inside")
    if canonical(agreement) != ours[0].data:
        raise DamagedError(NOT_CANONICAL)
    return agreement, read_envelope({one.name: one.data for one in files})


def _completeness(verdict: str, missing: tuple[str, ...]) -> str:
    """The agreement says who must sign, not the document's form."""
    if verdict in {"valid", "incomplete"}:
        return "incomplete" if missing else "valid"
    return verdict


def _seen(signature: Signature, agreement: Agreement, library: Library | None) -> SignerSeen:
    role = role_of_field(agreement, signature.field_name) or signature.role
    agreed = another_name(agreement, role, signature.holder.name, signature.holder.email)
    if library is None:
        return SignerSeen(role, signature, "unknown", agreed=agreed)
    from workbench.signing.pins import judge_identity  # noqa: PLC0415

    pin = library.pins.expected(role, signature.holder.email)
    if pin is None:
        return SignerSeen(role, signature, "new", agreed=agreed)
    return SignerSeen(role, signature, judge_identity(signature.holder.fingerprint, pin.fingerprint), pin.at, agreed)


def _another(seen: SignerSeen) -> tuple[tuple[str, str], ...]:
    return ("role", seen.role), ("name", seen.signature.holder.name), ("agreed", seen.agreed)


def digits_of(fingerprint: str) -> str:
    """A fingerprint as 64 lower-case digits."""
    return "".join(fingerprint.split()).lower()


def _rendering(base: bytes, files: Sequence[Attachment], agreement: Agreement, envelope: Envelope) -> Rendering:
    if envelope.renderer != renderer():
        return "older_renderer"
    if envelope.language not in shipped():
        return "different"
    try:
        if envelope.header.kind == "for_signature" and lines_inside(agreement, envelope.header) > MOST_LINES:
            return "too_large"
        earlier = earlier_inside({one.name: one.data for one in files}, envelope)
        fresh = render_version(agreement, envelope.header, envelope.language, envelope.paper, earlier=earlier)
    except (WorkbenchError, ValueError, ArithmeticError, LookupError):  # nothing this program would have printed
        return "different"
    return "same" if fresh.data == base else "different"


def _stored(envelope: Envelope, library: Library | None) -> Stored:
    if library is None:
        return "unknown"
    header = envelope.header
    try:
        library.agreements.get(header.agreement)
    except NotFoundError:
        return "unknown"
    try:
        kept = library.versions.by_hash(header.hash)
        if envelope.earlier is not None and library.versions.by_hash(envelope.earlier.hash) != envelope.earlier:
            return "different"
    except NotFoundError:
        return "different"
    return "same" if kept == dataclasses.replace(header, at=kept.at) and kept.hash == header.hash else "different"
