"""The rules of the one stylesheet, by what they dress. Plain text with marks; see `stylesheet.py` for their meaning."""

from typing import Final

from workbench.ui.theme.rules.audience import AUDIENCE
from workbench.ui.theme.rules.buttons import BUTTONS
from workbench.ui.theme.rules.fields import FIELDS
from workbench.ui.theme.rules.items import ITEMS
from workbench.ui.theme.rules.panels import PANELS
from workbench.ui.theme.rules.words import WORDS

RULES: Final = f"{PANELS}{WORDS}{BUTTONS}{FIELDS}{ITEMS}{AUDIENCE}"
