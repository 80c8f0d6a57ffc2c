"""A mapping's `values` done to the fields of a file: words replaced, leads excluded, stages reached.

Child process only. Must not know which rows are leads.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from workbench.sheets.column.texts import TextColumn
from workbench.sheets.mapping import Mapping
from workbench.sheets.said import said
from workbench.sheets.table.fields import Fields
from workbench.sheets.table.values import Meanings, apply_stages, apply_words, exclusions, meanings


def apply_meanings(fields: Fields, mapping: Mapping) -> None:
    """Do what the mapping's `values` say, and nothing else; changes `fields`.

    Raises:
        NotAllowedError: A meaning names a field that is no date.
    """
    for name, given in mapping.values.items():
        column = fields.texts.get(name)
        if column is None:
            continue
        found = meanings(name, given, column)
        _reach_stages(fields, name, column, found)
        if found.excluded:
            _exclude(fields, exclusions(column, found).tolist())
        if found.words:
            fields.texts[name] = apply_words(fields.texts[name], found)


def _reach_stages(fields: Fields, name: str, column: TextColumn, found: Meanings) -> None:
    texts = column.texts() if found.reached else []
    for field, rows in apply_stages(column, found, fields.stamps).items():
        reasons = fields.reasons.setdefault(field, {})
        for place in np.flatnonzero(rows).tolist():
            reasons.setdefault(place, said("word_without_date", word=texts[place], field=field))
    for field in fields.stamps:  # some are named by words only
        fields.headers.setdefault(field, fields.headers[name])
        fields.raw.setdefault(field, fields.raw[name])
        fields.reasons.setdefault(field, {})


def _exclude(fields: Fields, reasons: list[str]) -> None:
    """Fill the field `excluded` where the file itself says nothing."""
    own = fields.texts.get("excluded")
    texts = [old or new for old, new in zip(own.texts(), reasons, strict=True)] if own else reasons
    index: dict[str, int] = {}
    codes = np.array([index.setdefault(text, len(index)) if text else -1 for text in texts], np.int32)
    fields.texts["excluded"] = replace(own or TextColumn(codes, (), {}), codes=codes, words=tuple(index))
    fields.headers.setdefault("excluded", "")
    fields.raw.setdefault("excluded", texts)
    fields.reasons.setdefault("excluded", {})
