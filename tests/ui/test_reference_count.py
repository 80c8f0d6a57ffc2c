"""PySide6 6.12.0 drops a reference of None with every call on Python 3.10 and 3.11, until Python aborts."""

from __future__ import annotations

import sys

from PySide6.QtGui import QImage, QPainter


def test_calls_into_qt_keep_the_references_of_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(2000):
        painter.save()
        painter.restore()
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 500
