"""Practice mode: an agreement of the practice company to rehearse on, with a year of leads and an agenda.

Everything in it is invented and says so in its title; nothing of a client is touched. Must not know either face.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from workbench.agreement.preparing.agenda import READY, ready_blocks
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.prerequisites import ready_prerequisites
from workbench.base.language import N_
from workbench.base.places import resource
from workbench.services.exchange import content_of

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench

HALF_DAY: Final = 1
"""Of the ready agendas: the one that is rehearsed."""


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
    taken = {one.title for one in workbench.shelf.all()}
    title = next(one for n in range(1, len(taken) + 2) if (one := wanted if n == 1 else f"{wanted} ({n})") not in taken)
    agreement = workbench.shelf.create_from(content, title)
    workbench.actuals.import_file(agreement, resource("practice", "crm_export.xlsx"))
    prepared = Preparation(agenda=ready_blocks(READY[HALF_DAY], say), prerequisites=ready_prerequisites(say))
    workbench.preparing.save(agreement, prepared, 0)
    return agreement
