"""Kinds whose values are words: text, lists of words, choices, yes or no, codes. Must not know numbers or dates."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from workbench.base.language import N_
from workbench.fields.kind import BadText, Kind
from workbench.fields.value import Shown

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")
_SPACES = re.compile(r"[ \t\u00a0]+")


def clean(text: str, *, lines: bool) -> str:
    """Text as it is kept: NFC, no control characters or lone surrogates, one kind of line end, no outer blanks.

    Args:
        text: Anything typed or read.
        lines: Whether line ends are kept; otherwise they become spaces.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _CONTROL.sub("", text)
    if not lines:
        return _SPACES.sub(" ", text.replace("\n", " ")).strip()
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n").strip(" ")


@dataclass(frozen=True)
class TextKind(Kind):
    """Free text.

    Attributes:
        lines: Whether it may have several lines (prose) or is one line (a name).
        limit: Most characters.
        pattern: What it must match as a whole, if anything.
        expected: The sentence for text that does not match the pattern.
    """

    name: ClassVar[str] = "text"
    empty: ClassVar[Any] = ""
    lines: bool = False
    limit: int = 300
    pattern: str = ""
    expected: str = ""

    def parse(self, text: str, shown: Shown) -> str:
        """The cleaned text."""
        del shown
        return self.checked(self.normal(text))

    def format(self, value: Any, shown: Shown) -> str:
        """The text itself."""
        del shown
        return str(value or "")

    def normal(self, value: Any) -> str:
        """The cleaned text."""
        return clean(value or "", lines=self.lines)

    def problem(self, value: Any) -> BadText | None:
        """Too long, or not of the pattern."""
        if len(value) > self.limit:
            return BadText(N_("This is {length} characters; at most {limit} fit."), length=len(value), limit=self.limit)
        if value and self.pattern and not re.fullmatch(self.pattern, value):
            return BadText(self.expected)
        return None

    def schema(self) -> dict[str, Any]:
        """A string."""
        pattern = {"pattern": f"^(?:{self.pattern})?$"} if self.pattern else {}
        return {"type": "string", "maxLength": self.limit, **pattern}


@dataclass(frozen=True)
class Option:
    """One answer of a choice: the value that is kept and the words that are shown."""

    value: str
    label: str
    help: str = ""


@dataclass(frozen=True)
class ChoiceKind(Kind):
    """Exactly one of a closed list.

    Attributes:
        options: In the order they are offered.
    """

    name: ClassVar[str] = "choice"
    empty: ClassVar[Any] = ""
    options: tuple[Option, ...] = ()

    def option(self, value: str) -> Option | None:
        """The option with a value."""
        return next((option for option in self.options if option.value == value), None)

    def parse(self, text: str, shown: Shown) -> str:
        """The option's value, from its value or its label in any case."""
        wanted = clean(text, lines=False).casefold()
        for option in self.options:
            if wanted in {
                option.value.casefold(),
                option.label.casefold(),
                shown.language.text(option.label).casefold(),
            }:
                return option.value
        if not wanted:
            return ""
        raise self._unknown(text, shown)

    def _unknown(self, text: str, shown: Shown) -> BadText:
        offered = ", ".join(shown.language.text(option.label) for option in self.options[:12])
        return BadText(N_("“{text}” is not one of the answers: {offered}."), text=text, offered=offered)

    def format(self, value: Any, shown: Shown) -> str:
        """The option's words."""
        option = self.option(value or "")
        return shown.text(option.label) if option else str(value or "")

    def problem(self, value: Any) -> BadText | None:
        """Not in the list."""
        return self._unknown(value, Shown()) if value and not self.option(value) else None

    def schema(self) -> dict[str, Any]:
        """One of the values, or empty."""
        return {"enum": ["", *(option.value for option in self.options)]}


@dataclass(frozen=True)
class ChoicesKind(ChoiceKind):
    """Any number of a closed list, kept in the list's own order."""

    name: ClassVar[str] = "choices"
    empty: ClassVar[Any] = ()

    def parse(self, text: str, shown: Shown) -> tuple[str, ...]:  # type: ignore[override]  # several instead of one
        """The options named, separated by commas or semicolons."""
        parts = [part for part in re.split(r"[,;\n]", text) if part.strip()]
        return self.normal(tuple(ChoiceKind.parse(self, part, shown) for part in parts))

    def format(self, value: Any, shown: Shown) -> str:
        """The options' words, separated by commas."""
        return ", ".join(ChoiceKind.format(self, one, shown) for one in value or ())

    def normal(self, value: Any) -> tuple[str, ...]:
        """Each once, in the order offered; unknown ones last."""
        order = {option.value: index for index, option in enumerate(self.options)}
        return tuple(sorted(dict.fromkeys(value or ()), key=lambda one: order.get(one, len(order))))

    def problem(self, value: Any) -> BadText | None:
        """One of them is not in the list."""
        return next((self._unknown(one, Shown()) for one in value if not self.option(one)), None)

    def schema(self) -> dict[str, Any]:
        """An array of values."""
        return {"type": "array", "items": {"enum": [option.value for option in self.options]}, "uniqueItems": True}


@dataclass(frozen=True)
class TextsKind(Kind):
    """A short list of words or names, one a line.

    Attributes:
        limit: Most characters of one entry.
        most: Most entries.
        data_values: Whether the entries are compared with values in imported data, where `* ? ~` are refused.
    """

    name: ClassVar[str] = "texts"
    empty: ClassVar[Any] = ()
    limit: int = 200
    most: int = 200
    data_values: bool = False

    def parse(self, text: str, shown: Shown) -> tuple[str, ...]:
        """The lines; a single line is split at semicolons, and at commas where no entry can hold one."""
        del shown
        parts = text.split("\n") if "\n" in text else re.split(r"[;,]" if self.data_values else r";", text)
        return self.checked(self.normal(tuple(parts)))

    def format(self, value: Any, shown: Shown) -> str:
        """The entries, separated by commas."""
        del shown
        return ", ".join(value or ())

    def edit_text(self, value: Any, shown: Shown) -> str:
        """The entries, one a line."""
        del shown
        return "\n".join(value or ())

    def normal(self, value: Any) -> tuple[str, ...]:
        """Cleaned, without blanks, each once (compared without case)."""
        seen: dict[str, str] = {}
        for entry in value or ():
            word = clean(entry, lines=False)
            if word:
                seen.setdefault(word.casefold(), word)
        return tuple(seen.values())

    def problem(self, value: Any) -> BadText | None:
        """Too many, too long, or with a character that spreadsheets read as a wildcard."""
        if len(value) > self.most:
            return BadText(N_("At most {most} entries fit here."), most=self.most)
        for entry in value:
            if len(entry) > self.limit:
                return BadText(N_("“{entry}…” is longer than {limit} characters."), entry=entry[:30], limit=self.limit)
            if self.data_values and re.search(r"[*?~]", entry):
                return BadText(N_("“{entry}” holds * ? or ~, which a spreadsheet reads as a wildcard."), entry=entry)
        return None

    def schema(self) -> dict[str, Any]:
        """An array of strings."""
        return {"type": "array", "items": {"type": "string", "maxLength": self.limit}, "maxItems": self.most}


@dataclass(frozen=True)
class YesNoKind(Kind):
    """Yes or no; unanswered counts as no."""

    name: ClassVar[str] = "yes_no"
    empty: ClassVar[Any] = False

    def is_empty(self, value: Any) -> bool:
        """Never: no is an answer."""
        del value
        return False

    def parse(self, text: str, shown: Shown) -> bool:
        """From yes, no and their translations, true, false, 1, 0."""
        word = clean(text, lines=False).casefold()
        if word in {"yes", "true", "1", "x", shown.language.text(N_("Yes")).casefold()}:
            return True
        if word in {"", "no", "false", "0", shown.language.text(N_("No")).casefold()}:
            return False
        raise BadText(N_("Answer yes or no."))

    def format(self, value: Any, shown: Shown) -> str:
        """Yes or No."""
        return shown.language.text(N_("Yes") if value else N_("No"))

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class CodeKind(TextKind):
    """A code of a published list: a currency, a time zone, a country, a subdivision.

    Attributes:
        of: Which list.
    """

    name: ClassVar[str] = "code"
    limit: int = 64
    of: Literal["currency", "time_zone", "country", "subdivision"] = "currency"

    def normal(self, value: Any) -> str:
        """Upper case for every code but a time zone's name."""
        text = clean(value or "", lines=False)
        return text if self.of == "time_zone" else text.upper()

    def problem(self, value: Any) -> BadText | None:
        """Not in the published list."""
        if not value:
            return None
        if self.of == "time_zone":
            return (
                None
                if is_time_zone(value)
                else BadText(N_("“{text}” is not a time zone; write one such as Europe/Berlin."), text=value)
            )
        pattern, expected = {
            "currency": (r"[A-Z]{3}", N_("Write the currency's three letters, such as EUR.")),
            "country": (r"[A-Z]{2}", N_("Write the country's two letters, such as DE.")),
            "subdivision": (r"[A-Z0-9]{1,6}", N_("Write the region's short code, such as BY.")),
        }[self.of]
        return None if re.fullmatch(pattern, value) else BadText(expected)


def is_time_zone(name: str) -> bool:
    """Whether a name is in the time zone database."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415  (reads files; only when a zone is judged)

    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):  # an absolute path, a folder, a name not in the database
        return False
    return True
