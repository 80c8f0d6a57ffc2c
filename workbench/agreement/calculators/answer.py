"""What a calculator answers when an input is missing: which one, by name. Never nought, infinity or an exception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NotMeasurable:
    """A number that cannot be computed.

    Attributes:
        missing: Name of the input that is missing or nought.
    """

    missing: str
