"""What all kinds of fields have in common. Must not know any particular kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from workbench.fields.value import Shown

_Value = TypeVar("_Value")


class BadText(ValueError):  # noqa: N818  (a person's typing is not an error of the program)
    """Typed text that is not a value of the field; the message is one sentence that says what is expected.

    Args:
        message: A template marked for translation.
        values: What fills its braces.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.values = values


@dataclass(frozen=True)
class Kind:
    """What values a field takes and how they are typed and shown.

    Every kind works with three representations: the value (typed Python, never text for a number), the text a person
    types or reads in a language, and the JSON form (see `workbench.fields.codec`).
    """

    name: ClassVar[str] = "kind"
    empty: ClassVar[Any] = None

    def is_empty(self, value: Any) -> bool:
        """Whether nothing has been answered yet."""
        return value is None or value in {"", ()}

    def parse(self, text: str, shown: Shown) -> Any:
        """The value of what a person typed; the empty value for blank text.

        Raises:
            BadText: The text is not such a value.
        """
        raise NotImplementedError

    def format(self, value: Any, shown: Shown) -> str:
        """The value in words a reader expects, empty text for an empty value."""
        raise NotImplementedError

    def edit_text(self, value: Any, shown: Shown) -> str:
        """The value as a person would type it; parses back to the same value."""
        return self.format(value, shown)

    def problem(self, value: Any) -> BadText | None:
        """Why a value of the right type is outside the kind's limits, if it is."""
        del value
        return None

    def checked(self, value: _Value) -> _Value:
        """The value just read, when it is within the kind's limits.

        Raises:
            BadText: It is outside them.
        """
        found = self.problem(value)
        if found:
            raise found
        return value

    def normal(self, value: Any) -> Any:
        """The one form in which equal values are kept."""
        return value

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the value's JSON form."""
        raise NotImplementedError
