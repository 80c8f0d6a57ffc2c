"""Recognising the tracking spreadsheet of this program: its document properties name agreement, version and hash.

Only names that semantics fixes are relied on. Must not know how the tracker is written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.fields.moments import FIRST_DAY, LAST_DAY

AGREEMENT, VERSION, HASH, AS_OF = "sla_agreement", "sla_version", "sla_hash", "sla_as_of"
UNFILLED = "sla_unfilled"
"""Letters of the columns that nobody had given a value when the tracker was written, with commas between."""
COMPUTED, CUSTOM_COLUMNS = "sla_computed", "sla_own_columns"
"""Headers of columns that say what formulas came to, and of columns that are a company's own."""
BETWEEN = "|"
DOUBLED = " *"
"""Follows the header of a company's own column where another column has that header."""
LEADS_TABLE = "Leads"
OWN_VENDOR = "sla_workbench"

_LONGEST = 200


@dataclass(frozen=True)
class OwnFile:
    """What a tracker says of itself; only a claim until the library confirms it.

    Attributes:
        agreement: Id of the agreement.
        version: Sequence number of the version, as text.
        hash: Hash of the version.
        as_of: ISO day or instant of the data in it; empty where it names none.
        unfilled: Letters of its columns that nobody had given a value when it was written.
        computed: Headers of columns whose content is computed; nothing where it does not say.
        custom: Headers of columns that are a company's own.
    """

    agreement: str
    version: str
    hash: str
    as_of: str = ""
    unfilled: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()
    custom: tuple[str, ...] = ()


def own_file(properties: Mapping[str, str]) -> OwnFile | None:
    """The tracker's own words, or nothing for any other file."""
    if not all(properties.get(name) for name in (AGREEMENT, VERSION, HASH)):
        return None
    as_of = properties.get(AS_OF, "").strip()
    try:
        as_of = as_of if FIRST_DAY <= dt.datetime.fromisoformat(as_of).date() <= LAST_DAY else ""
    except ValueError:
        as_of = ""
    agreement, version, digest = (properties[name].strip()[:_LONGEST] for name in (AGREEMENT, VERSION, HASH))
    unfilled = tuple(name for name in properties.get(UNFILLED, "").split(",") if name)
    computed, custom = (
        tuple(one for one in properties.get(name, "").split(BETWEEN) if one) for name in (COMPUTED, CUSTOM_COLUMNS)
    )
    return OwnFile(agreement, version, digest, as_of, unfilled, computed, custom)
