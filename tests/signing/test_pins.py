from __future__ import annotations

import pytest

from workbench.signing.holder import fingerprint
from workbench.signing.pins import judge_identity

ONE, TWO = fingerprint(b"one"), fingerprint(b"two")


@pytest.mark.parametrize(
    ("seen", "pinned", "judged"),
    [
        (ONE, None, "new"),
        (ONE, ONE, "pinned"),
        (ONE, ONE.lower().replace(" ", ""), "pinned"),
        (ONE, TWO, "changed"),
        (ONE, "", "changed"),
    ],
)
def test_a_fingerprint_is_judged_against_the_pinned_one(seen: str, pinned: str | None, judged: str) -> None:
    assert judge_identity(seen, pinned) == judged
