"""Commands about documents and signatures: pdf, sign, verify, receive."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.answer import Answer
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument, version_argument
from workbench.cli.keys import identity_named
from workbench.services.files import read_file, write_file
from workbench.services.publishing import Published
from workbench.services.verifying import DocumentAnswer, verify_document

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
    parser.add_argument("--paper", default="A4", choices=["A4", "Letter"])
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
    parser.add_argument("--passphrase-file", metavar="FILE", help="file whose first line is the pass phrase")
    parser.add_argument("-o", "--output", metavar="OUT", help="file to write; the same file without it")


def _sign(context: Context, given: Namespace) -> Answer:
    from workbench.services.signatures import sign_document  # noqa: PLC0415

    data = read_file(Path(given.file), MOST_BYTES)
    identity = identity_named(context, given.identity, given.passphrase_file)
    signed = sign_document(data, given.role, identity, context.clock)
    target = Path(given.output or given.file)
    write_file(target, signed.data)
    document = {"file": str(target), "role": signed.role, "signer": signed.signer, "fingerprint": signed.fingerprint}
    return Answer(document, f"{target}: signed by {signed.signer} as {signed.role}.")


def _verify_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.pdf")


def _verify(context: Context, given: Namespace) -> Answer:
    data = read_file(Path(given.file), MOST_BYTES)
    workbench = context.workbench_if_any()
    answer = workbench.signing.verify(data) if workbench else verify_document(data, clock=context.clock, library=None)
    return Answer(answer.document(context.words), _verdict(answer, context), 0 if answer.verdict == "valid" else 1)


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
    answer = workbench.signing.receive(agreement, read_file(Path(given.file), MOST_BYTES))
    return Answer(answer.document(context.words), _verdict(answer, context))


COMMANDS = (
    Command("pdf", "the document to sign", _pdf, _pdf_arguments),
    Command("sign", "sign a PDF in a role", _sign, _sign_arguments),
    Command("verify", "examine a PDF: integrity, identity, time, completeness", _verify, _verify_arguments),
    Command("receive", "take a signed copy back", _receive, _receive_arguments),
)
