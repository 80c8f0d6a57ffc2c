from __future__ import annotations

import base64
import datetime as dt
import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from workbench.base.clock import FixedClock
from workbench.base.errors import DamagedError, NotAllowedError
from workbench.signing import vault
from workbench.signing.vault import card, seal, unseal

if TYPE_CHECKING:
    from tests.signing.conftest import Person

PASSPHRASE = "another good phrase"


@pytest.fixture(scope="module")
def container(people: tuple[Person, ...]) -> bytes:
    return seal(people[0].identity, PASSPHRASE)


def changed(container: bytes, **values: Any) -> bytes:
    """The container with some entries changed, `argon2id.passes=4` written as `argon2id__passes=4`."""
    document = json.loads(container)
    before = json.dumps(document)
    for path, value in values.items():
        *parents, last = path.split("__")
        at = document
        for parent in parents:
            at = at[parent]
        at[last] = value
    assert json.dumps(document) != before
    return json.dumps(document).encode()


def test_what_was_sealed_comes_back(container: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    assert unseal(container, PASSPHRASE, clock) == people[0].identity


def test_the_card_shows_without_the_passphrase(container: bytes, people: tuple[Person, ...]) -> None:
    shown = card(container)
    assert (shown.name, shown.email, shown.fingerprint) == (
        people[0].name,
        people[0].email,
        people[0].identity.fingerprint,
    )
    assert shown.not_after == people[0].identity.holder.not_after


def test_the_key_is_wrapped_under_argon2id_as_rfc_9106_recommends_where_memory_is_scarce(container: bytes) -> None:
    made = json.loads(container)["argon2id"]
    assert (made["memory_kib"], made["passes"], made["lanes"]) == (65536, 3, 4)
    assert len(base64.b64decode(made["salt"])) == 16


def test_a_container_sealed_with_other_parameters_opens(
    people: tuple[Person, ...], clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as those of one lane, which this program once used."""
    monkeypatch.setattr(vault, "LANES", 1)
    older = seal(people[0].identity, PASSPHRASE)
    monkeypatch.undo()
    assert json.loads(older)["argon2id"]["lanes"] == 1
    assert unseal(older, PASSPHRASE, clock) == people[0].identity


def test_the_key_is_nowhere_in_the_clear(container: bytes, people: tuple[Person, ...]) -> None:
    inside = container + base64.b64decode(json.loads(container)["p12"])
    assert people[0].identity.private_key[-32:] not in inside
    assert seal(people[0].identity, PASSPHRASE) != container


def test_wrong_and_short_passphrases(container: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="passphrase does not open"):
        unseal(container, "another good phrasf", clock)
    with pytest.raises(NotAllowedError, match="shorter than 8"):
        seal(people[0].identity, "short")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("card__name", "Mallory"),
        ("card__email", "m@example.com"),
        ("card__fingerprint", "0000"),
        ("card__not_after", "2099-01-01T00:00:00.000000Z"),
        ("argon2id__passes", 4),
        ("nonce", "AAAAAAAAAAAAAAAA"),
        ("wrapped", "AAAA"),
    ],
)
def test_an_altered_container_does_not_open(path: str, value: object, container: bytes, clock: FixedClock) -> None:
    with pytest.raises((NotAllowedError, DamagedError)):
        unseal(changed(container, **{path: value}), PASSPHRASE, clock)


def test_the_file_inside_cannot_be_exchanged(container: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    other = json.loads(seal(people[1].identity, PASSPHRASE))
    with pytest.raises((NotAllowedError, DamagedError)):
        unseal(changed(container, p12=other["p12"]), PASSPHRASE, clock)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("argon2id__memory_kib", 1 << 30),
        ("argon2id__memory_kib", 1),
        ("argon2id__passes", 1 << 31),
        ("argon2id__passes", 0),
        ("argon2id__lanes", 1 << 20),
        ("argon2id__lanes", 0),
        ("argon2id__salt", "AAAA"),
        ("nonce", "AAAA"),
        ("version", 2),
        ("surprise", 1),
    ],
)
def test_limits_are_checked_before_anything_is_derived(
    path: str, value: object, container: bytes, clock: FixedClock
) -> None:
    hostile = changed(container, **{path: value})
    began = time.perf_counter()
    with pytest.raises(DamagedError):
        unseal(hostile, PASSPHRASE, clock)
    assert time.perf_counter() - began < 0.05


@pytest.mark.parametrize("data", [b"", b"{}", b"[" * 100_000, b"\xff\xfe", b'{"version":1}', b"x" * (2 << 20)])
def test_what_is_not_a_container(data: bytes, clock: FixedClock) -> None:
    with pytest.raises(DamagedError):
        card(data)
    with pytest.raises(DamagedError):
        unseal(data, PASSPHRASE, clock)


def test_an_expired_identity_is_refused(container: bytes, clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="expired"):
        unseal(container, PASSPHRASE, FixedClock(clock.now() + dt.timedelta(days=366 * 5)))
