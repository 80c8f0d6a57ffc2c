"""Whether a key is the one known for a person. Must not know where pins are kept.

A self-issued certificate proves nothing about a name, so the first fingerprint seen for a role and e-mail is remembered
after people compared it by another way, and every later one is judged against it.
"""

from __future__ import annotations

from typing import Literal

Judgement = Literal["new", "pinned", "changed"]


def judge_identity(seen: str, pinned: str | None) -> Judgement:
    """What a certificate's fingerprint is to the one pinned for the same role and e-mail.

    Args:
        seen: The fingerprint in the signature, as `holder.fingerprint` writes it.
        pinned: The one remembered; None where there is none yet.

    Returns:
        `new` where nothing was pinned, `pinned` where they are equal (without regard to case and spaces), else
        `changed`: another key under a known name, which a person must confirm by comparing fingerprints.
    """
    if pinned is None:
        return "new"
    return "pinned" if _digits(seen) == _digits(pinned) else "changed"


def _digits(fingerprint: str) -> str:
    return "".join(fingerprint.split()).upper()
