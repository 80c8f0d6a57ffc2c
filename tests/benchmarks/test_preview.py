"""Whether the preview ever keeps the window waiting: how long its event loop stands still while somebody types.

Target: at most 50 ms at the 99th percentile.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

from workbench.base.clock import FixedClock
from workbench.base.language import language
from workbench.services.exchange import content_of
from workbench.services.workbench import open_workbench

KEYSTROKES, EVERY_MS, TICK_MS = 80, 100, 2


def test_the_window_goes_on_while_the_preview_follows(figure: Callable[[str], None], tmp_path: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from workbench.base.places import resource
    from workbench.ui.runner import Runner
    from workbench.ui.session import Session
    from workbench.ui.shell.window import MainWindow
    from workbench.ui.theme.theme import Theme
    from workbench.ui.views.composition import Composition
    from workbench.ui.views.desk import Desk
    from workbench.ui.views.remembering import Remembering

    place, clock = str(tmp_path / "library.sla"), FixedClock(dt.datetime(2026, 11, 21, 14, 32, tzinfo=dt.UTC))
    with open_workbench(place, clock=clock, person="Ana") as bench:
        agreement = bench.shelf.create_from(content_of(resource("practice", "agreement.json")))
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    Theme(app).apply(dark=False, scale=1.0)
    gc.disable()  # as in the program: no collection on a worker thread

    def unexpected(error: BaseException) -> None:
        raise error

    runner = Runner(unexpected, app)
    session = Session(runner, language(), place=place, clock=clock, person="Ana", parent=runner)
    window = MainWindow(language())
    window.resize(1440, 900)
    made = Composition(Desk(window, session, Remembering(tmp_path, window)))
    window.show()

    def wait(fact: Callable[[], object]) -> None:
        while not fact():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    wait(lambda: session.is_wholly_open)
    session.open(agreement)
    wait(lambda: session.current is not None and "preview.toggle" in window.registry)
    window.go("agree")
    window.registry.run("preview.toggle")
    from workbench.ui.views.preview.window import PreviewWindow

    (preview,) = window.findChildren(PreviewWindow)
    wait(lambda: preview.file.count)
    current = session.current
    assert current is not None

    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now

    typed = 0

    def type_on() -> None:
        nonlocal typed
        typed += 1
        current.draft.set("goals.vision", "A sentence that grows: " + "more " * typed)

    ticking, typing = QTimer(interval=TICK_MS), QTimer(interval=EVERY_MS)
    ticking.timeout.connect(tick)
    typing.timeout.connect(type_on)
    ticking.start()
    typing.start()
    wait(lambda: typed >= KEYSTROKES)
    ticking.stop()
    typing.stop()
    gaps.sort()
    worst = gaps[int(len(gaps) * 0.99)]
    figure(
        f"preview of 31 pages following {KEYSTROKES} keystrokes: event loop still for {worst:.0f} ms at the 99th "
        f"percentile, {gaps[-1]:.0f} ms at most ({len(gaps)} turns)"
    )
    assert len(gaps) > KEYSTROKES
    gc.enable()
    preview.close()
    made.deleteLater()
    session.shut_down()
    runner.shutdown()
    window.close()
    window.deleteLater()
