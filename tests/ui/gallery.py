"""Draws sample screens from the parts, with invented data, into a folder: for looking at, not shipped.

python tests/ui/gallery.py FOLDER [screen ...]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.ui.gallery_screens import charts, form, history, library, mapping, pieces, scorecard, sign  # noqa: E402
from workbench.base.language import language  # noqa: E402
from workbench.ui.application import set_up  # noqa: E402
from workbench.ui.shell.window import MainWindow  # noqa: E402
from workbench.ui.theme.theme import PROJECTOR, theme  # noqa: E402

Show = Callable[[MainWindow], None]
SCREENS: dict[str, Show] = {
    "library": library.full,
    "library-empty": library.empty,
    "scorecard": scorecard.share,
    "scorecard-volume": scorecard.volume,
    "mapping": mapping.show,
    "sign": sign.show,
    "history": history.show,
    "section-form": form.show,
    "palette": form.show_palette,
    "popover": scorecard.show_formula,
    "pieces": pieces.show,
    "charts": charts.show,
}
SIZES = {
    "light": (1440, 900, False, 1.0),
    "dark": (1440, 900, True, 1.0),
    "small": (1024, 640, False, 1.0),
    "projector": (1440, 900, False, PROJECTOR),
}


def settle(app: QApplication) -> None:
    for _ in range(12):
        app.processEvents()


def shoot(app: QApplication, folder: Path, wanted: list[str]) -> None:
    for name, show in SCREENS.items():
        if wanted and name not in wanted:
            continue
        for tag, (width, height, dark, scale) in SIZES.items():
            theme().apply(dark=dark, scale=scale)
            window = MainWindow(language())
            window.resize(width, height)
            window.show()
            window.activateWindow()
            settle(app)
            show(window)
            settle(app)
            window.grab().save(str(folder / f"{name}-{tag}.png"))
            if (window.width(), window.height()) != (width, height):
                print(f"{name}-{tag} is {window.width()} by {window.height()}")
            window.close()
            window.deleteLater()
            settle(app)


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = set_up(sys.argv[:1], language())
    shoot(app, folder, sys.argv[2:])
    return 0


if __name__ == "__main__":
    sys.exit(main())
