"""Practice mode: an agreement of the practice company to rehearse on, with half a year of leads and an agenda.

Everything in it is invented and says so in its title; nothing of a client is touched. Must not know either face.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from workbench.agreement.preparing.agenda import READY, ready_blocks
from workbench.agreement.preparing.friction import Friction
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.prerequisites import ready_prerequisites
from workbench.agreement.preparing.remarks import SectionNote
from workbench.agreement.preparing.to_show import OwnFact
from workbench.base.language import N_
from workbench.base.places import resource
from workbench.fields.value import new_key
from workbench.services.exchange import content_of

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench

HALF_DAY: Final = 1
"""Of the ready agendas: the one that is rehearsed."""

SPONSOR: Final = N_("One number, two teams. You decide today, and I sign what you agree.")
RUBS: Final = N_("Half of the leads we get are students.")
QUESTION: Final = N_("How could we both see before the hand-off that a lead is a student?")
FIGURE: Final = N_("42 of 61 deals")
FACT: Final = N_("42 of last year's 61 deals began with a demo; 8 began with a download.")
SOURCE: Final = N_("Invented for practice")
NOTE: Final = N_("Both teams still use the old stage names. Let sales read first this time.")


def rehearse(workbench: Workbench, say: Callable[[str], str]) -> str:
    """Make an agreement to rehearse on; answers its id.

    Args:
        workbench: Where it is made.
        say: Puts a marked text into the room's language.

    Raises:
        DamagedError: The program's own files are damaged.
        OutsideError: It could not be made durable.
    """
    content = content_of(resource("practice", "agreement.json"))
    wanted = say(N_("Practice: {title}")).format(title=content.title)
    taken = {one.title for one in workbench.shelf.glances()}
    title = next(one for n in range(1, len(taken) + 2) if (one := wanted if n == 1 else f"{wanted} ({n})") not in taken)
    agreement = workbench.shelf.create_from(content, title)
    workbench.actuals.import_file(agreement, resource("practice", "crm_export.xlsx"))
    prepared = Preparation(
        agenda=ready_blocks(READY[HALF_DAY], say), prerequisites=ready_prerequisites(say), sponsor=say(SPONSOR),
        frictions=(Friction(new_key(), say(RUBS), "sales", "process", say(QUESTION), "lead_definitions"),),
        own_facts=(OwnFact(new_key(), say(FIGURE), say(FACT), say(SOURCE), "lead_definitions"),),
        notes=(SectionNote("lead_definitions", say(NOTE)),),
    )  # fmt: skip
    workbench.preparing.save(agreement, prepared, 0)
    return agreement
