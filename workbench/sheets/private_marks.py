"""Marks that stand for people: the same person always gets the same one, and nobody can tell from it who that is.

A mark is made with a secret that stays in the library, so that files of many months still match, and addresses cannot
be tried out against a list by whoever only has the marks. Must not know files or where the secret is kept.
"""

from __future__ import annotations

import hashlib
import hmac
import re

PRIVATE_FIELDS = ("email", "person")
"""Lead fields whose values are replaced."""

_BEGIN, _END = "anon-", "@private"
_MARK = re.compile(r"anon-[0-9a-f]{16}(@private)?")


def is_mark(text: str) -> bool:
    """Whether a text is a mark already, as a tracker has it that was written with marks."""
    return bool(_MARK.fullmatch(text))


def mark(secret: str, text: str, field: str) -> str:
    """The mark that stands for a text; a mark stands for itself.

    Args:
        secret: Of the library.
        text: An e-mail address or a name; case and outer spaces do not count.
        field: One of `PRIVATE_FIELDS`.
    """
    if not text or is_mark(text):
        return text
    spelled = " ".join(text.casefold().split())
    digest = hmac.new(secret.encode(), f"{field}\0{spelled}".encode(), hashlib.sha256).hexdigest()[:16]
    return f"{_BEGIN}{digest}{_END if field == 'email' else ''}"


def marked_identity(secret: str, identity: str) -> str:
    """An identity with its address replaced; an ID stays."""
    kind, _, rest = identity.partition(":")
    if kind not in {"email", "email+day"}:
        return identity
    address, blank, day = rest.partition(" ")
    return f"{kind}:{mark(secret, address, 'email')}{blank}{day}"
