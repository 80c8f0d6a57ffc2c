"""Errors that reach a person: one sentence that says what happened and where, one hint that says what to do.

Bad input is never an exception: it is an `Issue` (fields) or a row problem (imports). An exception says that a function
could not do what its name says. This module must not know any library whose errors it stands for; every adapter
translates at its own door.
"""

from __future__ import annotations


class WorkbenchError(Exception):
    """Something asked for cannot be done.

    Args:
        message: What happened and where, one sentence with a full stop.
        hint: What the person can do about it, one sentence; empty where nothing helps.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """The message and the hint on one line."""
        return f"{self.message} {self.hint}".strip().replace("\n", " ")


class NotAllowedError(WorkbenchError):
    """The thing exists and the request is understood, but a rule of the product forbids it."""


class NotFoundError(WorkbenchError):
    """The id, path, label, file or row named does not exist, or names more than one."""


class ConflictError(WorkbenchError):
    """Somebody else holds or has changed the thing: a locked library, a draft edited elsewhere."""


class OutsideError(WorkbenchError):
    """The world outside refused: disk full, file not readable, no permission, a program missing."""


class DamagedError(WorkbenchError):
    """Data that should be whole is not: a broken hash chain, a file that is not what its name says."""


class Cancelled(WorkbenchError):  # noqa: N818  (an outcome the person asked for, not a fault)
    """The person stopped the work; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was changed.")
