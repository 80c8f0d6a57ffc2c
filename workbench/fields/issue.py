"""Bad or missing input as data: where, how grave, which rule, and one sentence. Must not know any rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.base.language import Language

Severity = Literal["error", "warning", "hint"]
"""An error keeps a version from being signed; a warning is shown before signing; a hint is advice."""


@dataclass(frozen=True)
class Issue:
    """Something a rule found.

    Attributes:
        path: Written path of the field, row or section it is about.
        severity: How grave.
        code: The rule's stable name.
        template: One sentence, marked for translation, with braces for values.
        values: What fills the braces, in pairs.
    """

    path: str
    severity: Severity
    code: str
    template: str
    values: tuple[tuple[str, str], ...] = ()

    def message(self, language: Language) -> str:
        """The sentence in a language; values that are wording of ours, such as labels, are said in it too."""
        return language.text(self.template).format(**{name: language.text(value) for name, value in self.values})
