"""Two agreements side by side, as people compare them: the numbers first, then the text. Must not know any face."""

from workbench.agreement.comparison.compare import Compared, compare
from workbench.agreement.comparison.numbers import NumberRow
from workbench.agreement.comparison.texts import TextRow

__all__ = ["Compared", "NumberRow", "TextRow", "compare"]
