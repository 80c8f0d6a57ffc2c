"""What holds for every page of the house, as tests ask for it: names, reach, no flashing, nothing cut."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)  # fmt: skip

from workbench.ui.charts.chart import Chart
from workbench.ui.form.editors.options import OptionsBox
from workbench.ui.form.field_frame import FieldLabel
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.page import Scroller
from workbench.ui.theme.ink import Ink

INTERACTIVE = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, Chart,
)  # fmt: skip


SLACK = 4
"""Pixels that Qt adds to a tool button's hint and never uses."""


class Watch(QObject):
    """Notes every window that is shown, however briefly."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def is_ours(widget: QWidget) -> bool:
    """Not a piece that Qt makes inside one of its own widgets, such as the line of a spin box."""
    parent = widget.parentWidget()
    inner = isinstance(parent, QComboBox | QAbstractSpinBox) or isinstance(widget, QScrollBar)
    if isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Vertical:
        return False  # never shown
    return not inner and not isinstance(parent, QLineEdit) and not widget.objectName().startswith("qt_")


def nameless(every: list[QWidget]) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.property('text') or ''}"
        for widget in every
        if isinstance(widget, INTERACTIVE) and is_ours(widget) and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())  # Qt gives the words as the name
    ]  # fmt: skip


def out_of_reach(every: list[QWidget]) -> list[str]:
    """Buttons that Tab does not reach; of a segment it reaches the choice made, arrows the others."""
    return [
        f"{type(widget).__name__} {widget.accessibleName()}"
        for widget in every
        if isinstance(widget, QAbstractButton) and is_ours(widget) and widget.isVisible()
        and widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    ]  # fmt: skip


def clipped(page: QWidget) -> list[str]:
    """Places that scroll whose content is wider than they are."""
    return [
        f"{scroller.accessibleName()}: {content.minimumSizeHint().width()} > {scroller.viewport().width()}"
        for scroller in page.findChildren(Scroller)
        if scroller.isVisible()
        and (content := scroller.widget()) is not None
        and content.minimumSizeHint().width() > scroller.viewport().width()
    ]


def squeezed(page: QWidget) -> list[str]:
    """Buttons with less room than their words or their icon need."""
    return [
        f"{button.accessibleName() or button.text()}: {button.size().toTuple()} < {button.sizeHint().toTuple()}"
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and isinstance(button, QToolButton | QPushButton) and not button.layout()
        and is_ours(button)
        and (button.width() + SLACK < button.sizeHint().width() or button.height() + SLACK < button.sizeHint().height())
    ]  # fmt: skip


def sideways(page: QWidget) -> list[str]:
    """What can be scrolled to the side."""
    return [
        area.accessibleName()
        for area in page.findChildren(QAbstractScrollArea)
        if area.isVisible() and (bar := area.horizontalScrollBar()).isVisible() and bar.maximum() > 0
    ]


def cut(page: QWidget) -> list[str]:
    """Labels of one line that show only a part of their words and do not say so."""
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible() and not isinstance(label, ElidingLabel) and not label.wordWrap() and label.text()
        and label.width() + 2 < label.sizeHint().width()
    ]  # fmt: skip


def faults(page: QWidget) -> list[str]:
    """What of the house does not stand: a name, a way by Tab, words or buttons seen whole, no scrolling sideways."""
    every = [one for one in page.findChildren(QWidget) if one.isVisible()]
    found = {
        "nameless": nameless(every), "out of reach": out_of_reach(every), "clipped": clipped(page), "cut": cut(page),
        "squeezed": squeezed(page), "sideways": sideways(page),
    }  # fmt: skip
    return [f"{kind}: {one}" for kind, ones in found.items() for one in ones]


def in_part(page: QWidget) -> list[str]:
    """Fields whose label, answer or example is seen in part; one word longer than its field is nobody's fault."""
    return [
        f"{type(one).__name__} {one.accessibleName()}: {said}"
        for one in page.findChildren(QWidget)
        if one.isVisible() and is_ours(one) and (said := _in_part(one)) and any(gap in said for gap in (" ", "-", "@"))
    ]


def _in_part(widget: QWidget) -> str:
    """What a field says and does not show all of; empty where everything is seen."""
    match widget:
        case FieldLabel() if widget.elided():
            return widget.text()
        case OptionsBox() if widget.is_cut():
            return widget.currentText() or widget.placeholderText()
        case QLineEdit():
            said = widget.text() or widget.placeholderText()
            return said if widget.fontMetrics().horizontalAdvance(said) > _room(widget) else ""
        case QPlainTextEdit() if not widget.verticalScrollBar().isVisible():
            if widget.toPlainText():
                return widget.toPlainText() if widget.verticalScrollBar().maximum() else ""
            room = widget.viewport().rect().adjusted(4, 4, -4, 0)
            wrap = Qt.TextFlag.TextWordWrap
            taken = widget.fontMetrics().boundingRect(QRect(0, 0, room.width(), 0), wrap, widget.placeholderText())
            return widget.placeholderText() if taken.height() > room.height() + SLACK else ""
    return ""


def _room(line: QLineEdit) -> int:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    area = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    for button in line.findChildren(QToolButton):
        area.setRight(min(area.right(), button.x()))
    return area.width() - line.textMargins().left() - line.textMargins().right()


def drawn_in_part(page: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Words that are drawn and cut; one word longer than its place is nobody's fault."""
    found: list[str] = []
    whole = Ink.text

    def watched(ink: Ink, rect: QRectF, text: str, **how: Any) -> float:
        before, ink.has_elided = ink.has_elided, False
        width = whole(ink, rect, text, **how)
        if ink.has_elided and " " in text:
            found.append(text)
        ink.has_elided = ink.has_elided or before
        return width

    with monkeypatch.context() as patch:
        patch.setattr(Ink, "text", watched)
        page.grab()
    return found
