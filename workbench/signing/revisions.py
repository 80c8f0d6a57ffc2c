"""Cuts a document into the unsigned base and its updates, and proves that an update hides nothing between its objects.

A reader that repairs files could find, between objects, something that a strict one passes over; then two programs
would show two documents under one signature. So every byte of an update must belong to an object its table lists, to
the table or to the trailer, and nothing in a comment, a text or a stream may look like an object or an end of the file
of its own. The base needs no such proof: it must equal a fresh rendering byte for byte.

Loads pyHanko: import it where it is used. Must not know what the objects mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pyhanko.pdf_utils.generic import DictionaryObject, Reference as PdfReference, read_object
from pyhanko.pdf_utils.reader import PdfFileReader

from workbench.base.language import N_
from workbench.signing.findings import Finding, RefusedError, changed, unverifiable
from workbench.signing.form import Reference

Span = tuple[int, int]

_OBJECT = re.compile(rb"(\d+)\s+(\d+)\s+obj\s*")
_OBJECT_END = re.compile(rb"\s*endobj\s*")
_TABLE = re.compile(rb"xref\s*\n((?:\d+ \d+\s*\n(?:\d{10} \d{5} [nf](?: \r| \n|\r\n))*)+)trailer\s*")
_ENTRY = re.compile(rb"\d{10} \d{5} ([nf])")
_HEADER = re.compile(rb"(?<!\d)\d+\s+\d+\s+obj(?![A-Za-z])")
_TAIL = re.compile(rb"startxref|%%EOF")
_END = re.compile(rb"\s*startxref\s+(\d+)\s+%%EOF(?:\r\n|\n|\r)")
_TRAILER_KEYS = {"/Size", "/Root", "/Info", "/ID", "/Prev"}


@dataclass(frozen=True)
class Update:
    """One revision after the base.

    Attributes:
        number: Of the revision; 1 is the first after the base.
        start: Of its first byte in the file.
        end: Behind its last byte.
        objects: Where each object it writes begins and ends.
    """

    number: int
    start: int
    end: int
    objects: Mapping[Reference, Span]


@dataclass(frozen=True)
class Layout:
    """The base and the updates of a document.

    Attributes:
        base_end: Behind the last byte of the base.
        updates: In order.
        findings: What was wrong with them.
    """

    base_end: int
    updates: tuple[Update, ...]
    findings: tuple[Finding, ...]


def read_layout(reader: PdfFileReader, data: bytes) -> Layout:
    """Cut the document a strict reader has opened.

    Raises:
        RefusedError: It cannot be cut into revisions.
        BaseException: Any of `door.FAILURES`, for an update that cannot be read.
    """
    base_end = _end(reader, data, 0)
    if base_end is None:
        raise RefusedError(unverifiable(N_("The file is written in a way that cannot be verified here.")))
    updates, findings, start = [], [], base_end
    for number in range(1, reader.xrefs.total_revisions):
        if not reader.xrefs.get_xref_data(number).standard_xrefs:
            raise RefusedError(changed(number, N_("An update that signs nothing was added to the file.")))
        objects, whole = _objects(reader, data, number, start)
        end = _end(reader, data, number)
        if end is None or not whole or not _reads_one_way(data[start:end], len(objects)):
            findings.append(
                changed(number, N_("Update {number} of the file holds bytes that are not part of it."), number=number)
            )
        updates.append(Update(number, start, end or len(data), objects))
        start = updates[-1].end
    if start != len(data):
        findings.append(
            changed(reader.xrefs.total_revisions, N_("The file holds bytes that no signature accounts for."))
        )
    return Layout(base_end, tuple(updates), tuple(findings))


def _objects(reader: PdfFileReader, data: bytes, number: int, start: int) -> tuple[dict[Reference, Span], bool]:
    """Where the objects of an update are, and whether they fill it from its beginning up to its table."""
    section = reader.xrefs.get_xref_data(number)
    listed = sorted((offset, idnum, generation) for idnum, (generation, offset) in section.standard_xrefs.items())
    objects: dict[Reference, Span] = {}
    at, whole = start, not section.xrefs_in_objstm and section.hybrid is None
    for offset, idnum, generation in listed:
        behind = _object_end(reader, data, offset, (idnum, generation))
        objects[idnum, generation] = (offset, behind)
        whole = whole and offset == at
        at = behind
    return objects, whole and at == reader.xrefs.get_startxref_for_revision(number)


def _reads_one_way(update: bytes, objects: int) -> bool:
    """Whether a program that searches an update for objects and for its end finds those that a strict one reads."""
    return len(_HEADER.findall(update)) == objects and len(_TAIL.findall(update)) == 2


def _object_end(reader: PdfFileReader, data: bytes, offset: int, reference: Reference) -> int:
    """Behind an object and the white space after it; 0 where another object or none is there."""
    header = _OBJECT.match(data, offset)
    if header is None or (int(header[1]), int(header[2])) != reference:
        return 0
    reader.stream.seek(header.end())
    read_object(reader.stream, PdfReference(*reference, reader))
    closing = _OBJECT_END.match(data, reader.stream.tell())
    return closing.end() if closing else 0


def _end(reader: PdfFileReader, data: bytes, number: int) -> int | None:
    """Behind the end mark of a revision; None where its table or trailer is not as it must be."""
    table_at = reader.xrefs.get_startxref_for_revision(number)
    table = _TABLE.match(data, table_at)
    if table is None or (number and not _each_is_listed_once(reader, number, table[1])):
        return None
    reader.stream.seek(table.end())
    trailer = read_object(reader.stream, PdfReference(0, 0, reader))
    closing = _END.match(data, reader.stream.tell())
    if not isinstance(trailer, DictionaryObject) or closing is None or int(closing[1]) != table_at:
        return None
    if number and not _trailer_is_kept(reader, trailer, reader.xrefs.get_startxref_for_revision(number - 1)):
        return None
    return closing.end()


def _each_is_listed_once(reader: PdfFileReader, number: int, entries: bytes) -> bool:
    """No object is listed twice, which some programs would read from the one place and others from the other."""
    kinds = [entry[1] for entry in _ENTRY.finditer(entries)]
    section = reader.xrefs.get_xref_data(number)
    return kinds.count(b"n") == len(section.standard_xrefs) and kinds.count(b"f") <= 1 and not section.freed


def _trailer_is_kept(reader: PdfFileReader, trailer: DictionaryObject, previous: int) -> bool:
    base = reader.trailer.flatten(0)
    kept = all(
        (trailer.raw_get(key) if key in trailer else None) == (base.raw_get(key) if key in base else None)
        for key in ("/Root", "/Info")
    )
    same_document = "/ID" not in base or ("/ID" in trailer and trailer["/ID"][0] == base["/ID"][0])
    return kept and same_document and trailer.keys() <= _TRAILER_KEYS and trailer["/Prev"] == previous
