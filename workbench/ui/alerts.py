"""Dialogs for what went wrong: an expected refusal with its hint, and a bug with a report to copy. Nothing else asks.

They are sheets of the window they belong to and never block the event loop.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_, Language
from workbench.ui.hooks import Crash
from workbench.ui.parts.button import Button
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import badge
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch
from workbench.ui.parts.sizing import sized

WIDTH = 520


class Alert(QDialog):
    """A dialog that says something and is closed. Deletes itself.

    Args:
        parent: The window it belongs to.
        title: What happened, one line.
        text: More about it.
        close_word: The button's word.
        icon: On the badge.
        tone: Of the badge.
        items: Below the text.
        buttons: Before the closing one.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        close_word: str,
        *items: Item,
        icon: str = "info",
        tone: str = "accent",
        buttons: tuple[Button, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        close = Button(close_word, "primary", on_click=self.accept)
        close.setDefault(True)
        words: list[Item] = [Label(title, "h2", wrap=True)]
        if text:
            words.append(Label(text, "body", wrap=True, selectable=True))
        head = row(column(badge(icon, tone, ground=tone), stretch()), (column(*words, stretch(), gap=4), 1), gap=14)
        self.setLayout(column(head, *items, row(*buttons, stretch(), close, gap=8), margins=(22, 20, 22, 18), gap=16))
        sized(self, at_least=WIDTH)
        close.setFocus()

    def sizeHint(self) -> QSize:
        """As narrow as allowed, and as high as the words are then."""
        width, layout = max(self.minimumWidth(), self.minimumSizeHint().width()), self.layout()
        return QSize(width, layout.totalHeightForWidth(width)) if layout is not None else super().sizeHint()


def refuse(parent: QWidget | None, error: WorkbenchError, language: Language) -> Alert:
    """Show why something could not be done, and what helps."""
    made = Alert(parent, error.message, error.hint, language.text(N_("Close")), icon="triangle-alert", tone="warn")
    made.open()
    return made


def confess(parent: QWidget | None, crash: Crash, language: Language) -> Alert:
    """Show that the program has a fault; the report can be copied, and the work is safe."""
    report = QPlainTextEdit(crash.report)
    report.setReadOnly(True)
    report.setProperty("kind", "quiet")
    report.setAccessibleName(language.text(N_("Report")))
    report.setTabChangesFocus(True)
    report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    sized(report, height=180)
    copy = Button(language.text(N_("Copy report")), icon="copy")
    copy.clicked.connect(lambda: QApplication.clipboard().setText(crash.report))
    made = Alert(
        parent,
        language.text(N_("Something in SLA Workbench went wrong")),
        language.text(
            N_("What you typed is saved. You can go on working; please send the report to whoever helps you.")
        ),
        language.text(N_("Go on")),
        ElidingLabel(crash.summary, "label"),  # the report has it whole
        report,
        icon="bug",
        tone="bad",
        buttons=(copy,),
    )
    made.open()
    return made
