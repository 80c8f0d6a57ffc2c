"""Keys kept on this machine: sealed, listed without a passphrase, opened, taken in and handed out."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from workbench.base.clock import FixedClock
from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError
from workbench.services.keys import (
    export_identity,
    find_key,
    keep_identity,
    kept_keys,
    made_folder,
    make_identity,
    make_kept_key,
    open_identity_file,
)

PHRASE, OTHER = "four words are better", "another four words here"


def test_a_kept_key_is_listed_without_its_passphrase_and_opens_with_it(tmp_path: Path, clock: FixedClock) -> None:
    folder = made_folder(tmp_path / "keys")
    made = make_kept_key("Zoë Müller", "zoe@example.com", PHRASE, folder, clock)
    (folder / "broken.slakey").write_text("{}", "utf-8")
    (kept,) = kept_keys(folder)
    assert (kept.name, kept.email, kept.fingerprint) == (made.name, made.email, made.fingerprint)
    assert open_identity_file(kept.file, PHRASE, clock).fingerprint == made.fingerprint
    with pytest.raises(NotAllowedError):
        open_identity_file(kept.file, OTHER, clock)
    with pytest.raises(DamagedError):
        open_identity_file(folder / "broken.slakey", PHRASE, clock)
    if os.name != "nt":
        assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path, clock: FixedClock) -> None:
    folder = made_folder(tmp_path / "keys")
    made = make_kept_key("../../../etc/passwd", "x@example.com", PHRASE, folder, clock)
    assert made.file.parent == folder
    assert made.file.name.startswith("etc-passwd-")


def test_a_p12_is_taken_in_once_and_handed_out_again(tmp_path: Path, clock: FixedClock) -> None:
    folder = made_folder(tmp_path / "keys")
    made = make_identity("Ana", "ana@example.com", PHRASE, tmp_path / "ana.p12", clock)
    identity = open_identity_file(made.file, PHRASE, clock)
    kept = keep_identity(identity, OTHER, folder)
    with pytest.raises(NotAllowedError, match="kept here already"):
        keep_identity(identity, OTHER, folder)
    again = open_identity_file(kept.file, OTHER, clock)
    out = export_identity(again, PHRASE, tmp_path / "out.p12")
    assert open_identity_file(out.file, PHRASE, clock).fingerprint == made.fingerprint


def test_a_key_is_found_by_address_name_or_fingerprint(tmp_path: Path, clock: FixedClock) -> None:
    folder = made_folder(tmp_path / "keys")
    first = make_kept_key("Ana", "ana@example.com", PHRASE, folder, clock)
    second = make_kept_key("Ana", "ana.b@example.com", PHRASE, folder, clock)
    assert find_key(folder, " ANA@example.com ").file == first.file
    assert find_key(folder, second.fingerprint).file == second.file
    for wanted in ("Ana", "nobody", "", "ab"):
        with pytest.raises(NotFoundError):
            find_key(folder, wanted)
