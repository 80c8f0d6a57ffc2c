"""How files spell things: headers, totals rows, footers, placeholders, months, vendors; data in `resources/imports`.

Looks up, never decides: whether a column is used is the business of `columns`. Must not know cells or formats.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from workbench.agreement.lead_fields import FIELD, LEAD_FIELDS
from workbench.base.language import language, shipped
from workbench.base.places import resource
from workbench.sheets.header_words import forms, nearly, normal

_QUEUE = re.compile(r"\s*(?:sales|marketing|vendas|ventas|vertrieb|inbound)\s*[-–—:]\s*\S", re.IGNORECASE)

MatchKind = Literal["exact", "known", "guess", "remembered", "none"]
"""Exact: our own name or label. Known: a spelling in the dictionary. Guess: a slip, a bare word, or the values.
Remembered: named by the mapping."""

CERTAINTY: dict[MatchKind, float] = {"exact": 1.0, "remembered": 1.0, "known": 0.9, "guess": 0.65, "none": 0.0}


@dataclass(frozen=True)
class Match:
    """What a header means.

    Attributes:
        field: Name of a lead field.
        kind: How it was recognised.
        certainty: 0 to 1.
        language: Language code of the spelling; empty where several languages share it.
    """

    field: str
    kind: MatchKind
    certainty: float
    language: str = ""


class Dictionary:
    """The spellings, looked up by normal form."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._known = dict(_spellings(data["fields"]))
        self._likely = dict(_spellings(data["likely"]))
        self._unsure = dict(_spellings(data["unsure"]))
        self._exact = _own_names()
        self.ignored: frozenset[str] = frozenset(data["ignored"])
        self.durations: frozenset[str] = frozenset(data["durations"])
        self.second_parts: Mapping[str, Mapping[str, list[str]]] = data["second_parts"]
        self.day_words: frozenset[str] = frozenset(data["day_words"])
        self.time_words: frozenset[str] = frozenset(data["time_words"])
        self.prefixes: frozenset[str] = frozenset(data["prefixes"])
        self.vendors: Mapping[str, Mapping[str, Any]] = data["vendors"]
        self.footers: tuple[str, ...] = tuple(data["footers"])
        self.as_of: tuple[str, ...] = tuple(sorted(data["as_of"], key=len, reverse=True))
        self.placeholders: frozenset[str] = frozenset(data["placeholders"])
        self.date_placeholders: frozenset[str] = frozenset(data["date_placeholders"]) | self.placeholders
        self.errors: frozenset[str] = frozenset(data["errors"])
        self.never_texts = frozenset(one for word in self.placeholders | self.errors for one in _in_any_case(word))
        """Placeholders and errors in every mixture of cases, so that whole columns can be asked at once."""
        self.months: Mapping[str, int] = data["months"]
        self.sheets: Mapping[str, list[str]] = data["sheets"]
        self.outcomes: Mapping[str, list[str]] = data["outcomes"]
        self.queues: tuple[str, ...] = tuple(data["queues"])
        self.activities: Mapping[str, list[str]] = data["activities"]
        self.period_totals: Mapping[str, list[str]] = data["period_totals"]
        self._totals: tuple[str, ...] = tuple(sorted(data["totals"], key=len, reverse=True))
        self._totals_begin = frozenset(letter for word in self._totals for letter in (word[0], word[0].upper()))

    def match(self, header: str, vendor: str = "", *, slips: bool = True) -> Match | None:
        """The field a header names, or nothing. `Created By` does not name Created: only whole spellings count.

        Args:
            header: As the file has it.
            vendor: Vendor whose own reading of an ambiguous header counts.
            slips: Whether a typing slip is forgiven.
        """
        tried = forms(header, self.prefixes)
        if not tried or tried[0] in self.ignored:
            return None
        special = self.vendors.get(vendor, {}).get("fields", {})
        for form in tried:
            if form in special:
                return Match(special[form], "known", CERTAINTY["known"])
        for form in tried:
            if form in self._exact:
                return Match(self._exact[form], "exact", CERTAINTY["exact"], self._known.get(form, ("", ""))[1])
            if form in self._known:
                field, tongue = self._known[form]
                return Match(field, "known", CERTAINTY["known"], tongue)
        if found := next((found for form in tried if (found := self._dated(form))), None):
            return found
        for form in tried:
            if form in self._likely:
                field, tongue = self._likely[form]
                return Match(field, "guess", CERTAINTY["guess"], tongue)
        return next((found for form in tried if (found := self._slip(form))), None) if slips else None

    def _dated(self, form: str) -> Match | None:
        """The date field that a header names once its word for a date is taken away: `Handed over date`."""
        words = form.split()
        bare = " ".join(word for word in words if word not in self.day_words)
        field = self._exact.get(bare) or self._known.get(bare, ("", ""))[0]
        if len(bare) == len(form) or field not in FIELD or FIELD[field].kind != "instant":
            return None
        return Match(field, "known", CERTAINTY["known"], self._known.get(bare, ("", ""))[1])

    def _slip(self, form: str) -> Match | None:
        if form in self._unsure:
            return None
        for spelling, (field, tongue) in self._known.items():
            if nearly(form, spelling):
                return Match(field, "guess", 0.7, tongue)
        return None

    def unsure(self, header: str) -> str:
        """A field the header may mean but must not be used for without being told; empty where there is none."""
        tried = forms(header, self.prefixes)
        if tried and tried[0] in self.ignored:
            return ""
        return next((self._unsure[form][0] for form in tried if form in self._unsure), "")

    def part(self, header: str) -> tuple[str, int] | None:
        """The field of which the header names the first (0) or last (1) part: first and last name."""
        for form in forms(header, self.prefixes):
            for field, parts in self.second_parts.items():
                for place, name in enumerate(("first", "last")):
                    if form in parts[name]:
                        return field, place
        return None

    def spellings(self, field: str, vendor: str = "") -> tuple[str, ...]:
        """How exports spell a field, capital first: a vendor's own words, then those of any language, then English."""
        own = self.vendors.get(vendor, {}).get("headers", {})
        known = [form for form, (name, tongue) in self._known.items() if name == field and tongue in {"", "en"}]
        return tuple(form[:1].upper() + form[1:] for form in sorted(known, key=lambda form: form not in own))

    def is_total(self, text: str) -> bool:
        """Whether a cell opens a totals row: `Total`, `Summe:`, `Grand Totals (5700 records)`, `Total de clientes: 48`.

        A company called Total Energies is recognised by its row having an identity; that is the caller's to know.
        """
        form = normal(text)
        return any(form == word or form.startswith(word + " ") for word in self._totals)

    def totals_among(self, texts: Sequence[str]) -> list[int]:
        """Places of the texts that open a totals row; quick where few begin like one."""
        return [i for i, text in enumerate(texts) if text[:1] in self._totals_begin and self.is_total(text)]

    def is_footer(self, text: str) -> bool:
        """Whether a cell is a vendor's footer line."""
        form = normal(text)
        return any(form.startswith(word) for word in self.footers)

    def is_queue(self, owner: str) -> bool:
        """Whether the owner of a lead looks like a queue, which nobody is: `Sales - Inbound`, `Queue North`."""
        spelled = f" {normal(owner)} "
        return bool(_QUEUE.match(owner)) or any(f" {word} " in spelled for word in self.queues)

    def is_duration(self, header: str) -> bool:
        """Whether a header names a duration up to the first touch."""
        return any(form in self.durations for form in forms(header))

    def outcome(self, word: str) -> str:
        """What a status or stage word usually means; empty where nothing is usual."""
        form = normal(word)
        return next((meaning for meaning, words in self.outcomes.items() if form in words), "")


def _spellings(tier: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, tuple[str, str]]]:
    for field, by_language in tier.items():
        for tongue, spellings in by_language.items():
            for spelling in spellings:
                yield spelling, (field, "" if tongue == "any" else tongue)


def _in_any_case(word: str) -> Iterator[str]:
    return map("".join, itertools.product(*({letter.lower(), letter.upper()} for letter in word)))


def _own_names() -> dict[str, str]:
    own = {normal(field.name): field.name for field in LEAD_FIELDS}
    for code in shipped():
        spoken = language(code)
        own.update({normal(spoken.text(field.label)): field.name for field in LEAD_FIELDS})
    return own


@cache
def dictionary() -> Dictionary:
    """The dictionary that is shipped, read once."""
    return Dictionary(json.loads(resource("imports", "aliases.json").read_text("utf-8")))
