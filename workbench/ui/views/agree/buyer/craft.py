"""What the page of the target buyer has beyond its form."""

from __future__ import annotations

from workbench.ui.form.plan import Craft
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.buyer.tiles import JourneyTiles, PersonaTiles, ProfileTiles
from workbench.ui.views.desk import Desk


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts."""
    del desk, current
    return Craft(lists={"buyer.profiles": ProfileTiles, "buyer.personas": PersonaTiles, "buyer.journey": JourneyTiles})
