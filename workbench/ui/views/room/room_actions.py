"""Everything that can be done in the room, for keys and palette. Must not know how it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from workbench.agreement.room.staging import ENDED
from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.open_room import OpenRoom

if TYPE_CHECKING:
    from workbench.ui.views.room.screen import RoomScreen


def lasting(screen: RoomScreen) -> tuple[Action, ...]:
    """What can be done from anywhere while an agreement is open."""
    is_open, lead = screen.is_open, screen.lead
    return (
        Action("room.start", N_("Start the audience view"), screen.start_audience, "Ctrl+F5", icon="presentation",
               detail=N_("On the other display; with one display it takes the page, and Escape ends it"),
               enabled=is_open, room_sees=True, keywords=N_("projector workshop present")),
        Action("room.stop", N_("Stop the audience view"), screen.projector.stop, "Shift+F5", icon="presentation",
               enabled=is_open, room_sees=True),
        Action("room.field", N_("Ask both teams about this field"), lead.ask_field, "Ctrl+Alt+Q", icon="circle-help",
               enabled=is_open, room_sees=True, keywords=N_("blind question")),
    )  # fmt: skip


def passing(screen: RoomScreen) -> tuple[Action, ...]:
    """What can be done at the console; its letters belong to other pages elsewhere."""
    here, lead = screen.is_here, screen.lead

    def of(verb: Callable[[OpenRoom], object]) -> Callable[[], object]:
        return lambda: verb(screen.room)

    return (
        Action("room.here", N_("Start the audience view"), screen.start_audience, "F5", enabled=here,
               hidden=True),
        Action("room.window", N_("Show the audience view in a window"), screen.projector.show_window, "Ctrl+Shift+F5",
               icon="presentation", enabled=here, room_sees=True),
        Action("room.next", N_("Next step"), lead.next_step, icon="arrow-right", enabled=here, room_sees=True,
               detail=N_("Page Down or Right, as a clicker sends; never opens answers")),
        Action("room.previous", N_("Previous step"), of(OpenRoom.previous_step), icon="chevron-left",
               enabled=here, room_sees=True, detail=N_("Page Up or Left")),
        Action("room.pause", N_("Stop the clock, or let it go on"), of(OpenRoom.pause), icon="timer",
               enabled=here, room_sees=True, detail=N_("Space")),
        Action("room.longer", N_("Two more minutes"), of(OpenRoom.longer), "T", icon="plus", enabled=here,
               room_sees=True, keywords=N_("clock time countdown")),
        Action("room.reset", N_("Begin the time box again"), of(OpenRoom.reset), "Shift+T",
               icon="rotate-ccw", enabled=here, room_sees=True),
        Action("room.reveal", N_("Reveal both answers"), lead.reveal, "R", icon="eye", enabled=here, room_sees=True,
               detail=N_("With one missing, hold the key")),
        Action("room.type", N_("Type in the missing answer"), lead.enter_missing, "S", icon="pencil-line",
               enabled=here, keywords=N_("paper cards blind")),
        Action("room.hand", N_("Hand the laptop over"),
               partial(lead.enter_missing, handed=True), "Shift+S", icon="lock", enabled=here,
               keywords=N_("blind private answer")),
        Action("room.who", N_("Let each person answer, or each team"), lead.change_who_answers, "Shift+R",
               icon="users", enabled=here, room_sees=True, keywords=N_("blind individual answers per person")),
        Action("room.block", N_("Begin the next block of the agenda"), lead.next_block, "Shift+B", icon="timer",
               enabled=here, detail=N_("Writes down what this one took; later hours follow"),
               keywords=N_("agenda overrun")),
        Action("room.blank", N_("Blank the audience view, or show it again"), lambda: screen.room.cover("blank"), "B",
               icon="eye-off", enabled=here, room_sees=True, detail=N_("Also the full stop, as clickers send")),
        Action("room.break", N_("Take a break of ten minutes"), lead.take_break, "Ctrl+Alt+B", icon="hourglass",
               enabled=here, room_sees=True),
        Action("room.parked", N_("Show the parking lot to the room"), lambda: screen.room.cover("parked"),
               "Ctrl+Shift+P", icon="presentation", enabled=here, room_sees=True),
        Action("room.back", N_("Show what was on screen before"), of(OpenRoom.back), "H", icon="history",
               enabled=here, room_sees=True),
        Action("room.consent", N_("Go to the vote"), lead.consent, "C", icon="list-checks", enabled=here,
               room_sees=True, keywords=N_("consent fist of five")),
        Action("room.concern", N_("Write down a concern"), lead.raise_concern, "Shift+C", icon="triangle-alert",
               enabled=here, keywords=N_("objection")),
        Action("room.record", N_("Record the decision"), lead.record, icon="check", enabled=here, room_sees=True,
               detail=N_("Enter, once the rule is met")),
        Action("room.pledged", N_("Both leads said yes to the pledge"), lead.say_pledged, icon="handshake",
               enabled=here, room_sees=True),
        Action("room.names", N_("Hide names from the room, or show them"), lead.hide_names, "Ctrl+Alt+N",
               icon="users", enabled=here, room_sees=True),
        Action("room.page", N_("Show the next page of long words"), screen.projector.turn_page, "Shift+PgDown",
               icon="chevron-down", enabled=here, room_sees=True),
        Action("room.colours", N_("Audience view light or dark"), screen.projector.change_colours, icon="moon",
               enabled=here, room_sees=True),
        Action("room.end", N_("End the session"), lambda: screen.room.go(ENDED), icon="check", enabled=here,
               room_sees=True),
    )  # fmt: skip
