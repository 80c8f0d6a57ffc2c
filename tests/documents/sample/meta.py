"""Who agrees, and the facts every sample's footer shows."""

from __future__ import annotations

import hashlib

from workbench.documents.blocks import Meta, Paper

COMPANY = "Halden Instruments"
MARKETING_LEAD, SALES_LEAD, SPONSOR = "Inès Moreau", "Tobias Lindqvist", "Ruth Adeyemi"
CONTENT = b'{"format":1,"title":"Marketing and sales service level agreement"}'
CONTENT_HASH = hashlib.sha256(CONTENT).hexdigest()


def meta(title: str, version: str = "Version 3", *, paper: Paper = "A4", running: str = "") -> Meta:
    return Meta(
        title=f"{title}, {COMPANY}",
        author=COMPANY,
        language="en-GB",
        reference="HAL-2027-02",
        version=version,
        short_hash="a41c 90de 7b13 f5e8",
        content_hash=CONTENT_HASH,
        created="2026-12-11T14:05:00+00:00",
        running=running or f"{COMPANY}  ·  {title}",
        paper=paper,
    )
