"""Explains the words of the glossary wherever they stand: under the mouse, and one key away for the keyboard.

A tooltip that nothing on the page has claimed comes up to the window; only then is looked at what is under the mouse,
so that nothing is slower for it. The field with the cursor carries the explanation as its accessible description.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from workbench.agreement.glossary import Glossary, explained, other_words
from workbench.agreement.sections.common_language import Term
from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, box, column
from workbench.ui.parts.popover import Popover
from workbench.ui.views.desk import Desk

MOST = 3
"""Terms in one tooltip."""
MOST_AT_ONCE = 6
"""Terms in the answer to the key."""
WIDTH = 380


_NO_WORDS = Glossary(())


class Explaining(QObject):
    """Explains the words of the open agreement's glossary in its window.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._known: tuple[tuple[object, ...], Glossary] = ((), Glossary(()))
        self._described: tuple[QWidget, str, str] | None = None
        desk.window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # there are no widgets without one
        application.focusChanged.connect(self._on_focus)
        desk.window.registry.add(
            Action("words.explain", N_("Explain the words here"), self.explain_here, "Shift+F1", icon="circle-help",
                   keywords=N_("glossary meaning definition what does it mean"), enabled=self._has_words,
                   detail=N_("Words of the glossary in the field with the cursor, or on the page")),
        )  # fmt: skip

    @property
    def glossary(self) -> Glossary:
        """The words of the open agreement as they are now."""
        current = self._desk.session.current
        if current is None:
            return _NO_WORDS
        root = current.agreement
        parts = root.common_language.glossary, root.teams.segments, root.lead_definitions.tiers
        if any(one is not other for one, other in zip_longest(parts, self._known[0])):
            self._known = (parts, Glossary(explained(root)))
        return self._known[1]

    def words_at(self, at: QPoint) -> tuple[Term, ...]:
        """The terms under a point of the screen."""
        under = QApplication.widgetAt(at)
        return self._terms_at(under, at) if under is not None else ()

    def explain_here(self) -> None:
        """Show what the words in and around the field with the cursor mean; else those of the page."""
        focused = QApplication.focusWidget()
        found = self._around(focused) if focused is not None else ()
        page = self._desk.window.pages.currentWidget()
        if not found and page is not None:
            found = self.glossary.terms_in(
                "\n".join(_text_of(one) for one in page.findChildren(QLabel) if one.isVisible())
            )
        text = self._desk.language.text
        if not found:
            self._desk.session.told.emit(text(N_("No word of the glossary stands here.")))
            return
        items: list[Item] = []
        for one in found[:MOST_AT_ONCE]:
            more = other_words(one, self._desk.language)
            parts: list[Item] = [Label(one.term, "h3"), Label(one.definition, "body", wrap=True, tone="text")]
            items.append(box(column(*parts, *([Label(more, "tiny", wrap=True)] if more else []), gap=1)))
        popover = Popover(text(N_("What the words mean")), *items, close_says=text(N_("Close")))
        popover.open_at(focused if focused is not None else self._desk.window.top)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Explain what is under the mouse when nothing else had a word for it."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        found = self.words_at(event.globalPos())
        if not found:
            return False
        QToolTip.showText(event.globalPos(), self.tip(found))
        return True

    def tip(self, terms: Sequence[Term]) -> str:
        """What terms mean, as the text of a tooltip."""
        rows = []
        for one in terms[:MOST]:
            more = other_words(one, self._desk.language)
            said = f"<b>{html.escape(one.term)}</b><br>{html.escape(one.definition)}"
            rows.append(said + (f"<br><i>{html.escape(more)}</i>" if more else ""))
        return f"<table width='{WIDTH}'><tr><td>{'<br><br>'.join(rows)}</td></tr></table>"

    def _has_words(self) -> bool:
        return bool(self.glossary.terms)

    def _terms_at(self, under: QWidget, at: QPoint) -> tuple[Term, ...]:
        glossary, here = self.glossary, under.mapFromGlobal(at)
        above = under.parentWidget()
        if isinstance(under, QLineEdit):
            one = glossary.at(under.text(), under.cursorPositionAt(here))
            return (one.term,) if one else ()
        if isinstance(above, QTextEdit | QPlainTextEdit):
            one = glossary.at(above.toPlainText(), above.cursorForPosition(here).position())
            return (one.term,) if one else ()
        if isinstance(above, QAbstractItemView):
            return glossary.terms_in(_text_at(above.indexAt(here)))
        return glossary.terms_in(_text_of(under)) if isinstance(under, QLabel) else ()

    def _around(self, widget: QWidget) -> tuple[Term, ...]:
        said = [widget.accessibleName()]
        if isinstance(widget, QLineEdit):
            said.append(widget.text())
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            said.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView):
            said.append(_text_at(widget.currentIndex()))
        return self.glossary.terms_in("\n".join(said))

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Let a screen reader say what the words of the field mean, for as long as the cursor is there."""
        if self._described is not None:
            widget, before, ours = self._described
            self._described = None
            if isValid(widget) and widget.accessibleDescription() == ours:
                widget.setAccessibleDescription(before)
        if new is None or new.window() is not self._desk.window or not self._has_words():
            return
        found = self._around(new)
        if found:
            before = new.accessibleDescription()
            ours = " ".join([before, *(f"{one.term}: {one.definition}" for one in found[:MOST])]).strip()
            new.setAccessibleDescription(ours)
            self._described = (new, before, ours)


def _text_of(label: QLabel) -> str:
    text = label.text()
    return QTextDocumentFragment.fromHtml(text).toPlainText() if label.textFormat() == Qt.TextFormat.RichText else text


def _text_at(index: QModelIndex) -> str:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    return "\n".join(found for role in roles if isinstance(found := index.data(role), str))
