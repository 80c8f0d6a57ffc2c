"""Enter presses the button that has the keyboard focus, as Space does. Must not know which buttons there are.

Qt lets Enter press a button only where it is the default of a dialog; elsewhere the key goes to the page behind it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BESIDES: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def presses(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button where the key is Enter; other keys, and Enter on what is chosen or ticked, are left to others.

    Enter that is held down presses once: it may have been held since the page before.

    Args:
        button: Has the focus.
        event: The key.

    Returns:
        Was it Enter for this button? Then nobody else should act on it.
    """
    if event.key() not in _ENTER or event.modifiers() & ~_BESIDES or button.isCheckable():
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True
