"""Where the window was, remembered by Qt's settings: geometry only; every other setting is a service's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

KEY = "window/geometry"
USUAL = QSize(1440, 900)
FRAME = QSize(16, 48)
"""What the desktop puts around a window at most; it says how much only when the window is shown."""


def _settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def restore(window: QMainWindow, folder: Path) -> None:
    """Put the window where it was; where it never was, at the usual size, or over a screen that does not hold that."""
    saved = _settings(folder).value(KEY)
    if isinstance(saved, QByteArray) and not saved.isEmpty() and window.restoreGeometry(saved):
        return
    room = QGuiApplication.primaryScreen().availableSize() - FRAME
    window.resize(USUAL.boundedTo(room))
    if window.size() != USUAL:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def remember(window: QMainWindow, folder: Path) -> None:
    """Remember where the window is; a folder that cannot be written to is no reason to stop closing."""
    settings = _settings(folder)
    settings.setValue(KEY, window.saveGeometry())
    settings.sync()
