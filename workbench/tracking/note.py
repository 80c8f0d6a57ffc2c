"""One sentence that explains a number or a row, kept apart from the language it is read in.

Must not know what it explains.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.language import Language


@dataclass(frozen=True)
class Note:
    """A sentence to be translated when it is shown.

    Attributes:
        template: Marked for translation, with braces for values; empty where there is nothing to say.
        values: What fills the braces, in pairs; words that are marked themselves are translated too, several words
            are listed.
    """

    template: str = ""
    values: tuple[tuple[str, str | tuple[str, ...]], ...] = ()

    def text(self, language: Language) -> str:
        """The sentence in a language."""
        sentence = language.text(self.template)
        if not self.values:
            return sentence
        return sentence.format(**{name: _words(value, language) for name, value in self.values})

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.template)


def _words(value: str | tuple[str, ...], language: Language) -> str:
    return language.text(value) if isinstance(value, str) else ", ".join(language.text(word) for word in value)


NOTHING = Note()
