"""The command about signing keys: make one, keep it on this machine, list, hand one out."""

from __future__ import annotations

import getpass
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.base.there import is_there
from workbench.cli.answer import Answer
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.services.files import read_file

if TYPE_CHECKING:
    from workbench.services.keys import NewIdentity
    from workbench.services.signatures import Identity


FILES = (".p12", ".pfx", ".slakey")


def asked_passphrase(file: str | None, question: str, *, twice: bool = False) -> str:
    """A passphrase from the file named, else asked; never from the command line, where others can read it.

    Args:
        file: Its first line is the passphrase.
        question: Asked on the terminal.
        twice: Ask again, because a slip cannot be mended later.

    Raises:
        NotAllowedError: No file and no terminal, or the two differ.
    """
    if file:
        data = read_file(Path(file), 4096)
        return data.decode("utf-8", "replace").split("\n")[0].rstrip("\r")
    if not sys.stdin.isatty():
        raise NotAllowedError("No passphrase was given.", "Name a file with --passphrase-file.")
    phrase = getpass.getpass(question)
    if twice and phrase != getpass.getpass("The same again: "):
        raise NotAllowedError("The two passphrases differ.", "Try again.")
    return phrase


def identity_named(context: Context, wanted: str, passphrase_file: str | None) -> Identity:
    """The opened identity that somebody names: a file, or a key kept on this machine.

    Raises:
        NotFoundError: There is neither.
        NotAllowedError: The passphrase does not open it.
    """
    from workbench.services.keys import find_key, keys_folder, open_identity_file  # noqa: PLC0415  (loads cryptography)

    file = Path(wanted)
    if not is_there(file) and file.suffix.casefold() not in FILES:  # an address has a dot, too
        try:
            file = find_key(keys_folder(), wanted).file
        except NotFoundError as error:
            raise NotFoundError(f"There is no file {wanted}, and no such key is kept here.", error.hint) from error
    return open_identity_file(file, asked_passphrase(passphrase_file, "Passphrase: "), context.clock)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what", choices=["new", "list", "keep", "export"],
        help="make a self-issued identity; list the kept ones; keep a .p12 here; hand a kept one out as a .p12",
    )  # fmt: skip
    parser.add_argument("key", nargs="?", default="", metavar="KEY", help="keep: a .p12 file; export: a kept key")
    parser.add_argument("--name", default="", metavar="N", help="new: the person's name")
    parser.add_argument("--email", default="", metavar="E", help="new: the person's e-mail address")
    parser.add_argument("--passphrase-file", metavar="FILE", help="file whose first line is the passphrase")
    parser.add_argument(
        "--new-passphrase-file", metavar="FILE", help="keep, export: the passphrase from then on; the same without it"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE.p12", help="file to write; new: without it the key is kept on this machine"
    )


def _identity(context: Context, given: Namespace) -> Answer:
    match given.what:
        case "new":
            return _new(context, given)
        case "list":
            return _list()
        case "keep":
            return _keep(context, given)
    return _export(context, given)


def _new(context: Context, given: Namespace) -> Answer:
    from workbench.services.keys import keys_folder, make_identity, make_kept_key  # noqa: PLC0415  (cryptography)

    if not given.name or not given.email:
        raise NotAllowedError("A new identity needs a name and an e-mail address.", "Give --name and --email.")
    phrase = asked_passphrase(given.passphrase_file, "Passphrase for the new identity: ", twice=True)
    if given.output:
        made = make_identity(given.name, given.email, phrase, Path(given.output), context.clock)
    else:
        made = make_kept_key(given.name, given.email, phrase, keys_folder(), context.clock)
    return _made(made, "identity of")


def _list() -> Answer:
    from workbench.services.keys import kept_keys, keys_folder  # noqa: PLC0415  (with its only user)

    keys = kept_keys(keys_folder())
    document = {
        "identities": [
            {"name": one.name, "email": one.email, "fingerprint": one.fingerprint, "file": str(one.file),
             "not_after": one.not_after.isoformat()}
            for one in keys
        ]
    }  # fmt: skip
    lines = [f"{one.name} <{one.email}>, valid until {one.not_after:%Y-%m-%d}\n  {one.fingerprint}" for one in keys]
    return Answer(document, "\n".join(lines) or "No key is kept on this machine.")


def _keep(context: Context, given: Namespace) -> Answer:
    from workbench.services.keys import keep_identity, keys_folder, open_identity_file  # noqa: PLC0415  (cryptography)

    if not given.key:
        raise NotAllowedError("No .p12 file was named.", "Name the file to keep.")
    phrase = asked_passphrase(given.passphrase_file, "Passphrase of the file: ")
    identity = open_identity_file(Path(given.key), phrase, context.clock)
    return _made(keep_identity(identity, _next(given, phrase), keys_folder()), "kept here, identity of")


def _export(context: Context, given: Namespace) -> Answer:
    from workbench.services.keys import export_identity, find_key, keys_folder, open_identity_file  # noqa: PLC0415

    if not given.key or not given.output:
        raise NotAllowedError("Which key goes where was not said.", "Name a kept key, and the file with -o.")
    phrase = asked_passphrase(given.passphrase_file, "Passphrase: ")
    identity = open_identity_file(find_key(keys_folder(), given.key).file, phrase, context.clock)
    made = export_identity(identity, _next(given, phrase), Path(given.output))
    answer = _made(made, "identity of")
    warning = "Whoever gets this file can try passphrases faster than with the kept key: keep it where only you can."
    return Answer(answer.document, f"{answer.text}\n{warning}")


def _next(given: Namespace, phrase: str) -> str:
    return asked_passphrase(given.new_passphrase_file, "") if given.new_passphrase_file else phrase


def _made(made: NewIdentity, what: str) -> Answer:
    document = {"file": str(made.file), "name": made.name, "email": made.email, "fingerprint": made.fingerprint}
    return Answer(document, f"{made.file}: {what} {made.name}.\nFingerprint {made.fingerprint}")


COMMANDS = (Command("identity", "signing keys: make, list, keep, export", _identity, _arguments),)
