"""The practice's identities: kept while they can sign, made again where they cannot, never mistaken for others."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from workbench.agreement.sections.teams import Participant
from workbench.base.clock import FixedClock
from workbench.services.practice_keys import practice_key

PERSON = Participant(key="x", name="Ana Łukasz-Öztürk", email="ana@brackwald.example")


def never(_email: str, _fingerprint: str) -> bool:
    return False


def test_the_same_folder_gives_the_same_identity(tmp_path: Path, clock: FixedClock) -> None:
    first = practice_key(PERSON, tmp_path, clock, never)
    again = practice_key(PERSON, tmp_path, clock, never)
    assert first.identity.fingerprint == again.identity.fingerprint
    assert (first.identity.name, first.identity.email) == (PERSON.name, PERSON.email)
    assert first.file.name == "ana-ukasz-ozturk.p12"
    assert os.name == "nt" or {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()} == {0o600}


def test_an_identity_that_expired_or_lost_its_pass_phrase_gets_one_beside_it(tmp_path: Path, clock: FixedClock) -> None:
    first = practice_key(PERSON, tmp_path, clock, never)
    first.passphrase_file.write_text("something else\n", "utf-8")
    second = practice_key(PERSON, tmp_path, clock, never)
    clock.advance(days=40 * 365)
    third = practice_key(PERSON, tmp_path, clock, never)
    prints = [one.identity.fingerprint for one in (first, second, third)]
    assert len(set(prints)) == 3
    assert [second.file.name, third.file.name] == ["ana-ukasz-ozturk-2.p12", "ana-ukasz-ozturk-3.p12"]
    assert third.identity.email == "ana.3@brackwald.example"
    assert first.file.exists()


def test_where_the_library_knows_another_key_the_address_gets_a_number(tmp_path: Path, clock: FixedClock) -> None:
    made = practice_key(PERSON, tmp_path, clock, lambda email, _digits: email == PERSON.email)
    assert made.identity.email == "ana.2@brackwald.example"
    assert [one.suffix for one in sorted(tmp_path.iterdir())] == [".p12", ".txt"]  # none was made in vain
