"""How a signature will look: drawn on a pad, typed, or a picture. Must not know keys or the file to sign."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.services.signatures import Ink, signature_picture
from workbench.ui.errands import Errands
from workbench.ui.parts.button import Button
from workbench.ui.parts.drop import FileDrop
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.signature_pad import SignaturePad
from workbench.ui.parts.signature_sheet import SignatureSheet
from workbench.ui.views.choosing import file_to_open
from workbench.ui.views.desk import Desk

PICTURES = (".png", ".jpg", ".jpeg")
DRAW, TYPE, PICTURE = "draw", "type", "picture"


class Mark(Panel):
    """Draw, type or choose a picture.

    Attributes:
        changed: Emitted when there is another mark, or none any more.

    Args:
        desk: The window and its session.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._desk, self._text = desk, text
        self._image = b""
        self._signer = ""
        ways = [(DRAW, text(N_("Draw"))), (TYPE, text(N_("Type"))), (PICTURE, text(N_("Image")))]
        self.way = Segment(ways, name=text(N_("How to sign")), compact=True)
        self.clear_button = Button(text(N_("Clear")), "link", icon="eraser", on_click=self._clear)
        self.choose_button = Button(text(N_("Choose an image…")), "link", icon="folder-open", on_click=self.choose)
        count = desk.language.count

        def strokes(n: int) -> str:
            return count(N_("{n} stroke"), N_("{n} strokes"), n).format(n=n)

        self.pad = SignaturePad(
            name=text(N_("Signature area")), count=strokes,
            invitation=text(N_("Sign here with mouse, pen or finger")),
        )  # fmt: skip
        self._typed = SignatureSheet(text(N_("Typed signature")))
        self._picture = SignatureSheet(text(N_("Image of the signature")))
        self._views = QStackedWidget()
        for view in (self.pad, self._typed, self._picture):
            self._views.addWidget(view)
        self._problem = Label("", "tiny", tone="bad", wrap=True)
        self._problem.hide()
        head = row(self.way, stretch(), self.choose_button, self.clear_button)
        super().__init__(column(head, self._views, self._problem, gap=5))
        self._errands = Errands(desk.session, self)
        self.way.chosen.connect(self._show_way)
        self.pad.changed.connect(self._on_changed)
        QShortcut(QKeySequence("Alt+T"), self, lambda: self.go(TYPE))
        FileDrop(self, PICTURES, self.take_picture)
        self.reset()

    @property
    def ink(self) -> Ink | None:
        """How it will look; nothing while it is missing."""
        match self.way.current:
            case "draw":
                return None if self.pad.is_empty else Ink(strokes=self.pad.strokes)
            case "picture":
                return Ink(image=self._image) if self._image else None
        return Ink()

    def show_signer(self, name: str) -> None:
        """Say who signs."""
        self._signer = name
        self.pad.show_signer(name)
        for sheet in (self._typed, self._picture):
            sheet.show_signer(name)
        self._typed.show_typed(name)

    def go(self, way: str) -> None:
        """Draw, type or choose a picture from now on."""
        self.way.show_choice(way)
        self._show_way(way)

    def reset(self) -> None:
        """Forget everything."""
        self.pad.clear()
        self._image = b""
        self._picture.show_invitation(self._text(N_("A PNG or JPEG of the signature alone; or drop one here")))
        self.go(DRAW)

    def choose(self) -> None:
        """Ask for a picture."""
        title, kinds = self._text(N_("Image of the signature")), self._text(N_("Images"))
        endings = " ".join(f"*{ending}" for ending in PICTURES)
        chosen = file_to_open(self._desk, title, f"{kinds} ({endings})")
        if chosen is not None:
            self.take_picture(chosen)

    def take_picture(self, file: Path) -> None:
        """Use a picture, once it was read within limits, beside the window."""
        self.go(PICTURE)
        self._image = b""
        self._picture.show_invitation(self._text(N_("{file} is being read…")).format(file=file.name))
        self._on_changed()
        self._errands.work(
            lambda _report, _cancel: signature_picture(file),
            lambda made: self._show_picture(made, file.name),
            self._refuse_picture,
            key="picture",
        )

    def _show_picture(self, made: bytes, name: str) -> None:
        self._image = made
        self._picture.show_picture(QImage.fromData(made), name)
        self._refuse("")
        self._on_changed()

    def _refuse_picture(self, error: WorkbenchError) -> None:
        self._picture.show_invitation(self._text(N_("A PNG or JPEG of the signature alone; or drop one here")))
        self._refuse(f"{error.message} {error.hint}")

    def _show_way(self, way: str) -> None:
        views: dict[str, QWidget] = {DRAW: self.pad, TYPE: self._typed, PICTURE: self._picture}
        self._views.setCurrentWidget(views[way])
        self.choose_button.setVisible(way == PICTURE)
        self._refuse("")
        self._on_changed()

    def _on_changed(self) -> None:
        drawn = self.way.current == DRAW and bool(self.pad.strokes)
        pictured = self.way.current == PICTURE and bool(self._image)
        self.clear_button.setVisible(self.way.current != TYPE)
        self.clear_button.setEnabled(drawn or pictured)
        self.changed.emit()

    def _clear(self) -> None:
        if self.way.current == DRAW:
            self.pad.clear()
            self.pad.setFocus()
        else:
            self._image = b""
            self._picture.show_invitation(self._text(N_("A PNG or JPEG of the signature alone; or drop one here")))
            self._on_changed()

    def _refuse(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
