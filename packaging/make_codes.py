"""Writes `resources/codes.json`: countries and regions whose public holidays are on record, and the currencies.

The libraries that know them take a tenth of a second to load, and the rules ask at every opening of an agreement. A
test holds the file to the libraries.
"""

from __future__ import annotations

import json
from pathlib import Path

import holidays
from babel.numbers import list_currencies

TARGET = Path(__file__).resolve().parent.parent / "resources" / "codes.json"


def text() -> str:
    """What the file says: every currency, and for every country its regions by all their names."""
    places = {
        code: sorted({*regions, *getattr(getattr(holidays, code), "subdivisions_aliases", {})})
        for code, regions in holidays.list_supported_countries(include_aliases=True).items()
    }
    known = {"currencies": sorted(list_currencies()), "holidays": dict(sorted(places.items()))}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
