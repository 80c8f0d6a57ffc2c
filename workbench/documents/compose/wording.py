"""Which wording this program prints with, as a digest: two programs of one digest print the same words.

A document that was signed keeps its words for ever; the program's own go on changing. Whoever compares a signed file
with a fresh rendering must know whether the difference may come from that. Must not know how pages are set.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import lru_cache

from workbench.agreement.model import FORMAT, read_agreement
from workbench.agreement.phrases import PHRASE
from workbench.agreement.sentences import COHORT, HAPPENS, SENTENCE
from workbench.agreement.templates import templates
from workbench.agreement.version import VersionHeader
from workbench.base.language import language
from workbench.base.places import resource
from workbench.documents.blocks import as_json
from workbench.documents.compose.agreement import compose_agreement

DIGITS = 12
HEADER = VersionHeader(
    agreement="a" * 32, number=1, parents=(), content_hash="0" * 64, doc_schema=FORMAT, kind="for_signature",
    author="A", message="B", at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
)  # fmt: skip
"""A version that is always the same, so that only words make a difference."""


@lru_cache(maxsize=1)
def wording_digest() -> str:
    """The digest of what the program makes of the agreements it ships: every section, and every sentence."""
    digest = composed_digest().copy()
    for part in (SENTENCE, COHORT, HAPPENS, PHRASE):
        digest.update(f", {json.dumps(part, sort_keys=True)}".encode())
    digest.update(b"]")
    return digest.hexdigest()[:DIGITS]


@lru_cache(maxsize=1)
def composed_digest() -> hashlib._Hash:
    """The digest as far as the sections go, which take nearly all of the time; to be copied, not changed."""
    shipped = [one.agreement for one in templates()]
    shipped.append(read_agreement(resource("practice", "agreement.json").read_bytes(), "The practice agreement"))
    composed = [as_json(compose_agreement(one, HEADER, language())) for one in shipped]
    return hashlib.sha256(f"[{json.dumps(composed, sort_keys=True)}".encode())
