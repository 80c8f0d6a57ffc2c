"""Where the window was, remembered by Qt's settings: geometry only; every other setting is a service's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

KEY = "window/geometry"
USUAL = QSize(1440, 900)


def _settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def restore(window: QMainWindow, folder: Path) -> None:
    """Put the window where it was; the usual size, or what the screen holds, where it never was."""
    saved = _settings(folder).value(KEY)
    if isinstance(saved, QByteArray) and not saved.isEmpty() and window.restoreGeometry(saved):
        return
    window.resize(USUAL.boundedTo(QGuiApplication.primaryScreen().availableSize()))


def remember(window: QMainWindow, folder: Path) -> None:
    """Remember where the window is; a folder that cannot be written to is no reason to stop closing."""
    settings = _settings(folder)
    settings.setValue(KEY, window.saveGeometry())
    settings.sync()
