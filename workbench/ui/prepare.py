"""What the window's process does before anything of Qt's widgets or of ours is imported. Must not know what follows."""

from __future__ import annotations

import gc
import importlib
import sys

from workbench.ui.binding import rare_parts_later

TURN_SECONDS = 0.0002
"""How long a worker's thread may keep Python before the window's gets its turn. Qt's binding gives Python away and
takes it back with nearly every call, so that 15 ms of the window's own work became 150 ms beside two workers that kept
it a millisecond each; the workers lose nothing that can be measured."""


def prepare() -> None:
    """Spare the start what helps nobody; together a quarter of it.

    What the start makes is there to stay, so nobody needs to look through it for garbage. Much of what PySide loads is
    for questions nobody asks at the start. And PySide reads the source
    of every module that is imported, in case it says `from __feature__ import ...`; none of ours does. That is asked
    in a function PySide does not publish, so where a later PySide has none of that name, nothing is changed.
    """
    gc.disable()
    sys.setswitchinterval(TURN_SECONDS)
    with rare_parts_later():
        importlib.import_module("PySide6.QtCore")  # brings the question along

    feature = vars(sys.modules.get("shibokensupport.feature", object))
    if "_mod_uses_pyside" in feature:
        feature["_mod_uses_pyside"] = lambda _module: False
