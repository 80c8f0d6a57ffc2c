"""Wording in the room's language: gettext catalogues, chosen by the caller and never global.

Texts are marked with `N_` where they are declared and translated where they are shown, by the `Language` the caller
holds; the window's language and a document's language are two such objects. Must not know Qt.
"""

from __future__ import annotations

import gettext as _gettext
from functools import cache
from typing import Final

from workbench.base.places import resources

SOURCE = "en"
KNOWN = ("en", "pt_BR", "es", "de")
"""Language codes an agreement may name, Babel style."""


def N_(message: str) -> str:  # noqa: N802  (gettext's own name, which extraction tools look for)
    """Mark a text for translation where it is declared; answers it unchanged."""
    return message


class Language:
    """One language for wording, numbers and dates.

    Attributes:
        code: Babel locale code, such as `pt_BR`.

    Args:
        code: See above.
        catalogue: Its wording; the source wording without one.
    """

    def __init__(self, code: str = SOURCE, catalogue: _gettext.NullTranslations | None = None) -> None:
        self.code: Final = code
        self._catalogue: Final = catalogue or _gettext.NullTranslations()

    def text(self, message: str) -> str:
        """The message in this language; an empty message stays empty."""
        return self._catalogue.gettext(message) if message else ""

    def count(self, one: str, many: str, n: int) -> str:
        """The form of a counted message for `n`, with `{n}` left for the caller to fill."""
        return self._catalogue.ngettext(one, many, n)


@cache
def language(code: str = SOURCE) -> Language:
    """The language of a code, with the source wording where no catalogue is shipped for it.

    A code may come out of a foreign file, so nothing is looked for under its name before it is known.
    """
    if code not in shipped():
        return Language(code)
    if code == SOURCE:
        return Language()
    return Language(code, _gettext.translation("workbench", str(resources() / "locale"), [code]))


@cache
def shipped() -> tuple[str, ...]:
    """Codes of the languages whose wording is complete: the source and every catalogue that is shipped."""
    found = sorted(path.parent.parent.name for path in (resources() / "locale").glob("*/LC_MESSAGES/workbench.mo"))
    return (SOURCE, *found)
