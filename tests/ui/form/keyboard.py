"""A person's hands on the keyboard, for the form's tests. Must not know what is typed into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def focused() -> QWidget:
    """The widget with the cursor."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def strike(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key, with others held down."""
    QTest.keyClick(focused(), key, modifiers)


def press(keys: str) -> None:
    """Type into whatever has the focus; ⏎ is Enter, ↓ ↑ → ← ␣ ⌫ ⌦ ⎋ what they look like."""
    special = {
        "⏎": Qt.Key.Key_Return, "↓": Qt.Key.Key_Down, "↑": Qt.Key.Key_Up, "→": Qt.Key.Key_Right,
        "←": Qt.Key.Key_Left, "␣": Qt.Key.Key_Space, "⌫": Qt.Key.Key_Backspace, "⌦": Qt.Key.Key_Delete,
        "⎋": Qt.Key.Key_Escape, "⇥": Qt.Key.Key_Tab,
    }  # fmt: skip
    for key in keys:
        popup = QApplication.activePopupWidget()
        inside = popup.focusWidget() if popup is not None else None
        target = inside if inside is not None else popup if popup is not None else QApplication.focusWidget()
        assert target is not None
        if key in special:
            QTest.keyClick(target, special[key])
        elif key.isascii():
            QTest.keyClicks(target, key)
        else:  # Qt's test keyboard has ASCII only
            QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key))
