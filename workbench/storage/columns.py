"""Column types that hold exactly the same on SQLite and PostgreSQL: instants, decimals. Must not know tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Dialect, Numeric, String, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeEngine

from workbench.base.clock import from_utc_text, utc_text
from workbench.base.errors import DamagedError
from workbench.fields.value import plain


def _damaged(value: Any, what: str) -> DamagedError:
    return DamagedError(f"{str(value)[:40]!r} in the library is no {what}.", "Put the library back from a backup.")


class UtcDateTime(TypeDecorator[dt.datetime]):
    """An aware instant, to the microsecond, answered in UTC; fixed-width sortable text on SQLite.

    Raises:
        ValueError: An instant without a zone is a bug of the caller.
    """

    impl = String(27)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Time with zone on PostgreSQL, text on SQLite."""
        server = dialect.name == "postgresql"
        return dialect.type_descriptor(TIMESTAMP(timezone=True) if server else String(27))

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:
        """To what the database keeps."""
        if value is None:
            return None
        text = utc_text(value)
        return value if dialect.name == "postgresql" else text

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """From what the database keeps."""
        del dialect
        if value is None:
            return None
        try:
            return value.astimezone(dt.UTC) if isinstance(value, dt.datetime) else from_utc_text(value)
        except (ValueError, TypeError) as error:
            raise _damaged(value, "time") from error


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal of any length: text on SQLite (whose own numbers are floats), NUMERIC on PostgreSQL.

    Raises:
        ValueError: Not a finite number.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Number on PostgreSQL, text on SQLite."""
        return dialect.type_descriptor(Numeric() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """To what the database keeps, without trailing zeros."""
        if value is None:
            return None
        if not value.is_finite():
            raise ValueError(f"{value} is not a number that can be kept")
        text = plain(value)
        return Decimal(text) if dialect.name == "postgresql" else text

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """From what the database keeps."""
        del dialect
        try:
            return None if value is None else Decimal(value)
        except (InvalidOperation, TypeError) as error:
            raise _damaged(value, "number") from error
