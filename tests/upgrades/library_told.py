"""Everything a library says, as JSON, read through its public door: to compare with what it said when it was made."""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import json
import zlib
from decimal import Decimal
from typing import Any

from workbench.storage.lead_blob import encode
from workbench.storage.library import Library

HEAD = 40
"""Bytes before a packed log: the mark, the form and the hash."""


def told(library: Library) -> Any:
    """What the library says, as plain JSON values."""
    heads = library.agreements.all()
    everything = {
        "library": library.settings.get("library.id"),
        "settings": library.settings.all(),
        "profiles": library.profiles.all(),
        "events": library.events.all(),
        "pins": library.pins.history("Marketing lead", "mara@example.com"),
        "agreements": [head._asdict() for head in heads],
        "each": [one_told(library, head.id) for head in heads],
    }
    return json.loads(json.dumps(everything, default=plain))


def one_told(library: Library, agreement: str) -> dict[str, Any]:
    """What the library says of one agreement."""
    versions, signatures = library.versions.every(agreement), library.signatures.of_agreement(agreement)
    part = library.workshops.get(agreement, "preparation")
    snapshots, batches = library.drafts.snapshots(agreement), library.actuals.batches(agreement)
    return {
        "draft": library.drafts.get(agreement)._asdict(),
        "snapshots": [(one._asdict(), library.drafts.snapshot(agreement, one.revision)) for one in snapshots],
        "versions": [(one, one.hash, library.versions.content(one.hash)) for one in versions],
        "own line": [one.hash for one in library.versions.all(agreement)],
        "signatures": [(one, library.signatures.file(one)) for one in signatures],
        "imports": [
            (one, library.actuals.problems(agreement, one.number), library.actuals.source(agreement, one.number))
            for one in batches
        ],
        "log": zlib.decompress(encode(library.actuals.log(agreement))[HEAD:]),  # whoever packs it, and how small
        "totals": library.totals.all(agreement, history=True),
        "attestations": library.attestations.all(agreement, history=True),
        "settled": library.overrides.all(agreement, history=True),
        **({"preparation": part._asdict()} if part.revision else {}),  # since format 2
    }


def plain(value: Any) -> Any:
    """A value that JSON does not have, as one it has."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value))
