"""What goes between the parent and the reader child: frames of MessagePack with columns as plain bytes.

The parent trusts nothing in it: shapes are checked while decoding, sizes and codes after. Never pickle. Must not know
how anything is read.
"""

from __future__ import annotations

import struct
from typing import IO, Any, Literal, TypeAlias

import msgspec

LARGEST_FRAME = 1 << 30
_LENGTH = struct.Struct(">I")

SaidPair: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""Code and values of a `Said`."""


class Request(msgspec.Struct, frozen=True):
    """What the child is to do.

    Attributes:
        task: One of the tasks below.
        path: The file.
        mapping: As in a mapping file.
        zone: The agreement's zone.
        keep: Names of custom columns that are needed, without prefix.
        not_after: UTC seconds after which no date is possible where no as-of instant is known; 0 for no limit.
        drop_missing: Whether headers that only the mapping has are a note instead of a refusal.
        sheet: For `rows`: the sheet.
        rows: For `rows`: spreadsheet rows from 1.
        secret: With what names and e-mail addresses are replaced, where the mapping says so.
        frugal: Whether to read row by row with little memory, as reading the sheet as a whole took too much.
    """

    task: Literal["inspect", "leads", "rows"]
    path: str
    mapping: dict[str, Any] = {}
    zone: str = "UTC"
    keep: tuple[str, ...] = ()
    not_after: int = 0
    drop_missing: bool = False
    sheet: str = ""
    rows: tuple[int, ...] = ()
    secret: str = ""
    frugal: bool = False


class Start(msgspec.Struct, frozen=True, tag="start"):
    """The first frame to the child: its limits and its work."""

    memory_bytes: int
    seconds: int
    request: Request


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """How far the child is; total 0 while it is not known."""

    done: int
    total: int


class Failure(msgspec.Struct, frozen=True, tag="failure"):
    """A refusal with its sentence. `kind` is the name of an error class the parent knows."""

    kind: str
    message: str
    hint: str


class OrderSeen(msgspec.Struct, frozen=True):
    """One order of a column's numeric dates: dates as written, as read and their rows; how many it cannot read."""

    order: Literal["dmy", "mdy"]
    readings: tuple[tuple[str, str, int], ...]
    against: int
    dates: int


class ColumnSeen(msgspec.Struct, frozen=True):
    """One column, as `inspect` shows it."""

    header: str
    field: str
    match: str
    certainty: float
    samples: tuple[str, ...]
    order: str = ""
    order_why: str = ""
    readings: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, int, str], ...] = ()
    candidate: str = ""
    letter: str = ""
    orders: tuple[OrderSeen, ...] = ()


class SkippedSeen(msgspec.Struct, frozen=True):
    """A row that was left out or rejected."""

    row: int
    why: SaidPair


class ProblemSeen(msgspec.Struct, frozen=True):
    """A value that was not taken as it stands."""

    row: int
    column: str
    value: str
    why: SaidPair


class OwnSeen(msgspec.Struct, frozen=True):
    """What a tracker says of itself."""

    agreement: str
    version: str
    hash: str


class Inspected(msgspec.Struct, frozen=True, tag="inspected"):
    """The answer to `inspect`; `kind` is what its rows are."""

    sha256: str
    sheets: tuple[str, ...]
    sheet: str
    header_row: int
    vendor: str
    columns: tuple[ColumnSeen, ...]
    date_order: str
    timezone: str
    as_of: str
    as_of_source: str
    rows: int
    skipped: tuple[SkippedSeen, ...]
    notes: tuple[SaidPair, ...]
    own: OwnSeen | None
    kind: Literal["leads", "activities", "totals"] = "leads"


class TypedSeen(msgspec.Struct, frozen=True):
    """An entry in the Totals of a tracker: label, period or day, number and note, as text."""

    kind: Literal["total", "done"]
    label: str
    when: str
    amount: str
    note: str = ""


class ColumnTaken(msgspec.Struct, frozen=True):
    """One column of leads: little-endian int64 for stamps and amounts, int32 codes for words."""

    name: str
    kind: Literal["stamps", "amounts", "words"]
    data: bytes
    words: tuple[str, ...] = ()


class Taken(msgspec.Struct, frozen=True, tag="taken"):
    """The answer to `leads`."""

    sha256: str
    sheet: str
    header_row: int
    headers: tuple[str, ...]
    fields: dict[str, str]
    orders: dict[str, str]
    vendor: str
    rows: int
    identities: list[str]
    row_numbers: bytes
    columns: tuple[ColumnTaken, ...]
    repeated: int
    rejected: tuple[SkippedSeen, ...]
    skipped: tuple[SkippedSeen, ...]
    problems: tuple[ProblemSeen, ...]
    notes: tuple[SaidPair, ...]
    as_of: int
    as_of_day: str
    as_of_source: str
    identity: Literal["lead_id", "email", "email_and_day"]
    own: OwnSeen | None
    typed: tuple[TypedSeen, ...] = ()
    activities: bool = False


class TotalSeen(msgspec.Struct, frozen=True):
    """One period total; `percent` where the value was written with a percent sign and is a fraction."""

    row: int
    metric: str
    period: str
    value: str
    note: str
    percent: bool = False


class TotalsTaken(msgspec.Struct, frozen=True, tag="totals"):
    """The answer to `leads` where the rows are totals of periods."""

    sha256: str
    sheet: str
    header_row: int
    totals: tuple[TotalSeen, ...]
    problems: tuple[ProblemSeen, ...]
    skipped: tuple[SkippedSeen, ...]
    own: OwnSeen | None


class RowsTaken(msgspec.Struct, frozen=True, tag="rows"):
    """The answer to `rows`: the header row and the rows asked for; a cell is a text, a number or a truth value."""

    sha256: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str | float | bool, ...], ...]


Table: TypeAlias = Taken | TotalsTaken
Answer: TypeAlias = Inspected | Taken | TotalsTaken | RowsTaken
Frame: TypeAlias = Progress | Failure | Inspected | Taken | TotalsTaken | RowsTaken

_frames: msgspec.msgpack.Decoder[Frame] = msgspec.msgpack.Decoder(Frame)
_starts: msgspec.msgpack.Decoder[Start] = msgspec.msgpack.Decoder(Start)
_encoder = msgspec.msgpack.Encoder()


class BrokenWireError(Exception):
    """The other side sent something that is no frame; a fault of the process, never shown as it stands."""


def write_frame(stream: IO[bytes], frame: Frame | Start) -> None:
    """Write one frame and flush."""
    body = _encoder.encode(frame)
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """The next frame from the child; nothing at the end of the stream.

    Raises:
        BrokenWireError: It is cut, too large, or of no known shape.
    """
    body = _body(stream)
    if body is None:
        return None
    try:
        return _frames.decode(body)
    except msgspec.DecodeError as error:
        raise BrokenWireError(str(error)) from error


def read_start(stream: IO[bytes]) -> Start:
    """The first frame to the child.

    Raises:
        BrokenWireError: There is none.
    """
    body = _body(stream)
    if body is None:
        raise BrokenWireError("no start")
    try:
        return _starts.decode(body)
    except msgspec.DecodeError as error:
        raise BrokenWireError(str(error)) from error


def _body(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if not head:
        return None
    size = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else LARGEST_FRAME + 1
    if size > LARGEST_FRAME:
        raise BrokenWireError(f"a frame of {size} bytes")
    body = stream.read(size)
    if len(body) != size:
        raise BrokenWireError("a cut frame")
    return body
