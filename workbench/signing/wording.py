"""Sentences chosen where a fact is found and translated where it is shown, and text that strangers wrote made visible.

Must not know which facts exist.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from workbench.base.language import Language, language

_JOINERS = "\u200c\u200d"


@dataclass(frozen=True)
class Phrase:
    """Wording with its values.

    Attributes:
        template: Marked for translation, with braces for the values.
        values: What fills the braces, in pairs.
    """

    template: str
    values: tuple[tuple[str, str], ...] = ()

    def text(self, shown_in: Language) -> str:
        """The wording in a language."""
        return shown_in.text(self.template).format(**dict(self.values))

    def __str__(self) -> str:
        """The wording in the source language."""
        return self.text(language())


def is_hidden(character: str) -> bool:
    """Whether a character has no look of its own: controls, directions, line breaks; not the joiners that scripts need.

    Such characters can make one name look like another, or tell a terminal what to do.
    """
    return character not in _JOINERS and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def visible(text: str) -> str:
    """Text out of a document or certificate, with a mark in place of every hidden character."""
    return "".join("\ufffd" if is_hidden(character) else character for character in text)


def phrase(template: str, **values: object) -> Phrase:
    """A phrase of a marked template and the values for its braces."""
    return Phrase(template, tuple((name, str(value)) for name, value in values.items()))
