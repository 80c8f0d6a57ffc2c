"""The pad to sign on: mouse, pen and finger draw; strokes can be taken back; what the hand did is kept."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from workbench.ui.parts.signature_pad import SignaturePad
from workbench.ui.parts.strokes import SLOW_WIDTH, curves

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def pad(show: Show) -> SignaturePad:
    made = SignaturePad(name="Signature area", invitation="Sign here", count=lambda n: f"{n} strokes")
    made.show_signer("Elena Marsh")
    show(made)
    return made


def wave(pad: SignaturePad, steps: int = 30) -> None:
    """Draw with the mouse."""
    middle = pad.height() // 2
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
    for step in range(steps):
        QTest.mouseMove(pad, QPoint(20 + 5 * step, round(middle + 20 * math.sin(step / 3))))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(20 + 5 * steps, middle))


def dark(pad: SignaturePad) -> int:
    """How many dots of the picture are ink."""
    picture = pad.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(bytes(picture.constBits()).count(level) for level in range(70))


def test_the_mouse_draws_and_keys_take_back(pad: SignaturePad) -> None:
    empty = dark(pad)
    told: list[int] = []
    pad.changed.connect(lambda: told.append(len(pad.strokes)))
    wave(pad)
    wave(pad)
    assert told == [1, 2]
    assert not pad.is_empty
    assert pad.accessibleDescription() == "2 strokes"
    assert dark(pad) > empty + 200
    (first, second) = pad.strokes
    assert first[0][2] == 0
    assert all(before[2] <= after[2] for before, after in zip(first + second, (first + second)[1:], strict=False))
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told == [1, 2, 1]
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert told == [1, 2, 1, 0]
    assert dark(pad) == empty


def test_a_slip_of_the_hand_is_no_signature(pad: SignaturePad) -> None:
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert len(pad.strokes) == 1
    assert pad.is_empty


def test_another_button_does_not_draw(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.RightButton, pos=QPoint(40, 40))
    QTest.mouseMove(pad, QPoint(90, 60))
    QTest.mouseRelease(pad, Qt.MouseButton.RightButton, pos=QPoint(90, 60))
    assert pad.strokes == ()


def test_a_finger_draws(pad: SignaturePad) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(30, 50), pad).commit()
    for step in range(12):
        QTest.touchEvent(pad, device).move(0, QPoint(30 + 6 * step, 50 + step % 3 * 4), pad).commit()
    QTest.touchEvent(pad, device).release(0, QPoint(110, 50), pad).commit()
    assert len(pad.strokes) == 1
    assert len(pad.strokes[0]) > 8


def test_a_pen_draws(pad: SignaturePad) -> None:
    pen = QPointingDevice(
        "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure, 1, 1,
    )  # fmt: skip

    def send(kind: QEvent.Type, x: float, y: float) -> None:
        at = QPointF(x, y)
        down = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else Qt.MouseButton.LeftButton
        event = QTabletEvent(kind, pen, at, at, 0.5, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, down, down)
        QApplication.sendEvent(pad, event)
        assert event.isAccepted()

    send(QEvent.Type.TabletPress, 30, 50)
    for step in range(12):
        send(QEvent.Type.TabletMove, 30 + 6 * step, 50 + step % 3 * 4)
    send(QEvent.Type.TabletRelease, 110, 50)
    assert len(pad.strokes) == 1
    assert not pad.is_empty


def test_points_on_a_line_are_thinned_and_curves_touch() -> None:
    straight = [(float(step), 0.0, step / 100) for step in range(50)]
    (only,) = curves(straight)
    assert (only.start, only.end) == ((0.0, 0.0), (49.0, 0.0))
    bent = [(float(step), 20 * math.sin(step / 5), step / 100) for step in range(80)]
    made = curves(bent)
    assert 4 < len(made) < 60
    assert all(one.end == other.start for one, other in itertools.pairwise(made))


def test_a_quick_hand_draws_a_thinner_line() -> None:
    def last_width(seconds: float) -> float:
        wave = [(step * 10.0, 30 * math.sin(step), step * seconds) for step in range(40)]
        return curves(wave)[-1].width

    assert last_width(0.003) < last_width(0.3) <= SLOW_WIDTH


def test_a_single_dot_is_kept() -> None:
    (dot,) = curves([(3.0, 4.0, 0.0)])
    assert (dot.start, dot.end, dot.width) == ((3.0, 4.0), (3.0, 4.0), SLOW_WIDTH)
