"""A sentence that is chosen where a fact is found and translated where it is shown. Must not know which facts exist."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.language import Language, language


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


def phrase(template: str, **values: object) -> Phrase:
    """A phrase of a marked template and the values for its braces."""
    return Phrase(template, tuple((name, str(value)) for name, value in values.items()))
