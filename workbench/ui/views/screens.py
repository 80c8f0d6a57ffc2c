"""Which screen shows which place; each has one line here.

Screens of an open agreement are made when the first one is opened: they know its model, whose loading nobody should
wait for at the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from workbench.ui.shell.place import LIBRARY
from workbench.ui.views.desk import Desk
from workbench.ui.views.library.screen import LibraryScreen
from workbench.ui.views.places import Screen
from workbench.ui.views.verify.screen import VerifyScreen

if TYPE_CHECKING:
    from workbench.ui.views.agree.screen import AgreeScreen
    from workbench.ui.views.history.screen import HistoryScreen
    from workbench.ui.views.prepare.screen import PrepareScreen
    from workbench.ui.views.room.screen import RoomScreen
    from workbench.ui.views.sign.screen import SignScreen
    from workbench.ui.views.track.screen import TrackScreen


def screens(desk: Desk) -> Mapping[str, Screen]:
    """The screens by place; called once, before the window is shown."""
    library, verify = LibraryScreen(desk), VerifyScreen(desk)

    @cache
    def agree() -> AgreeScreen:
        from workbench.ui.views.agree.screen import AgreeScreen  # noqa: PLC0415
        from workbench.ui.views.earlier.screen import EarlierScreen  # noqa: PLC0415
        from workbench.ui.views.explaining import Explaining  # noqa: PLC0415
        from workbench.ui.views.notebook.screen import Notebook  # noqa: PLC0415
        from workbench.ui.views.preview.screen import Preview  # noqa: PLC0415
        from workbench.ui.views.saving import Saving  # noqa: PLC0415

        made = AgreeScreen(desk)
        Notebook(desk, made)
        EarlierScreen(desk)
        Explaining(desk)
        Saving(desk, made.show_place)
        Preview(desk)
        return made

    @cache
    def prepare() -> PrepareScreen:
        from workbench.ui.views.prepare.screen import PrepareScreen  # noqa: PLC0415

        return PrepareScreen(desk, agree().show_place)

    @cache
    def sign() -> SignScreen:
        from workbench.ui.views.sign.screen import SignScreen  # noqa: PLC0415

        return SignScreen(desk, agree().show_place)

    @cache
    def track() -> TrackScreen:
        from workbench.ui.views.track.screen import TrackScreen  # noqa: PLC0415

        return TrackScreen(desk, agree().show_place)

    @cache
    def history() -> HistoryScreen:
        from workbench.ui.views.history.screen import HistoryScreen  # noqa: PLC0415

        return HistoryScreen(desk)

    @cache
    def room() -> RoomScreen:
        from workbench.ui.views.room.screen import RoomScreen  # noqa: PLC0415

        return RoomScreen(desk, agree())

    for screen in (agree, prepare, sign, history, track, room):
        desk.session.agreement_opened.connect(lambda _agreement, make=screen: make())
    return {
        LIBRARY: Screen(library.build, library.rail),
        "prepare": Screen(lambda: prepare().build(), lambda: prepare().rail()),
        "agree": Screen(lambda: agree().build(), lambda: agree().rail()),
        "sign": Screen(lambda: sign().build()),
        "history": Screen(lambda: history().build()),
        "verify": Screen(verify.build),
        "room": Screen(lambda: room().build()),
        "track": Screen(lambda: track().build()),
    }
