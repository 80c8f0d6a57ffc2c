"""What stands around one editor: its label above, one line of help or what is wrong below. Must not know kinds.

The line below is one place for both, so that a message never pushes the form down; the help stays in the tooltip and
with the screen reader meanwhile.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_, Language
from workbench.fields.declare import Field
from workbench.fields.issue import Severity
from workbench.ui.form.editors.choices import SeveralEditor
from workbench.ui.form.editors.editor import Editor
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label, Tone
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

_TONE: Final[dict[Severity, Tone]] = {"error": "bad", "warning": "warn", "hint": "accent"}
_GLYPH: Final[dict[Severity, tuple[str, str]]] = {
    "error": ("triangle-alert", "bad"),
    "warning": ("triangle-alert", "warn"),
    "hint": ("info", "accent_text"),
}
_GLYPH_SIZE, _GLYPH_ROOM = 13, 18


class NoteLabel(Label):
    """One line below an editor: help at rest, a glyph and a sentence when something is wrong."""

    def __init__(self, help_line: str = "") -> None:
        super().__init__(help_line, "tiny", wrap=True)
        self._help = help_line
        self._severity: Severity | None = None

    def show_problem(self, severity: Severity | None, message: str) -> None:
        """Say what is wrong instead of the help, or the help again."""
        wrong = severity if message else None
        if (wrong, message or self._help) == (self._severity, self.text()):
            return
        self._severity = wrong
        self.setText(message or self._help)
        self.setToolTip(self._help if wrong else "")
        self.set_tone(_TONE[wrong] if wrong else "")
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Make room for the glyph."""
        self.setContentsMargins(look.px(_GLYPH_ROOM) if self._severity else 0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the glyph before them."""
        super().paintEvent(event)
        if self._severity:
            look = theme().look
            name, color = _GLYPH[self._severity]
            top = (self.fontMetrics().height() - look.px(_GLYPH_SIZE)) / 2
            Ink(QPainter(self), look).icon(name, 0, max(top, 0), _GLYPH_SIZE, color)


class FieldFrame:
    """The label and the note of one editor.

    Attributes:
        editor: What they belong to.
        label: Above it; nothing where the editor shows the label itself.
        mark: Beside the label while an answer that signing needs is missing; nothing for other fields.
        offer: What can be done with the field, at the end of the label's line; nothing for most.
        note: Below it.
    """

    def __init__(
        self, field: Field, editor: Editor, language: Language, offer: QWidget | None = None, *, quiet: bool = False
    ) -> None:
        self.editor = editor
        words = language.text(field.label)
        self.label = None if editor.says_label else FieldLabel(words, editor.target)
        self.mark = Label(language.text(N_("needed to sign")), "tiny") if field.needed and self.label else None
        self.note = NoteLabel("" if quiet else language.text(field.help))
        self.offer = offer
        self._quiet = quiet
        if quiet:
            self.note.hide()
            (self.label or editor.widget).setToolTip(language.text(field.help))

    def show_problem(self, severity: Severity | None, message: str) -> None:
        """Say what is wrong, or the help again."""
        self.note.show_problem(severity, message)
        if self._quiet:
            set_shown(self.note, bool(message))

    def follow_choices(self, editor: SeveralEditor) -> None:
        """Be there only while there is something to choose from."""
        editor.filled.connect(self._show_all)
        self._show_all(editor.has_any)

    def _show_all(self, there: bool) -> None:
        for part in (self.label, self.editor.widget):
            if part is not None:
                set_shown(part, there)
        if not self._quiet:
            set_shown(self.note, there)

    def show_empty(self, empty: bool) -> None:
        """Show or hide the mark; the label beside it keeps the line's height."""
        if self.mark is not None:
            set_shown(self.mark, empty)


class FieldLabel(ElidingLabel):
    """A field's label, tied to its editor; it gives way where the column is narrow."""

    def __init__(self, words: str, buddy: QWidget) -> None:
        super().__init__(words.replace("&", "&&"), "label")  # with a buddy, Qt reads a single one as a shortcut
        self.setBuddy(buddy)

    def _shown(self) -> str:
        return super()._shown().replace("&&", "&")
