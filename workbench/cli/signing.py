"""Commands about documents and signatures: pdf, sign, verify, receive, evidence."""

from __future__ import annotations

import hashlib
import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.signers import is_somebody_else
from workbench.base.errors import NotAllowedError, NotFoundError, OutsideError, WorkbenchError
from workbench.base.targets import check_target
from workbench.cli.answer import Answer, say
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument, version_argument
from workbench.cli.keys import identity_named
from workbench.services.files import read_file, write_file
from workbench.services.publishing import Published
from workbench.services.verifying import DocumentAnswer, verify_document

if TYPE_CHECKING:
    from workbench.agreement.signers import SignerSeat
    from workbench.services.differing import CopyDifference
    from workbench.services.signatures import Consent, SignedFile
    from workbench.services.workbench import Workbench

MOST_BYTES = 64 * 1024 * 1024


def published(made: Published) -> Answer:
    """A file that was written."""
    document: dict[str, object] = {
        "file": str(made.file),
        "sha256": made.sha256,
        "version": made.header.number,
        "hash": made.header.hash,
    }
    if made.pages is not None:
        document["pages"] = made.pages
    pages = "" if made.pages is None else ", 1 page" if made.pages == 1 else f", {made.pages} pages"
    return Answer(document, f"{made.file}: version {made.header.number}{pages}.")


def output_argument(parser: ArgumentParser, metavar: str) -> None:
    """The file a command writes."""
    parser.add_argument("-o", "--output", required=True, metavar=metavar, help="file to write")


def _pdf_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    version_argument(parser)
    parser.add_argument("--lang", default="", metavar="L", help="language of the document, such as en")
    parser.add_argument("--paper", default="", choices=["A4", "Letter"], help="the agreement's own without it")
    output_argument(parser, "FILE.pdf")


def _pdf(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    return published(workbench.publishing.pdf(agreement, Path(given.output), given.version, given.lang, given.paper))


def _sign_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.pdf")
    parser.add_argument(
        "--role", required=True, metavar="ROLE", help="as the agreement calls it, such as Marketing lead"
    )
    parser.add_argument(
        "--identity", required=True, metavar="FILE.p12", help="or the name or address of a key kept on this machine"
    )
    parser.add_argument("--passphrase-file", metavar="FILE", help="file whose first line is the passphrase")
    parser.add_argument("--timestamp", default="", metavar="URL", help="time-stamp server (RFC 3161) to ask")
    parser.add_argument(
        "--or-without", action="store_true", help="sign without the time stamp where the server does not give one"
    )
    parser.add_argument("--image", metavar="FILE", help="PNG or JPEG of a signature; the name in type without it")
    parser.add_argument("-o", "--output", metavar="OUT", help="file to write; the same file without it")


def _sign(context: Context, given: Namespace) -> Answer:
    from workbench.services.signatures import Ink, sign_document, signature_picture  # noqa: PLC0415

    target = Path(given.output or given.file)  # signing only adds to a file, so that its own name will do
    inputs = [Path(one) for one in (given.identity, given.passphrase_file, given.image) if one]
    check_target(target, *inputs)
    data = read_file(Path(given.file), MOST_BYTES)
    ink = Ink(image=signature_picture(Path(given.image))) if given.image else None
    identity = identity_named(context, given.identity, given.passphrase_file)
    workbench = context.workbench_if_any()
    on_paper = workbench.signing.paper_roles if workbench else lambda _version: ()

    def sign(server: str, consent: Consent | None) -> SignedFile:
        return sign_document(
            data, given.role, identity, context.clock, ink, on_paper=on_paper, consent=consent, stamp_server=server
        )  # fmt: skip

    stamped = bool(given.timestamp)
    try:
        signed = sign(given.timestamp, partial(_accepted, (identity.name, identity.email)))
    except OutsideError as error:
        if not (given.timestamp and given.or_without):
            raise
        say(f"{error.message} Signed without a time stamp: the time is this computer's clock.")
        signed, stamped = sign("", None), False
    write_file(target, signed.data, *inputs)
    if workbench:
        _record(workbench, signed, data)
    document = {
        "file": str(target),
        "role": signed.role,
        "signer": signed.signer,
        "fingerprint": signed.fingerprint,
        "timestamp": stamped,
    }
    return Answer(document, f"{target}: signed by {signed.signer} as {signed.role}.")


def _accepted(key: tuple[str, str], seat: SignerSeat, statements: tuple[str, ...]) -> None:
    """Each statement by itself on a terminal; elsewhere the command, which names the role, is the act of consent.

    Raises:
        NotAllowedError: One was not accepted.
    """
    name, email = key
    if is_somebody_else(seat, name, email):
        say(f"The agreement names {seat.name} as {seat.role}; this key is of {name}.")
    for remark in seat.reservations:
        say(f"With reservation: {remark}")
    for statement in statements:
        say(f"As {seat.role}: {statement}")
        if sys.stdin.isatty() and input("Accept this statement? Type yes: ").strip().casefold() != "yes":
            raise NotAllowedError("Nothing was signed, because a statement was not accepted.")


def _record(workbench: Workbench, signed: SignedFile, shown: bytes) -> None:
    """The consent goes into the record of a library that holds the version."""
    from workbench.services.evidence import Sitting  # noqa: PLC0415  (with its only user)

    sitting = Sitting(signed.version, signed.role, signed.signer, hashlib.sha256(shown).hexdigest())
    try:
        workbench.evidence.opened(sitting)
        workbench.evidence.consented(sitting, signed.statements, signed.reservations)
    except NotFoundError:  # of a version that is not kept here
        return


def _verify_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.pdf")


def _verify(context: Context, given: Namespace) -> Answer:
    data = read_file(Path(given.file), MOST_BYTES)
    workbench = context.workbench_if_any()
    answer = workbench.signing.verify(data) if workbench else verify_document(data, clock=context.clock, library=None)
    document, text = answer.document(context.words), _verdict(answer, context)
    if workbench:
        workbench.evidence.verified(answer)
        difference = _difference(workbench, answer, data)
        if difference is not None:
            document |= {"difference": difference.document()}
            text = f"{text}\n{_told(difference, context)}"
    return Answer(document, text, 0 if answer.verdict == "valid" else 1)


def _verdict(answer: DocumentAnswer, context: Context) -> str:
    lines = [f"Verdict: {answer.verdict}"]
    lines += [f"  {sentence}" for sentence in answer.sentences(context.words)]
    for seen in answer.signers:
        found = seen.signature
        when = f"{found.signed_at:%Y-%m-%d %H:%M %Z}" if found.signed_at else "time not given"
        lines.append(f"{seen.role}: {found.holder.name}, {when} ({found.time.text(context.words)})")
        lines.append(f"  {found.identity.text(context.words)}; key {seen.key}; {found.holder.fingerprint}")
    if answer.envelope:
        header = answer.envelope.header
        lines.append(f"Version {header.number} of {header.agreement}, {header.hash[:12]}; stored: {answer.stored}; "
                     f"rendering: {answer.rendering}")  # fmt: skip
    return "\n".join(lines)


def _receive_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("file", metavar="FILE.pdf")


def _receive(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    data = read_file(Path(given.file), MOST_BYTES)
    answer = workbench.signing.verify(data)
    try:
        answer = workbench.signing.take_in(agreement, data, answer)
    except WorkbenchError as error:
        difference = _difference(workbench, answer, data, agreement)
        if difference is None:
            raise
        say(str(error))
        document = answer.document(context.words) | {"difference": difference.document()}
        return Answer(document, "\n".join([_verdict(answer, context), _told(difference, context)]), 1)
    return Answer(answer.document(context.words), f"{_verdict(answer, context)}\nThe library keeps this copy.")


def _difference(
    workbench: Workbench, answer: DocumentAnswer, data: bytes, agreement: str = ""
) -> CopyDifference | None:  # fmt: skip
    """What a copy says otherwise than the version kept here; nothing where there is nothing to compare."""
    from workbench.services.differing import compare_copy  # noqa: PLC0415  (with its only user)

    kept = workbench.signing.kept_for(answer, agreement)
    return None if kept is None else compare_copy(data, answer, kept)


def _told(difference: CopyDifference, context: Context) -> str:
    number = difference.kept.header.number
    if difference.is_none:
        return f"Nothing that can be compared differs from version {number} kept here."
    lines = [f"  {sentence}" for sentence in difference.sentences(context.words)]
    return "\n".join([f"What differs from version {number} kept here:", *lines])


def _evidence_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    version_argument(parser)
    output_argument(parser, "FILE.pdf|FILE.json")


def _evidence(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    record = workbench.evidence.of(workbench.shelf.find(given.agreement), given.version)
    return published(record.write(Path(given.output)))


COMMANDS = (
    Command("pdf", "the document to sign", _pdf, _pdf_arguments),
    Command("sign", "sign a PDF in a role", _sign, _sign_arguments),
    Command("verify", "examine a PDF: integrity, identity, time, completeness", _verify, _verify_arguments),
    Command("receive", "take a signed copy back", _receive, _receive_arguments),
    Command("evidence", "the record of who opened, accepted, signed and verified", _evidence, _evidence_arguments),
)
